"""The PDFs: the whole guide as a book, and every topic on its own."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from xml.etree import ElementTree as ET

from ..book import Book, Chapter
from . import bodies, paper, words
from .render import Press, Unit

_PROCESSES = 2
"""The book is one half of the work, the topics together the other."""
_COLLECT = (1_000_000, 5, 5)
"""Python's collector by default walks the boxes of all pages so often that it takes half the time; never, and
the book takes 2 GB instead of 1.1.
"""


def make(book: Book, target: Path) -> list[Path]:
    """Write the book and a PDF for each topic below `target`."""
    paper.chosen()
    names = [None, *(chapter.name for chapter in book.chapters if chapter.kind == "topic")]
    with ProcessPoolExecutor(_PROCESSES, initializer=_share, initargs=(book, target)) as pool:
        return list(pool.map(_write, names))


_shared: tuple[Book, Path]
"""What a process of the pool works on, handed over once."""


def _share(book: Book, target: Path) -> None:
    global _shared
    _shared = book, target
    gc.set_threshold(*_COLLECT)


def _write(name: str | None) -> Path:
    book, target = _shared
    chapter = None if name is None else book.chapter(name)
    return whole(book, target) if chapter is None else single(book, chapter, target)


def whole(book: Book, target: Path) -> Path:
    """Write the book."""
    sheet = paper.chosen()
    front, chapters, small, large = bodies.of_book(book, sheet)
    finish(book, [*chapters, *small, *large], [*chapters, *small])
    press = Press(book, book.title, target / f"{book.file}.pdf", sheet)
    units = [Unit(body) for body in (front, *chapters, *small, *large)]
    press.settle(units[: len(units) - len(large)])  # what the large ones refer to stands first
    press.settle(units)
    return press.write(units)


def single(book: Book, chapter: Chapter, target: Path) -> Path:
    """Write one topic: the chapter, its answers, the facts it cites."""
    sheet = paper.chosen()
    parts = bodies.of_topic(book, chapter, sheet)
    finish(book, parts, parts[:1])
    press = Press(book, f"{chapter.title} · {book.title}", target / f"{chapter.name}.pdf", sheet)
    units = [Unit(body) for body in parts]
    press.settle(units[:1])
    press.settle(units)
    return press.write(units)


def finish(book: Book, parts: Sequence[ET.Element], prose: Sequence[ET.Element]) -> None:
    """Prepare the bodies of a complete PDF for layout; `prose` are those whose text hyphenates."""
    _settle(book, parts)
    words.keep(prose, book.terms)
    for body in parts:
        words.loosen(body)


def _settle(book: Book, parts: Sequence[ET.Element]) -> None:
    """Make every link lead somewhere: into this PDF, else to the public site, else it is plain text."""
    ids = {part.get("id") for body in parts for part in body.iter()}
    urls = {chapter.name: chapter.url for chapter in book.chapters}
    for link in (link for body in parts for link in body.iter("a")):
        href = link.get("href", "")
        page = link.attrib.pop("data-pagina", "")
        if not href.startswith("#") or href[1:] in ids:
            continue
        if page in ids:
            link.set("href", f"#{page}")
        elif link.get("class") == "termino":
            del link.attrib["href"]
        elif page in urls and book.public:
            link.set("href", f"{book.public}{urls[page]}")
            link.set("class", "fuera")
        else:
            link.attrib.pop("href")
            link.attrib.pop("class", None)
