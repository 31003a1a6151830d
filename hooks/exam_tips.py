"""Turn what authors write as exam points into callouts with stable addresses; see guidekit.exam.syntax."""

from __future__ import annotations

from guidekit import state
from guidekit.exam.callout import ExamExtension
from guidekit.exam.syntax import CalloutExtension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the extensions here: mkdocs.yml cannot name a class that lives in the hooks folder."""
    config.markdown_extensions += [CalloutExtension(), ExamExtension()]  # type: ignore[list-item]
    return config


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell the extension which page comes next: Python-Markdown does not know."""
    extension = state.extension(config, ExamExtension)
    extension.corpus = state.load(config)
    extension.page = state.page(config, page)
