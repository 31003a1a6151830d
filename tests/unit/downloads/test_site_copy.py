"""The archive of a site: addresses of folders name their page, all else stays byte for byte."""

from __future__ import annotations

import hashlib
import io
import zipfile

import books
import pytest
from bs4 import BeautifulSoup
from guidekit.downloads import listing, page, site_copy
from guidekit.web.elements import html_of


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../b/">', '<a href="../b/index.html">'),
        ("<a class=x href=..>", '<a class=x href="../index.html">'),
        ("<a href='../b/?tema=a&amp;x=1#y'>", '<a href="../b/index.html?tema=a&amp;x=1#y">'),
        ('<a\n  href = "../b">', '<a\n  href="../b/index.html">'),
        ('<A HREF="./">', '<A HREF="index.html">'),
        ('<link rel="canonical" href="https://example.org/a/">', ""),
        ("<link rel=manifest href=../manifest.webmanifest>", ""),
    ],
)
def test_addresses_of_folders_name_their_page(before, after):
    names = {"index.html", "a/index.html", "b/index.html", "assets/x.js"}
    assert site_copy.relocate(f"é\n{before}.", "a/index.html", names) == f"é\n{after}."


@pytest.mark.parametrize(
    "text",
    [
        '<a href="#uno">', '<a href="https://example.org/b/">', '<script src="../assets/x.js">', "<a href>",
        """<p title='href="../b/"'>""", '<script>const x = "<a href=\\"../b/\\">";</script>', '<!-- <a href="../b/"> -->',
        '<a data-href="../b/">', '<a href="../nada/">', "a < b & c", "<style>a > b {}</style>", '<use href="#x"/>',
    ],
)  # fmt: skip
def test_all_else_stays_byte_for_byte(text):
    assert (
        site_copy.relocate(
            text, "a/index.html", {"index.html", "a/index.html", "b/index.html", "assets/x.js"}
        )
        == text
    )


@pytest.fixture
def small(tmp_path):
    """A book of one topic with all its downloads, in a folder of its own."""

    def make(folder, url=""):
        site = tmp_path / folder
        (site / "descargas").mkdir(parents=True)
        (site / "a").mkdir()
        place = html_of(page.place(page.TOPIC, "a.pdf"))
        (site / "a/index.html").write_text(f"<h1>A</h1>{place}", "utf-8")
        cards = [page.place(page.CARD, f"g{end}") for end in (".pdf", ".apkg", "-offline.zip")]
        text = "".join(map(html_of, [*cards, page.place(page.TOPICS)]))
        (site / "descargas/index.html").write_text(text, "utf-8")
        for name in ("g.pdf", "a.pdf", "g.apkg", "g.epub"):
            (site / "descargas" / name).write_bytes(b"/Type /Pages /Count 2")
        return books.book(books.chapter(title="A"), site=site, file="g", url=url)

    return make


def unpacked(book):
    for maker in (site_copy.make, listing.make):
        maker(book, book.site / "descargas")
    with zipfile.ZipFile(book.site / "descargas/g-offline.zip") as opened:
        return {name.removeprefix("g/"): opened.read(name).decode() for name in opened.namelist()}


def test_a_public_address_leads_to_what_the_archive_leaves_out(small):
    files = unpacked(small("site", "https://example.org/guias/g/"))
    assert 'href="https://example.org/guias/g/descargas/a.pdf"' in files["a/index.html"]
    listed = files["descargas/index.html"]
    assert 'href="g.apkg"' in listed
    assert 'href="https://example.org/guias/g/descargas/a.pdf"' in listed
    assert 'href="g.pdf"' in listed


def test_without_one_nothing_is_linked_that_is_not_there(small):
    book = small("site", "http://127.0.0.1:8000/")
    files = unpacked(book)
    assert BeautifulSoup(files["a/index.html"], "html.parser").get_text() == "A"
    listed = BeautifulSoup(files["descargas/index.html"], "html.parser")
    assert {a["href"] for a in listed.select("a")} == {"g.pdf", "g.apkg"}
    assert "Se descargan en el sitio publicado." in listed.get_text()
    outside = (book.site / "descargas/index.html").read_text("utf-8")
    assert 'href="g-offline.zip"' in outside
    assert hashlib.sha256((book.site / "descargas/g-offline.zip").read_bytes()).hexdigest() in outside


def test_two_archives_are_the_same_to_the_byte(small, monkeypatch):
    made = []
    for folder, zone in (("one", "UTC"), ("two/below", "Asia/Tokyo")):
        monkeypatch.setenv("TZ", zone)
        book = small(folder)
        site_copy.make(book, book.site / "descargas")
        made.append((book.site / "descargas/g-offline.zip").read_bytes())
    assert made[0] == made[1]
    (entry, *_) = zipfile.ZipFile(io.BytesIO(made[0])).infolist()
    assert entry.date_time == (2026, 1, 2, 0, 0, 0)


def test_a_failing_archive_leaves_no_half_file(small, monkeypatch):
    book = small("site")
    monkeypatch.setattr(site_copy, "relocate", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        site_copy.make(book, book.site / "descargas")
    assert sorted(f.name for f in (book.site / "descargas").glob("g-*")) == []
