"""Add the pages made from the data of authors: virtual files, so that MkDocs checks their links too."""

from __future__ import annotations

from guidekit import glossary, state
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the glossary where the site has one."""
    corpus = state.load(config)
    if corpus.terms:
        titles = {page.uri.removesuffix(".md"): page.title for page in corpus.pages}
        content = glossary.markdown(corpus.terms, titles)
        files.append(File.generated(config, glossary.PAGE, content=content))
    return files
