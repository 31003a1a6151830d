"""What a strict build refuses of drawings that are drawn, all at once."""

import pytest
from corpora import problems
from drawn import PARTS, files, flowchart, sequence
from factories import PAGE, UNDRAWN

LINE = PAGE.count("\n") + 2


def page(*names):
    return PAGE + "".join(UNDRAWN.replace("id: uno", f"id: {name}") for name in names)


def test_every_limit_is_told_with_its_place(tmp_path):
    tall = flowchart(300, 3000)
    for box in tall.iter("rect"):
        box.set("height", "70")
    drawings = [(sequence(9, 4), PARTS), (flowchart(300, 300), {**PARTS, "nodes": []}), (tall, PARTS)]
    told = problems(tmp_path, files("a.md", page("ancho", "vacio", "alto"), *drawings))
    height = UNDRAWN.count("\n")
    assert told == [
        f"docs/a.md:{LINE}: the drawing 'ancho' is 1602 units wide; expected at most 1436, "
        "or its labels are under 7 pt on paper; split it, or let it run down",
        f"docs/a.md:{LINE + height}: the drawing 'vacio' shows nothing; expected parts: nodes or participants",
        f"docs/a.md:{LINE + 2 * height}: the drawing 'alto' is too tall for a printed page; "
        "expected rows with a space between them to cut it; split it",
    ]


def test_a_node_that_only_an_arrow_names_is_told(tmp_path):
    named = {"id": "autoscaling", "label": "autoscaling", "class": "service", "group": None}
    slip = {"id": "autoscalin", "label": "autoscalin", "class": "", "group": None}
    parts = {**PARTS, "nodes": [named, slip]}
    assert problems(tmp_path, files("a.md", page("uno"), (flowchart(300, 300), parts))) == [
        f"docs/a.md:{LINE}: the drawing 'uno' has a node 'autoscalin' without label and class; "
        "expected `autoscalin[\"Label\"]:::class`; did you mean 'autoscaling'?"
    ]


@pytest.mark.parametrize("svg", [flowchart(300, 300), sequence(8, 45), sequence(4, 200)])
def test_what_paper_holds_passes(tmp_path, svg):
    assert problems(tmp_path, files("a.md", page("uno"), (svg, PARTS))) == []
