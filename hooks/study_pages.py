"""Add the pages made from what authors write: virtual files, so that MkDocs checks their links too."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from guidekit import dates, state
from guidekit.downloads import page as downloads_page
from guidekit.exam import checklist
from guidekit.exam import index_page as exam_index
from guidekit.exam import points as exam_tips
from guidekit.glossary import terms as glossary
from guidekit.ledger import page as ledger
from guidekit.web import page_assets as scripts
from guidekit.web.filters import Listing, ListingExtension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

_SCRIPTS = {"data-filtro": "filter.js", "data-avance": "checklist.js"}


def _listings(config: MkDocsConfig) -> dict[str, Listing]:
    today = dates.build_date(Path(config.config_file_path).parent)
    return {
        exam_index.LISTING: exam_index.listing,
        checklist.LISTING: checklist.listing,
        glossary.LISTING: glossary.listing,
        ledger.LISTING: partial(ledger.listing, today=today),
    }


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the extension that puts the listings into their pages."""
    config.markdown_extensions.append(ListingExtension(_listings(config)))  # type: ignore[arg-type]
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add each page the site has data for."""
    corpus = state.load(config)
    state.extension(config, ListingExtension).corpus = corpus
    pages = {}
    if corpus.terms:
        pages[glossary.PAGE] = glossary.markdown()
    if corpus.tips:
        pages[exam_tips.INDEX] = exam_index.markdown()
    if corpus.tasks:
        pages[checklist.PAGE] = checklist.markdown()
    if corpus.facts:
        pages[ledger.PAGE] = ledger.markdown(corpus.earlier)
    if file := config.extra.get("downloads"):
        pages[downloads_page.PAGE] = downloads_page.markdown(str(file))
    for uri, content in pages.items():
        files.append(File.generated(config, uri, content=content))
    return files


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Add the scripts a page uses, and no others; on a topic page, the place of its download."""
    known = state.page(config, page)
    if known and known.topic is not None and config.extra.get("downloads"):
        output = downloads_page.mark_topic(output, known.name)
    for mark, script in _SCRIPTS.items():
        if f" {mark}=" in output:
            output = scripts.add(output, page, script)
    return output
