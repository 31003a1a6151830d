"""Pictures of a page, and those that no book can show."""

from __future__ import annotations

import pytest
from books import body, read
from guidekit.downloads.pictures import file_name


def test_a_picture_keeps_its_file_its_words_and_its_width():
    html = '<img src="p.png" alt="Un punto" width="30"><img src="q.png" alt="" width="50%">'
    first, second = body(html, lambda src: f"a/{src}")
    assert first.attrib == {"src": "a/p.png", "alt": "Un punto", "width": "30"}
    assert second.attrib == {"src": "a/q.png", "alt": ""}


@pytest.mark.parametrize("end", ["only-{}", "gh-{}-mode-only"])
def test_of_two_schemes_the_light_one_is_shown(end):
    html = "".join(f'<img src="p.png#{end.format(scheme)}" alt="{scheme}">' for scheme in ("light", "dark"))
    assert [image.get("alt") for image in body(html, lambda src: "p.png")] == ["light"]


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ('<img src="https://e.org/p.png">', "the picture https://e.org/p.png is no file of the guide"),
        ('<img src="data:image/png;base64,AA">', "the picture data:image/png;base64,AA is no file of the guide"),
        ('<img src="a/el%20panel.png">', "there is no picture el panel.png"),
        ('<img class="twemoji" alt="😄" src="https://e.org/1.svg" title=":smile:">', "the emoji 😄 is a picture of another host"),
    ],
)  # fmt: skip
def test_a_picture_that_is_no_file_of_the_guide_is_refused(html, what):
    _, (refusal,) = read(html)
    assert refusal.what == what


def test_a_type_that_some_book_cannot_show_is_refused():
    _, (refusal,) = read('<img src="p.avif">', lambda src: src)
    assert refusal.what == "not every book can show the picture p.avif"
    assert refusal.expected == "one of .svg .png .jpg .jpeg .gif .webp"


def test_the_copy_of_a_picture_has_a_plain_name_of_its_own():
    names = [file_name(name) for name in ("img/El año.PNG", "img/el ano.PNG", "img/x.svg", "b/x.svg")]
    assert len(set(names)) == 4
    assert [name.partition("-")[0] for name in names] == ["el", "el", "x", "x"]
    assert all(name.isascii() and " " not in name for name in names)
    assert names[0].endswith(".png")
