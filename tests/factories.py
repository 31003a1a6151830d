"""Pages for tests: as authors write them, and as the kit has read them. A test names only what it is about."""

from __future__ import annotations

from guidekit.model import Page

DESCRIPTION = "Una página de prueba con una descripción de longitud suficiente."


def front(title: str = "Inicio", **keys: str) -> str:
    """Front matter: `title`, the other `keys` in front of it, a description."""
    lines = [f"{key}: {value}" for key, value in {**keys, "title": title, "description": DESCRIPTION}.items()]
    return "\n".join(["---", *lines, "---", ""])


def topic_front(title: str = "Inicio", **keys: str) -> str:
    """Front matter of a topic page, on lines 2 to 6: topic, icon, exam domains, title, description."""
    return front(title, **{"topic": "1", "icon": "material/database", "exam_domains": "[costos]", **keys})


def part_front(topic: str, title: str = "Parte") -> str:
    """Front matter of a part of the page `topic`, on lines 2 to 6."""
    return front(title, part_of=topic, icon="material/database", exam_domains="[costos]")


FRONT = front()
PAGE = FRONT + "# Inicio\n\nTexto.\n"
TOPIC = topic_front()
UNDRAWN = """
```mermaid
---
id: uno
caption: Una leyenda suficiente.
---
flowchart TB
  accTitle: Título
  accDescr: Descripción
  a("A <b> & B")
```
"""
"""A diagram nobody has drawn."""
POINT = '\n!!! examen "Uno" { #uno dominio=costos claves="alfa" }\n\n    Cuerpo con [enlace](index.md).\n'


def page(name: str = "inicio", title: str = "", **keys: object) -> Page:
    """A page that was read: `name` without .md, and whatever else of guidekit.model.Page matters."""
    plain = {
        "uri": f"{name}.md",
        "path": f"docs/{name}.md",
        "title": title or name.capitalize(),
        "description": "",
        "icon": None,
        "topic": None,
        "exam_domains": (),
        "diagrams": (),
        "lines": {},
    }
    return Page(**{**plain, **keys})


def topic(name: str = "tema", number: int = 1, **keys: object) -> Page:
    """A topic page that was read, the first of its guide."""
    return page(name, **{"topic": number, "exam_domains": ("seguras",), **keys})
