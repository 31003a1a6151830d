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
    "folds": ("remembered", "folds"),
    "review": ("remembered", "review"),
    "moved": ("moved",),
    "checklist": ("checklist-text", "checklist"),
    "diagrams": ("diagrams",),
    "diagram-zoom": ("diagram-zoom",),
    "offline": ("offline",),
    "search/engine": _ENGINE,
}
"""Published scripts, each with its parts in scripts/, what is used before what uses it."""
_LISTS = "lists"
_STYLES: Mapping[str, tuple[str, ...]] = {
    _LISTS: ("filters", "checklist", "review"),
    "site": (
        *("tokens", "theme", "content", "callouts", "diagrams", "ledger", "search", "downloads", "print"),
    ),
}
"""Published style sheets, each with its parts in styles/, in the order of the cascade: print comes last. That
of the lists is only for pages that have one.
"""
_OFFLINE = "offline"
_FILTER = " data-filtro="
_LISTED = (_FILTER, ' class="entradas"', ' class="marcas"', " data-avance=", ' class="repaso"')
"""What a list to look through, to tick off or to learn has in its markup."""
_NEEDED_BY = {
    ' class="diagrama"': "diagrams",
    " data-hechos=": "facts",
    ' class="termino"': "facts",
    _FILTER: "filter",
    " data-avance=": "checklist",
    "<details": "folds",
    " data-repaso=": "review",
    ' class="mudado ': "moved",
    " data-sin-conexion=": _OFFLINE,
}


def has_filter(content: str) -> bool:
    """Return whether a page has a filter, whose `?q=` scripts/common.js keeps from the search of the site."""
    return _FILTER in content


def styles(content: str) -> list[str]:
    """Return the names of the style sheets that the rendered `content` of a page needs, besides that of every
    page.
    """
    return [_LISTS] if any(markup in content for markup in _LISTED) else []


def scripts(content: str, *, preview: bool) -> list[str]:
    """Return the names of the scripts that the rendered `content` of a page needs, besides the one of every
    page; a preview must never answer from what a reader keeps on a device.
    """
    needed = dict.fromkeys(script for markup, script in _NEEDED_BY.items() if markup in content)
    return [script for script in needed if not (preview and script == _OFFLINE)]


def published() -> dict[str, str]:
    """Return what the site publishes of ours, by address from its root: style sheets, scripts."""
    joined = {
        f"{FOLDER}/{name}.css": "".join(_read(f"styles/{part}.css" for part in parts))
        for name, parts in _STYLES.items()
    }
    for name, parts in _JOINED.items():
        joined[f"{FOLDER}/{name}.js"] = join(_read(f"scripts/{part}.js" for part in parts))
    return joined


def join(parts: Iterable[str]) -> str:
    """Return scripts as one, whose names only its parts see. Each begins with `"use strict"`; so does it."""
    return f"(() => {{\n{''.join(parts)}}})();\n"


def _read(names: Iterable[str]) -> list[str]:
    return [(_WEB / name).read_text("utf-8") for name in names]
