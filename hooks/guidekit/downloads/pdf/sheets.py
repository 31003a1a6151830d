"""What Typst reads for each PDF: the style, what the PDF says of itself, its content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from xml.etree import ElementTree as ET

from ..book import Book, Chapter
from ..registry import SHEET as REVIEW
from . import bodies, source, words
from .paper import Paper
from .press import Sheet
from .syntax import quoted

_STYLE = Path(__file__).parent / "style"
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_PAGE = 2000
"""Characters of a page, or so."""
PARTS = ("page.typ", "inline.typ", "blocks.typ", "matter.typ")


def whole(book: Book, paper: Paper) -> Sheet:
    """Return the sheet of the book."""
    read, sought = bodies.of_book(book, paper)
    return _sheet(book, book.file, book.title, read, sought, paper, topic=False)


def single(book: Book, chapter: Chapter, paper: Paper) -> Sheet:
    """Return the sheet of one topic: the chapter, its answers, the facts it cites."""
    read, sought = bodies.of_topic(book, chapter, paper)
    title = f"{chapter.title} · {book.title}"
    return _sheet(book, chapter.name, title, read, sought, paper, topic=True)


def review(book: Book, page: Chapter, paper: Paper) -> Sheet:
    """Return the sheet of the review sheet, the `page` of the site that lists what to know by heart."""
    title = f"{page.title} · {book.title}"
    body = bodies.of_review(book, page, paper)
    return _sheet(book, f"{book.file}{PurePath(REVIEW).stem}", title, body, [], paper, topic=True)


def _sheet(
    book: Book,
    name: str,
    title: str,
    read: bodies.Elements,
    sought: bodies.Elements,
    paper: Paper,
    *,
    topic: bool,
) -> Sheet:
    """Return a sheet; lines may divide the words of what is `read` on, not of what is `sought` in it."""
    parts = [*read, *sought]
    _settle(book, parts)
    words.mark(read, book.terms)
    day = book.date
    about = {
        "title": quoted(title),
        "author": quoted(book.author),
        "description": quoted(book.description),
        "date": f"datetime(year: {day.year}, month: {day.month}, day: {day.day})",
        "lang": quoted(book.language),
        "paper": quoted(paper.typst),
        "topic": str(topic).lower(),
    }
    settings = ", ".join(f"{key}: {code}" for key, code in about.items())
    items = [item for part in parts for item in part.iter()]
    for number, heading in enumerate(
        item for item in items if item.tag in _HEADINGS and "id" not in item.attrib
    ):
        heading.set("id", f"titulo-{number}")  # for the contents and the bookmarks to lead to
    pictures = {item.get("src", "") for item in items if item.tag == "img"}
    code = f"{_style()}\n#show: k-document.with({settings})\n#{source.of(parts, paper.text.width)}"
    return Sheet(name, code, _targets(items), book.site, tuple(sorted(pictures)))


def _targets(items: Sequence[ET.Element]) -> dict[str, int]:
    """Return the targets of the links among `items`, in order, each with a guess at its page."""
    wanted = {item.get("to") for item in items}
    targets, seen = {}, 0
    for item in items:
        name = item.get("id", "")
        if name in wanted:
            targets[name] = 1 + seen // _PAGE
        if item.tag != "style":
            seen += len(item.text or "") + len(item.tail or "")
    return targets


def _settle(book: Book, parts: Iterable[ET.Element]) -> None:
    """Make every link lead somewhere: into this PDF, else to the public site, else it is plain text."""
    items = [item for part in parts for item in part.iter()]
    ids = {item.get("id") for item in items}
    for link in (item for item in items if item.tag in source.LINKS):
        address = book.address(link)
        page = link.attrib.pop("page", "")
        link.attrib.pop("at", None)
        if "to" not in link.attrib or link.get("to") in ids:
            continue
        del link.attrib["to"]
        if page in ids:
            link.set("to", page)
        elif link.tag not in {"term", "mark"}:
            link.tag = "outside" if address else "span"
            if address:
                link.set("href", address)


def _style() -> str:
    """Return the style as one text, its drawings in it."""
    drawings = (
        f"{quoted(file.stem)}: bytes({quoted(file.read_text('utf-8'))})"
        for file in sorted(_STYLE.glob("*.svg"))
    )
    parts: Sequence[str] = [(_STYLE / name).read_text("utf-8") for name in PARTS]
    return "\n".join((f"#let drawings = ({', '.join(drawings)})", *parts))
