"""`python -m guidekit.commands.draw`: what is drawn, kept, removed and refused, with the real Mermaid."""

import json
from xml.etree import ElementTree as ET

import pytest
from support import FRONT, run

FENCE = """
```mermaid
---
id: {id}
caption: Una leyenda suficiente.
---
flowchart TB
  accTitle: Título
  accDescr: Descripción
  uno("{label}"):::app
  dos[("Dos")]:::db
  uno -->|"va a"| dos
```
"""


@pytest.fixture
def pages(tmp_path):
    """A docs folder with two diagrams on two pages; returns a writer of pages and the drawer."""

    def write(name, *fences):
        (tmp_path / "docs").mkdir(exist_ok=True)
        (tmp_path / "docs" / name).write_text(FRONT + "# Uno\n" + "".join(fences), "utf-8")

    def draw(*arguments):
        return run("guidekit.commands.draw", *arguments, cwd=tmp_path)

    def cache():
        return {f.name: f.read_bytes() for f in sorted((tmp_path / "docs/_data/diagrams").glob("*"))}

    write("a.md", FENCE.format(id="uno", label="Uno"))
    write("b.md", FENCE.format(id="dos", label="Otro"))
    return write, draw, cache


def test_drawing_is_repeatable_and_only_what_changed_is_drawn_again(pages, tmp_path):
    write, draw, cache = pages
    assert draw("--check").returncode == 1
    first = draw()
    assert first.returncode == 0, first.stderr
    assert "2 drawn" in first.stdout
    before = cache()
    assert len(before) == 4
    again = draw()
    assert "0 drawn, 0 old files removed" in again.stdout
    assert draw("--check").returncode == 0

    write("a.md", FENCE.format(id="uno", label="Uno más"))
    check = draw("--check")
    assert check.returncode == 1
    assert "docs/a.md:7: diagram 'uno' is not drawn" in check.stderr
    assert "belongs to no diagram" in check.stderr
    changed = draw()
    assert "1 drawn, 2 old files removed" in changed.stdout
    kept = {name: content for name, content in cache().items() if name.startswith("dos.")}
    assert kept == {name: content for name, content in before.items() if name.startswith("dos.")}

    for file in (tmp_path / "docs/_data/diagrams").iterdir():
        file.unlink()
    write("a.md", FENCE.format(id="uno", label="Uno"))
    draw()
    assert cache() == before


def test_the_parts_are_those_mermaids_own_parser_found(pages):
    _, draw, cache = pages
    draw()
    (parts,) = [
        json.loads(content) for name, content in cache().items() if name.startswith("uno.") and "json" in name
    ]
    assert parts == {
        "type": "flowchart",
        "nodes": [
            {"id": "uno", "label": "Uno", "class": "app", "group": None},
            {"id": "dos", "label": "Dos", "class": "db", "group": None},
        ],
        "groups": [],
        "edges": [{"from": "uno", "to": "dos", "label": "va a", "arrow": "directed"}],
    }


def test_refused_sources_are_all_told_and_the_last_drawings_stay(pages):
    write, draw, cache = pages
    draw()
    before = cache()
    broken = FENCE.format(id="uno", label="Uno").replace('dos[("Dos")]', 'dos[("Dos"')
    write("a.md", broken)
    large = "".join(f'  n{n}["Una caja con un rótulo"] --> n{n + 1}["Otra caja igual"]\n' for n in range(12))
    wide = FENCE.format(id="dos", label="Otro").replace("flowchart TB", "flowchart LR")
    write("b.md", wide.replace("\n```\n", f"\n{large}```\n"))
    write("c.md", FENCE.format(id="tres", label="#nadie;"))
    result = draw()
    assert result.returncode == 1
    assert "3 problems in the sources:" in result.stderr
    assert "docs/a.md:1" in result.stderr
    assert "Parse error" in result.stderr
    assert "docs/b.md:7: the drawing 'dos' is " in result.stderr
    assert "docs/c.md:12: diagram 'tres': no character is called '#nadie;'" in result.stderr
    assert "Traceback" not in result.stderr
    assert cache() == before


SIGNS = """
```mermaid
---
id: signos
caption: Una leyenda suficiente.
---
sequenceDiagram
  accTitle: RTO < 1 & #quot;RPO#quot;
  accDescr: Descripción
  autonumber
  participant a as Uno #quot;y#quot; otro
  participant b as C&amp;A
  alt x<y
    a->>b: menos<br>de < 1 & #35;2
  else
    Note over a,b: &lt;b&gt;
  end
```
"""


def test_a_sequence_is_drawn_to_its_end_and_its_signs_are_decoded_once(pages):
    """As Mermaid writes them, as HTML does, and as they are: each is one letter everywhere."""
    write, draw, cache = pages
    write("a.md", SIGNS)
    assert draw().returncode == 0
    parts, svg = (content.decode() for name, content in cache().items() if name.startswith("signos."))
    drawing = ET.fromstring(svg)
    _, y, _, height = map(float, drawing.get("viewBox").split())
    lifelines = [e.get("y2") for e in drawing.iter() if e.get("class") == "actor-line"]
    assert [float(end) for end in lifelines] == [y + height] * 2
    assert [e.text for e in drawing.iter() if e.tag.endswith("}title")] == ['RTO < 1 & "RPO"']
    texts = ["".join(e.itertext()) for e in drawing.iter() if e.tag.endswith("}text")]
    assert texts == ["C&A", 'Uno "y" otro', "<b>", "según", "[x<y]", "menos", "de < 1 & #2", "1"]
    assert json.loads(parts) == {
        "type": "sequence",
        "nodes": [{"id": "a", "label": 'Uno "y" otro'}, {"id": "b", "label": "C&A"}],
        "steps": [
            {"frame": "alt", "place": "start", "label": "x<y"},
            {"from": "a", "to": "b", "label": "menos de < 1 & #2"},
            {"frame": "alt", "place": "next", "label": ""},
            {"over": ["a", "b"], "label": "<b>"},
            {"frame": "alt", "place": "end", "label": ""},
        ],
    }


def test_a_label_of_a_flowchart_keeps_its_signs(pages):
    write, draw, cache = pages
    write("a.md", FENCE.format(id="uno", label="Dice #quot;x<y#quot; & RPO > 0").replace("va a", "&lt;b&gt;"))
    assert draw().returncode == 0
    parts, svg = (content.decode() for name, content in cache().items() if name.startswith("uno."))
    texts = ["".join(e.itertext()) for e in ET.fromstring(svg).iter() if e.tag.endswith("}text")]
    assert texts == ["<b>", 'Dice "x<y" & RPO > 0', "Dos"]
    assert json.loads(parts)["nodes"][0]["label"] == 'Dice "x<y" & RPO > 0'
    assert json.loads(parts)["edges"][0]["label"] == "<b>"


def test_a_page_with_a_mistake_stops_the_drawing(pages):
    write, draw, cache = pages
    write("a.md", "\n```mermaid\nflowchart TB\n```\n")
    result = draw()
    assert result.returncode == 1
    assert "docs/a.md:7: diagram without id and caption" in result.stderr
    assert cache() == {}
