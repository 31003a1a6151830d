"""What the drawing command reads; drawing itself needs a browser: tests/browser/test_drawing.py."""

from guidekit.commands import draw
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
    diagrams, problems = draw.read_all(docs)
    assert problems == []
    assert [diagram.path for diagram in diagrams] == ["docs/a.md"]
