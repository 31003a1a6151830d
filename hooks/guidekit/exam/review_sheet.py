"""The review sheet: what to know by heart of each topic, all topics on one page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree import ElementTree as ET

from markdown import Markdown

from ..model import Corpus, Page
from ..web.elements import SCREEN_ONLY, element, verbatim
from ..web.made import Made
from . import summary

PAGE = "hoja-de-repaso.md"
Link = Callable[[str], Sequence[ET.Element]]
"""Returns what leads to the download of the sheet, by what the downloads of the guide are called after."""


def _known(corpus: Corpus) -> list[Page]:
    return [page for page in corpus.topics if page.summary or page.cues]


MADE = Made(PAGE, "repaso", _known)


def listing(corpus: Corpus, md: Markdown, link: Link = lambda name: ()) -> list[ET.Element]:
    """Return the `link`, the place of the switch, and of each topic its rows and cues."""
    switch = element("div", class_=f"respuestas {SCREEN_ONLY}", data_repaso="")
    topics = [_topic(page) for page in _known(corpus)]
    return [*link(corpus.settings.downloads), switch, element("div", *topics, class_="repaso")]


def _topic(page: Page) -> ET.Element:
    """Return a topic without marks of facts: it leads to its page, which states them."""
    heading = element("h2", element("a", verbatim(page.title), href=page.uri), id=page.name)
    lists = (*summary.rows(page.summary, marked=False), *summary.cues(page.cues, marked=False))
    return element("div", heading, *lists)
