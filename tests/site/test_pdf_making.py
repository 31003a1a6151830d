"""How the PDFs are made: side by side, only those that changed, on the paper that is asked for."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import wait

import books
import pytest
from guidekit.downloads import listing
from guidekit.downloads.cache import Store
from guidekit.downloads.errors import DownloadError
from guidekit.downloads.pdf import books as maker
from pypdf import PdfReader
from support import FRONT, run


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setattr(maker, "_KEPT", Store(tmp_path / "kept", 9_000_000))
    return tmp_path / "kept"


def book(text: str = "Texto.", **about):
    chapters = books.chapter(f"<h1>Uno</h1><p>{text}</p>"), books.chapter("<h1>B</h1>", "b", title="B")
    return books.book(*chapters, **about)


def made(book, folder) -> dict[str, bool]:
    """The names of the files, and whether any time was spent on each."""
    return {file.name: seconds > 0 for file, seconds in maker.make(book, folder)}


def test_what_has_not_changed_is_not_made_again(store, tmp_path):
    assert made(book(), tmp_path) == {"guia.pdf": True, "a.pdf": True, "b.pdf": True}
    before = {file.name: file.read_bytes() for file in tmp_path.glob("*.pdf")}
    for file in tmp_path.glob("*.pdf"):
        file.unlink()
    assert made(book(epoch=1767312000 + 60), tmp_path) == {"guia.pdf": False, "a.pdf": False, "b.pdf": False}
    assert {file.name: file.read_bytes() for file in tmp_path.glob("*.pdf")} == before
    assert made(book("Otro texto."), tmp_path) == {"guia.pdf": True, "a.pdf": True, "b.pdf": False}
    assert made(book(epoch=1767312000 + 86_400), tmp_path) == {"guia.pdf": True, "a.pdf": True, "b.pdf": True}


def test_a_damaged_cache_is_made_anew(store, tmp_path):
    made(book(), tmp_path)
    for file in store.iterdir():
        file.write_bytes(file.read_bytes()[:-1])
    assert made(book(), tmp_path) == {"guia.pdf": True, "a.pdf": True, "b.pdf": True}


def test_pages_that_never_settle_are_told(store, tmp_path, monkeypatch):
    monkeypatch.setattr(maker, "_ROUNDS", 0)
    monkeypatch.setattr(maker, "_first_pages", lambda sheet: {"a--x": 7})
    paged = books.book(books.chapter('<h1>Uno</h1><p><a href="#x">x</a></p><p id="x">X</p>'))
    with pytest.raises(
        DownloadError, match=r"guia\.pdf: the page numbers do not settle|a\.pdf: the page numbers"
    ):
        list(maker.make(paged, tmp_path))


def many():
    return books.book(*(books.chapter("<h1>Uno</h1><p>Texto.</p>", f"a{number}") for number in range(9)))


def test_a_process_that_is_ended_is_told(store, tmp_path):
    making = maker.make(many(), tmp_path)
    next(making)
    for process in multiprocessing.active_children():
        process.kill()
    with pytest.raises(DownloadError, match=r"^a process that sets the PDFs was ended"):
        list(making)


def test_who_stops_it_waits_for_no_other(store, tmp_path, monkeypatch):
    waiting = []
    monkeypatch.setattr(
        maker, "wait", lambda running, **how: waiting.append([*running]) or wait(running, **how)
    )
    making = maker.make(many(), tmp_path)
    next(making)
    making.close()
    assert any(future.cancelled() for future in waiting[0])


def test_a_guide_in_letter_is_letter(tiny):
    keys = "---\ntopic: 1\nicon: material/database\nexam_domains: [costos]\n"
    topic = FRONT.replace("Inicio", "Tema").replace("---\n", keys, 1) + "# Tema\n\nTexto.\n"
    root = tiny({"tema.md": topic})
    done = run("guidekit.commands.publish", cwd=root, GUIA_PAPER="Letter")
    assert done.returncode == 0, done.stderr
    for path in (root / "site/descargas").glob("*.pdf"):
        assert {tuple(map(round, page.mediabox[2:])) for page in PdfReader(path).pages} == {(612, 792)}


def test_the_page_of_downloads_counts_the_pages_of_a_pdf(store, tmp_path):
    made(books.book(books.chapter("<h1>Uno</h1>" + "<p>Texto.</p>" * 300)), tmp_path)
    for path in tmp_path.glob("*.pdf"):
        assert listing.pdf_pages(path.read_bytes()) == len(PdfReader(path).pages) > 5
