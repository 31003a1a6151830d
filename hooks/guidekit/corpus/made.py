"""The pages the build makes for a site: of each, its prose, if there is something to list."""

from __future__ import annotations

from collections.abc import Mapping

from ..exam import checklist, index_page, review_sheet
from ..glossary import page as glossary
from ..ledger import page as ledger
from ..ledger.statuses import speaker
from ..model import Corpus
from ..settings import Settings
from ..sources.markdown_lines import decode
from ..sources.problems import Problem
from ..web.made import PROSE
from .pages import Source

PAGES = {
    made.uri: made
    for made in (review_sheet.MADE, glossary.MADE, index_page.MADE, checklist.MADE, ledger.MADE)
}
"""By the address of their source."""
_OURS = "/".join(PROSE.parts[-3:])


def read(corpus: Corpus, written: Mapping[str, Source]) -> tuple[dict[str, str], list[Problem]]:
    """Return the Markdown of each page there is something to list for, by the address of its source, and what
    is wrong with their prose. `written` are those the author wrote, which take the place of ours.
    """
    pages: dict[str, str] = {}
    problems: list[Problem] = []
    settings = _texts(corpus.settings)
    for uri, page in PAGES.items():
        source = written.get(uri) or Source(uri, f"{_OURS}/{uri}", (PROSE / uri).read_bytes())
        text, _ = decode(source.raw, source.path)
        if page.lists(corpus):
            problems += page.check(text, source.path, settings)
            pages[uri] = page.fill(text, settings)
        elif uri in written:
            message = "the build makes a page of this name, and there is nothing to list on it"
            problems.append(Problem(source.path, 1, message, "another name"))
    return pages, problems


def _texts(settings: Settings) -> dict[str, str]:
    """Return the settings that prose may name, each as it reads where the guide says nothing."""
    texts = {name: value for name, value in settings.items() if isinstance(value, str)}
    return {**texts, "earlier": speaker(settings.earlier)}
