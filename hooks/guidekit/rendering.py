"""What our Markdown extensions know of the site and the page: Python-Markdown tells them neither."""

from __future__ import annotations

from dataclasses import dataclass

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from .model import Corpus, Page


@dataclass
class Rendering:
    """One for each build, shared by its extensions: `corpus` once the sources are read, `page` the page that
    is being rendered, None for a page made by the build.
    """

    corpus: Corpus | None = None
    page: Page | None = None


class SharingExtension(Extension):
    """An extension that hands the rendering of its build to what it registers."""

    def __init__(self, rendering: Rendering) -> None:
        super().__init__()
        self.rendering = rendering


class PageProcessor(Treeprocessor):
    """Works on the tree of a page, and knows which page that is."""

    def __init__(self, md: Markdown, rendering: Rendering) -> None:
        super().__init__(md)
        self.rendering = rendering
