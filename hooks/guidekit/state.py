"""The one place that knows where a build keeps what is known of it, and what the process is for.

Imports MkDocs.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from . import dates
from .model import Corpus, Page
from .rendering import Rendering

_KEY = "_guidekit"
_command = ""


def start(command: str) -> None:
    """Keep the command of MkDocs that this process runs, through all its builds."""
    global _command
    _command = command


def serving() -> bool:
    """Return whether this process shows the site to its author (`mkdocs serve`)."""
    return _command == "serve"


def begin(config: MkDocsConfig) -> None:
    """Begin a build. MkDocs makes a new config for each."""
    config.extra[_KEY] = Rendering()


def rendering(config: MkDocsConfig) -> Rendering:
    """Return what the extensions of this build share; KeyError before hooks/sources.py began it: a bug."""
    shared: Rendering = config.extra[_KEY]
    return shared


def load(config: MkDocsConfig) -> Corpus:
    """Return the Corpus of this build; LookupError before its sources are read, which is a bug."""
    corpus = rendering(config).corpus
    if corpus is None:
        raise LookupError("the Corpus was asked for before hooks/sources.py read it")
    return corpus


def page(config: MkDocsConfig, rendered: MkDocsPage) -> Page | None:
    """Return what the Corpus holds of a page MkDocs renders; None for pages made by the build."""
    return next((page for page in load(config).pages if page.uri == rendered.file.src_uri), None)


def epoch(config: MkDocsConfig) -> int:
    """Return the second this build speaks of as now."""
    return int(dates.source_date_epoch(Path(config.config_file_path).parent))


def today(config: MkDocsConfig) -> date:
    """Return the day this build speaks of as today."""
    return dates.build_date(Path(config.config_file_path).parent)
