"""Corrections must say which facts they are about, on a topic page, one each."""

import pytest
from factories import page, topic
from guidekit.ledger import corrections
from guidekit.sources.block_tree import parser

TOPIC, OTHER = topic("a"), page("b")
PARSE = parser(["admonition"], {})


def problems(text, page=TOPIC):
    return [str(problem) for problem in corrections.check(PARSE(text, corrections.WRITTEN), page)]


ROWS = ("Antes", "Hoy", "Examen")


def box(reference, rows=ROWS):
    items = "".join(f"    - **{row}:** Texto.\n" for row in rows[:-1])
    return f'!!! vigencia "Ya no"\n\n{items}    - **{rows[-1]}:** Texto. {reference}\n'


def test_a_correction_with_a_reference_is_right():
    assert problems(f"{box('[[abc-001]]')}\n{box('[[abc-002 abc-001]]')}") == []


@pytest.mark.parametrize(
    ("text", "page", "message"),
    [
        (box("Nada."), TOPIC, "docs/a.md:3: correction without a reference to a fact; expected `[[abc-001]]` in its text"),
        (box("[[abc-001]]"), OTHER, "docs/b.md:3: correction outside a topic page; expected it on a page with `topic` or `part_of`"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_with_its_line(text, page, message):
    assert problems(f"Antes.\n\n{text}", page) == [message]


def test_a_fact_is_corrected_once():
    assert problems(f"{box('[[abc-001]]')}\n{box('[[abc-001]]')}") == [
        "docs/a.md:7: a correction of 'abc-001' stands at line 1 already; expected one correction a fact, named "
        "by its first reference"
    ]


def test_a_correction_may_leave_its_rows_to_the_ledger():
    assert problems('!!! vigencia "Ya no"\n\n    [[abc-001]] [[abc-002]]\n') == []


@pytest.mark.parametrize(
    "body",
    [
        box("[[abc-001]]", ("Antes", "Hoy")),
        box("[[abc-001]]", ("Hoy", "Antes", "Examen")),
        box("[[abc-001]]", ("La edición anterior decía", "Hoy", "Examen")),
        box("[[abc-001]]", (*ROWS, "Y además")),
        box("[[abc-001]]") + "\n    Y además.\n",
        '!!! vigencia "Ya no"\n\n    Texto. [[abc-001]]\n',
    ],
)
def test_other_rows_are_told_with_the_line_of_the_box(body):
    assert problems(f"Antes.\n\n{body}") == [
        "docs/a.md:3: a correction with other rows; expected `- **Antes:** …`, `- **Hoy:** …`, "
        "`- **Examen:** …`, or only a reference"
    ]
