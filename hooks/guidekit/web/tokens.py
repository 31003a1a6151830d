"""The colours of the guide, from styles/tokens.css, for what is no page: the web manifest, the books."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import tinycss2

_SHEET = Path(__file__).parent / "styles/tokens.css"
_LIGHT = {":root", ":root > *", '[data-md-color-scheme="default"]'}
"""Selectors of what holds in the light scheme."""
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")


@cache
def light() -> dict[str, str]:
    """Return the values of the light scheme by name, without hyphens before it: `{"guia-brand": "#…", …}`."""
    return read(_SHEET.read_text("utf-8"))


def read(sheet: str) -> dict[str, str]:
    """Return the custom properties that `sheet` sets for the light scheme, those it refers to filled in.

    Raises KeyError where it refers to one it does not set.
    """
    values: dict[str, str] = {}
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule" or tinycss2.serialize(rule.prelude).strip() not in _LIGHT:
            continue
        for declaration in tinycss2.parse_blocks_contents(rule.content):
            if declaration.type == "declaration" and declaration.name.startswith("--"):
                values[declaration.name[2:]] = tinycss2.serialize(declaration.value).strip()
    return {name: _filled(value, values) for name, value in values.items()}


def _filled(value: str, values: dict[str, str]) -> str:
    while _VARIABLE.search(value):
        value = _VARIABLE.sub(lambda reference: values[reference[1]], value)
    return value
