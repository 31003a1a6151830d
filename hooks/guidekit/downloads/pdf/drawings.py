"""Drawings of the site made fit for paper: a size that can be read, a place on the page.

WeasyPrint's SVG knows no custom properties, no `paint-order`, and no marker on a line without length.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from ...web.elements import classes, replace
from ..errors import DownloadError
from .paper import Paper, text_width

_FAMILY = re.compile(r"font-family:[^;}]*")
_HALO = re.compile(r"paint-order:\s*stroke;?")
_TRANSLATE = re.compile(r"translate\(\s*([-\d.]+)[ ,]+([-\d.]+)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_FONT = 15
"""Size of every label, in units of the drawing (diagrams/draw/theme.css)."""
_SMALLEST = 7.02 / _FONT
_GOOD = 8.2 / _FONT
_LARGEST = 9.2 / _FONT
"""Points a unit: what no label may go below, what a tall drawing may shrink to, what none grows beyond."""
_TALL = 330
"""Points of height above which a drawing shrinks as far as its labels stay good."""
_CAPTION = 70
_LINE = 45
"""Points for the caption below a drawing, on a page that stands and on one that lies."""
_COLUMNS = 3
_GAP = 20
_LABELLED = {"node", "edgeLabel", "cluster-label"}


@dataclass(frozen=True)
class Placed:
    """A drawing, in parts if it is too tall for any page; `landscape` if it needs a page lying down."""

    parts: tuple[ET.Element, ...]
    landscape: bool


def place(svg: ET.Element, paper: Paper) -> Placed:
    """Return `svg` for a page: a part is at most as wide and high as the text, no label under 7 pt."""
    drawing = _plain(deepcopy(svg))
    x, y, width, height = (float(number) for number in _NUMBER.findall(drawing.get("viewBox", "")))
    most = paper.text.height - _CAPTION
    scale = min(_LARGEST, paper.text.width / width, max(_GOOD, _TALL / height), most / height)
    if scale >= _SMALLEST:
        return Placed((_sized(drawing, scale),), landscape=False)
    lying = paper.lying
    scale = min(_LARGEST, lying.width / width, (lying.height - _LINE) / height)
    if scale >= _SMALLEST:
        return Placed((_sized(drawing, scale),), landscape=True)
    for count in range(2, _COLUMNS + 1):
        edges = [y, *_cuts(drawing, y, height, count), y + height]
        spans = list(itertools.pairwise(edges))
        tallest = max(b - a for a, b in spans)
        scale = min(_LARGEST, (lying.width / count - _GAP) / width, (lying.height - _LINE) / tallest)
        if scale >= _SMALLEST:
            windows = [_window(drawing, number, x, a, width, b - a) for number, (a, b) in enumerate(spans)]
            return Placed(tuple(_sized(window, scale) for window in windows), landscape=True)
    title = drawing.findtext("title") or ""
    raise DownloadError(
        f"the drawing '{title.split('.')[0]}' is too large: on {paper.name} its labels would be under 7 pt"
    )


def shrink(figure: ET.Element, height: float) -> bool:
    """Bring the drawing of `figure` down to `height` points if its labels can be read then; say if so."""
    svg = figure.find("svg")
    if svg is None:
        return False
    units = float(_NUMBER.findall(svg.get("viewBox", ""))[3])
    scale = height / units
    if not _SMALLEST <= scale < float(svg.get("height", "").removesuffix("pt")) / units:
        return False
    _sized(svg, scale)
    return True


def _plain(svg: ET.Element) -> ET.Element:
    """Bring down to what is drawn on paper: one text instead of title and description, no halo."""
    title, description = svg.find("title"), svg.find("desc")
    if title is not None and description is not None:
        title.text = f"{(title.text or '').rstrip('.')}. {description.text or ''}"
        svg.remove(description)
    for key in ("aria-describedby", "aria-labelledby", "role"):
        svg.attrib.pop(key, None)
    for style in svg.iter("style"):
        text = _FAMILY.sub('font-family:"IBM Plex Sans"', style.text or "")
        style.text = _HALO.sub("stroke-opacity:0;", text)
    haloed = "stroke-opacity" in "".join(style.text or "" for style in svg.iter("style"))
    for parent in list(svg.iter()):
        for child in list(parent):
            if child.tag == "line" and child.get("stroke-width") == "0" and child.get("marker-start"):
                replace(parent, child, _disc(child))
            elif haloed and child.tag == "text" and classes(child) & {"messageText", "loopText"}:
                parent.insert(list(parent).index(child), _behind(child))
    return svg


def _disc(line: ET.Element) -> ET.Element:
    """Return the disc a message's number stands on, which is a marker in the drawing."""
    return ET.Element(
        "circle", {"cx": line.get("x1", "0"), "cy": line.get("y1", "0"), "r": "12", "fill": "#48525f"}
    )


