"""Add the pages made from what authors write, and to every page the scripts it needs and no others."""

from __future__ import annotations

from typing import Any

from guidekit import state
from guidekit.downloads import page as downloads_page
from guidekit.exam import points
from guidekit.glossary import terms
from guidekit.ledger import page as ledger_page
from guidekit.web import page_assets, tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add each page the site has data for, as virtual files, so that MkDocs checks their links too; the facts
    that the marks of a page open; our scripts and styles.
    """
    corpus = state.load(config)
    generated = {**page_assets.published(), **corpus.made}
    if corpus.settings.downloads and not files.get_file_from_path(downloads_page.PAGE):
        generated[downloads_page.PAGE] = downloads_page.markdown(corpus.settings.downloads)
    for name in [name for name, cited in corpus.references.items() if cited]:
        generated[f"{ledger_page.FOLDER}/{name}.js"] = ledger_page.script(corpus, name, state.today(config))
    for uri, content in generated.items():
        file = File.generated(config, uri, content=content)
        if written := files.get_file_from_path(uri):  # the author's prose, which can be edited
            files.remove(written)
            file.edit_uri = uri
        files.append(file)
    return files


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> Any:
    """Tell every template the colours of the guide, and where our scripts find the pages they link to."""
    places = {"glossary": terms.PAGE, "points": points.INDEX}
    known = {name: files.get_file_from_path(uri) for name, uri in places.items()}
    env.globals["guide_pages"] = {name: file.url for name, file in known.items() if file}
    env.globals["tokens"] = tokens.light()
    return env


def on_page_context(
    context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Tell the template which scripts the page needs, whether it has a filter, and what it is called."""
    page.meta["filtered"] = page_assets.has_filter(page.content or "")
    page.meta["styles"] = page_assets.styles(page.content or "")
    page.meta["scripts"] = page_assets.scripts(page.content or "", preview=state.serving())
    page.meta["name"] = page.file.src_uri.removesuffix(".md")
    return context
