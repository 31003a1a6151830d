"""`python -m guidekit.commands.draw`: what is drawn, kept, removed and refused, with the real Mermaid."""

import json

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
    write("b.md", FENCE.format(id="dos", label="Otro").replace("flowchart TB", "flowchrt TB"))
    result = draw()
    assert result.returncode == 1
    assert "2 problems in the sources:" in result.stderr
    assert "docs/a.md:1" in result.stderr
    assert "Parse error" in result.stderr
    assert "docs/b.md:12: diagram 'dos':" in result.stderr
    assert "Traceback" not in result.stderr
    assert cache() == before


def test_a_page_with_a_mistake_stops_the_drawing(pages):
    write, draw, cache = pages
    write("a.md", "\n```mermaid\nflowchart TB\n```\n")
    result = draw()
    assert result.returncode == 1
    assert "docs/a.md:7: diagram without id and caption" in result.stderr
    assert cache() == {}
