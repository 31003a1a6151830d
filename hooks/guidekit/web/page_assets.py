"""Scripts and styles of ours: what is published from which parts, and which scripts a page needs, each by the
markup it brings to life.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

_WEB = Path(__file__).parent
THEME = _WEB / "theme"
"""Our templates, laid out as a theme of MkDocs."""
FOLDER = "assets"
"""Where the site publishes scripts and styles, below its root."""
_EVERY_PAGE = (
    *("fold", "common", "search/client", "search/stand-in", "search/highlight"),
    "search/box",
)
_ENGINE = (
    *("fold", "distance", "search/words", "search/inverted", "search/query"),
    *("search/ranking", "search/answer", "search/start"),
)
_JOINED: Mapping[str, tuple[str, ...]] = {
    "guide": _EVERY_PAGE,
    "filter": ("fold", "distance", "matching", "filter"),
    "facts": ("placement", "facts"),
    "folds": ("folds",),
    "moved": ("moved",),
    "checklist": ("checklist-text", "checklist"),
    "diagrams": ("diagrams",),
    "diagram-zoom": ("diagram-zoom",),
    "offline": ("offline",),
    "search/engine": _ENGINE,
}
"""Published scripts, each with its parts in scripts/, what is used before what uses it."""
_STYLES = (
    *("tokens", "theme", "content", "callouts", "diagrams", "filters", "ledger", "search", "checklist"),
    *("downloads", "print"),
)
"""The parts of the style sheet in styles/, in the order of the cascade."""
_OFFLINE = "offline"
_FILTER = " data-filtro="
_NEEDED_BY = {
    ' class="diagrama"': "diagrams",
    " data-hechos=": "facts",
    ' class="termino"': "facts",
    _FILTER: "filter",
    " data-avance=": "checklist",
    "<details": "folds",
    ' class="mudado ': "moved",
    " data-sin-conexion=": _OFFLINE,
}


def has_filter(content: str) -> bool:
    """Return whether a page has a filter, whose `?q=` scripts/common.js keeps from the search of the site."""
    return _FILTER in content


def scripts(content: str, *, preview: bool) -> list[str]:
    """Return the names of the scripts that the rendered `content` of a page needs, besides the one of every
    page; a preview must never answer from what a reader keeps on a device.
    """
    needed = dict.fromkeys(script for markup, script in _NEEDED_BY.items() if markup in content)
    return [script for script in needed if not (preview and script == _OFFLINE)]


def published() -> dict[str, str]:
    """Return what the site publishes of ours, by address from its root: one style sheet, each script."""
    styles = (f"styles/{part}.css" for part in _STYLES)
    joined = {f"{FOLDER}/site.css": "".join(_read(styles))}
    for name, parts in _JOINED.items():
        joined[f"{FOLDER}/{name}.js"] = join(_read(f"scripts/{part}.js" for part in parts))
    return joined


def join(parts: Iterable[str]) -> str:
    """Return scripts as one, whose names only its parts see. Each begins with `"use strict"`; so does it."""
    return f"(() => {{\n{''.join(parts)}}})();\n"


def _read(names: Iterable[str]) -> list[str]:
    return [(_WEB / name).read_text("utf-8") for name in names]
