"""Small parts of a page as paper needs them: what stays together, lists of sources, the last sections."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from xml.etree import ElementTree as ET

from ...diagrams.fitting import GAP
from ...web.elements import element, in_one_line

_SECTION = 1000
"""Characters of a section at the end of a chapter that is."""
_LAST = 2
"""Sections at the end of a page that may be kept whole."""
_SHORT_TABLE = 6
"""Rows of a table that is kept on one page, its head among them."""
_LED = {"ul", "ol", "pre", "table"}


def keep_short(table: ET.Element) -> None:
    """Keep a short table on one page."""
    if len(list(table.iter("tr"))) <= _SHORT_TABLE:
        table.set("whole", "true")


def keep_leads(parent: ET.Element) -> None:
    """Keep a paragraph that announces a list, a table or code with what it announces."""
    for before, after in pairwise(parent):
        if before.tag == "p" and after.tag in _LED and in_one_line(before).endswith(":"):
            before.set("keep", "true")


def rows(parts: Iterable[ET.Element], width: float) -> list[list[ET.Element]]:
    """Return the parts of a drawing by pages: side by side as far as `width`, that of the text, lasts."""
    pages: list[list[ET.Element]] = []
    room = 0.0
    for part in parts:
        needs = float(part.get("width", "").removesuffix("pt")) + GAP
        if needs > room:
            pages.append([])
            room = width + GAP
        pages[-1].append(part)
        room -= needs
    return pages


def address(entry: ET.Element) -> None:
    """Set small, behind the link of an entry of a list of sources, where it leads and what is said of it."""
    if len(entry) and entry[0].tag == "outside" and not (entry.text or "").strip():
        link = entry[0]
        place = element("address", link.get("href", ""), href=link.get("href"))
        entry.insert(1, element("br"))
        entry.insert(2, element("span", place, link.tail or "", role="language"))
        link.tail = None


def close(body: ET.Element) -> None:
    """Keep each of the short last sections of a page together: no page for two lines."""
    children = list(body)
    starts = [number for number, child in enumerate(children) if child.tag == "h2"][-_LAST:]
    for start, end in pairwise([*starts, len(children)]):
        section = children[start:end]
        if sum(len("".join(child.itertext())) for child in section) < _SECTION:
            body[list(body).index(section[0])] = element("together", *section, closing="true")
            for child in section[1:]:
                body.remove(child)
