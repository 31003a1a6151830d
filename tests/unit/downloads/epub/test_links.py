"""Every id of an EPUB is unique in its file, every link leads to a file, every picture is a copy."""

from __future__ import annotations

import re

import books
from guidekit.downloads.epub import links
from guidekit.downloads.epub.document import CHAPTER, Document
from guidekit.web.elements import element


def document(file: str, source: str, *content) -> Document:
    return Document(file, file, CHAPTER, element("section", *content), source=source)


def test_links_get_the_file_of_their_place():
    inside = [element("a", href=f"book:{to}") for to in ("b#x", "b#lost", "b#", "a#y")]
    outside = element("a", href="https://e.org/")
    first = document("1.xhtml", "a", *inside, outside, element("p", id="y"))
    links.settle([first, document("2.xhtml", "b", element("p", id="x"))])
    assert [link.get("href") for link in first.section.iter("a")] == [
        "2.xhtml#x", "2.xhtml", "2.xhtml", "#y", "https://e.org/",
    ]  # fmt: skip


def test_what_was_moved_keeps_its_place_and_no_id_stands_twice():
    moved = element("div", element("p", id="x"))
    moved.set(links.FROM, "a")
    link = element("a", href="book:a#x")
    answers = document("9.xhtml", "", element("p", id="x"), moved)
    links.settle([document("1.xhtml", "a", link), answers])
    assert link.get("href") == "9.xhtml#a-x"
    assert links.FROM not in moved.attrib


def test_pictures_are_copied_under_plain_names(tmp_path):
    (tmp_path / "el año").mkdir()
    (tmp_path / "el año/p q.PNG").write_bytes(b"png")
    page = document("1.xhtml", "a", *[element("img", src="el año/p q.PNG", alt="Un punto") for _ in "ab"])
    ((name, copy),) = links.pictures(books.book(site=tmp_path), [page]).items()
    assert re.fullmatch(r"img/p-q-[0-9a-f]{8}\.png", name)
    assert copy == (b"png", "image/png")
    assert page.section[0].attrib == {"src": name, "alt": "Un punto"}
