"""A guide of three pages that has one of everything: drawing, table, code, points, facts, a correction, terms."""

from __future__ import annotations

from factories import FRONT, topic_front
from guidekit.diagrams import fences
from support import ROOT

_DRAWN_ON = "vision-general-rds"
_INDEX = """
# Inicio

Dos temas: [réplicas](replicas.md) y [copias](copias.md).

☐ Leer los dos temas
"""
_FIRST = """
# Réplicas

Una réplica de lectura atiende consultas. [[abc-001]]

**Al terminar podrás responder:**

- ¿Cuántas réplicas admite una instancia?
- ¿Qué pasa con las escrituras?

## Cuántas

| Motor | Réplicas |
|---|---|
| MySQL | 15 ✅ |
| Otro | 5 ❌ |

!!! examen "Quince réplicas: el máximo de hoy" { #quince dominio=costos claves="replicas" temas="copias" }

    La pista es el número. La respuesta, 15.

!!! vigencia "Ya no son 5"

    [[abc-001]]

FENCE

## Qué leer después

- [Copias](copias.md), por la otra mitad.
"""
_SECOND = """
# Copias de seguridad

Una copia de seguridad se guarda 35 días como máximo. [[abc-002 abc-003]]

**Al terminar podrás responder:**

- ¿Cuánto se guarda una copia?
- ¿Dónde se guarda?

```sql
SELECT 1;
```

!!! examen escenario "Una copia borrada" { #copia-borrada dominio=costos claves="backup" }

    Alguien borró una copia. ¿Qué queda?

    **Respuesta: la instantánea manual.** Lo automático se fue con la instancia.

!!! warning "Cuidado"

    Una réplica de lectura no es una copia de seguridad.
"""
_FACTS = {
    "replicas": """\
- id: abc-001
  statement: Una instancia admite hasta 15 réplicas de lectura.
  status: actualizado
  before: Admitía 5.
  exam: Los bancos de preguntas antiguos dan 5.
  sources: [uno, dos]
  checked: 2026-11-01
  check_by: 2027-05-01
  since: 2026-02-18
  change: Quince réplicas de lectura
  feature: Quince réplicas
""",
    "copias": """\
- id: abc-002
  statement: Una copia automática se guarda 35 días como máximo.
  status: vigente
  sources: [dos]
  checked: 2026-10-30
  check_by: 2027-04-30
- id: abc-003
  statement: Una copia automática se puede guardar para siempre en otro sitio.
  status: sin-verificar
  before: Se guardaba para siempre.
  sources: []
  checked: 2026-10-30
  check_by: 2027-04-30
""",
}
_SOURCES = """\
- {id: uno, title: Réplicas de lectura, url: "https://example.org/uno", read: address}
- {id: dos, title: Copias de seguridad, url: "https://example.org/dos", read: "no"}
"""
_TERMS = """\
- id: replica-de-lectura
  term: réplica de lectura
  english: read replica
  definition: Copia que atiende lecturas y recibe los cambios de forma asíncrona.
  pages: [replicas]
  synonyms: [RR]
- id: copia-de-seguridad
  term: copia de seguridad
  english: backup
  definition: Lo que permite volver a un momento dado.
  pages: [copias]
"""


def files() -> dict[str, str | bytes]:
    """The files below docs/; the drawing is the first of the real guide, which is drawn already."""
    text = (ROOT / f"docs/{_DRAWN_ON}.md").read_text("utf-8")
    drawing = fences.drawing_name(fences.read(text, "")[0][0])
    start = text.index("```mermaid")
    fence = text[start : text.index("\n```\n", start) + 5]
    drawn = {
        f"_data/diagrams/{drawing}.{kind}": (ROOT / f"docs/_data/diagrams/{drawing}.{kind}").read_bytes()
        for kind in ("svg", "json")
    }
    return {
        "index.md": FRONT + _INDEX,
        "replicas.md": topic_front("Réplicas") + _FIRST.replace("FENCE", fence),
        "copias.md": topic_front("Copias de seguridad", topic="2") + _SECOND,
        "_data/sources.yml": _SOURCES,
        "_data/glossary.yml": _TERMS,
        **{f"_data/facts/{name}.yml": facts for name, facts in _FACTS.items()},
        **drawn,
    }
