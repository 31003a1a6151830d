"""`mkdocs serve` shows a diagram before it is drawn: mermaid2 draws it in the author's browser."""

import shutil

import pytest
from support import PAGE, ROOT
from web import serve_preview

NEW = """
```mermaid
---
id: nuevo
caption: Un diagrama que todavía no está dibujado.
---
flowchart TB
  accTitle: Nuevo
  accDescr: Uno lleva a dos.
  uno("Uno < 1"):::app
  dos("Dos & más"):::app
  uno --> dos
```
"""


@pytest.fixture
def served(tiny):
    """Address of a running `mkdocs serve`, in strict mode as mkdocs.yml sets it."""
    root = tiny({"nuevo.md": PAGE + NEW})
    preview = root / "docs/_data/preview"
    preview.mkdir(parents=True)
    shutil.copy(ROOT / "node_modules/mermaid/dist/mermaid.min.js", preview)
    with serve_preview(root) as address:
        yield address


def test_a_new_diagram_is_drawn_in_the_browser(served, browser):
    page = browser.new_page()
    page.goto(served + "nuevo/")
    drawing = page.locator("#diagrama-nuevo svg")
    drawing.wait_for()
    assert drawing.locator(".node").all_text_contents() == ["Uno < 1", "Dos & más"]
    assert (
        page.locator("#diagrama-nuevo figcaption").inner_text() == "Un diagrama que todavía no está dibujado."
    )
    page.close()
