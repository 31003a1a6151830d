"""A Python-Markdown extension: an address a place had before leads to where it is, without a script too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from markdown import Markdown

from .. import order
from ..model import Moved
from ..rendering import PageProcessor, SharingExtension
from ..sources.problems import Problem, did_you_mean
from .elements import SCREEN_ONLY, element, verbatim

CLASS = "mudado"


def check(page: str, ids: Iterable[str], moved: Iterable[Moved]) -> Iterator[Problem]:
    """Tell of places that are said to have left a page, whose `ids` are these, and still are on it; and of
    those that are said to be on it now, and are not.
    """
    counted = Counter(ids)
    for place in moved:
        if place.page == page and counted[place.anchor] > 1:
            message = f"'{place.anchor}' is still on the page '{page}'"
            yield Problem(place.path, place.line, message, "an id that left its page")
        if place.to_page == page and place.to_anchor not in counted:
            message = f"no '{place.to_anchor}' on the page '{page}'"
            hint = did_you_mean(place.to_anchor, counted)
            yield Problem(place.path, place.line, message, "an id of that page", hint)


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