def _behind(text: ET.Element) -> ET.Element:
    """Return a white box to stand behind a message, where a browser paints a halo."""
    width = text_width("".join(text.itertext()), _FONT) + 6
    x, y = float(text.get("x", "0")), float(text.get("y", "0")) + _FONT
    box = {"x": x - width / 2, "y": y - 9, "width": width, "height": 18}
    return ET.Element("rect", {**{key: f"{value:.1f}" for key, value in box.items()}, "fill": "#fff"})


def _sized(svg: ET.Element, scale: float) -> ET.Element:
    _, _, width, height = (float(number) for number in _NUMBER.findall(svg.get("viewBox", "")))
    svg.set("width", f"{width * scale:.2f}pt")
    svg.set("height", f"{height * scale:.2f}pt")
    return svg


def _labelled(
    element: ET.Element, dx: float = 0, dy: float = 0
) -> Iterator[tuple[ET.Element, ET.Element, float, float]]:
    """Yield each part with a label: its parent, itself, its upper and lower end in the drawing."""
    for child in element:
        moved = _TRANSLATE.search(child.get("transform", ""))
        x, y = (dx + float(moved[1]), dy + float(moved[2])) if moved else (dx, dy)
        if classes(child) & _LABELLED:
            yield (element, child, *_extent(child, y))
        else:
            yield from _labelled(child, x, y)


def _extent(part: ET.Element, y: float) -> tuple[float, float]:
    """Half the height of what surrounds a label, above and below its middle; a title hangs from its top."""
    if "cluster-label" in part.get("class", ""):
        return y - 4, y + 24
    half = max((_half(shape) for shape in part.iter()), default=0) or 12
    return y - half, y + half


def _half(shape: ET.Element) -> float:
    if shape.tag == "rect":
        return float(shape.get("height", "0")) / 2
    if shape.tag == "polygon":
        heights = [float(number) for number in _NUMBER.findall(shape.get("points", ""))[1::2]]
        return (max(heights) - min(heights)) / 2
    moved = _TRANSLATE.search(shape.get("transform", "")) if shape.tag == "path" else None
    return abs(float(moved[2])) if moved else 0


def _cuts(svg: ET.Element, y: float, height: float, count: int) -> list[float]:
    """Where to cut into `count` parts: near equal parts, in the middle of the widest space between labels."""
    spans = sorted((top, bottom) for _, _, top, bottom in _labelled(svg))
    gaps, end = [], y
    for top, bottom in spans:
        if top > end:
            gaps.append((end, top))
        end = max(end, bottom)
    cuts = []
    for number in range(1, count):
        ideal = y + height * number / count
        start, stop = min(gaps, key=lambda gap: abs((gap[0] + gap[1]) / 2 - ideal) - 2 * (gap[1] - gap[0]))
        cuts.append((start + stop) / 2)
    return cuts


def _window(svg: ET.Element, number: int, x: float, y: float, width: float, height: float) -> ET.Element:
    """Return the part of a drawing between two cuts; labels of other parts are not in it, hidden or not."""
    window = deepcopy(svg)
    name = window.get("id", "")
    window.set("id", f"{name}-parte-{number + 1}")
    for style in window.iter("style"):
        style.text = (style.text or "").replace(f"#{name} ", f"#{name}-parte-{number + 1} ")
    window.set("viewBox", f"{x:g} {y:g} {width:g} {height:g}")
    for parent, part, top, bottom in list(_labelled(window)):
        if bottom <= y or top >= y + height:
            parent.remove(part)
    return window
