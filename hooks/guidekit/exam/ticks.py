"""A Python-Markdown extension: lists an author wrote with ☐ on a page that is no topic, such as a plan of
study, are ticked where they stand. Those of topics are on the checklist.
"""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree as ET

from markdown import Markdown

from .. import order
from ..model import Page
from ..rendering import PageProcessor, SharingExtension
from ..web.elements import SCREEN_ONLY, element
from . import checklist


def tick(root: ET.Element, page: Page) -> None:
    """Give every such line a box of its own, every list a group, and the last list the controls."""
    seen: Counter[str] = Counter()
    last: ET.Element | None = None
    for part in root:
        for items in part.iter("ul"):
            lines = [item for item in items if checklist.is_box(item)]
            for line in lines:
                _label(line, checklist.key(line, page), seen)
            if lines:
                last = part
                items.set("class", "marcas")
                items.set("data-grupo", page.name)
    if last is not None:
        bar = element("div", class_=f"avance {SCREEN_ONLY}", data_avance="aqui")
        root.insert(list(root).index(last) + 1, bar)


def _label(line: ET.Element, key: str, seen: Counter[str]) -> None:
    """Put the words of a line into the label of its box; what is nested in the line stays behind it."""
    seen[key] += 1
    mark = key if seen[key] == 1 else f"{key}-{seen[key]}"  # the same words twice are two ticks
    words = (line.text or "").lstrip().removeprefix(checklist.BOX).lstrip()
    line.text = None
    line.insert(0, element("label", element("input", type="checkbox", data_marca=mark), words))


class _Ticks(PageProcessor):
    def run(self, root: ET.Element) -> None:
        page = self.rendering.page
        if page is not None and not page.teaches:
            tick(root, page)


class TicksExtension(SharingExtension):
    """Needs the page: its name is part of what a tick hangs on."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register what puts the boxes in."""
        md.treeprocessors.register(_Ticks(md, self.rendering), "guidekit_ticks", order.TICKS)
