"""Drawings do not break, so one that does not fit leaves a hole: make it smaller, or let the text behind it
come before it.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from math import ceil
from typing import Any
from xml.etree import ElementTree as ET

from . import drawings as pdf_drawings

_HOLE = 0.14
"""Part of the height of the text that may stay empty before a drawing."""
_WIDE = 330
"""Points of a hole so large that a drawing may go behind the next heading, as floats do."""
_NEAR = 40
"""Pixels from the top of the text within which a drawing is the first thing on its page."""
_PIXELS = 4 / 3
_AROUND = 19
"""Points between a drawing, the text above it and its caption."""
_CAPTION = (88, 12.2)
"""Characters a line of a caption, and points."""
_HEADINGS = {"h1", "h2", "h3", "h4", "h5"}
_LINE = {"p": (82, 15.9, 7), "ul": (78, 15.9, 4), "ol": (78, 15.9, 4), "div": (84, 14.3, 0)}
"""By element: characters a line, points a line, points around a paragraph."""


def fill(body: ET.Element, pages: Sequence[Any]) -> bool:
    """Fit or move drawings in `body` that the layout `pages` shows behind a hole; say if any was."""
    holes: dict[str, float] = {}
    for before, page in itertools.pairwise(pages):
        top, bottom = _text_area(before)
        hole = bottom - _end(before, bottom)
        if hole > _HOLE * (bottom - top):
            first = _text_area(page)[0] + _NEAR
            holes |= {name: hole for name, place in page.anchors.items() if place[1] < first}
    moved = False
    for parent in list(body.iter()):
        for figure in list(parent):
            if figure.tag == "figure" and "apaisada" not in figure.get("class", ""):
                room = holes.get(figure.get("id") or "", 0.0) / _PIXELS
                if room and (_shrink(figure, room) or _postpone(parent, figure, room)):
                    moved = True
    return moved


def _text_area(page: Any) -> tuple[float, float]:
    box = page._page_box
    top = box.content_box_y()
    return top, top + box.height


def _end(page: Any, bottom: float) -> float:
    """Return where the last line or drawing on a page ends."""
    content = page._page_box.children[0]
    ends = [
        box.position_y + box.height
        for box in content.descendants()
        if type(box).__name__ in {"LineBox", "BlockReplacedBox", "InlineReplacedBox"}
    ]
    return float(min(max(ends, default=0), bottom))


def _shrink(figure: ET.Element, hole: float) -> bool:
    """Make the drawing of `figure` fit the hole with its caption, if it can."""
    characters, line = _CAPTION
    caption = ceil(len("".join(figure[-1].itertext())) / characters) * line
    return pdf_drawings.shrink(figure, hole - _AROUND - caption)


def _postpone(parent: ET.Element, figure: ET.Element, hole: float) -> bool:
    """Move `figure` behind as much of the text after it as fits the hole; seldom out of its section."""
    children = list(parent)
    place = children.index(figure)
    filled, last = 0.0, place
    for number, child in enumerate(children[place + 1 :], place + 1):
        if (child.tag in _HEADINGS and hole < _WIDE) or child.tag == "figure" or filled > hole * 0.6:
            break
        height = _height(child)
        if "admonition" in child.get("class", "") and filled + height > hole:
            break
        filled += height
        last = last if child.tag in _HEADINGS else number
    if last > place:
        parent.remove(figure)
        parent.insert(last, figure)
    return last > place


def _height(block: ET.Element) -> float:
    """Estimate the points a block takes."""
    if block.get("class") == "tabla":
        rows = list(block.iter("tr"))
        columns = max((len(row) for row in rows), default=1)
        cells = [max(ceil(len("".join(cell.itertext())) * columns / 92) for cell in row) for row in rows]
        return sum(12.3 * lines + 8.5 for lines in cells) + 20
    characters, line, around = _LINE.get(block.tag, _LINE["p"])
    parts = [part for part in block.iter() if part.tag in {"p", "li"}] or [block]
    height = sum(line * ceil(len("".join(part.itertext())) / characters) + around for part in parts)
    return height + (34 if "admonition" in block.get("class", "") else 0)
