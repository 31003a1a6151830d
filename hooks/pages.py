"""Add the pages made from what authors write, and to every page the scripts it needs and no others."""

from __future__ import annotations

from guidekit import state
from guidekit.downloads import page as downloads_page
from guidekit.exam import checklist, index_page, points
from guidekit.glossary import page as glossary_page
from guidekit.ledger import page as ledger_page
from guidekit.web import page_assets
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add each page the site has data for, as virtual files, so that MkDocs checks their links too; and the
    facts that the marks of a page open.
    """
    corpus = state.load(config)
    generated = {}
    if corpus.terms:
        generated[glossary_page.PAGE] = glossary_page.markdown()
    if corpus.tips:
        generated[points.INDEX] = index_page.markdown()
    if corpus.tasks:
        generated[checklist.PAGE] = checklist.markdown()
    if corpus.facts:
        generated[ledger_page.PAGE] = ledger_page.markdown(corpus.settings.earlier)
    if corpus.settings.downloads:
        generated[downloads_page.PAGE] = downloads_page.markdown(corpus.settings.downloads)
    for name in [name for name, cited in corpus.references.items() if cited]:
        generated[f"{ledger_page.FOLDER}/{name}.js"] = ledger_page.script(corpus, name, state.today(config))
    for uri, content in generated.items():
        files.append(File.generated(config, uri, content=content))
    return files


def on_page_context(
    context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Tell the template which scripts the page needs, and what the page is called."""
    page.meta["scripts"] = page_assets.scripts(page.content or "", preview=state.serving())
    page.meta["name"] = page.file.src_uri.removesuffix(".md")
    return context


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """On a topic page, the place of its download."""
    known = state.page(config, page)
    if known and known.topic is not None and state.load(config).settings.downloads:
        output = downloads_page.mark_topic(output, known.name)
    return output
