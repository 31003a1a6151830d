"""What is left of a source is what readers read, each word in its place."""

import pytest
from guidekit.sources import readable

PAGE = """\
---
title: Título
icon: material/database
---
# Uno { #ancla }

Texto con `código`, *English*, **negrita** y [enlace](https://example.org/x). [[rds-001]]

!!! examen escenario "Situación" { #id dominio=costos claves="palabra" }

    Cuerpo.

```mermaid
---
id: dibujo
caption: Pie.
---
flowchart LR
  accTitle: Nombre
  caja["Una<br>caja"]:::app
  caja -->|Flecha| otra
```

```sql
SELECT algo
```
"""


def words(text):
    return [
        (number, word)
        for number, line in enumerate(text.split("\n"), 1)
        for word in line.replace(readable.GONE, " ").split()
    ]


def test_a_page_is_read_without_its_markup():
    text = readable.of_page(PAGE)
    assert [len(line) for line in text.split("\n")] == [len(line) for line in PAGE.split("\n")]
    letters = [(number, word.strip('#:.,*[]"|-')) for number, word in words(text)]
    assert [(number, word) for number, word in letters if word] == [
        (2, "Título"), (5, "Uno"), (7, "Texto"), (7, "con"), (7, "negrita"), (7, "y"), (7, "enlace"),
        (9, "Situación"), (11, "Cuerpo"), (16, "Pie"), (19, "Nombre"), (20, "Una"), (20, "caja"), (21, "Flecha"),
    ]  # fmt: skip


def test_what_to_know_by_heart_is_read_without_its_keys():
    rows = "summary:\n  - figure: Uno\n    says: dos\n    facts: [abc-001]\npart_of: tema\n"
    assert words(readable.of_page(f"---\n{rows}---\n")) == [(1, "---"), (3, "Uno"), (4, "dos"), (7, "---")]


@pytest.mark.parametrize("line", ["palabra", "end", "class de cosas", "actor principal"])
def test_the_syntax_of_drawings_is_none_in_prose(line):
    assert readable.of_page(f"Antes\n{line}\n") == f"Antes\n{line}\n"


def test_a_list_is_read_by_its_keys():
    text = "# Nota\n- id: x-001\n  statement: >-\n    Hoy: uno\n    dos\n  sources:\n    - fuente\n  before: Antes.\n"
    assert words(readable.of_data(text)) == [(3, ">-"), (4, "Hoy:"), (4, "uno"), (5, "dos"), (8, "Antes.")]


def test_a_quotation_ends_with_its_paragraph():
    text = "Dijo «uno\ndos» y «tres\n\ncuatro».\n"
    assert words(readable.without_quotations(text)) == [
        (1, "Dijo"), (2, "y"), (2, "«tres"), (4, "cuatro»."),
    ]  # fmt: skip
