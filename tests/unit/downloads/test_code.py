"""Code with what a page shows around it, and annotations."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from books import body


def written(html: str) -> str:
    return ET.tostring(body(html), encoding="unicode").removeprefix("<section>").removesuffix("</section>")


def test_code_keeps_what_the_highlighter_knows():
    assert written(
        '<div class="highlight"><pre><span></span><code><span class="k">GET</span> x</code></pre></div>'
    ) == ('<pre><code><token kind="k">GET</token> x</code></pre>')


def test_raw_code_is_code_too():
    assert written("<pre>GET x</pre>") == "<pre><code>GET x</code></pre>"


def test_the_name_of_a_file_stays_with_its_code():
    html = '<div class="highlight" id="x"><span class="filename">x.sql</span><pre><code>a</code></pre></div>'
    assert written(html) == '<pre id="x" title="x.sql"><code>a</code></pre>'


def test_a_column_of_numbers_becomes_a_number_before_each_line():
    (code,) = body(
        '<div class="highlight"><table class="highlighttable"><tr><th class="filename"><span class="filename">x.sql</span></th>'
        '</tr><tr><td class="linenos"><div class="linenodiv"><pre><span>9</span>\n<span>10</span>\n<span>11</span></pre></div></td>'
        '<td class="code"><div><pre><code>a\n<span class="cm">/* b\nc */</span>\n</code></pre></div></td></tr></table></div>'
    )
    assert "".join(code.itertext()) == " 9 a\n10 /* b\n11 c */\n"
    assert [item.text for item in code.iter("token") if item.get("kind") == "linenos"] == [
        " 9 ",
        "10 ",
        "11 ",
    ]
    assert code.get("title") == "x.sql"


def test_the_number_of_a_line_is_no_part_of_the_line_before():
    cells = '<td class="linenos"><pre>1\n2\n3</pre></td>'
    lines = '<span class="hll"><span class="k">a</span>\n</span>\n<span class="k">b</span>\n'
    (code,) = body(
        f'<table class="highlighttable"><tr>{cells}<td><pre><code>{lines}</code></pre></td></tr></table>'
    )
    assert [token.get("kind") for token in code[0]] == ["linenos", "hll", "linenos", "linenos", "k"]
    assert "".join(code.itertext()) == "1 a\n2 \n3 b\n"


@pytest.mark.parametrize(
    ("html", "text"),
    [('<span class="linenos" data-linenos="1 "></span>a', "1 a"), ('<a id="l1" href="#l1"></a>a', "a")],
)
def test_numbers_of_lines_in_other_forms(html, text):
    (code,) = body(f"<pre><code>{html}</code></pre>")
    assert "".join(code.itertext()) == text
    assert code.find(".//a") is None


def test_the_numbers_of_annotations_lead_to_them():
    text, notes = body('<p class="annotate">Uno (1) y (2), no (3)</p><ol><li>a</li><li>b</li></ol>')
    assert [(link.text, link.get("kind"), link.get("at")) for link in text] == [
        ("(1)", "note", "nota-1-1"), ("(2)", "note", "nota-1-2"),
    ]  # fmt: skip
    assert "".join(text.itertext()) == "Uno (1) y (2), no (3)"
    assert notes.get("role") == "notas"
    assert [note.get("id") for note in notes] == ["nota-1-1", "nota-1-2"]


@pytest.mark.parametrize(("comment", "shown"), [("# (1)!", "(1)"), ("# mira (1) bien", "# mira (1) bien")])
def test_a_comment_that_is_only_an_annotation_keeps_its_number_alone(comment, shown):
    code, _ = body(
        f'<div class="highlight"><pre><code>f(1) <span class="c1">{comment}</span></code></pre></div>'
        "<ol><li>a</li></ol>"
    )
    assert "".join(code.itertext()) == f"f(1) {shown}"
    assert [link.get("at") for link in code.iter("a")] == ["nota-1-1"]


def test_a_list_that_annotates_nothing_stays_a_list():
    _, steps = body('<div class="highlight"><pre><code>f(1)</code></pre></div><ol><li>a</li></ol>')
    assert (steps.tag, steps.get("role"), steps[0].get("id")) == ("ol", None, None)
