"""Small parts of a page as paper needs them: marks of facts, signs, what a screen folds away."""

from __future__ import annotations

import re
from itertools import zip_longest
from xml.etree import ElementTree as ET

from ...web.elements import element, in_one_line

_JOINER = "\u2060"
"""Keeps what follows on the line; in an element of its own, or hyphenation would count it as a letter."""
_SHORT_TABLE = 5
"""Rows of a table that is kept on one page."""
_NARROW = 14
"""Characters of a cell that does not wrap if those below and above are as short."""
_FIGURE = re.compile(r"[\d.,\s]*\d")
_SIGNS = {"✅": "si", "❌": "no", "⚠️": "ojo", "☐": "casilla"}


def mark_of_fact(parent: ET.Element, mark: ET.Element) -> None:
    """Keep the circle of a fact, and behind it whether it is new, on the line of the text before.

    A link in a PDF holds no other box, so the word «nuevo» stands behind it.
    """
    place = list(parent).index(mark)
    parent.insert(place, element("span", _JOINER))
    mark.attrib.pop("data-hechos", None)
    new = next((child for child in mark if child.get("class") == "hecho-nuevo"), None)
    if new is not None:
        mark.remove(new)
        new.tail, mark.tail = mark.tail, _JOINER
        parent.insert(place + 2, new)


def sign(parent: ET.Element, part: ET.Element) -> None:
    """Replace an emoji by its class: it is drawn, and the word behind it says the same."""
    name = _SIGNS.get("".join(part.itertext()).strip())
    if name:
        part.text, part.attrib = None, {"class": f"marca {name}"}
    if name == "casilla" and parent.tag == "li":
        parent.set("class", "con-casilla")  # the box to tick is its bullet


def unfold(details: ET.Element) -> None:
    """Print what a screen folds away, under its title."""
    details.tag = "div"
    details.set("class", f"{details.get('class', '')} desplegado".strip())
    for child in details:
        if child.tag == "summary":
            child.tag = "p"
            child.set("class", "admonition-title")


def table(part: ET.Element) -> None:
    """Keep a short table on one page, a narrow column as wide as its words, numbers in line at the right."""
    head, *rows = part.iter("tr")
    if len(rows) <= _SHORT_TABLE:
        part.set("class", "entera")
    for column in zip_longest(head, *rows):
        cells = [cell for cell in column if cell is not None]
        said = [in_one_line(cell) for cell in cells]
        if max(map(len, said)) <= _NARROW:
            figures = sum(bool(_FIGURE.fullmatch(text)) for text in said[1:]) * 2 > len(rows)
            for cell in cells:
                cell.set("class", "corta cifra" if figures else "corta")


def language(item: ET.Element) -> None:
    """Set what a list of sources says behind a link as small as the address before it."""
    if len(item) and item[0].get("class") == "fuera" and (item[0].tail or "").strip():
        said = element("span", item[0].tail or "", class_="idioma")
        item[0].tail = None
        item.insert(1, said)
