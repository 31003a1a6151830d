"""What the search worker is given."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import factories
from guidekit.model import Corpus, Diagram, Drawing, Term, Tip
from guidekit.search import index
from guidekit.sources.block_tree import Tree

PAGES = (factories.page("index", "Inicio"), factories.topic("replicas", title="Réplicas"))
TERM = Term(
    "replica", "réplica", "Copia.", ("replicas",), english="read replica", abbreviation="RR",
    synonyms=("réplicas", "read-replica", "mi read replica de siempre", "copia"), misspellings=("repilca",),
)  # fmt: skip
SECTIONS = [
    {"location": "", "title": "Inicio", "text": "<p>Hola &amp; adiós</p>"},
    {"location": "replicas/", "title": "Réplicas", "text": "<p>Una</p><p>dos</p>"},
    {
        "location": "replicas/#costo",
        "title": "Costo de <code>x</code>",
        "text": "<table><tr><td>a</td><td>b</td></tr></table>",
    },
    {"location": "replicas/#puntos-de-examen", "title": "Puntos de examen", "text": "lista"},
    {"location": "replicas/#documentacion-oficial", "title": "Documentación", "text": "enlaces"},
    {"location": "glosario/", "title": "Glosario", "text": "todo"},
    {"location": "glosario/#letra-r", "title": "R", "text": "todo"},
]


def built(sections=SECTIONS):
    return index.build(sections, Corpus(PAGES, (), {}, {}, (TERM,)))


def test_sections_are_text_by_page():
    data = built()
    assert data["pages"] == [["", "Inicio", 1], ["replicas/", "Réplicas", 0], ["glosario/", "Glosario", 2]]
    assert data["parts"] == [
        [0, "", "Inicio", "Hola & adiós", 0],
        [1, "", "Réplicas", "Una dos", 0],
        [1, "costo", "Costo de x", "a b", 0],
        [2, "", "Glosario", "", 0],
    ]


def test_a_point_is_found_by_its_cue_in_english_and_its_keywords():
    about = {"kind": "punto", "page": "replicas", "topic": "replicas", "also": (), "domain": None}
    where = {
        "path": "docs/replicas.md",
        "line": 1,
        "body": ET.Element("examen"),
        "tree": Tree(ET.Element("div"), ()),
    }
    tip = Tip("examen-uno", "Uno", **about, **where, keywords=("standby",), english="without downtime")
    plain = replace(tip, id="examen-dos", english="")
    data = index.build(SECTIONS, Corpus(PAGES, (), {}, {}, tips=(tip, plain)))
    assert data["parts"][-2:] == [
        [1, "examen-uno", "Uno", "without downtime; standby", 1], [1, "examen-dos", "Uno", "standby", 1],
    ]  # fmt: skip


def test_addresses_may_end_in_html():
    sections = [
        {**s, "location": s["location"].replace("replicas/", "replicas.html") or "index.html"}
        for s in SECTIONS
    ]
    assert built(sections)["pages"][1] == ["replicas.html", "Réplicas", 0]
    assert built(sections)["terms"][0][2] == [1]


def test_names_a_shorter_one_finds_are_left_out():
    assert built()["terms"] == [["replica", ["réplica", "read replica", "RR", "copia"], [1]]]


def test_the_files_are_scripts():
    files = index.scripts(built(), Corpus(PAGES, (), {}, {}, (TERM,)))
    assert files["index.js"].startswith('guia.index={"pages":[["","Inicio",1],')
    assert (
        files["definitions.js"] == 'guia.definitions={"replica":["réplica (read replica, RR)","Copia."]};\n'
    )


def test_the_index_of_a_folder_is_a_page_with_its_drawings():
    diagram = Diagram("uno", "Leyenda", "graph\n", "docs/sub/index.md", 1, 1)
    page = factories.page("sub/index", "Sub", diagrams=(diagram,))
    drawing = Drawing("<svg></svg>", {"nodes": [{"label": "A"}]})
    sections = [{"location": "sub/", "title": "Sub", "text": "<p>Hola</p>"}]
    data = index.build(sections, Corpus((page,), (), {"uno": diagram}, {"uno": drawing}))
    assert data["pages"] == [["sub/", "Sub", 1]]
    assert [0, "diagrama-uno", "Leyenda", "A", 2] in data["parts"]
