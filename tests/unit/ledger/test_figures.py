"""Which figures and names a text has, and what a line of a page states with them."""

import pytest
from guidekit.ledger import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hasta 64 000 IOPS y 99,9 % en 2026, 60-120 s", {"64000", "99,9", "60", "120"}),
        ("1. De la 8.0 a la 8.4.", {"8.0", "8.4"}),
        ("gp3, `42`, [el 7](8.md) y [[abc-009]] { #a-10 }", {"7"}),
        ("El 31 de marzo de 2027: 20\u00a0%", {"31", "20"}),
    ],
)
def test_a_figure_is_a_number_that_may_change(text, expected):
    assert figures.of(text) == expected


def test_a_name_has_a_capital_letter_or_a_digit_where_no_sentence_begins():
    assert figures.names_in("Con gp3, Amazon RDS llega. Otro, no.") == {"gp3", "Amazon", "RDS"}


def test_a_reference_is_for_what_stands_before_it_in_a_table_for_the_row():
    assert list(figures.statements("Uno. [[abc-001]] Dos. [[abc-002 abc-003]] Tres.")) == [
        ("Uno. ", ["abc-001"]),
        (" Dos. ", ["abc-002", "abc-003"]),
    ]
    row = "| Uno [[abc-001]] | Dos [[abc-002]] |"
    assert list(figures.statements(row)) == [(row, ["abc-001", "abc-002"])]
