"""Files are whole or not there; archives are the same bytes wherever they are made."""

from __future__ import annotations

import zipfile

import pytest
from guidekit.downloads import atomic


def test_a_file_that_fails_is_not_left_behind_and_the_earlier_one_stays(tmp_path):
    file = tmp_path / "x.zip"
    file.write_text("earlier", "utf-8")

    def fail():
        with atomic.whole(file) as place:
            place.write_text("half", "utf-8")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("x.zip", "earlier")]


def test_an_archive_bears_one_time_and_stores_what_it_is_told_to(tmp_path):
    atomic.archive(tmp_path / "x.zip", [("b", b"b" * 99), ("a", b"a" * 99)], 1767312000, stored={"b"})
    entries = zipfile.ZipFile(tmp_path / "x.zip").infolist()
    assert [entry.filename for entry in entries] == ["b", "a"]
    assert {entry.date_time for entry in entries} == {(2026, 1, 2, 0, 0, 0)}
    assert [entry.compress_type for entry in entries] == [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}


def test_a_zip_has_no_date_before_1980(tmp_path):
    atomic.archive(tmp_path / "x.zip", [("a", b"")], 0)
    assert zipfile.ZipFile(tmp_path / "x.zip").infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
