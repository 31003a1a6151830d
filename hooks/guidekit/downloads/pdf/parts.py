"""Small parts of a page as paper needs them: tables, lists of sources, the last sections."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest
from xml.etree import ElementTree as ET

from ...web.elements import element, in_one_line

_SECTION = 1000
"""Characters of a section at the end of a chapter that is."""
_LAST = 2
"""Sections at the end of a page that may be kept whole."""
_SHORT_TABLE = 5
"""Rows of a table that is kept on one page."""
_NARROW = 14
"""Characters of a cell that does not wrap if those below and above are as short."""
_FIGURE = re.compile(r"[\d.,\s]*\d")


def table(part: ET.Element) -> None:
    """Keep a short table on one page, a narrow column as wide as its words, numbers in line at the right."""
    head, *rows = part.iter("tr")
    if len(rows) <= _SHORT_TABLE:
        part.set("class", "entera")
    for column in zip_longest(head, *rows):
        cells = [cell for cell in column if cell is not None]
        texts = [in_one_line(cell) for cell in cells]
        if max(map(len, texts)) <= _NARROW:
            figures = sum(bool(_FIGURE.fullmatch(text)) for text in texts[1:]) * 2 > len(rows)
            for cell in cells:
                cell.set("class", "corta cifra" if figures else "corta")


def small_language(item: ET.Element) -> None:
    """Set what a list of sources says behind a link as small as the address before it."""
    if len(item) and item[0].get("class") == "fuera" and (item[0].tail or "").strip():
        language = element("span", item[0].tail or "", class_="idioma")
        item[0].tail = None
        item.insert(1, language)


def close(body: ET.Element) -> None:
    """Keep each of the short last sections of a page together: no page for two lines."""
    children = list(body)
    starts = [number for number, child in enumerate(children) if child.tag == "h2"][-_LAST:]
    for start, end in pairwise([*starts, len(children)]):
        section = children[start:end]
        if sum(len("".join(child.itertext())) for child in section) < _SECTION:
            body[list(body).index(section[0])] = element("div", *section, class_="cierre")
            for child in section[1:]:
                body.remove(child)
