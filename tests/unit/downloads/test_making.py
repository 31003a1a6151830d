"""Whatever fails while downloads are made is told as one message that names the download."""

from __future__ import annotations

import books
import pytest
from guidekit.downloads import making
from guidekit.downloads.errors import DownloadError
from guidekit.downloads.registry import Format


def maker(make):
    return type("Module", (), {"make": staticmethod(make)})


@pytest.fixture
def make(monkeypatch, tmp_path):
    """Make one download, called x.txt, with this maker."""

    def run(make):
        book = books.book(site=tmp_path, file="x")
        monkeypatch.setattr(making.books, "load", lambda manifest, site: book)
        monkeypatch.setattr(making, "FORMATS", [Format(".txt", "", "txt", "", 1, in_archive=True)])
        monkeypatch.setattr(making, "import_module", lambda name, package: maker(make))
        making.make(tmp_path, tmp_path / "m.json")

    return run


def test_each_file_is_told(make, capsys, tmp_path):
    def write(book, target):
        (target / "x.txt").write_text("x" * 200_000, "utf-8")
        return [target / "x.txt"]

    make(write)
    assert capsys.readouterr().out.startswith("descargas/x.txt: 0.2 MB in ")


def test_a_bug_of_a_maker_is_told_with_its_download_and_the_exception(make):
    with pytest.raises(
        DownloadError, match=r"^descargas/x\.txt: KeyError: 'trampa'; a bug of what makes it$"
    ):
        make(lambda book, target: {}["trampa"])


def test_what_a_maker_tells_is_told_as_it_is(make):
    def fail(book, target):
        raise DownloadError("x.txt: no room")

    with pytest.raises(DownloadError, match=r"^x\.txt: no room$"):
        make(fail)


def test_a_bug_of_the_list_is_told_too(make, monkeypatch):
    monkeypatch.setattr(making.listing, "make", lambda book, target: 1 / 0)
    with pytest.raises(DownloadError, match=r"^descargas/index\.html: ZeroDivisionError: "):
        make(lambda book, target: [])


def test_a_book_that_cannot_be_read_is_told_too(tmp_path):
    with pytest.raises(DownloadError, match=r"^descargas/: FileNotFoundError: .*m\.json"):
        making.make(tmp_path, tmp_path / "m.json")
