"""The one place that knows where a build keeps its Corpus. Imports MkDocs."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from .model import Corpus

_KEY = "_guidekit_corpus"


def store(config: MkDocsConfig, corpus: Corpus) -> None:
    """Keep the Corpus for the rest of this build. MkDocs makes a new config for each build."""
    config.extra[_KEY] = corpus


def load(config: MkDocsConfig) -> Corpus:
    """Return the Corpus of this build; KeyError if hooks/corpus.py has not run, which is a bug."""
    corpus: Corpus = config.extra[_KEY]
    return corpus
