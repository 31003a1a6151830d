"""The figure of a drawing, before and after it is drawn."""

from guidekit.diagrams import figures
from guidekit.model import Diagram, Drawing

DIAGRAM = Diagram("x", "a < b & c", "graph\n", "p.md", 1, 1)
PARTS = {
    "type": "flowchart",
    "nodes": [{"id": "a", "label": "Uno", "group": None}],
    "groups": [],
    "edges": [],
}
DRAWING = Drawing("<svg>dibujo</svg>", PARTS)


def test_a_figure_escapes_its_caption():
    html = figures.drawn(DIAGRAM, DRAWING)
    assert "<figcaption>a &lt; b &amp; c</figcaption>" in html
    assert html.startswith('<figure class="diagrama" id="diagrama-x"')


def test_the_drawing_and_its_controls_go_in_later():
    html = figures.drawn(DIAGRAM, DRAWING)
    assert "<svg" not in html
    assert "Ampliar" not in html
    whole = figures.put(html, {"x": DRAWING}, "../..")
    assert DRAWING.svg in whole
    assert 'href="../../assets/diagramas/x.svg"' in whole
    assert "<!--" not in whole


def test_a_diagram_that_is_not_drawn_shows_its_source_or_what_draws_it():
    assert "<pre>graph\n</pre>" in figures.preview(DIAGRAM)
    assert "make diagrams" in figures.preview(DIAGRAM)
    assert '><pre class="mermaid">g</pre><figcaption>' in figures.preview(
        DIAGRAM, '<pre class="mermaid">g</pre>'
    )


def test_labels_are_told_once():
    parts = {"nodes": [{"label": "Uno"}, {"label": "Dos"}], "edges": [{"label": "Uno"}, {"label": ""}]}
    assert figures.labels(Drawing("", parts)) == "Uno; Dos"


def test_the_light_scheme_has_no_variables():
    assert figures.light("fill:var(--dg-fill, rgb(1, 2, 3));") == "fill:rgb(1, 2, 3);"


def test_a_source_script_is_one_call_whatever_the_source_holds():
    diagram = Diagram("x", "leyenda", 'a["</script>\n\u2028"]\n', "p.md", 1, 1)
    script = figures.source_script(diagram)
    assert script.startswith('guia.give("a[')
    assert script.count("\n") == 1
