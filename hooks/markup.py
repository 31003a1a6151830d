"""Give Python-Markdown all our extensions, and tell them which page comes next: it does not. Refuse
what no book can show of what they make of it.

mkdocs.yml cannot name a class that lives in the hooks folder. In what order they work: guidekit.order.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

from guidekit import state
from guidekit.downloads import page as downloads_page
from guidekit.downloads import refusals
from guidekit.downloads.topic_link import TopicLinkExtension
from guidekit.exam import checklist, index_page, review_sheet
from guidekit.exam.callout import ExamExtension
from guidekit.exam.checklist import SelfCheckExtension
from guidekit.exam.summary import SummaryExtension
from guidekit.exam.syntax import CalloutExtension
from guidekit.exam.ticks import TicksExtension
from guidekit.glossary import page as glossary_page
from guidekit.glossary.links import GlossaryLinkExtension
from guidekit.ledger import page as ledger_page
from guidekit.ledger.marks import FactExtension
from guidekit.web import moved
from guidekit.web.callouts import CalloutTitles
from guidekit.web.made import Listing, ListingExtension
from guidekit.web.typography import ProseExtension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

log = get_plugin_logger("markup")
_ID = re.compile(r'\sid="([^"]*)"')


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the extensions; they share what is known of the site and the page."""
    rendering = state.rendering(config)
    listings: dict[str, Listing] = {
        review_sheet.MADE.name: partial(review_sheet.listing, link=downloads_page.sheet),
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
        SelfCheckExtension(rendering),
        TicksExtension(rendering),
        SummaryExtension(rendering),
        FactExtension(rendering),
        GlossaryLinkExtension(rendering),
        ListingExtension(listings, rendering),
        TopicLinkExtension(rendering),
        moved.MovedExtension(rendering),
        ProseExtension(rendering),
    ]
    return config


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell them the page."""
    state.rendering(config).page = state.page(config, page)


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Warn of what no book shows of an author's page, and of places that moved elsewhere or never came."""
    written = state.page(config, page)
    ids = _ID.findall(html)
    # MkDocs knows the ids of Markdown; those of finished HTML, as a drawing is, it would call missing.
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *ids}
    if written:
        for problem in moved.check(written.name, ids, state.load(config).moved):
            log.warning("%s", problem)
    if written and state.load(config).settings.downloads:
        source = Path(page.file.abs_src_path or "").read_bytes()
        known = files.src_uris
        for problem in refusals.check(html, page.file.dest_uri, known.__contains__, source, written.path):
            log.warning("%s", problem)
