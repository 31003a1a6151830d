"""Typst's code, as far as it is written here."""

from __future__ import annotations

from collections.abc import Iterable


def quoted(text: str) -> str:
    """Return a text as Typst's string of it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def call(function: str, *content: str, **arguments: str) -> str:
    """Return the call of a function of the style; contents and arguments are code."""
    return f"k-{function}({', '.join((*(f'{key}: {code}' for key, code in arguments.items()), *content))})"


def array(items: Iterable[str]) -> str:
    """Return codes as an array, however few."""
    return f"({''.join(f'{item}, ' for item in items)})"
