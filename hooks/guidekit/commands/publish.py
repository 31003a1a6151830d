"""`python -m guidekit.commands.publish`: build the site beside site/ and swap when all of it is complete.

A failing strict build of MkDocs has already emptied its output folder; built beside, it leaves the
earlier site/ as it was. Exit status and messages are those of MkDocs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from ..dates import source_date_epoch
from ..downloads.errors import DownloadError

_NEXT = Path(".site-next")
_MANIFEST = Path(".site-manifest.json")
_OLD = Path(".site-old")
_SITE = Path("site")
_STOPPED = 130
"""The status of what a person ends by Ctrl-C."""


def swap(complete: Path, site: Path, old: Path) -> None:
    """Put the folder `complete` in the place of `site`; `old` must not exist and does not afterwards."""
    if site.exists():
        site.rename(old)
    complete.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _build(root: Path) -> int:
    """Build the whole site beside the one there is; return the exit status."""
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": source_date_epoch(root),
        "GUIA_MANIFEST": str(root / _MANIFEST),
    }
    # Never with --quiet: MkDocs would drop the warnings that make a strict build fail.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(_NEXT)]
    try:
        with subprocess.Popen(command, env=environment, cwd=root) as process:
            # Large libraries load beside MkDocs; and not at the head of this file, which every process that
            # lays out a PDF runs too.
            from ..downloads import making

            making.load_makers()
            status = process.wait()
        if not status:
            making.make(_NEXT, _MANIFEST)
    except DownloadError as error:
        print(error, file=sys.stderr)
        status = 1
    except KeyboardInterrupt:
        status = _STOPPED
    if status:
        print("site/ is as it was before", file=sys.stderr)
    return status


def main() -> int:
    """Run in the folder of mkdocs.yml; return the exit status."""
    root = Path.cwd()
    if _OLD.exists() and not _SITE.exists():
        _OLD.rename(_SITE)  # an earlier run was cut off between the two steps of a swap
    for leftover in (_NEXT, _OLD):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        status = _build(root)
        if status:
            return status
        swap(_NEXT, _SITE, _OLD)
    except OSError as error:
        print(f"site/ could not be replaced: {error}", file=sys.stderr)
        return 1
    finally:
        _MANIFEST.unlink(missing_ok=True)
        shutil.rmtree(_NEXT, ignore_errors=True)
    files = [file for file in _SITE.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    print(f"site/ is complete: {len(files)} files, {size / 1_000_000:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
