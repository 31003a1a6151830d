"""Write a download whole or not at all; archives hold the same bytes for the same content."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

_1980 = 315_532_800
"""The first second a zip has a date for."""
_FILE = 0o100644 << 16
_UNIX = 3


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """Yield the place to write: it becomes `file` if the block ends well, and is gone if it fails."""
    unfinished = file.with_name(f"{file.name}.part")
    try:
        yield unfinished
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def archive(
    file: Path, entries: Iterable[tuple[str, bytes]], epoch: int, stored: Collection[str] = ()
) -> None:
    """Write `entries`, names and contents, in their order; every one bears the time `epoch`, and those named
    in `stored` are not compressed.
    """
    date = datetime.fromtimestamp(max(epoch, _1980), UTC).timetuple()[:6]
    with whole(file) as place, zipfile.ZipFile(place, "w") as writer:
        for name, content in entries:
            entry = zipfile.ZipInfo(name, date)
            entry.create_system, entry.external_attr = _UNIX, _FILE  # wherever it is made
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            writer.writestr(entry, content, compresslevel=9)
