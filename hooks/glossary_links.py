"""Link the first use of a glossary term on a page to its definition; see guidekit.glossary.links."""

from __future__ import annotations

from guidekit import state
from guidekit.glossary.links import GlossaryLinkExtension, spellings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the extension here: mkdocs.yml cannot name a class that lives in the hooks folder."""
    config.markdown_extensions.append(GlossaryLinkExtension())  # type: ignore[arg-type]
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Hand over the terms once they are read."""
    extension = state.extension(config, GlossaryLinkExtension)
    extension.terms = state.load(config).terms
    extension.names = spellings(extension.terms)
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell the extension which page comes next: Python-Markdown does not know."""
    state.extension(config, GlossaryLinkExtension).page = state.page(config, page)
