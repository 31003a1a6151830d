"""What is to be drawn; drawing itself needs a browser: tests/browser/test_drawing.py."""

from guidekit.diagrams import fences, redraw
from support import PAGE

DIAGRAM = """
```mermaid
---
id: uno
caption: Una caja sola.
---
flowchart TB
  accTitle: Una caja
  accDescr: Muestra una caja.
  a["A"]:::app
```
"""


def test_only_pages_have_drawings(tmp_path):
    docs = tmp_path / "docs"
    (docs / "_data").mkdir(parents=True)
    for name in ("a.md", "_guia-de-estilo.md", "_data/notas.md"):
        (docs / name).write_text(PAGE + DIAGRAM, "utf-8")
    diagrams, problems = redraw.read_all(docs)
    assert problems == []
    assert [diagram.path for diagram in diagrams] == ["docs/a.md"]


def test_what_is_not_in_the_cache_is_drawn_and_what_nobody_shows_goes(tmp_path):
    (diagram,), _ = fences.read(PAGE + DIAGRAM, "docs/a.md")
    cache = tmp_path / "diagrams"
    assert redraw.stale([diagram], cache) == ([diagram], [])
    redraw.write({fences.drawing_name(diagram): ("<svg></svg>", {"type": "x"}), "old": ("", {})}, [], cache)
    to_draw, orphans = redraw.stale([diagram], cache)
    assert to_draw == []
    assert [file.name for file in orphans] == ["old.json", "old.svg"]
    redraw.write({}, orphans, cache)
    assert redraw.stale([diagram], cache) == ([], [])
