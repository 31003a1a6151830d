"""The makers of downloads in order: the page that lists them comes after all it lists."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from . import listing, manuscript, site_copy
from .anki import cards
from .epub import book as epub
from .pdf import books as pdf

FOLDER = "descargas"
"""Where the site publishes them, below its root."""
Maker = Callable[[manuscript.Book, Path], list[Path]]
ALL: tuple[Maker, ...] = (pdf.make, epub.make, cards.make, site_copy.make, listing.make)


def make(site: Path, manifest: Path) -> None:
    """Make every download of the built `site`, telling each as it is done.

    Raises DownloadError; files of the maker that failed are not left behind.
    """
    target = site / FOLDER
    target.mkdir(exist_ok=True)
    read = manuscript.load(manifest, site)
    for maker in ALL:
        start = time.perf_counter()
        for file in maker(read, target):
            size = file.stat().st_size / 1_000_000
            print(f"{FOLDER}/{file.name}: {size:.1f} MB in {time.perf_counter() - start:.1f} s", flush=True)
            start = time.perf_counter()
