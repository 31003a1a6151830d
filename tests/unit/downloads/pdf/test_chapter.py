"""A manuscript in the HTML of a PDF."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from books import chapter
from guidekit.downloads.pdf.chapter import Print, adapt, place_id
from guidekit.downloads.pdf.paper import chosen
from guidekit.web.elements import element, in_one_line

DRAWING = '<figure class="diagrama" id="diagrama-d"><svg viewBox="0 0 {} {}"></svg><figcaption>Pie</figcaption></figure>'


def printed(html: str) -> tuple[ET.Element, Print]:
    markup = Print(chapter(html), chosen())
    return element("section", *markup.content(markup.adapted.chapter.body)), markup


def test_places_are_those_of_one_document():
    section, _ = printed('<h2 id="x">A</h2><p><a href="#x">a</a> <a href="../b/">b</a></p>')
    assert section.find("h2").get("id") == "a--x"
    assert [(link.get("href"), link.get("class")) for link in section.iter("a")] == [
        ("#a--x", "pagina"), ("#b", "pagina"),
    ]  # fmt: skip
    assert place_id("a", "con espacio") == "a--con-espacio"


@pytest.mark.parametrize(
    ("html", "href", "kind"),
    [
        ('<a class="termino" href="../glosario/#t">x</a>', "#glosario--t", "termino"),
        ('<a href="https://e.org/">x</a>', "https://e.org/", "fuera"),
        ('<a href="http://e.org/">x</a>', None, "fuera"),
    ],
)
def test_a_link_shows_where_it_leads(html, href, kind):
    section, _ = printed(f"<p>{html}</p>")
    link = section.find("p/a")
    assert (link.get("href"), link.get("class")) == (href, kind)


def test_a_mark_keeps_to_the_line_and_its_facts_are_noted():
    section, markup = printed(
        '<p>Dato.<a class="hecho" id="hecho-x" data-hechos="x y" data-mark="full" href="../vigencia/#x">'
        '<span class="hecho-nuevo">nuevo</span></a> Sigue.</p>'
    )
    joiner, link, new = section.find("p")
    assert (joiner.text, link.tail, new.text) == ("\u2060", "\u2060", "nuevo")
    assert link.attrib == {
        "href": "#vigencia--x", "data-pagina": "vigencia", "id": "a--hecho-x", "class": "hecho", "data-mark": "full",
    }  # fmt: skip
    assert markup.adapted.facts == ["x", "y"]


def test_an_answer_goes_to_the_back():
    section, markup = printed(
        '<div class="admonition examen escenario" id="examen-b"><p class="admonition-title">'
        '<span class="examen-tipo">Escenario</span> La base</p><p>¿Qué?</p>'
        '<details class="examen-respuesta"><summary>Respuesta</summary><p>Eso.</p></details></div>'
    )
    (answer,) = markup.adapted.answers
    box = section.find("div")
    assert (box.get("id"), box.get("class")) == ("a--examen-b", "admonition examen escenario entera")
    assert in_one_line(box) == "Escenario La base¿Qué?Respuesta en la página"
    assert (answer.question, answer.id, answer.title) == ("a--examen-b", "a--examen-b--respuesta", "La base")
    assert in_one_line(element("div", *answer.body)) == "Eso."
    assert box.find(".//a").get("href") == f"#{answer.id}"


def test_a_warning_is_told_by_its_frame_and_a_long_box_may_break():
    section, _ = printed(
        '<div class="admonition warning"><p class="admonition-title">Ojo</p></div>'
        f'<div class="admonition tip"><p class="admonition-title">Así</p><p>{"largo " * 200}</p></div>'
    )
    warning, tip = section.findall("div")
    assert in_one_line(warning) == "Ojo"
    assert in_one_line(tip).startswith("Consejo Así")
    assert [box.get("class") for box in (warning, tip)] == ["admonition warning entera", "admonition tip"]


def test_a_drawing_that_lies_goes_behind_the_chapter():
    section, markup = printed(DRAWING.format(1200, 500) + DRAWING.format(200, 200).replace("-d", "-e"))
    note, figure = section
    assert in_one_line(note) == "Dibujo en la página: Pie"
    (plate,) = markup.adapted.plates
    assert note.find("a").get("href") == f"#{plate.get('id')}" == "#a--diagrama-d"
    assert (plate.get("class"), plate.get("data-capitulo")) == ("diagrama apaisada", "Uno")
    assert (figure.get("id"), figure.get("class")) == ("a--diagrama-e", "diagrama")


def test_lists_count_on_and_have_boxes_to_tick():
    section, _ = printed('<ol start="3"><li>c</li></ol><ul><li><span class="marca">☐</span> Hecho</li></ul>')
    assert section.find("ol").get("style") == "counter-reset: list-item 2"
    item = section.find("ul/li")
    assert (item.get("class"), item[0].get("class")) == ("con-casilla", "marca casilla")


def test_the_date_of_a_page_names_no_page():
    section, _ = printed('<p class="revision"><a href="../vigencia/#a">3 datos</a> comprobados.</p>')
    assert section.find("p/a").attrib == {"href": "#vigencia--a", "data-pagina": "vigencia"}


POINTS = '<h2 id="puntos-de-examen">Puntos</h2><ul><li>Uno</li></ul><h2 id="despues">Después</h2><p>Fin.</p>'


@pytest.mark.parametrize(("collected", "titles"), [(True, ["Después"]), (False, ["Puntos", "Después"])])
def test_the_list_of_points_may_be_left_to_the_end_of_the_part(collected, titles):
    adapted = adapt(chapter(f"<h1>Uno</h1>{POINTS}"), chosen(), collected=collected)
    assert adapted.body.find("h2").text == "Uno"
    assert [heading.text for heading in adapted.body.iter("h3")] == titles
    assert in_one_line(adapted.body).endswith("Fin.")
