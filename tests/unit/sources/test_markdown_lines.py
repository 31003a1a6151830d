from guidekit.sources.markdown_lines import decode, fenced_blocks, split_front_matter


def test_bytes_that_are_not_utf8_are_told_by_line():
    text, (problem,) = decode("uno\ndos años".encode("latin-1"), "a.md")
    assert text == ""
    assert str(problem) == "a.md:2: byte 0xF1 is not UTF-8; expected the file saved as UTF-8"


def test_byte_order_mark_and_line_ends_are_unified():
    assert decode("\ufeffa\r\nb\rc".encode(), "a.md") == ("a\nb\nc", [])


def test_front_matter_is_split_from_the_body():
    assert split_front_matter("---\ntitle: x\n---\nbody", "a.md") == ("title: x", 3, [])
    assert split_front_matter("# no front matter", "a.md") == (None, 0, [])


def test_open_front_matter_is_a_problem():
    _, _, (problem,) = split_front_matter("---\ntitle: x\n", "a.md")
    assert str(problem).startswith("a.md:1: front matter is not closed")


def blocks(text):
    return [(b.line, b.language, b.text) for b in fenced_blocks(text)]


def test_a_fence_knows_its_line_language_and_text():
    assert blocks("x\n\n```mermaid\nflowchart LR\n```\n") == [(3, "mermaid", "flowchart LR")]


def test_a_fence_inside_a_longer_one_is_text():
    assert [b[1] for b in blocks("````markdown\n```mermaid\nx\n```\n````\n")] == ["markdown"]


def test_indented_and_quoted_fences_lose_their_prefix():
    assert blocks("    ```mermaid\n    a\n      b\n    ```\n") == [(1, "mermaid", "a\n  b")]
    assert blocks("> ~~~mermaid\n> a\n> ~~~\n") == [(1, "mermaid", "a")]


def test_a_fence_without_end_reaches_the_end():
    assert blocks("```mermaid\na\nb") == [(1, "mermaid", "a\nb")]
