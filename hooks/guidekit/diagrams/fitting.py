"""What printed pages hold of a drawing: how large it can be, and where it is cut if no page holds it whole.

The strict build asks, so that no download fails later; the PDF does what the answer says.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from ..web.elements import classes

Size = tuple[float, float]
"""Width and height in points of what text may take on a page."""
TEXT: Size = (455.28, 644.0)
LYING: Size = (672.0, 495.28)
"""The smaller of what A4 and Letter hold, on a page that stands and on one that lies."""
FONT = 15
"""Size of every label, in units of the drawing (draw/theme.css)."""
_SMALLEST = 7.02 / FONT
_GOOD = 8.2 / FONT
_LARGEST = 9.2 / FONT
"""Points a unit: what no label may go below, what a tall drawing may shrink to, what none grows beyond."""
_TALL = 330
"""Points of height above which a drawing shrinks as far as its labels stay good."""
_CAPTION = 70
_LINE = 45
"""Points for the caption below a drawing, on a page that stands and on one that lies."""
_COLUMNS = 3
GAP = 20
"""Points between parts that stand side by side."""
WIDEST = LYING[0] / _SMALLEST
"""Units of the widest drawing that can be read on paper."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_TRANSLATE = re.compile(r"translate\(\s*([-\d.]+)[ ,]+([-\d.]+)")
_LABELLED = {"node", "edgeLabel", "cluster-label"}
_LETTERS = 9
"""Units a line of text takes above and below its middle."""

_OPENING = 88
"""Units from the upper edge of a frame past its first message."""


@dataclass(frozen=True)
class Fit:
    """How a drawing goes on paper: the ends of each part in its units, points a unit, whether pages lie."""

    spans: tuple[tuple[float, float], ...]
    scale: float
    landscape: bool


def view_box(svg: ET.Element) -> list[float]:
    """Return x, y, width and height of a drawing in its units."""
    return [float(number) for number in _NUMBER.findall(svg.get("viewBox", ""))]


def fit(svg: ET.Element, text: Size = TEXT, lying: Size = LYING) -> Fit | None:
    """Return how `svg` fits pages with so much room, no label under 7 pt; None if it does not.

    A part is at most as wide and high as the text with its caption. Up to three parts stand side by side on a
    page that lies; more take a page each.
    """
    _, y, width, height = view_box(svg)
    whole = ((y, y + height),)
    most = text[1] - _CAPTION
    scale = min(_LARGEST, text[0] / width, max(_GOOD, _TALL / height), most / height)
    if scale >= _SMALLEST:
        return Fit(whole, scale, landscape=False)
    for count in range(1, _COLUMNS + 1):
        room = (lying[0] / count - GAP * (count > 1), lying[1] - _LINE)
        found = _in_parts(svg, count, room, _SMALLEST, landscape=True)
        if found:
            return found
    for size, landscape in (((text[0], most), False), ((lying[0], lying[1] - _LINE), True)):
        for count in range(2, len(_gaps(svg)) + 2):
            found = _in_parts(svg, count, size, min(_GOOD, size[0] / width), landscape=landscape)
            if found:
                return found
    return None


def _in_parts(svg: ET.Element, count: int, room: Size, least: float, *, landscape: bool) -> Fit | None:
    _, y, width, height = view_box(svg)
    edges = [y, *_cuts(svg, count), y + height]
    if len(set(edges)) < count + 1:
        return None
    spans = tuple(itertools.pairwise(edges))
    tallest = max(end - start + (start > y) * head(svg) for start, end in spans)
    scale = min(_LARGEST, room[0] / width, room[1] / tallest)
    return Fit(spans, scale, landscape) if scale >= max(least, _SMALLEST) else None


def head(svg: ET.Element) -> float:
    """Return the units at the top of a sequence, its participants, that each further part repeats."""
    ends = [_number(box, "y") + _number(box, "height") for box in svg.iter("rect") if "actor" in classes(box)]
    return max(ends) - view_box(svg)[1] if ends else 0.0


def _cuts(svg: ET.Element, count: int) -> list[float]:
    """Where to cut into `count` parts: near equal parts, in the middle of the widest space between labels."""
    _, y, _, height = view_box(svg)
    gaps, cuts = _gaps(svg), []
    for number in range(1, count if gaps else 1):
        ideal = y + height * number / count
        start, stop = min(gaps, key=lambda gap: abs((gap[0] + gap[1]) / 2 - ideal) - 2 * (gap[1] - gap[0]))
        cuts.append((start + stop) / 2)
    return cuts


def _gaps(svg: ET.Element) -> list[tuple[float, float]]:
    spans = sorted([*((top, bottom) for _, _, top, bottom in labelled(svg)), *_rows(svg)])
    gaps, end = [], spans[0][1] if spans else 0.0
    for top, bottom in spans:
        if top > end:
            gaps.append((end, top))
        end = max(end, bottom)
    return gaps


def labelled(
    element: ET.Element, dx: float = 0, dy: float = 0
) -> Iterator[tuple[ET.Element, ET.Element, float, float]]:
    """Yield each part with a label: its parent, itself, its upper and lower end in the drawing."""
    for child in element:
        moved = _TRANSLATE.search(child.get("transform", ""))
        x, y = (dx + float(moved[1]), dy + float(moved[2])) if moved else (dx, dy)
        if classes(child) & _LABELLED:
            yield (element, child, *_extent(child, y))
        elif child.tag == "text":
            middle = y + _middle(child)
            yield element, child, middle - _LETTERS, middle + _LETTERS
        else:
            yield from labelled(child, x, y)


def _middle(text: ET.Element) -> float:
    """Return the middle of a line of a sequence; what is not centred on its place stands on it."""
    down = FONT if text.get("dy") else 0
    return _number(text, "y") + down - (0 if "dominant-baseline" in text.attrib else 5)


def _extent(part: ET.Element, y: float) -> tuple[float, float]:
    """Half the height of what surrounds a label, above and below its middle; a title hangs from its top."""
    if "cluster-label" in part.get("class", ""):
        return y - 4, y + 24
    half = max((_half(shape) for shape in part.iter()), default=0) or 12
    return y - half, y + half


def _half(shape: ET.Element) -> float:
    if shape.tag == "rect":
        return _number(shape, "height") / 2
    if shape.tag == "polygon":
        heights = _heights(shape.get("points", ""))
        return (max(heights) - min(heights)) / 2
    moved = _TRANSLATE.search(shape.get("transform", "")) if shape.tag == "path" else None
    return abs(float(moved[2])) if moved else 0


def _rows(svg: ET.Element) -> Iterator[tuple[float, float]]:
    """Yield what no cut may divide in a sequence: boxes, circles, a message from its text to its arrow, a
    condition and its first message.
    """
    text: float | None = None
    for item in svg.iter():
        names = classes(item)
        if item.tag == "circle" and "number" in names:
            middle = _number(item, "cy")
            yield middle - _number(item, "r"), middle + _number(item, "r")
        elif item.tag == "rect" and names & {"actor", "note"}:
            yield _number(item, "y"), _number(item, "y") + _number(item, "height")
        elif item.tag == "polygon" and "labelBox" in names:
            top = min(_heights(item.get("points", "")))
            yield top, top + _OPENING
        elif item.tag == "text" and "sectionTitle" in names:
            yield _middle(item) - _LETTERS, _middle(item) + _OPENING - 2 * _LETTERS
        elif "messageText" in names and text is None:
            text = _middle(item) - _LETTERS
        elif names & {"messageLine0", "messageLine1"}:
            ends = _heights(item.get("d", "")) or [_number(item, "y1")]
            yield min(ends if text is None else [text, *ends]), max(ends)
            text = None


def _heights(points: str) -> Sequence[float]:
    return [float(number) for number in _NUMBER.findall(points)[1::2]]


def _number(item: ET.Element, name: str) -> float:
    return float(item.get(name, "0"))
