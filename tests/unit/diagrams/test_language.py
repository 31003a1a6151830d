"""Which Mermaid is refused, and with which words: what looks otherwise than ours, what links, other types."""

import pytest
from guidekit.diagrams import language


def told(*lines: str) -> list[str]:
    return [str(problem) for problem in language.check("\n".join(lines) + "\n", "p.md", 7)]


@pytest.mark.parametrize(
    "source",
    [
        ("flowchart TB", '  a["style, click y fa"]:::app', "  class a,b db", "  a --> b:::cache"),
        ("flowchart TB", '  a{{"Memcached"}}:::cache-alt', "  class b cache-alt"),
        ("%% nota", "graph LR", '  a["{box: @}"] -->|"actor"| b', "  %% style a fill:#f00"),
        (
            "sequenceDiagram",
            "  participant actor as Actor",
            "  create participant b",
            "  a->>b: style @{ x }",
        ),
        ("flowchart TB", "  accDescr: click aquí, %%{ y classDef", "  accDescr {", "    style a", "  }"),
    ],
)
def test_what_we_draw_is_not_refused(source):
    assert told(*source) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("  style a fill:#f00", "`style` is not drawn in a flowchart; expected one of the classes app db"),
        (
            "  a --> b; linkStyle 0 stroke:#f00",
            "`linkStyle` is not drawn in a flowchart; expected one of the",
        ),
        ("  classDef rojo fill:#f00", "`classDef` is not drawn in a flowchart; expected one of the classes"),
        ('  click a "https://example.org"', "`click` is not drawn in a flowchart; expected no links in a"),
        ('  a["fa:fa-car Coche"]', "`fa:fa-car` is not drawn in a flowchart; expected a label in words"),
        ('  a@{ shape: cloud, label: "A" }', "`@{` is not drawn in a flowchart; expected the shape written"),
        ("  %%{init: {'theme': 'dark'}}%%", "`%%{` is not drawn in a flowchart; expected no directive"),
        ('  a["A"]:::appp', "unknown class 'appp'; expected one of app db"),
        ("  class a,b rojo", "unknown class 'rojo'; expected one of app db"),
    ],
)
def test_what_is_dropped_or_black_in_a_flowchart_is_told(line, message):
    (problem,) = told("flowchart TB", "  a --> b", line)
    assert problem.startswith(f"p.md:9: {message}")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "  actor u as Usuario",
            "`actor` is not drawn in a sequenceDiagram; expected `participant id as Label`",
        ),
        (
            '  participant d@{ "type": "database" }',
            "`@{` is not drawn in a sequenceDiagram; expected `partic",
        ),
        ("  box rgb(230,240,255) Nube", "`box` is not drawn in a sequenceDiagram; expected a frame"),
        ("  rect rgb(230,240,255)", "`rect` is not drawn in a sequenceDiagram; expected a frame"),
        (
            "  link a: Panel @ https://example.org",
            "`link` is not drawn in a sequenceDiagram; expected no links",
        ),
    ],
)
def test_what_is_dropped_or_black_in_a_sequence_is_told(line, message):
    (problem,) = told("sequenceDiagram", "  a->>b: uno", line)
    assert problem.startswith(f"p.md:9: {message}")


@pytest.mark.parametrize(
    "kind", ["timeline", "kanban", "mindmap", "sankey-beta", "block-beta", "flowchart-elk"]
)
def test_another_type_is_all_that_is_told(kind):
    (problem,) = told(kind, "  style a fill:#f00")
    expected = f"p.md:7: diagrams of type '{kind}' are not drawn; expected flowchart or sequenceDiagram"
    assert problem.startswith(expected)


def test_all_is_told_at_once():
    assert len(told("flowchart TB", "  style a fill:#f00", "  a:::appp --> b:::bd")) == 3
