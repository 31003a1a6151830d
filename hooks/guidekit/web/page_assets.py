"""Add our scripts to the rendered pages that use them. Imports MkDocs."""

from __future__ import annotations

from pathlib import Path

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

THEME = Path(__file__).with_name("theme")
"""Our templates, scripts and styles, laid out as a theme of MkDocs."""


def add(output: str, page: Page, name: str, attributes: str = "") -> str:
    """Return a rendered page that runs theme/assets/`name` once it is parsed; `attributes` is markup."""
    root = get_relative_url(".", page.url)
    script = f'<script defer src="{root}/assets/{name}"{attributes}></script>'
    return output.replace("</body>", f"{script}</body>", 1)
