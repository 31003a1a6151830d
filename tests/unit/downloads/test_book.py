"""A book read from a manifest and built pages: where links lead, what the site says of itself."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from books import book, chapter, fact
from guidekit.downloads import book as books
from guidekit.downloads import manifest
from guidekit.downloads.errors import DownloadError
from guidekit.downloads.manifest import Entry, Manifest

ABOUT = {"title": "Guía: completa", "description": "", "author": "", "rights": "", "licence": "", "language": "es",
         "file": "guia", "epoch": 1767312000}  # fmt: skip


def read(tmp_path, html: str, url: str = "http://127.0.0.1/", flat: bool = False) -> books.Book:
    """A book of two pages below tmp_path, `html` on the second; `flat` if pages are files and not folders."""
    ends = ".html" if flat else "/"
    entries = tuple(
        Entry(f"{name}.md", name.upper(), "", address, part)
        for name, address, part in (
            ("index", "index.html" if flat else "", ""),
            ("a", f"a{ends}", "Parte"),
            ("descargas", f"descargas{ends}", ""),
        )
    )
    manifest.write(Manifest(**ABOUT, url=url, pages=entries), tmp_path / "m.json")
    for entry, content in zip(entries, ("", html), strict=False):
        (tmp_path / entry.file).parent.mkdir(exist_ok=True)
        (tmp_path / entry.file).write_text(f"<article>{content}</article>", "utf-8")
    return books.load(tmp_path / "m.json", tmp_path)


@pytest.mark.parametrize(
    ("href", "to"),
    [
        ("../#x", {"page": "index", "at": "x"}),
        ("../index.html", {"page": "index", "at": ""}),
        ("#y%20z", {"page": "a", "at": "y z"}),
        ("./?tema=b#y", {"page": "a", "at": "y"}),
        ("https://example.org/", {"href": "https://example.org/"}),
        ("http://example.org/", {"href": "http://example.org/"}),
        ("mailto:a@example.org", {"href": "mailto:a@example.org"}),
        ("tel:+34900", {"href": "tel:+34900"}),
        ("../x.zip", {"href": "https://example.org/g/x.zip"}),
        ("../h.csv?v=1#a", {"href": "https://example.org/g/h.csv?v=1#a"}),
    ],
)
def test_links_lead_to_a_chapter_or_to_the_public_site(tmp_path, href, to):
    page = read(tmp_path, f'<p><a href="{href}">x</a></p>', "https://example.org/g").chapter("a")
    assert page.body.find(".//a").attrib == to


def test_a_link_that_leads_nowhere_is_text(tmp_path):
    page = read(tmp_path, '<p><a href="../x.zip">el zip</a></p>').chapter("a")
    assert page.body.find(".//a") is None
    assert "".join(page.body.itertext()) == "el zip"


@pytest.mark.parametrize("flat", [False, True])
def test_the_first_page_is_told_by_its_address(tmp_path, flat):
    whole = read(tmp_path, "<h1>A</h1>", flat=flat)
    assert [(page.name, page.home) for page in whole.chapters] == [("index", True), ("a", False)]


def test_pictures_are_files_of_the_site(tmp_path):
    (tmp_path / "ñ q.png").write_bytes(b"x")
    page = read(tmp_path, '<p><img src="../%C3%B1%20q.png?v=2#only-light" alt=a></p>').chapter("a")
    assert [image.attrib for image in page.body.iter("img")] == [{"src": "ñ q.png", "alt": "a"}]


@pytest.mark.parametrize("src", ["../nada.png", "../../fuera.png"])
def test_a_picture_that_the_site_lacks_is_refused(tmp_path, src):
    (tmp_path.parent / "fuera.png").write_bytes(b"x")
    with pytest.raises(DownloadError, match="a/: there is no picture"):
        read(tmp_path, f'<p><img src="{src}"></p>')


def test_the_book_says_when_its_facts_were_checked():
    facts = (fact(), fact("x-2", status="sin-verificar", checked="2026-01-05"))
    assert book().checked == ""
    assert book(facts=facts[:1]).checked == "1 datos revisados el 2 de enero de 2026"
    told = "2 datos revisados entre el 2 de enero de 2026 y el 5 de enero de 2026: 1 con fuente y 1 sin verificar"
    assert book(facts=facts).checked == told


def test_a_title_has_two_parts_and_an_edition_a_day():
    assert (book().short_title, book().subtitle, book().day) == ("Guía", "Completa", "2 de enero de 2026")


def test_an_address_on_the_web_needs_a_public_site():
    link = ET.Element("a", {"page": "a", "at": "x"})
    assert book(chapter()).address(link) == ""
    public = book(chapter(), url="https://example.org/g")
    assert public.address(link) == "https://example.org/g/a/#x"
    assert (
        public.address(ET.Element("a", {"page": "a", "at": "fn:añ o"}))
        == "https://example.org/g/a/#fn:a%C3%B1%20o"
    )
    assert book().address(ET.Element("a", {"href": "https://e.org/"})) == "https://e.org/"
