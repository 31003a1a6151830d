"""How wide the columns of a table are, and which hold figures: as browsers find it, which Typst does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from xml.etree import ElementTree as ET

from ...web.elements import in_one_line
from .paper import text_width

_SIZE, _PADDING = 9.0, 16.2
"""Points of the type in a table, and of what stands beside the text in a cell (style/blocks.typ)."""
_BOLD = 1.06
"""How much wider bold type is."""
_MARKS = {"mark": 5.0, "sign": 12.0, "new": 16.0}
"""Points of what is no text."""
_NARROW = 14
"""Characters of a cell that does not wrap if those below and above are as short."""
_FIGURE = re.compile(r"[\d.,\s]*\d")
_BREAKS = re.compile(r"[ /\u200b-]")
Row = Sequence[ET.Element]


@dataclass(frozen=True)
class Form:
    """The widths of the columns, in points, and the numbers of those whose cells are figures."""

    widths: tuple[float, ...]
    figures: tuple[int, ...]


def form(head: Row, rows: Sequence[Row], width: float) -> Form:
    """Return the form of a table that takes `width` points."""
    needs, figures = [], []
    for number, column in enumerate(zip_longest(head, *rows)):
        cells = [cell for cell in column if cell is not None and "colspan" not in cell.attrib]
        texts = [in_one_line(cell) for cell in cells]
        narrow = max(map(len, texts), default=0) <= _NARROW
        if narrow and sum(bool(_FIGURE.fullmatch(text)) for text in texts[bool(head) :]) * 2 > len(rows):
            figures.append(number)
        wants = [_need(cell) for cell in cells]
        most = max((whole for _, whole in wants), default=0.0) + _PADDING
        least = most if narrow else max((word for word, _ in wants), default=0.0) + _PADDING
        needs.append((least, most))
    return Form(tuple(_shared(needs, width)), tuple(figures))


def _need(cell: ET.Element) -> tuple[float, float]:
    """Return the points of a cell's longest word, and of its text in one line."""
    text = in_one_line(cell).replace("\u2060", "")
    bold = _BOLD if cell.tag == "th" or cell.find(".//strong") is not None else 1.0
    more = sum(_MARKS.get(part.tag, 0.0) for part in cell.iter())
    word = max(text_width(word, _SIZE) for word in _BREAKS.split(text))
    return word * bold, text_width(text, _SIZE) * bold + more


def _shared(needs: Sequence[tuple[float, float]], width: float) -> Iterator[float]:
    """Yield a width for each column between the least and the most it needs; they take `width` together."""
    least, most = (sum(side) for side in zip(*needs, strict=True))
    for narrow, wide in needs:
        if most <= width:
            yield wide * width / most
        elif least >= width:
            yield narrow * width / least
        else:
            yield narrow + (width - least) * (wide - narrow) / (most - least)
