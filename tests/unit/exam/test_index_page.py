"""The index of exam points: an entry each, by topic, with what the filter reads."""

from dataclasses import replace

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

!!! examen "Tercero" { #tercero ingles="LEAST operational overhead" }

    La pista.

    **Respuesta:** aquello.

    **Trampa:** lo otro.
"""


def listing(domain=DOMAIN):
    tree = parser(["admonition", syntax.CalloutExtension()], {})(TEXT, syntax.WRITTEN)
    tips, problems = points.read(tree, PAGES[0], points.Known([DOMAIN], ["uno", "dos"]))
    assert problems == []
    corpus = Corpus(tuple(PAGES), (domain,), {}, {}, tips=tuple(tips))
    return index_page.listing(corpus, Markdown())


def entries():
    return [item for part in listing() for item in part.iter("li") if item.get("id")]


def test_points_stand_under_their_topic_and_topics_without_any_are_left_out():
    sections = [part for part in listing() if part.tag == "section"]
    assert [section[0].get("id") for section in sections] == ["uno"]
    assert [item.get("id") for item in sections[0].iter("li") if item.get("id")] == [
        "entrada-primero",
        "entrada-segundo",
        "entrada-tercero",
    ]


def test_an_entry_says_what_the_filter_looks_for():
    first, second, _ = entries()
    assert {key: first.get(f"data-{key}") for key in ("tipo", "tema", "dominio", "claves")} == {
        "tipo": Kind.POINT.id, "tema": "uno dos", "dominio": "costos", "claves": "clave, otra",
    }  # fmt: skip
    assert second.get("data-tipo") == Kind.SCENARIO.id
    assert first.find("p/a").get("href") == "uno.md#examen-primero"


def test_answers_are_folded_away_where_there_are_any():
    first, *asked = entries()
    assert first.find("details") is None
    assert [item.find("details/summary").text for item in asked] == ["Ver respuesta", "Ver respuesta"]
    assert [part.get("class") for part in asked[1].find("details")] == [None, None, "examen-trampa"]


def test_what_only_opens_an_answer_is_no_word_of_the_entry():
    summary = entries()[2].find("details/summary")
    assert {"data-aparte", "data-search-exclude"} <= set(summary.attrib)


def test_the_cue_in_english_comes_first():
    _, _, cue, *rest = entries()[2]  # behind title and note
    assert (cue.text, cue.get("class"), cue.get("lang")) == (
        "LEAST operational overhead", "examen-ingles", "en",
    )  # fmt: skip
    assert [part.tag for part in rest] == ["p", "details"]


def test_what_the_domains_weigh_is_told_if_it_is_known():
    told = [part for part in listing(replace(DOMAIN, weight=100)) if part.tag == "p"]
    assert ["".join(part.itertext()) for part in told] == ["En el examen pesan: Costos 100 %."]
    assert [part for part in listing() if part.tag == "p"] == []


def test_every_kind_is_a_button():
    form = listing()[0]
    assert [b.get("value") for b in form.find("div[@data-faceta='tipo']").iter("button")] == [
        kind.id for kind in Kind
    ]
