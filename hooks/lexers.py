"""Teach the code highlighter the languages of this guide that Pygments lacks."""

from __future__ import annotations

from guidekit import redis_lexer
from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Register once per build; the same entry again changes nothing."""
    redis_lexer.register()
    return config
