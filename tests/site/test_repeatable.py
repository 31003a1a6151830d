"""The same sources give the same bytes, whatever the folder, the time zone, the language and the hash seed."""

from __future__ import annotations

import shutil
from pathlib import Path

import small_guide
from publication import link_sources
from support import run

ELSEWHERE = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "4711"}
DOWNLOADS = {".pdf", ".epub", ".apkg", ".zip"}


def files(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def differences(one: Path, other: Path) -> list[str]:
    first, second = files(one), files(other)
    assert sorted(first) == sorted(second)
    return [name for name in first if first[name] != second[name]]


def test_the_guide_is_built_the_same_elsewhere(site, tmp_path):
    root = tmp_path / "otra carpeta ñ"
    link_sources(root)
    result = run("mkdocs", "build", "--site-dir", "out", cwd=root, **ELSEWHERE)
    assert result.returncode == 0, result.stderr
    assert differences(site, root / "out") == []


def test_a_small_guide_is_published_the_same_elsewhere(tiny, tmp_path):
    root = tiny(small_guide.files())
    other = tmp_path / "otra carpeta ñ/guía"
    shutil.copytree(root, other, symlinks=True, ignore=lambda folder, names: {"otra carpeta ñ"} & set(names))
    for folder, setting in ((root, {"TZ": "UTC", "PYTHONHASHSEED": "1"}), (other, ELSEWHERE)):
        result = run("guidekit.commands.publish", cwd=folder, **setting)
        assert result.returncode == 0, result.stderr
    assert {Path(name).suffix for name in files(root / "site")} >= DOWNLOADS
    assert differences(root / "site", other / "site") == []
