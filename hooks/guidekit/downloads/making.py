"""Make every download of a built site."""

from __future__ import annotations

import time
from importlib import import_module
from pathlib import Path

from . import book as books
from . import listing
from .errors import DownloadError
from .registry import FOLDER, FORMATS, Format


def make(site: Path, manifest: Path) -> None:
    """Make the downloads of `site`, telling each as it is done, and list them on its pages.

    Raises DownloadError, also for a bug in a maker; files of the one that failed are not left behind.
    """
    target = site / FOLDER
    target.mkdir(exist_ok=True)
    try:
        book = books.load(manifest, site)
    except Exception as error:
        raise _failure(f"{FOLDER}/", error) from error
    for item in FORMATS:
        start = time.perf_counter()
        for file in _made(item, book, target):
            size, seconds = file.stat().st_size / 1_000_000, time.perf_counter() - start
            print(f"{FOLDER}/{file.name}: {size:.1f} MB in {seconds:.1f} s", flush=True)
            start = time.perf_counter()
    listing.make(book, target)


def _made(item: Format, book: books.Book, target: Path) -> list[Path]:
    try:
        files: list[Path] = import_module(f".{item.maker}", __package__).make(book, target)
    except Exception as error:
        raise _failure(f"{FOLDER}/{book.file}{item.suffix}", error) from error
    return files


def _failure(name: str, error: Exception) -> DownloadError:
    """Return what to tell of any failure: a maker's own words, else the name of the exception, a bug."""
    if isinstance(error, DownloadError):
        return error
    return DownloadError(f"{name}: {type(error).__name__}: {error}; a bug of what makes it")
