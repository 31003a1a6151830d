"""The ledger of facts as an appendix: small, in columns, every entry with the page that states the fact."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from xml.etree import ElementTree as ET

from ... import dates
from ...web.elements import element, in_one_line, remove, replace
from ..manuscript import Book, Chapter
from .chapter import Adapted, place_id

_SOURCES = "fuentes-del-registro"
_TOGETHER = 5
"""Sources at the end that stay together: no page for one."""


def before(page: Chapter) -> Iterator[ET.Element]:
    """Yield what the page tells before its entries: what the marks mean, what comes due, what changed."""
    for child in page.article:
        if child.get("id") == "todos" or child.tag == "section":
            return
        if child.tag != "h1":
            yield deepcopy(child)


def legend(page: Chapter) -> ET.Element:
    """Return what the marks mean, without how many of each there are."""
    made = deepcopy(next(part for part in page.article.iter("div") if part.get("class") == "tabla"))
    for row in made.iter("tr"):
        row.remove(row[-1])
    return made


def entries(book: Book, page: Chapter, topic: Adapted | None = None) -> ET.Element:
    """Return the facts by topic, all or those that the chapter `topic` cites, and then their sources."""
    made = []
    sources: dict[str, ET.Element] = {}
    for section in page.article.iter("section"):
        title = in_one_line(section[0])
        items = [
            _entry(book, page, item, sources, topic)
            for item in section.iter("li")
            if item.get("data-hecho")
            and (topic is None or set(item.get("data-hecho", "").split()) & set(topic.facts))
        ]
        if items:
            heading = element("h2", title, id=place_id(page.name, section[0].get("id") or ""))
            made.append(element("section", heading, *items, class_="grupo"))
    if sources:
        heading = element("h2", "Fuentes", id=_SOURCES)
        listed = list(sources.values())
        last = element("div", *listed[-_TOGETHER:], class_="juntas")
        made.append(element("section", heading, *listed[:-_TOGETHER], last, class_="grupo"))
    return element("div", *made, class_="columnas")


def _entry(
    book: Book, page: Chapter, item: ET.Element, sources: dict[str, ET.Element], topic: Adapted | None
) -> ET.Element:
    """Run the paragraphs of an entry together; sources by their numbers in the list that follows."""
    usual = dates.spanish(book.facts["newest"]) if book.facts else ""
    made = element("p", class_="dato", id=place_id(page.name, item.get("id") or ""))
    for part in item:
        if part.get("class") == "fuentes":
            made.append(_cite(part, sources, usual))
        elif part.get("class") == "entrada-nota":
            made.append(_head(book, page, part, item.get("data-mark") or "", topic))
        else:
            copy = deepcopy(part)
            copy.tag, copy.attrib, copy.tail = "span", {}, " "
            made.append(copy)
    return made


def _head(book: Book, page: Chapter, note: ET.Element, mark_of: str, topic: Adapted | None) -> ET.Element:
    """Return the line above an entry: the page of the fact in place of the link, if this PDF has it."""
    copy = deepcopy(note)
    for link in copy.findall("a"):
        found = book.resolve(page, link.get("href", ""))
        if found and (topic is None or found[0] == topic.chapter.name):
            spot = element("span", "p.\u00a0", element("a", class_="num", href=f"#{place_id(*found)}"))
            spot.tail = link.tail
            replace(copy, link, spot)
        else:
            remove(copy, link)
            copy[-1].tail = (copy[-1].tail or "").rstrip(" ·")
    mark = element("span", class_="hecho", data_mark=mark_of)
    mark.tail = "\u00a0"
    copy.insert(0, mark)
    copy.tag, copy.attrib = "span", {"class": "dato-cabeza"}
    copy.tail = " "
    return copy


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
