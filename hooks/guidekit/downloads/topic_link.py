"""A Python-Markdown extension: on each page of a topic the place of the link to its PDF."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from markdown import Markdown

from .. import order
from ..rendering import PageProcessor, SharingExtension
from ..web.elements import classes
from .page import TOPIC, place


class _Place(PageProcessor):
    def run(self, root: ET.Element) -> None:
        corpus, page = self.rendering.corpus, self.rendering.page
        if corpus is None or page is None or not page.teaches or not corpus.settings.downloads:
            return
        title = next((number for number, child in enumerate(root) if child.tag == "h1"), None)
        if title is None:
            return
        below = title + 1
        if below < len(root) and "revision" in classes(root[below]):  # how fresh its facts are
            below += 1
        root.insert(below, place(TOPIC, f"{page.subject}.pdf"))


class TopicLinkExtension(SharingExtension):
    """Needs the settings of the guide and the page."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register what puts the place in."""
        md.treeprocessors.register(_Place(md, self.rendering), "guidekit_topic_link", order.TOPIC_LINK)
