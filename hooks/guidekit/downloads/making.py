"""Make every download of a built site."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType

from . import book as books
from . import listing
from .errors import DownloadError
from .registry import FOLDER, FORMATS, Format, Made


def load_makers() -> None:
    """Import what `make` needs, which takes a while."""
    for item in FORMATS:
        _maker(item)


def make(site: Path, manifest: Path) -> None:
    """Make the downloads of `site`, telling each as it is done, and list them on its pages.

    Raises DownloadError, also for a bug in a maker; files of the one that failed are not left behind.
    """
    target = site / FOLDER
    with _told_as(f"{FOLDER}/"):
        book = books.load(manifest, site)
    if not book.file:  # the guide names none
        return
    target.mkdir(exist_ok=True)
    for item in FORMATS:
        with _told_as(f"{FOLDER}/{book.file}{item.suffix}"):
            for file, seconds in _made(item, book, target):
                size = file.stat().st_size / 1_000_000
                print(f"{FOLDER}/{file.name}: {size:.1f} MB in {seconds:.1f} s", flush=True)
    with _told_as(f"{FOLDER}/index.html"):
        listing.make(book, target)


def _made(item: Format, book: books.Book, target: Path) -> Iterator[Made]:
    """Yield each file as it comes; one without seconds of its own took those since the one before."""
    start = time.perf_counter()
    for file in _maker(item).make(book, target):
        yield file if isinstance(file, Made) else Made(file, time.perf_counter() - start)
        start = time.perf_counter()


def _maker(item: Format) -> ModuleType:
    return import_module(f".{item.maker}", __package__)


@contextmanager
def _told_as(name: str) -> Iterator[None]:
    """Tell any failure as one message: a maker's words, else those of the system, else the name of the
    exception, which is a bug.
    """
    try:
        yield
    except DownloadError:
        raise
    except OSError as error:  # a full disk, a folder nobody may write in
        raise DownloadError(f"{name}: {error}") from error
    except Exception as error:
        message = f"{name}: {type(error).__name__}: {error}; a bug of what makes it"
        raise DownloadError(message) from error
