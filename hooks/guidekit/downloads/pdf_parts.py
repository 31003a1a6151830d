"""Small parts of a page as paper needs them: marks of facts, signs, what a screen folds away."""

from __future__ import annotations

from xml.etree import ElementTree as ET

_JOINER = "\u2060"
"""Keeps the mark of a fact on the line of its text."""
_SIGNS = {"✅": "si", "❌": "no", "⚠️": "ojo", "☐": "casilla"}


def mark_of_fact(parent: ET.Element, mark: ET.Element) -> None:
    """Keep the circle of a fact, and behind it whether it is new: a link in a PDF holds no other box."""
    new = next((child for child in mark if child.get("class") == "hecho-nuevo"), None)
    if new is not None:
        mark.remove(new)
        new.tail, mark.tail = mark.tail, None
        parent.insert(list(parent).index(mark) + 1, new)
    mark.attrib.pop("data-hechos", None)
    place = list(parent).index(mark)
    if place:
        parent[place - 1].tail = f"{parent[place - 1].tail or ''}{_JOINER}"
    else:
        parent.text = f"{parent.text or ''}{_JOINER}"


def sign(part: ET.Element) -> None:
    """Replace an emoji by its class: it is drawn, and the word behind it says the same."""
    name = _SIGNS.get("".join(part.itertext()).strip())
    if name:
        part.text, part.attrib = None, {"class": f"marca {name}"}


def unfold(details: ET.Element) -> None:
    """Print what a screen folds away, under its title."""
    details.tag = "div"
    details.set("class", f"{details.get('class', '')} desplegado".strip())
    for child in details:
        if child.tag == "summary":
            child.tag = "p"
            child.set("class", "admonition-title")
