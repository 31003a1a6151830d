"""The cache of made files gives back what was put there or nothing, and no build fails for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from guidekit.downloads import cache
from guidekit.downloads.cache import Store, key

_WRITER = """
import sys; from pathlib import Path; from guidekit.downloads.cache import Store
store = Store(Path(sys.argv[1]), 10_000_000)
for _ in range(20): store.put("x", sys.argv[2].encode() * 1_000_000)
"""


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "deep/cache", 1000)


def files(folder):
    return sorted(file.name for file in folder.iterdir())


def used(file, seconds):
    os.utime(file, (seconds, seconds))


def test_what_was_put_is_there_for_the_next_process_too(store, tmp_path):
    assert store.get("x") is None
    store.put("x", b"first")
    store.put("x", b"")
    store.put("y", b"other")
    again = Store(tmp_path / "deep/cache", 1000)
    assert (again.get("x"), again.get("y"), again.get("z")) == (b"", b"other", None)


def test_a_key_tells_where_its_parts_end_and_their_order():
    keys = [
        key("ab", "c"),
        key("a", "bc"),
        key("abc"),
        key("abc", ""),
        key("c", "ab"),
        key("1:a"),
        key(),
        key(""),
    ]
    assert len(set(keys)) == len(keys)
    assert key("ñ", b"x") == key("ñ".encode(), "x")
    assert Path(keys[0]).name == keys[0]


@pytest.mark.parametrize("damage", [b"", b"short", "cut", "changed"])
def test_what_is_damaged_is_absent_until_it_is_put_again(store, tmp_path, damage):
    store.put("x", b"content")
    file = tmp_path / "deep/cache/x"
    whole = file.read_bytes()
    file.write_bytes({"cut": whole[:-1], "changed": whole[:-1] + b"T"}.get(damage, damage))
    assert store.get("x") is None
    store.put("x", b"content")
    assert store.get("x") == b"content"


def test_what_was_used_longest_ago_goes_first(store, tmp_path):
    folder = tmp_path / "deep/cache"
    for seconds, name in enumerate("abc"):
        store.put(name, b"x" * 250)
        used(folder / name, seconds)
    store.get("a")
    store.put("d", b"x" * 250)
    assert files(folder) == ["a", "c", "d"]


def test_what_a_process_left_unfinished_goes_in_its_turn(store, tmp_path):
    store.put("a", b"x" * 400)
    (tmp_path / "deep/cache/tmpleft").write_bytes(b"x" * 400)
    used(tmp_path / "deep/cache/tmpleft", 1)
    store.put("b", b"x" * 400)
    assert files(tmp_path / "deep/cache") == ["a", "b"]


def test_what_is_larger_than_the_cache_does_not_empty_it(store):
    store.put("a", b"small")
    store.put("b", b"x" * 1000)
    assert (store.get("a"), store.get("b")) == (b"small", None)


def test_the_folder_may_go_at_any_time(store, tmp_path):
    store.put("a", b"x")
    (tmp_path / "deep/cache/a").unlink()
    (tmp_path / "deep/cache").rmdir()
    assert store.get("a") is None
    store.put("a", b"y")
    assert store.get("a") == b"y"


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    store = Store(
        tmp_path / "file/cache", 1000
    )  # no folder can be there: not even for root, who may write anywhere
    store.put("a", b"x")
    assert store.get("a") is None


def test_a_full_disk_leaves_what_there_is(store, tmp_path, monkeypatch):
    store.put("a", b"old")

    def fail(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    store.put("a", b"new")
    assert store.get("a") == b"old"
    assert files(tmp_path / "deep/cache") == ["a"]


def test_two_processes_that_write_one_entry_leave_it_whole_at_every_moment(tmp_path):
    store = Store(tmp_path, 10_000_000)
    store.put("x", b"1" * 1_000_000)
    environment = {**os.environ, "PYTHONPATH": str(Path(cache.__file__).parents[2])}
    command = [sys.executable, "-c", _WRITER, str(tmp_path)]
    writers = [subprocess.Popen([*command, name], env=environment) for name in "12"]
    while any(writer.poll() is None for writer in writers):
        assert store.get("x") in {b"1" * 1_000_000, b"2" * 1_000_000}
    assert [writer.returncode for writer in writers] == [0, 0]
    assert files(tmp_path) == ["x"]
