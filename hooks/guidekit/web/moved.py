"""A Python-Markdown extension: an address a place had before leads to where it is, without a script too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from markdown import Markdown

from .. import order
from ..model import Moved
from ..rendering import PageProcessor, SharingExtension
from ..sources.problems import Problem
from .elements import SCREEN_ONLY, element, verbatim

CLASS = "mudado"


def check(ids: Iterable[str], moved: Iterable[Moved]) -> Iterator[Problem]:
    """Tell of places that are said to have left a page, whose `ids` are these, and still are on it."""
    counted = list(ids)
    for place in moved:
        if counted.count(place.anchor) > 1:
            message = f"'{place.anchor}' is still on the page '{place.page}'"
            yield Problem(place.path, place.line, message, "an id that left its page")


class _Ways(PageProcessor):
    def run(self, root: ET.Element) -> None:
        corpus, page = self.rendering.corpus, self.rendering.page
        if corpus is None or page is None:
            return
        gone = [place for place in corpus.moved if place.page == page.name]
        titles = {other.name: other.title for other in corpus.pages}
        if gone:
            ways = (_way(place, titles[place.to_page]) for place in gone)
            root.append(element("div", *ways, class_=f"{CLASS} {SCREEN_ONLY}", data_search_exclude=""))


def _way(place: Moved, title: str) -> ET.Element:
    """Return what a reader finds at the old address; style sheets show it to nobody else."""
    page = "" if place.page == place.to_page else f"{place.to_page}.md"
    link = element("a", verbatim(title), href=f"{page}#{place.to_anchor}")
    return element("p", verbatim("Lo que buscas está ahora en «"), link, verbatim("»."), id=place.anchor)


class MovedExtension(SharingExtension):
    """Needs the places that moved and the page."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register what puts the ways in."""
        md.treeprocessors.register(_Ways(md, self.rendering), "guidekit_moved", order.MOVED)
