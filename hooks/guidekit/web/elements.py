"""Build elements of a page's tree in one expression; read and rearrange those there are."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from markdown.util import AtomicString


def element(tag: str, *content: str | ET.Element, **attributes: str | None) -> ET.Element:
    """Return `<tag …>content</tag>`; text in `content` is still Markdown. An attribute name may end in `_`
    (`class_`), its other underscores are hyphens; one that is None is left out.
    """
    item = ET.Element(tag)
    for name, value in attributes.items():
        if value is not None:
            item.set(name.rstrip("_").replace("_", "-"), value)
    last: ET.Element | None = None
    for part in content:
        if isinstance(part, ET.Element):
            item.append(part)
            last = part
        elif last is None:
            item.text = _joined(item.text, part)
        else:
            last.tail = _joined(last.tail, part)
    return item


def _joined(before: str | None, text: str) -> str:
    if before is None:
        return text
    both = isinstance(before, AtomicString) and isinstance(text, AtomicString)
    return AtomicString(before + text) if both else before + text


def html_of(item: ET.Element) -> str:
    """Return an element as markup, for where the tree of a page cannot take it."""
    return ET.tostring(item, encoding="unicode", method="html")


def joined(elements: Sequence[ET.Element], separator: str) -> list[str | ET.Element]:
    """Return the elements with `separator` between them, as content for `element`."""
    parts = [part for item in elements for part in (verbatim(separator), item)]
    return parts[1:]


def verbatim(text: str) -> str:
    """Return text in which Markdown reads nothing."""
    return AtomicString(text)


SCREEN_ONLY = "solo-pantalla"
"""The class of what only makes sense on a screen, set by who makes or writes it: no book holds it."""


SUMMARY = "resumen"
"""The class of a panel that repeats what its page states: the marks of facts in it are no places of them."""


def classes(item: ET.Element) -> set[str]:
    """Return the classes of an element."""
    return set(item.get("class", "").split())


def in_one_line(item: ET.Element) -> str:
    """Return what a reader reads of a rendered element."""
    return " ".join("".join(item.itertext()).split())


def remove(parent: ET.Element, child: ET.Element) -> None:
    """Take `child` out of `parent`, keeping the text that follows it."""
    place = list(parent).index(child)
    if child.tail:
        if place:
            parent[place - 1].tail = (parent[place - 1].tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def replace(parent: ET.Element, child: ET.Element, new: ET.Element) -> None:
    """Put `new` in the place of `child`; the text that follows is that of `new`."""
    parent[list(parent).index(child)] = new


Place = tuple[ET.Element, ET.Element | None]
"""Where text stands: an element and the child whose tail it is, or None for the text of the element."""


def text_at(place: Place) -> str:
    """Return the text that stands at a place."""
    parent, child = place
    return (parent.text if child is None else child.tail) or ""


def put(place: Place, text: str, elements: Sequence[ET.Element] = ()) -> None:
    """Put `text` at a place and `elements`, with their tails, behind it."""
    parent, child = place
    if child is None:
        parent.text, start = text, 0
    else:
        child.tail, start = text, list(parent).index(child) + 1
    parent[start:start] = elements
