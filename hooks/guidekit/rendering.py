"""What our Markdown extensions know of the site and the page: Python-Markdown tells them neither."""

from __future__ import annotations

from dataclasses import dataclass

from .model import Corpus, Page


@dataclass
class Rendering:
    """One for each build, shared by its extensions: `corpus` once the sources are read, `page` the page that
    is being rendered, None for a page made by the build.
    """

    corpus: Corpus | None = None
    page: Page | None = None
