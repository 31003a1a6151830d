"""What to know by heart of each topic, as printed lists: from the page of the review sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from xml.etree import ElementTree as ET

from ...web.elements import element, in_one_line
from ..book import Chapter
from ..kinds import Part
from .paper import Paper
from .printing import Print

_LISTS = {"dl", "ul"}
Heading = Callable[[str, ET.Element], ET.Element]
"""Returns the heading of a topic, of its title and the link to its page."""


def topics(page: Chapter, paper: Paper, heading: Heading) -> Iterator[list[ET.Element]]:
    """Yield the heading and the lists of each topic on the `page` of the review sheet."""
    group: list[ET.Element] = []
    for child in page.body:
        if child.tag == "h2":
            if group:
                yield group
            group = [heading(in_one_line(child), next(child.iter("a"), child))]
        elif child.tag in _LISTS and group:
            group += list(element("section", *_Lists(page, paper).convert(child)))
    if group:
        yield group


class _Lists(Print):
    """Sets both kinds of rows as entries of a list without bullets."""

    def _on_dl(self, item: ET.Element) -> Iterable[Part]:
        entries = []
        for figure, says in zip(item.iter("dt"), item.iter("dd"), strict=True):
            lead = element("strong", *self.content(figure))
            entries.append(element("li", lead, "\u2002", *self.content(says)))
        return [element("ul", *entries, role="repaso")]

    def _on_ul(self, item: ET.Element) -> Iterable[Part]:
        return [element("ul", *self.content(item), role="repaso")]
