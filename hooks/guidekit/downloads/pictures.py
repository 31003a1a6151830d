"""Pictures and drawings of a page, as every book can show them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

from ..diagrams.figures import light
from ..web.elements import classes, element, remove
from ..web.text import slug
from .kinds import PICTURES

_DARK = {"only-dark", "gh-dark-mode-only"}
"""How the address of a picture ends that Material shows in the dark scheme only."""


@dataclass(frozen=True)
class Refusal:
    """Something on a page that no book can show: `what` it is, what was `expected`, and how the source of the
    page may have it `written`.
    """

    what: str
    expected: str
    written: str


def file_name(source: str) -> str:
    """Return what a picture of the site is called in a book: a name that every reading system copes with."""
    file = PurePosixPath(source)
    return f"{slug(file.stem)}-{hashlib.sha256(source.encode()).hexdigest()[:8]}{file.suffix.lower()}"


def read(image: ET.Element, picture: Callable[[str], str]) -> ET.Element | Refusal | None:
    """Return the `img` of a manuscript for one of a page; None for what only the dark scheme shows.

    `picture` returns the file below the root of the site that an address leads to, or nothing.
    """
    src, alt = image.get("src", ""), image.get("alt", "")
    parts = urlsplit(src)
    name = unquote(PurePosixPath(parts.path).name)
    if parts.fragment in _DARK:
        return None
    if "twemoji" in classes(image):
        what = f"the emoji {alt} is a picture of another host"
        return Refusal(what, f"{alt} itself", image.get("title", alt))
    if parts.scheme or parts.netloc:
        return Refusal(f"the picture {src[:70]} is no file of the guide", "one below docs/", src)
    file = picture(src)
    if not file:
        return Refusal(f"there is no picture {name}", "a file below docs/", name)
    if PurePosixPath(file).suffix.lower() not in PICTURES:
        return Refusal(f"not every book can show the picture {name}", f"one of {' '.join(PICTURES)}", name)
    width = image.get("width", "").removesuffix("px")
    return element("img", src=file, alt=alt, width=width if width.isdigit() else None)


def drawing(svg: ET.Element) -> ET.Element:
    """Return a drawing in tags without namespace and in the colours of the light scheme."""
    plain = deepcopy(svg)
    plain.tail = None
    for parent in list(plain.iter()):
        for child in list(parent):
            if not isinstance(child.tag, str):  # a comment
                remove(parent, child)
    for item in plain.iter():
        item.tag = item.tag.rpartition("}")[2]
        item.attrib = {key: light(value) for key, value in item.attrib.items() if "}" not in key}
        item.text = light(item.text) if item.text else item.text
    plain.attrib.pop("style", None)
    return plain
