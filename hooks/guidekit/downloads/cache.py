"""Files that took long to make, kept on disk for the next build under a hash of all that goes into them.

The folder may be deleted at any time. What is damaged counts as absent, and where nothing can be written
nothing is kept: a build never fails for its cache.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

_SUM = hashlib.sha256().digest_size


def key(*parts: bytes | str) -> str:
    """Return the key of what is made from `parts`, in this order; text counts as its UTF-8."""
    total = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        total.update(b"%d:" % len(content))  # else "ab", "c" would be "a", "bc"
        total.update(content)
    return total.hexdigest()


class Store:
    """Contents by key in `folder`, at most `limit` bytes: those used last. Processes may share a folder."""

    def __init__(self, folder: Path, limit: int) -> None:
        self._folder, self._limit = folder, limit

    def get(self, key: str) -> bytes | None:
        """Return what was put under `key`; None if it is not there, or not as it was written."""
        file = self._folder / key
        try:
            data = file.read_bytes()
        except OSError:
            return None
        content = data[_SUM:]
        if hashlib.sha256(content).digest() != data[:_SUM]:
            return None
        with suppress(OSError):
            os.utime(file)
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep `content` under `key`, in place of what is there, unless it is larger than the limit."""
        data = hashlib.sha256(content).digest() + content
        if len(data) > self._limit:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as unfinished:
                try:
                    unfinished.write(data)
                    unfinished.close()
                    Path(unfinished.name).replace(self._folder / key)
                finally:
                    Path(unfinished.name).unlink(missing_ok=True)
            self._make_room()

    def _make_room(self) -> None:
        """Delete the files used longest ago, also those that a process left unfinished, down to the limit."""
        files = [(entry.stat(), entry.path) for entry in os.scandir(self._folder)]
        size = sum(stat.st_size for stat, _ in files)
        for stat, path in sorted(files, key=lambda file: file[0].st_mtime_ns):
            if size <= self._limit:
                break
            Path(path).unlink(missing_ok=True)
            size -= stat.st_size
