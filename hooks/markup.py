"""Give Python-Markdown all our extensions, and tell them which page comes next: it does not.

mkdocs.yml cannot name a class that lives in the hooks folder. In what order they work: guidekit.order.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from guidekit import state
from guidekit.downloads.topic_link import TopicLinkExtension
from guidekit.exam import checklist, index_page
from guidekit.exam.callout import ExamExtension
from guidekit.exam.syntax import CalloutExtension
from guidekit.glossary import page as glossary_page
from guidekit.glossary.links import GlossaryLinkExtension
from guidekit.ledger import page as ledger_page
from guidekit.ledger.marks import FactExtension
from guidekit.web.callouts import CalloutTitles
from guidekit.web.made import Listing, ListingExtension
from guidekit.web.typography import ProseExtension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the extensions; they share what is known of the site and the page."""
    rendering = state.rendering(config)
    listings: dict[str, Listing] = {
        index_page.MADE.name: index_page.listing,
        checklist.MADE.name: checklist.listing,
        glossary_page.MADE.name: glossary_page.listing,
        ledger_page.MADE.name: partial(ledger_page.listing, today=state.today(config)),
    }
    extensions: list[Any] = config.markdown_extensions  # names for MkDocs; Markdown takes both
    extensions += [
        CalloutTitles(),
        CalloutExtension(),
        ExamExtension(rendering),
        FactExtension(rendering),
        GlossaryLinkExtension(rendering),
        ListingExtension(listings, rendering),
        TopicLinkExtension(rendering),
        ProseExtension(rendering),
    ]
    return config


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell them the page."""
    state.rendering(config).page = state.page(config, page)
