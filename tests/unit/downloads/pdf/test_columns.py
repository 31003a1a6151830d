"""How wide the columns of a table are."""

from __future__ import annotations

import pytest
from guidekit.downloads.pdf import columns
from guidekit.web.elements import element


def rows(*texts: str) -> list:
    return [[element("td", text) for text in row.split("|")] for row in texts]


def head(text: str) -> list:
    return [element("th", part) for part in text.split("|")]


def test_columns_take_the_width_and_a_narrow_one_no_more_than_its_words():
    form = columns.form(head("Motor|Qué lo distingue"), rows("MySQL|" + "palabra " * 30), 400)
    assert sum(form.widths) == pytest.approx(400)
    assert form.widths[0] < 60


def test_a_table_of_few_words_fills_the_width_in_their_proportion():
    narrow, wide = columns.form(head("A|Be"), rows("x|xxxxxxxxxx"), 400).widths
    assert narrow + wide == pytest.approx(400)
    assert narrow < wide


def test_words_that_no_width_holds_share_it():
    assert sum(columns.form(head("A|B"), rows("x" * 200 + "|" + "y" * 200), 300).widths) == pytest.approx(300)


def test_columns_of_figures_are_known():
    form = columns.form(head("Partida|Total"), rows("Aurora|4 405", "Redis|2300", "Otro|No hay"), 400)
    assert form.figures == (1,)


def test_a_table_may_have_no_head_and_cells_for_several_columns():
    wide = element("td", "Todo lo de abajo y mucho más", colspan="2")
    assert len(columns.form([], [[wide], *rows("a|b")], 300).widths) == 2
