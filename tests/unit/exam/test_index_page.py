"""The index of exam points: an entry each, by topic, with what the filter reads."""

from factories import topic
from guidekit.exam import index_page, points, syntax
from guidekit.exam.kinds import Kind
from guidekit.model import Corpus, Domain
from guidekit.sources.block_tree import parser
from markdown import Markdown

DOMAIN = Domain("costos", "Costos de todo", "Costos")
PAGES = [topic("uno", 1, exam_domains=("costos",)), topic("dos", 2, exam_domains=("costos",))]
TEXT = """\
!!! examen "Primero" { #primero claves="clave, otra" temas="dos" }

    La **respuesta**.

!!! examen escenario "Segundo"

    La pregunta.

    **Respuesta:** esto.
"""


def listing():
    tree = parser(["admonition", syntax.CalloutExtension()], {})(TEXT, syntax.WRITTEN)
    tips, problems = points.read(tree, PAGES[0], points.Known([DOMAIN], ["uno", "dos"]))
    assert problems == []
    corpus = Corpus(tuple(PAGES), (DOMAIN,), {}, {}, tips=tuple(tips))
    return index_page.listing(corpus, Markdown())


def test_points_stand_under_their_topic_and_topics_without_any_are_left_out():
    sections = [part for part in listing() if part.tag == "section"]
    assert [section[0].get("id") for section in sections] == ["uno"]
    assert [item.get("id") for item in sections[0].iter("li") if item.get("id")] == [
        "entrada-primero",
        "entrada-segundo",
    ]


def test_an_entry_says_what_the_filter_looks_for():
    first, second = [item for part in listing() for item in part.iter("li") if item.get("id")]
    assert {key: first.get(f"data-{key}") for key in ("tipo", "tema", "dominio", "claves")} == {
        "tipo": Kind.POINT.id, "tema": "uno dos", "dominio": "costos", "claves": "clave, otra",
    }  # fmt: skip
    assert second.get("data-tipo") == Kind.SCENARIO.id
    assert first.find("p/a").get("href") == "uno.md#examen-primero"


def test_the_answer_of_a_scenario_is_folded_away():
    first, second = [item for part in listing() for item in part.iter("li") if item.get("id")]
    assert first.find("details") is None
    assert second.find("details/summary").text == "Ver respuesta"


def test_every_kind_is_a_button():
    form = listing()[0]
    assert [b.get("value") for b in form.find("div[@data-faceta='tipo']").iter("button")] == [
        kind.id for kind in Kind
    ]
