"""The PDFs: the whole guide as a book, and every topic on its own."""

from __future__ import annotations

import json
import multiprocessing
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path

from .. import atomic
from ..book import Book
from ..cache import Store, key
from ..errors import DownloadError
from ..registry import Made
from . import paper, press, sheets

_PROCESSES = 2
_ROUNDS = 6
_KEPT = Store(Path(".cache/pdf"), 64_000_000)
_HERE = Path(__file__).parent


@dataclass
class _Job:
    """A PDF on its way: `pages` are those of the layout before, `seconds` what has been spent on it."""

    sheet: press.Sheet
    key: str
    pages: press.Pages
    seconds: float
    rounds: int = 0


def make(book: Book, target: Path) -> Iterator[Made]:
    """Write the book and a PDF for each topic below `target`; yield each with the seconds that it took."""
    return printed(book, _sheets(book), target)


def _sheets(book: Book) -> Iterator[press.Sheet]:
    size = paper.chosen()
    yield sheets.whole(book, size)
    for chapter in book.chapters:
        if chapter.kind == "topic":
            yield sheets.single(book, chapter, size)


def printed(book: Book, wanted: Iterable[press.Sheet], target: Path) -> Iterator[Made]:
    """Write a PDF for each sheet that is `wanted` below `target`; yield each with the seconds that it took.

    What has not changed since it was last made is taken from the cache. Raises DownloadError for whatever
    Typst tells, pages that do not settle, and a process that something ended.
    """
    day = datetime(book.date.year, book.date.month, book.date.day, tzinfo=UTC)
    epoch = int(day.timestamp())  # not the second, which changes with every commit
    running: dict[Future[press.Timed], _Job] = {}
    pool = _pool()
    try:
        for job in _jobs(wanted, epoch):
            if (kept := _KEPT.get(job.key)) is not None:
                yield Made(_written(job, kept, target), 0.0)
            else:
                running[pool.submit(press.timed, job.sheet, job.pages, epoch)] = job
        while running:
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                job = running.pop(future)
                job.pages, made, seconds = future.result()
                job.seconds, job.rounds = job.seconds + seconds, job.rounds + 1
                if made is not None:
                    _KEPT.put(job.key, made)
                    _KEPT.put(key("pages", job.sheet.name), json.dumps(job.pages).encode())
                    yield Made(_written(job, made, target), job.seconds)
                elif job.rounds < _ROUNDS:
                    running[pool.submit(press.timed, job.sheet, job.pages, epoch)] = job
                else:
                    raise DownloadError(f"{job.sheet.name}.pdf: the page numbers do not settle")
    except BrokenProcessPool as error:
        message = "a process that sets the PDFs was ended by another: perhaps no memory is left"
        raise DownloadError(message) from error
    finally:
        pool.shutdown(cancel_futures=True)  # who failed or was stopped waits for no other


def _pool() -> ProcessPoolExecutor:
    """Return processes that do one layout each: Typst keeps in memory whatever it has laid out.

    They know `press` and what it imports, no more: what else a task names, each process would import anew.
    """
    ways = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")
    context.set_forkserver_preload([press.__name__])
    return ProcessPoolExecutor(_PROCESSES, mp_context=context, max_tasks_per_child=1)


def _jobs(wanted: Iterable[press.Sheet], epoch: int) -> Iterator[_Job]:
    start = time.perf_counter()
    for sheet in wanted:
        pictures = [(sheet.site / name).read_bytes() for name in sheet.pictures]
        name = key(_makers(), str(epoch), sheet.name, sheet.code, *pictures)
        yield _Job(sheet, name, _first_pages(sheet), time.perf_counter() - start)
        start = time.perf_counter()


def _first_pages(sheet: press.Sheet) -> press.Pages:
    """Return the pages of the sheet when it was last made, where that is known, else those it may have."""
    kept = json.loads(_KEPT.get(key("pages", sheet.name)) or b"{}")
    return {name: kept.get(name, guess) for name, guess in sheet.targets.items()}


@cache
def _makers() -> str:
    """Return a key of all that makes a PDF of a sheet."""
    files = sorted((*_HERE.glob("*.py"), *paper.FONTS.glob("*.ttf")))
    return key(version("typst"), version("pikepdf"), *(file.read_bytes() for file in files))


def _written(job: _Job, made: bytes, target: Path) -> Path:
    file = target / f"{job.sheet.name}.pdf"
    with atomic.whole(file) as place:
        place.write_bytes(made)
    return file
