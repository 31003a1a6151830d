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
        if part.get("class") == "fuentes":
            made.append(_cite(part, sources, usual))
        elif part.get("class") == "entrada-nota":
            _head(book, page, made, part, item.get("data-estado") or "")
        else:
            copy = deepcopy(part)
            copy.tag, copy.attrib, copy.tail = "span", {}, " "
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


def _cite(found: ET.Element, sources: dict[str, ET.Element], usual: str) -> ET.Element:
    """Name the sources of a fact by number; a new one joins the list. A date all facts share is not told."""
    cited = []
    for link in found.iter("a"):
        address = link.get("href", "")
        if address not in sources:
            sources[address] = _source(len(sources) + 1, link)
        cited.append(sources[address].get("id", ""))
    checked = (found[-1].tail or "").partition("). ")[2] if cited else in_one_line(found)
    checked = checked.replace(f"Comprobado el {usual}; se", "Se")
    if not cited:
        return element("span", checked, class_="fuentes")
    numbers = ", ".join(name.rsplit("-", 1)[1] for name in cited)
    links = element("a", f"Fuentes:\u00a0{numbers}", class_="cita", href=f"#{cited[0]}")
    return element("span", links, f". {checked}", class_="fuentes")


def _source(number: int, link: ET.Element) -> ET.Element:
    address = link.get("href", "")
    title = element("a", " ".join(link.itertext()), href=address, lang=link.get("lang"))
    how = (link.tail or "").partition(")")[0]
    shown = element("span", address.removeprefix("https://"), class_="direccion")
    name = f"{_SOURCES}-{number}"
    return element("p", f"{number}. ", title, f"{how}). ", shown, class_="dato fuente", id=name)
