"""Lists that are ticked where they stand."""

from xml.etree import ElementTree as ET

import factories
from guidekit.exam import ticks

PLAN = factories.page("plan")


def ticked(*lists, page=PLAN):
    root = ET.fromstring(f"<div>{''.join(lists)}</div>")
    ticks.tick(root, page)
    return root


def marks(root):
    return [box.get("data-marca") for box in root.iter("input")]


def test_a_line_with_a_box_is_the_label_of_one_that_ticks():
    root = ticked("<ul><li>☐ **Día 1.** Lee.<ul><li>Sin casilla</li></ul></li></ul>")
    (label,) = root.iter("label")
    assert label[0].get("type") == "checkbox"
    assert label[0].tail == "**Día 1.** Lee."
    assert [part.tag for part in root[0][0]] == ["label", "ul"]


def test_other_lists_stay_and_ask_for_nothing():
    root = ticked("<ul><li>Sin casilla</li></ul>", "<p>☐ Un párrafo</p>")
    assert "input" not in {part.tag for part in root.iter()}
    assert [part.tag for part in root] == ["ul", "p"]


def test_the_controls_come_once_behind_the_last_list():
    root = ticked("<ul><li>☐ Uno</li></ul>", "<h2/>", "<ul><li>☐ Dos</li></ul>", "<p/>")
    assert [part.get("data-avance") for part in root] == [None, None, None, "aqui", None]
    assert [part.get("data-grupo") for part in root.iter("ul")] == ["plan", "plan"]


def test_ticks_hang_on_page_and_words_and_the_same_words_are_two_ticks():
    one, two, three = marks(ticked("<ul><li>☐ Uno</li><li>☐ Dos</li><li>☐ Uno</li></ul>"))
    assert len({one, two, three}) == 3
    assert marks(ticked("<ul><li>☐ Dos</li><li>☐ *Uno*</li></ul>")) == [two, one]
    assert marks(ticked("<ul><li>☐ Uno</li></ul>", page=factories.page("otro"))) != [one]
