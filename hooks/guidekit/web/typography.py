"""A Python-Markdown extension for Spanish study prose: authors type plainly, readers get it set right.

- Numbers and units keep together: the spaces in `64 000 ms` and `10 %` become non-breaking.
- ✅, ❌, ⚠️ and ☐ are hidden from screen readers; the word beside them says the same.
- A wide table scrolls by itself, reachable by keyboard.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from xml.etree import ElementTree as ET

from markdown import Markdown

from .. import order
from ..rendering import PageProcessor, SharingExtension
from ..settings import Settings
from .elements import in_one_line

_UNITS = r"%|[KMGT]i?B(?:/s)?|ms|USD|segundos?|minutos?|horas?|días?|meses|años?|veces"
_MARKS = re.compile("([✅❌☐]|⚠\ufe0f?)")
_VERBATIM = {"code", "pre", "script", "style", "kbd", "svg"}
NBSP = "\u00a0"


class _Typography(PageProcessor):
    def run(self, root: ET.Element) -> None:
        settings = self.rendering.corpus.settings if self.rendering.corpus else Settings()
        breaking = _breaking(tuple(settings.units), tuple(settings.leads))
        for element in list(_readable(root)):
            element.text = element.text and breaking.sub(NBSP, element.text)
            for child in element:
                child.tail = child.tail and breaking.sub(NBSP, child.tail)
            _hide_marks(element)
        names: Counter[str] = Counter()
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag == "table":
                    parent[index] = _scrolling(child, names)


def _readable(element: ET.Element) -> Iterator[ET.Element]:
    if element.tag in _VERBATIM:
        return
    yield element
    for child in element:
        yield from _readable(child)


def keep_together(text: str, settings: Settings) -> str:
    """Return `text` with non-breaking spaces in numbers and between them and their units."""
    return _breaking(tuple(settings.units), tuple(settings.leads)).sub(NBSP, text)


@lru_cache(maxsize=1)  # the same for all pages of a build
def _breaking(units: Sequence[str], leads: Sequence[str]) -> re.Pattern[str]:
    """Return what matches the spaces at which no line may break."""
    known = "|".join((_UNITS, *map(re.escape, units)))
    places = [r"(?<=\d )(?=\d{3}(?!\d))", rf"(?<=\d )(?=(?:{known})(?!\w))", r"(?<=[≤≥<>~] )(?=\d)"]
    places += [rf"(?<={re.escape(lead)} )(?=\d)" for lead in leads]
    # It begins with what it replaces: found in a fifth of the time.
    return re.compile(f" (?:{'|'.join(places)})")


def _hide_marks(element: ET.Element) -> None:
    """Wrap each mark in a span that screen readers skip."""
    if element.get("aria-hidden") == "true":
        return
    for index, child in reversed(list(enumerate(element, 1))):  # from the end: earlier places stay true
        child.tail, spans = _split(child.tail)
        element[index:index] = spans
    element.text, spans = _split(element.text)
    element[0:0] = spans


def _split(text: str | None) -> tuple[str | None, list[ET.Element]]:
    """Return the text before the first mark and a span for each mark, what follows it as its tail."""
    if not text:
        return None, []
    before, *parts = _MARKS.split(text)
    spans = []
    for sign, after in zip(parts[::2], parts[1::2], strict=True):
        span = ET.Element("span", {"class": "marca", "aria-hidden": "true"})
        span.text, span.tail = sign, after
        spans.append(span)
    return (before or None), spans


def _scrolling(table: ET.Element, names: Counter[str]) -> ET.Element:
    # Material wraps tables by script; doing it here keeps the page whole without one.
    box = ET.Element("div", {"class": "tabla", "tabindex": "0", "role": "region"})
    headers = [in_one_line(th) for th in table.iter("th")]
    name = "Tabla: " + ", ".join(header for header in headers if header)
    names[name] += 1  # landmarks of one page need names of their own
    box.set("aria-label", name if names[name] == 1 else f"{name} ({names[name]})")
    box.tail, table.tail = table.tail, None
    box.append(table)
    return box


class ProseExtension(SharingExtension):
    """Needs the settings of the guide: its units."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register what walks the finished page."""
        md.treeprocessors.register(_Typography(md, self.rendering), "guidekit_typography", order.TYPOGRAPHY)
