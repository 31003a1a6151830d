"""Whatever fails while downloads are made is told as one message that names the download."""

from __future__ import annotations

import books
import pytest
from guidekit.downloads import making
from guidekit.downloads.errors import DownloadError
from guidekit.downloads.registry import Format, Made


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


def test_a_file_is_told_as_soon_as_it_is_done_with_the_seconds_it_took(make, capsys, tmp_path, monkeypatch):
    now = iter((10, 13, 13.5, 20, 20))
    monkeypatch.setattr(making.time, "perf_counter", lambda: next(now))
    heard = []

    def write(book, target):
        for name in ("x.txt", "y.txt"):
            (target / name).write_text("", "utf-8")
            yield target / name
            heard.append(capsys.readouterr().out)

    make(write)
    assert heard == ["descargas/x.txt: 0.0 MB in 3.0 s\n", "descargas/y.txt: 0.0 MB in 6.5 s\n"]


def test_files_made_at_once_are_told_with_their_own_seconds_in_any_order(make, capsys, tmp_path):
    def write(book, target):
        for name, seconds in (("quick.txt", 0.25), ("slow.txt", 61.0)):
            (target / name).write_text("", "utf-8")
            yield Made(target / name, seconds)

    make(write)
    assert capsys.readouterr().out == (
        "descargas/quick.txt: 0.0 MB in 0.2 s\ndescargas/slow.txt: 0.0 MB in 61.0 s\n"
    )


def test_what_fails_halfway_is_told_too(make):
    def write(book, target):
        yield Made(target, 1.0)
        raise DownloadError("y.txt: no room")

    with pytest.raises(DownloadError, match=r"^y\.txt: no room$"):
        make(write)


def test_a_bug_of_a_maker_is_told_with_its_download_and_the_exception(make):
    with pytest.raises(
        DownloadError, match=r"^descargas/x\.txt: KeyError: 'trampa'; a bug of what makes it$"
    ):
        make(lambda book, target: {}["trampa"])


def test_what_the_system_refuses_is_no_bug(make):
    def write(book, target):
        (target / "none/x.txt").write_text("", "utf-8")

    with pytest.raises(DownloadError, match=r"^descargas/x\.txt: \[Errno 2\] [^;]*none/x\.txt'$"):
        make(write)


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
    with pytest.raises(DownloadError, match=r"^descargas/: \[Errno 2\] .*m\.json"):
        making.make(tmp_path, tmp_path / "m.json")
