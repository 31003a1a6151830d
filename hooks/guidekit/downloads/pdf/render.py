"""WeasyPrint, held to what every PDF of ours is: tagged, with embedded fonts, the same on every run.

A PDF is laid out in units that begin on a page of their own. Page numbers are text in them, put in once
they are known; a unit is laid out again only when a number it shows has changed. (WeasyPrint's own
`target-counter` lays out the whole document again for every number: four times for a book.)
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from ...web.elements import classes, element
from .. import atomic as files
from ..book import Book
from ..errors import DownloadError
from . import flow as pdf_flow
from .paper import RESOURCES, Paper

_LIBRARIES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_NUMBERED = {"pagina", "num", "respuesta", "guiada", "entrada"}
"""Classes of links that show the number of the page they lead to (style.css prints `data-p`)."""
_UNKNOWN = 100
_ROUNDS = 8
_TRIALS = 4
"""Times a unit is laid out again because a drawing in it was moved or made smaller."""


@dataclass
class Unit:
    """A stretch of pages: `body` is its element, `pages` its layout from page `start` with the numbers
    in `shown`.
    """

    body: ET.Element
    pages: list[Any] = field(default_factory=list)
    shown: dict[str, int] = field(default_factory=dict)
    start: int = 0


class Press:
    """Lays out and writes the units of one PDF."""

    def __init__(self, book: Book, title: str, target: Path, paper: Paper) -> None:
        self.book, self.title, self.target, self.paper = book, title, target, paper
        self.weasyprint = weasyprint_for(target.name)
        self.fonts, self.sheet = _styles(paper.name)
        self.first: Any = None

    def settle(self, units: Sequence[Unit]) -> None:
        """Lay out `units` until every page number they show is that of the page it names."""
        numbers: dict[str, int] = {}
        for unit in units:
            numbers |= _anchors(unit)
        for _ in range(_ROUNDS):
            start, done = 1, True
            for unit in units:
                shown = {name: numbers.get(name, _UNKNOWN) for name in _targets(unit.body)}
                if not unit.pages or unit.start != start or unit.shown != shown:
                    fresh = not unit.pages
                    self._lay_out(unit, start, shown)
                    if fresh:
                        self._close_holes(unit)
                    numbers |= _anchors(unit)
                    done = False
                start += len(unit.pages)
            if done:
                return
        raise DownloadError(f"{self.target.name}: the page numbers do not settle")

    def _close_holes(self, unit: Unit) -> None:
        for _ in range(_TRIALS):
            if not pdf_flow.fill(unit.body, unit.pages):
                return
            self._lay_out(unit, unit.start, unit.shown)

    def _lay_out(self, unit: Unit, start: int, shown: dict[str, int]) -> None:
        for link in _links(unit.body):
            link.set("data-p", str(shown[link.get("href", "")[1:]]))
        unit.start, unit.shown = start, shown
        source = "<!doctype html>" + ET.tostring(self._document(unit.body), encoding="unicode", method="html")
        numbering = self.weasyprint.CSS(string=f"@page :first {{ counter-reset: page {start} }}")
        page = self.weasyprint.HTML(string=source, base_url=f"{RESOURCES}/")
        laid = page.render(
            stylesheets=[self.sheet, numbering], font_config=self.fonts, pdf_variant="pdf/ua-1"
        )
        self.first = self.first or laid
        unit.pages = list(laid.pages)

    def _document(self, body: ET.Element) -> ET.Element:
        day = self.book.date.isoformat()
        about = {"author": self.book.author, "description": self.book.description}
        about |= {"dcterms.created": day, "dcterms.modified": day}
        metas = [element("meta", name=name, content=content) for name, content in about.items()]
        head = element("head", element("title", self.title), *metas)
        return element("html", head, body, lang=self.book.language)

    def write(self, units: Sequence[Unit]) -> Path:
        """Write the pages of `units` as the target, complete or not at all."""
        identifier = hashlib.sha256(f"{self.target.name} {self.book.epoch}".encode()).digest()[:16]
        before = os.environ.get("SOURCE_DATE_EPOCH")
        os.environ["SOURCE_DATE_EPOCH"] = str(self.book.epoch)  # the dates in the subsets of the fonts
        try:
            pages = [page for unit in units for page in unit.pages]
            with files.whole(self.target) as place:
                self.first.copy(pages).write_pdf(place, pdf_variant="pdf/ua-1", pdf_identifier=identifier)
        finally:
            if before is None:
                del os.environ["SOURCE_DATE_EPOCH"]
            else:
                os.environ["SOURCE_DATE_EPOCH"] = before
        return self.target


def _links(body: ET.Element) -> Iterator[ET.Element]:
    for link in body.iter("a"):
        if link.get("href", "").startswith("#") and classes(link) & _NUMBERED:
            yield link


def _targets(body: ET.Element) -> Iterator[str]:
    return (link.get("href", "")[1:] for link in _links(body))


def _anchors(unit: Unit) -> dict[str, int]:
    """Return the page of every id in a unit."""
    pages: dict[str, int] = {}
    for number, page in enumerate(unit.pages, unit.start):
        for name in page.anchors:
            pages.setdefault(name, number)
    return pages


@cache
def _styles(paper: str) -> tuple[Any, Any]:
    """Return fonts and style sheet, for all PDFs of a process: to unpack the fonts takes half a second."""
    import weasyprint.text.fonts

    fonts = weasyprint.text.fonts.FontConfiguration()
    styles = (RESOURCES / "style.css").read_text("utf-8").replace("{{paper}}", paper)
    return fonts, weasyprint.CSS(string=styles, base_url=f"{RESOURCES}/", font_config=fonts)


def weasyprint_for(name: str) -> Any:
    """Import WeasyPrint, which loads the system's text libraries at once."""
    try:
        import weasyprint
    except OSError as error:
        raise DownloadError(
            f"{name}: a system library is missing ({error}); install it with: apt install {_LIBRARIES}"
        ) from error
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    return weasyprint
