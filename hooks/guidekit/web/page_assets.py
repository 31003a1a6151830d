"""Which scripts of ours a page needs: each by the markup it brings to life."""

from __future__ import annotations

from pathlib import Path

_WEB = Path(__file__).parent
THEME = _WEB / "theme"
"""Our templates, laid out as a theme of MkDocs."""
_STYLES = (
    *("tokens", "theme", "content", "callouts", "diagrams", "filters", "ledger", "search", "checklist"),
    *("downloads", "print"),
)
"""The parts of the style sheet in styles/, in the order of the cascade."""
_OFFLINE = "offline.js"
_FILTER = " data-filtro="
_SCRIPTS = {
    ' class="diagrama"': "diagrams.js",
    " data-hechos=": "facts.js",
    _FILTER: "filter.js",
    " data-avance=": "checklist.js",
    " data-sin-conexion=": _OFFLINE,
}


def has_filter(content: str) -> bool:
    """Return whether a page has a filter, whose `?q=` theme/main.html keeps from the search of the site."""
    return _FILTER in content


def scripts(content: str, *, preview: bool) -> list[str]:
    """Return the names of the scripts that the rendered `content` of a page needs; a
    preview must never answer from what a reader keeps on a device.
    """
    needed = [script for markup, script in _SCRIPTS.items() if markup in content]
    return [script for script in needed if not (preview and script == _OFFLINE)]


def published() -> dict[str, str]:
    """Return what the site publishes of ours, by address from its root: the style sheet, each script."""
    scripts = {file.relative_to(_WEB / "scripts"): file for file in _WEB.glob("scripts/**/*.js")}
    texts = {f"assets/{name.as_posix()}": file.read_text("utf-8") for name, file in scripts.items()}
    styles = "".join((_WEB / f"styles/{part}.css").read_text("utf-8") for part in _STYLES)
    return {"assets/site.css": styles, **texts}
