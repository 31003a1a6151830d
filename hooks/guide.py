"""What only this guide has: colours for Redis commands as typed into redis-cli, one command a line, for which
Pygments has no lexer.
"""

from __future__ import annotations

from typing import ClassVar

from mkdocs.config.defaults import MkDocsConfig
from pygments.lexer import RegexLexer
from pygments.lexers import LEXERS
from pygments.token import Comment, Keyword, Name, Number, String, Text, Whitespace

__all__ = ["RedisLexer"]  # Pygments reads it


class RedisLexer(RegexLexer):
    """A line is a comment (`#`) or a command and its arguments: text, numbers, options in capitals, keys."""

    name = "Redis"
    aliases: ClassVar = ["redis"]
    filenames: ClassVar = ["*.redis"]
    tokens: ClassVar = {
        "root": [
            (r"\n", Whitespace),
            (r"[ \t]+", Whitespace),
            (r"#[^\n]*", Comment.Single),
            (r"(?:[\w.]+:\d+)?>", Text),
            (r"[A-Za-z][A-Za-z0-9._-]*", Keyword, "arguments"),
            (r".", Text),
        ],
        "arguments": [
            (r"\n", Whitespace, "#pop"),
            (r"[ \t]+", Whitespace),
            (r'"(?:\\.|[^"\\\n])*"', String.Double),
            (r"'(?:\\.|[^'\\\n])*'", String.Single),
            (r"(-?(?:\d+(?:\.\d+)?|inf))(?=\s|$)", Number),
            (r"[A-Z]{2,}(?=\s|$)", Keyword.Pseudo),
            (r"[^\s]+", Name.Variable),
        ],
    }


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make Pygments find the lexer by the name `redis`, as it finds its own; once more changes nothing."""
    LEXERS["RedisLexer"] = (__name__, RedisLexer.name, ("redis",), ("*.redis",), ())
    return config
