"""What a reader takes away: made from the built site, after the strict build has passed."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from . import book

FOLDER = "descargas"
"""Where the site publishes them, below its root."""
Maker = Callable[[book.Book, Path], list[Path]]


class DownloadError(Exception):
    """A download could not be made; the message says which, why, and what helps."""


def make(site: Path, manifest: Path) -> None:
    """Make every download of the built `site`, telling each as it is done.

    Raises DownloadError; files of the maker that failed are not left behind.
    """
    from . import makers  # only here: they need system libraries that a build without downloads does not

    target = site / FOLDER
    target.mkdir(exist_ok=True)
    read = book.load(manifest, site)
    for maker in makers.ALL:
        start = time.perf_counter()
        for file in maker(read, target):
            size = file.stat().st_size / 1_000_000
            print(f"{FOLDER}/{file.name}: {size:.1f} MB in {time.perf_counter() - start:.1f} s", flush=True)
            start = time.perf_counter()
