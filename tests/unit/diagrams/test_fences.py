import json

import pytest
from guidekit.diagrams import cache, fences
from guidekit.model import Drawing

FENCE = """\
```mermaid
---
id: uno-dos
caption: Una leyenda suficiente.
---
flowchart TB
  accTitle: Título
  accDescr: Descripción
  a("A") --> b("B")
```
"""


def messages(text):
    return [str(problem) for problem in fences.read(text, "p.md")[1]]


def read(text):
    found, problems = fences.read(text, "p.md")
    assert problems == []
    return found[0]


def test_a_fence_becomes_a_diagram_with_its_place():
    diagram = read("texto\n\n" + FENCE)
    assert (diagram.id, diagram.caption, diagram.line) == ("uno-dos", "Una leyenda suficiente.", 3)
    assert diagram.source.startswith("flowchart TB\n")
    lines = ("texto\n\n" + FENCE).split("\n")
    assert lines[diagram.line + diagram.offset - 1] == "flowchart TB"


def test_empty_lines_before_the_source_do_not_move_its_place():
    text = FENCE.replace("flowchart TB", "\n\nflowchart TB")
    diagram = read(text)
    assert text.split("\n")[diagram.line + diagram.offset - 1] == "flowchart TB"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "---\nid: uno-dos\ncaption: Una leyenda suficiente.\n---\n",
            "",
            "p.md:1: diagram without id and caption;",
        ),
        (
            "caption: Una leyenda suficiente.\n---\n",
            "caption: x\n",
            "p.md:1: diagram: front matter is not closed;",
        ),
        ("id: uno-dos", "id: Uno Dos", "p.md:3: id: 'Uno Dos' is not accepted; expected an id in lower case"),
        ("caption: Una leyenda suficiente.", "caption: corta", "p.md:4: caption: 'corta' is not accepted;"),
        (
            "caption:",
            "captoin:",
            "p.md:4: unknown key 'captoin'; expected one of id, caption; did you mean 'caption'?",
        ),
        ("  accTitle: Título\n", "", "p.md:1: diagram without accTitle;"),
        ("accDescr: Descripción", "accDescr:", "p.md:1: diagram without accDescr;"),
        (
            '  a("A")',
            "  style a fill:#f00",
            "p.md:9: `style` is not drawn in a flowchart; expected one of the",
        ),
    ],
)
def test_each_mistake_is_told(old, new, expected):
    assert old in FENCE
    assert any(message.startswith(expected) for message in messages(FENCE.replace(old, new)))


def test_of_another_type_nothing_else_is_told():
    text = FENCE.replace("flowchart TB\n  accTitle: Título\n", "mindmap\n")
    (message,) = messages(text)
    assert message.startswith("p.md:6: diagrams of type 'mindmap' are not drawn; expected flowchart or seq")


def test_a_fence_shown_as_an_example_is_no_diagram():
    assert fences.read("````text\n" + FENCE + "````\n", "p.md") == ([], [])


def test_the_key_ignores_spaces_at_ends_and_knows_everything_else():
    diagram = read(FENCE)
    padded = read(FENCE.replace('b("B")\n', 'b("B")   \n\n'))
    changed = read(FENCE.replace('b("B")', 'b("C")'))
    assert fences.key(diagram) == fences.key(padded) != fences.key(changed)


def test_a_new_caption_needs_no_new_drawing():
    assert fences.key(read(FENCE)) == fences.key(read(FENCE.replace("Una leyenda", "Otra leyenda")))


def test_the_key_changes_with_the_recipe(monkeypatch):
    before = fences.key(read(FENCE))
    monkeypatch.setattr(fences, "FINGERPRINT", "another recipe")
    assert fences.key(read(FENCE)) != before


def test_drawings_are_found_by_key_and_damage_is_told(tmp_path):
    diagram = read(FENCE)
    known = {diagram.id: diagram}
    assert cache.load(known, tmp_path, "cache") == ({}, [])
    assert str(cache.missing(known, {})[0]).startswith("p.md:1: diagram 'uno-dos' is not drawn;")
    name = fences.drawing_name(diagram)
    parts = {"type": "flowchart", "nodes": [], "groups": [], "edges": []}
    (tmp_path / f"{name}.svg").write_text("<svg></svg>\n")
    assert cache.load(known, tmp_path, "cache") == ({}, [])
    (tmp_path / f"{name}.json").write_text(json.dumps(parts))
    assert cache.load(known, tmp_path, "cache") == ({"uno-dos": Drawing("<svg></svg>", parts)}, [])
    (tmp_path / f"{name}.svg").write_text("<svg><g>")
    (tmp_path / f"{name}.json").write_text("{")
    found = [str(problem) for problem in cache.load(known, tmp_path, "cache")[1]]
    assert found[0].startswith(f"cache/{name}.svg:1: damaged drawing; expected one <svg> element;")
    assert found[1].startswith(f"cache/{name}.json:1: damaged drawing; expected the parts of the drawing;")
