"""The ledger of facts as an appendix: small, in columns, every entry with the page that states the fact."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from copy import deepcopy
from xml.etree import ElementTree as ET

from .. import dates
from ..markup import element, in_one_line, replace
from .book import Book, Chapter
from .pdf_chapter import place_id

_SOURCES = "fuentes-del-registro"


def before(page: Chapter) -> Iterator[ET.Element]:
    """Yield what the page tells before its entries: what the marks mean, what comes due, what changed."""
    for child in page.article:
        if child.get("id") == "todos" or child.tag == "section":
            return
        if child.tag != "h1":
            yield deepcopy(child)


def entries(book: Book, page: Chapter, wanted: Collection[str] | None = None) -> ET.Element:
    """Return a group for each topic with its facts, of all or of the `wanted` ones, and their sources."""
    made = []
    sources: dict[str, ET.Element] = {}
    for section in page.article.iter("section"):
        title = in_one_line(section[0])
        items = [
            _entry(book, page, item, sources)
            for item in section.iter("li")
            if item.get("data-hecho")
            and (wanted is None or set(item.get("data-hecho", "").split()) & set(wanted))
        ]
        if items:
            heading = element("h2", title, id=place_id(page.name, section[0].get("id") or ""))
            made.append(element("section", heading, *items, class_="grupo"))
    if sources:
        heading = element("h2", "Fuentes", id=_SOURCES)
        made.append(element("section", heading, *sources.values(), class_="grupo"))
    return element("div", *made, class_="columnas")


def _entry(book: Book, page: Chapter, item: ET.Element, sources: dict[str, ET.Element]) -> ET.Element:
    """Run the paragraphs of an entry together; sources by their numbers in the list that follows."""
    usual = dates.spanish(book.facts["newest"]) if book.facts else ""
    made = element("p", class_="dato", id=place_id(page.name, item.get("id") or ""))
    for part in item:
        if part.tag == "ul":
            _cite(made, part, sources)
        elif part.get("class") == "entrada-nota" and part.find("span") is not None:
            _head(book, page, made, part, item.get("data-estado") or "")
        elif not (part.text or "").startswith(f"Comprobado el {usual}"):
            copy = deepcopy(part)
            copy.tag, copy.attrib = "span", {"class": part.get("class") or "aparte"}
            copy.tail = " "
            made.append(copy)
    return made


def _head(book: Book, page: Chapter, made: ET.Element, note: ET.Element, status: str) -> None:
    copy = deepcopy(note)
    for link in copy.findall("a"):
        found = book.resolve(page, link.get("href", ""))
        number = element("a", class_="num", href=f"#{place_id(*found)}" if found else None)
        spot = element("span", "p.\u00a0", number)
        spot.tail = link.tail
        replace(copy, link, spot)
    mark = element("span", class_=f"hecho hecho-{status}")
    mark.tail = " "
    copy.insert(0, mark)
    copy.tag, copy.attrib = "span", {"class": "dato-cabeza"}
    copy.tail = " "
    made.append(copy)


def _cite(made: ET.Element, found: ET.Element, sources: dict[str, ET.Element]) -> None:
    """Name the sources of a fact by number; a new one joins the list with its title and its address."""
    span = element("span", "Fuentes: ", class_="fuentes")
    for item in found:
        for link in item.findall("a"):
            address = link.get("href", "")
            if address not in sources:
                number = len(sources) + 1
                title = element("a", " ".join(link.itertext()), href=address, lang=link.get("lang"))
                publisher = (link.tail or "").strip(" ()").split(";")[0]
                entry = element("p", f"{number}. ", title, f". {publisher}. ", class_="dato fuente")
                entry.append(element("span", address.removeprefix("https://"), class_="direccion"))
                entry.set("id", f"{_SOURCES}-{number}")
                sources[address] = entry
            name = sources[address].get("id", "")
            if len(span):
                span[-1].tail = ", "
            span.append(element("a", name.rsplit("-", 1)[1], class_="cita", href=f"#{name}"))
    if len(span):
        made.append(span)
