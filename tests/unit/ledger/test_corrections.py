"""Corrections must say which facts they are about, on a topic page, one each."""

import pytest
from factories import page, topic
from guidekit.ledger import corrections
from guidekit.sources.block_tree import parser

TOPIC, OTHER = topic("a"), page("b")
PARSE = parser(["admonition"], {})


def problems(text, page=TOPIC):
    return [str(problem) for problem in corrections.check(PARSE(text, corrections.WRITTEN), page)]


def box(*references):
    return '!!! vigencia "Ya no"\n\n' + "".join(f"    Texto. {reference}\n" for reference in references)


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
        "docs/a.md:5: a correction of 'abc-001' stands at line 1 already; expected one correction a fact, named "
        "by its first reference"
    ]
