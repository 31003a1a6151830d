"""The one place that knows where a build keeps its Corpus, and what the process is for. Imports MkDocs."""

from __future__ import annotations

from typing import TypeVar

from markdown.extensions import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from .model import Corpus, Page

_KEY = "_guidekit_corpus"
_Kind = TypeVar("_Kind", bound=Extension)
_command = ""


def start(command: str) -> None:
    """Keep the command of MkDocs that this process runs, through all its builds."""
    global _command
    _command = command


def serving() -> bool:
    """Return whether this process shows the site to its author (`mkdocs serve`)."""
    return _command == "serve"


def store(config: MkDocsConfig, corpus: Corpus) -> None:
    """Keep the Corpus for the rest of this build. MkDocs makes a new config for each build."""
    config.extra[_KEY] = corpus


def load(config: MkDocsConfig) -> Corpus:
    """Return the Corpus of this build; KeyError if hooks/corpus.py has not run, which is a bug."""
    corpus: Corpus = config.extra[_KEY]
    return corpus


def extension(config: MkDocsConfig, kind: type[_Kind]) -> _Kind:
    """Return the Markdown extension of this class that a hook added to this build."""
    return next(e for e in config.markdown_extensions if isinstance(e, kind))  # type: ignore[return-value]


def page(config: MkDocsConfig, rendered: MkDocsPage) -> Page | None:
    """Return what the Corpus holds of a page MkDocs renders; None for pages made by the build."""
    return next((page for page in load(config).pages if page.uri == rendered.file.src_uri), None)
