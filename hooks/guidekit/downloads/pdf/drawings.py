"""Drawings of the site made fit for paper: a size that can be read, in parts that fit a page."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from ...diagrams import fitting
from ...web.elements import classes
from ..errors import DownloadError
from .paper import Paper

_FAMILY = re.compile(r"font-family:[^;}]*")
_BOLD = re.compile(r"font-weight:\s*bold")
"""The bold of the book is a family of its own."""
_KEPT = {"title", "style", "defs"}
"""What a part of a sequence holds outside the window on its messages."""


@dataclass(frozen=True)
class Placed:
    """A drawing, in parts if it is too tall for any page; `landscape` if it needs pages lying down.

    Parts stand side by side as far as the width of the text lasts, with 20 points between them; the others
    go on a page of their own.
    """

    parts: tuple[ET.Element, ...]
    landscape: bool


def place(svg: ET.Element, paper: Paper) -> Placed:
    """Return `svg` for a page: a part is at most as wide and high as the text, no label under 7 pt.

    Raises DownloadError if no page holds it, which the strict build has refused.
    """
    drawing = _plain(deepcopy(svg))
    text, lying = (paper.text.width, paper.text.height), (paper.lying.width, paper.lying.height)
    fit = fitting.fit(drawing, text, lying)
    if fit is None:
        title = drawing.findtext("title") or ""
        raise DownloadError(f"the drawing '{title.split('.')[0]}' is too large for {paper.name}")
    windows = [drawing] if len(fit.spans) == 1 else [_window(drawing, *span) for span in fit.spans]
    return Placed(tuple(_sized(window, fit.scale) for window in windows), fit.landscape)


def _plain(svg: ET.Element) -> ET.Element:
    """Bring down to what is drawn on paper, in the font of the book: one text for title and description."""
    title, description = svg.find("title"), svg.find("desc")
    if title is not None and description is not None:
        title.text = f"{(title.text or '').rstrip('.')}. {description.text or ''}"
        svg.remove(description)
    for key in ("aria-describedby", "aria-labelledby", "role"):
        svg.attrib.pop(key, None)
    for style in svg.iter("style"):
        text = _FAMILY.sub('font-family:"IBM Plex Sans"', style.text or "")
        style.text = _BOLD.sub('font-family:"IBM Plex Sans SmBld"', text)
    return svg


def _sized(svg: ET.Element, scale: float) -> ET.Element:
    _, _, width, height = fitting.view_box(svg)
    svg.set("width", f"{width * scale:.2f}pt")
    svg.set("height", f"{height * scale:.2f}pt")
    return svg


def _window(svg: ET.Element, top: float, bottom: float) -> ET.Element:
    """Return the part of a drawing between two cuts; labels of other parts are not in it, hidden or not."""
    window = deepcopy(svg)
    x, y, width, _ = fitting.view_box(svg)
    heads = [deepcopy(group) for group in window.iter("g") if any(_is_actor(child) for child in group)]
    for parent, part, upper, lower in list(fitting.labelled(window)):
        if lower <= top or upper >= bottom:
            parent.remove(part)
    _view(window, x, top, width, bottom - top)
    head = fitting.head(svg)
    if not head or top == y:
        return window
    messages = ET.Element("svg", {"x": f"{x:g}", "y": f"{y + head:g}", "width": f"{width:g}"})
    messages.set("height", f"{bottom - top:g}")
    messages.set("viewBox", window.get("viewBox", ""))
    messages.extend(child for child in window if child.tag not in _KEPT)
    for child in messages:
        window.remove(child)
    window.extend([messages, *heads])
    _view(window, x, y, width, head + bottom - top)
    return window


def _is_actor(item: ET.Element) -> bool:
    return item.tag == "rect" and "actor" in classes(item)


def _view(svg: ET.Element, *numbers: float) -> None:
    svg.set("viewBox", " ".join(f"{number:g}" for number in numbers))
