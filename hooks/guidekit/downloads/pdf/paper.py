"""Paper and type: the sizes of a page, the fonts, and how wide a text is in them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from ..errors import DownloadError

FONTS = Path(__file__).parent / "fonts"
_SETTING = "GUIA_PAPER"
_MARGINS = (74.0, 70.0)
_LYING = (50.0, 60.0)
"""Points above and below the text, and beside it, on a page that stands and on one that lies: style/."""
_SIZES = {"A4": ("a4", 595.28, 841.89), "Letter": ("us-letter", 612.0, 792.0)}


@dataclass(frozen=True)
class Area:
    """Points that text may take."""

    width: float
    height: float


@dataclass(frozen=True)
class Paper:
    """A paper by its name and Typst's, and what text may take on a page that stands and on one that lies."""

    name: str
    typst: str
    text: Area
    lying: Area


def chosen() -> Paper:
    """Return the paper the environment asks for in GUIA_PAPER: A4 (also if it asks for nothing) or Letter.

    Raises DownloadError for any other.
    """
    name = os.environ.get(_SETTING) or "A4"
    if name not in _SIZES:
        raise DownloadError(f"{_SETTING} is '{name}'; expected {' or '.join(_SIZES)}")
    typst, width, height = _SIZES[name]
    lying = Area(height - 2 * _LYING[1], width - 2 * _LYING[0])
    return Paper(name, typst, Area(width - 2 * _MARGINS[1], height - 2 * _MARGINS[0]), lying)


def text_width(text: str, size: float) -> float:
    """Return how wide `text` is in the book's font at `size`, without kerning."""
    widths, units = _widths()
    return sum(widths.get(character, units / 2) for character in text) * size / units


@cache
def _widths() -> tuple[dict[str, int], int]:
    font = TTFont(FONTS / "IBMPlexSans-Regular.ttf")
    advances, cmap = font["hmtx"], font.getBestCmap()
    return {chr(code): advances[name][0] for code, name in cmap.items()}, font["head"].unitsPerEm
