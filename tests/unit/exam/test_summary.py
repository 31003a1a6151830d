"""What to know of a topic by heart, as its page shows it."""

import factories
from guidekit.exam import summary
from guidekit.model import Corpus, Cue, Row

ROWS = (Row("15", "réplicas admite cada instancia.", ("abc-001", "abc-002"), 5),)
CUES = (Cue("los informes frenan la base", "réplica de lectura", ("abc-003",), 9),)


def texts(element):
    return " ".join("".join(element.itertext()).split())


def test_a_row_is_a_figure_and_its_sentence_with_its_facts():
    page = factories.topic("tema", summary=ROWS, cues=CUES)
    panel = summary.panel(page, Corpus((page,), (), {}, {}))
    assert [texts(part) for part in panel.iter("dt")] == ["15"]
    assert [texts(part) for part in panel.iter("dd")] == [
        "réplicas admite cada instancia. [[abc-001 abc-002]]"
    ]
    assert [texts(part) for part in panel.iter("li")] == [
        "los informes frenan la base → réplica de lectura [[abc-003]]"
    ]


def test_a_page_without_rows_has_no_panel():
    page = factories.topic("tema")
    assert summary.panel(page, Corpus((page,), (), {}, {})) is None
