"""The article of a page as XHTML for e-readers: nothing that needs a script, a mouse or a colour to be read.

Links inside the book become `book:<chapter>#<id>`; links.py gives them their files when it is known
where everything stands.
"""

from __future__ import annotations

import copy
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

from ...diagrams.figures import light
from ...ledger.statuses import Mark
from ...web.elements import classes, element
from ..manuscript import Book, Chapter

INSIDE = "book:"
"""Opens the address of what is inside the book."""

_SVG = "http://www.w3.org/2000/svg"
_KEPT = {
    "id",
    "class",
    "href",
    "src",
    "alt",
    "lang",
    "start",
    "colspan",
    "rowspan",
    "scope",
    "aria-hidden",
    "data-mark",
}
_LABELS = {"warning": "Advertencia", "note": "Nota"}
_FACT_MARKS = {Mark.OPEN: "○", Mark.FULL: "●", Mark.HALF: "●", Mark.UNKNOWN: "?"}
# Middle tones keep 3:1 against white and against black; fonts of e-readers lack the characters.
_MARKS = {
    "✅": ("#2a8a4a", "M2 8.6 6.2 13 14 3.6"),
    "❌": ("#d0342c", "M3 3 13 13M13 3 3 13"),
    "⚠": ("#a86508", "M8 2 15 14H1ZM8 6.4V10M8 11.4V12.6"),
    "☐": ("#767676", "M2.5 2.5H13.5V13.5H2.5Z"),
}


def convert(book: Book, chapter: Chapter) -> ET.Element:
    """Return the content of a chapter as a section."""
    root = copy.deepcopy(chapter.article)
    root.tag = "section"
    root.attrib.clear()
    _walk(root, book, chapter)
    return root


def _walk(item: ET.Element, book: Book, chapter: Chapter) -> None:
    if item.tag == f"{{{_SVG}}}svg":
        _drawing(item)
        return
    # Whoever listens gets the name of a link; the boxes that scroll on the site are no regions here.
    kept = _KEPT | {"aria-label"} if item.tag == "a" else _KEPT
    item.attrib = {name: value for name, value in item.attrib.items() if name in kept}
    for child in item:
        _walk(child, book, chapter)
    found = classes(item)
    if item.tag == "a":
        _link(item, book, chapter)
    elif item.tag == "thead":
        for cell in item.iter("th"):
            cell.set("scope", "col")
    elif item.tag == "details":
        item.tag = "div"
    elif item.tag == "summary":
        item.tag, item.attrib["class"] = "p", "resumen"
    elif item.tag == "label":
        item.tag = "span"
    elif item.tag == "input":
        item.tag, item.text, item.tail = "span", "☐", f" {item.tail or ''}"
        item.attrib = {"class": "marca", "aria-hidden": "true"}
        found = {"marca"}
    if "admonition" in found:
        _label(item, found)
    if "hecho" in found:
        _fact(item)
    if "marca" in found:
        _mark(item)


def _link(item: ET.Element, book: Book, chapter: Chapter) -> None:
    address = reference(book, chapter, item.get("href", ""))
    if address is None:
        item.tag = "span"
        del item.attrib["href"]
        return
    item.set("href", address)
    if "hecho" in classes(item):
        item.set("epub:type", "noteref")
        item.set("role", "doc-noteref")
    elif "termino" in classes(item):
        item.set("epub:type", "glossref")
        item.set("role", "doc-glossref")


def reference(book: Book, chapter: Chapter, href: str) -> str | None:
    """Return the address of a link on `chapter`; None if it leads to a file that the book lacks and the
    site is not public.
    """
    if inside := book.resolve(chapter, href):
        return f"{INSIDE}{inside[0]}#{inside[1]}"
    if urlsplit(href).scheme:
        return href
    return urljoin(urljoin(book.public, chapter.url), href) if book.public else None


def _label(item: ET.Element, found: set[str]) -> None:
    """Say in words what the site says with an icon."""
    title = next((child for child in item if "admonition-title" in classes(child)), None)
    label = next((_LABELS[name] for name in sorted(found) if name in _LABELS), None)
    if title is not None and label:
        title.insert(0, element("span", label, class_="tipo"))
        title[0].tail, title.text = f" {title.text or ''}", None


def _fact(item: ET.Element) -> None:
    mark = element("sup", _FACT_MARKS[Mark(item.get("data-mark", Mark.OPEN))])
    if len(item):
        mark.tail = " "
    item.insert(0, mark)


def _mark(item: ET.Element) -> None:
    """Draw a mark; next to it stand the words that say the same."""
    known = _MARKS.get((item.text or "").strip().rstrip("\ufe0f"))
    if known:
        colour, path = known
        line = element("path", d=path, fill="none", stroke=colour, stroke_width="2.4")
        item.text = None
        item.append(element("svg", line, xmlns=_SVG, width="14", height="14", aria_hidden="true"))
        item[-1].set("viewBox", "0 0 16 16")


def _drawing(svg: ET.Element) -> None:
    """Fix the colours of the light scheme, on white."""
    for item in svg.iter():
        item.tag = item.tag.rpartition("}")[2]
        item.attrib = {k: light(v) for k, v in item.attrib.items() if not k.startswith("{")}
        if item.text:
            item.text = light(item.text)
    svg.attrib.pop("style", None)
    svg.set("xmlns", _SVG)
    x, y, width, height = svg.get("viewBox", "0 0 0 0").split()
    first = next(place for place, child in enumerate(svg) if child.tag not in {"title", "desc", "style"})
    svg.insert(first, element("rect", x=x, y=y, width=width, height=height, fill="#fff"))
