"""Turn references to the ledger into marks, date the corrections, and publish what the marks open."""

from __future__ import annotations

from pathlib import Path

from guidekit import dates, state
from guidekit.ledger import page as ledger
from guidekit.ledger.marks import FactExtension
from guidekit.web import page_assets as scripts
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the extension here: mkdocs.yml cannot name a class that lives in the hooks folder."""
    config.markdown_extensions.append(FactExtension())  # type: ignore[arg-type]
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Hand over the facts once they are read, and publish those each page cites."""
    corpus = state.load(config)
    extension = state.extension(config, FactExtension)
    extension.facts, extension.earlier = corpus.facts, corpus.earlier
    extension.by_id = {name: fact for fact in corpus.facts for name in fact.ids}
    today = dates.build_date(Path(config.config_file_path).parent)
    for page, cited in corpus.references.items():
        if cited:
            content = ledger.script(corpus, page, today)
            files.append(File.generated(config, f"{ledger.FOLDER}/{page}.js", content=content))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell the extension which page comes next: Python-Markdown does not know."""
    state.extension(config, FactExtension).page = state.page(config, page)


@event_priority(-10)
def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Add the script of the marks to the pages that have any."""
    known = state.page(config, page)
    if known is None or not state.load(config).references[known.name]:
        return output
    return scripts.add(output, page, "facts.js", f' data-pagina="{known.name}"')
