"""A manuscript as a printed tree."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from books import chapter
from guidekit.downloads.errors import DownloadError
from guidekit.downloads.pdf import printing
from guidekit.downloads.pdf.adapted import place_id
from guidekit.downloads.pdf.chapter import adapt
from guidekit.downloads.pdf.drawings import Placed
from guidekit.downloads.pdf.paper import chosen
from guidekit.downloads.pdf.printing import Print
from guidekit.web.elements import element, in_one_line

DRAWING = '<figure class="diagrama" id="diagrama-d"><svg viewBox="0 0 {} {}"></svg><figcaption>Pie</figcaption></figure>'


def printed(html: str) -> tuple[ET.Element, Print]:
    markup = Print(chapter(html), chosen())
    return element("section", *markup.content(markup.adapted.chapter.body)), markup


def test_places_are_those_of_one_document():
    section, _ = printed('<h2 id="x">A</h2><p><a href="#x">a</a> <a href="../b/">b</a></p>')
    assert section.find("h2").get("id") == "a--x"
    assert [link.get("to") for link in section.iter("reference")] == ["a--x", "b"]
    assert place_id("a", "con espacio") == "a--con-espacio"


@pytest.mark.parametrize(
    ("html", "to", "href", "kind"),
    [
        ('<a class="termino" href="../glosario/#t">x</a>', "glosario--t", None, "term"),
        ('<a href="../b/#uno">x</a>', "b--uno", None, "reference"),
        ('<a href="https://e.org/">x</a>', None, "https://e.org/", "outside"),
        ('<a href="http://e.org/">x</a>', None, "http://e.org/", "outside"),
        ('<a href="mailto:a@e.org">x</a>', None, "mailto:a@e.org", "address"),
        ('<a class="footnote-ref" href="#fn:1">1</a>', "a--fn:1", None, "note"),
    ],
)
def test_a_link_shows_where_it_leads(html, to, href, kind):
    section, _ = printed(f"<p>{html}</p>")
    (link,) = section.find("p")
    assert (link.tag, link.get("to"), link.get("href")) == (kind, to, href)


def test_a_note_leads_not_back():
    section, _ = printed('<p>Nota. <a class="footnote-backref" href="#fnref:1">↩</a></p>')
    assert in_one_line(section) == "Nota."


def test_a_mark_keeps_to_the_line_and_its_facts_are_noted():
    section, markup = printed(
        '<p>Dato.<a class="hecho" id="hecho-x" data-hechos="x y" data-mark="full" href="../vigencia/#x">'
        '<span class="hecho-nuevo">nuevo</span></a> Sigue.</p>'
    )
    paragraph = section.find("p")
    mark, new = paragraph
    assert (paragraph.text, mark.tail, new.text) == ("Dato.\u2060", "\u2060", "nuevo")
    assert mark.attrib == {
        "to": "vigencia--x", "page": "vigencia", "at": "x", "id": "a--hecho-x", "shape": "full",
    }  # fmt: skip
    assert markup.adapted.facts == ["x", "y"]


def test_what_no_pdf_knows_is_named_with_its_page():
    markup = Print(chapter(), chosen())
    with pytest.raises(DownloadError, match=r"a\.md: no PDF knows <video>; expected one of .*blockquote"):
        markup.content(element("section", element("video")))


def test_an_answer_goes_to_the_back():
    section, markup = printed(
        '<div class="admonition examen escenario" id="examen-b"><p class="admonition-title">'
        '<span class="examen-tipo">Escenario</span> La base</p><p>¿Qué?</p>'
        '<details class="examen-respuesta"><summary>Respuesta</summary><p>Eso.</p></details></div>'
    )
    (answer,) = markup.adapted.answers
    box = section.find("callout")
    assert box.attrib == {
        "id": "a--examen-b", "kind": "examen", "variant": "escenario", "said": "Escenario", "whole": "true",
    }  # fmt: skip
    assert in_one_line(box) == "La base¿Qué?Respuesta en la página"
    assert (answer.question, answer.id, answer.title) == ("a--examen-b", "a--examen-b--respuesta", "La base")
    assert in_one_line(element("div", *answer.body)) == "Eso."
    assert box.find(".//see").get("to") == answer.id


def test_the_answer_of_a_point_stands_below_its_cue_with_its_trap():
    section, markup = printed(
        '<div class="admonition examen" id="examen-b"><p class="admonition-title">La base</p>'
        '<p class="examen-ingles" lang="en">at rest</p><p>La pista.</p>'
        '<details class="examen-respuesta"><summary>Ver respuesta</summary><p>Eso.</p>'
        '<p class="examen-trampa">Lo otro.</p></details></div>'
    )
    box = section.find("callout")
    assert [part.tag for part in box] == ["name", "p", "p", "solution"]
    assert box[1].attrib == {"role": "examen-ingles", "lang": "en"}
    assert [(in_one_line(part), part.get("role")) for part in box[-1]] == [
        ("Eso.", None), ("Lo otro.", "examen-trampa"),
    ]  # fmt: skip
    assert markup.adapted.answers == []


@pytest.mark.parametrize(
    ("kind", "said"), [("mas-alla", "Más allá del examen"), ("danger", "Peligro"), ("comprueba", None)]
)
def test_a_fold_stands_open_with_its_word_unless_its_heading_has_it(kind, said):
    section, _ = printed(f'<details class="{kind}"><summary>Uno</summary><p>Dos</p></details>')
    box = section.find("callout")
    assert (box.get("kind"), box.get("said"), in_one_line(box)) == (kind, said, "UnoDos")


def test_a_warning_is_told_by_its_frame_and_a_long_box_may_break():
    section, _ = printed(
        '<div class="admonition warning"><p class="admonition-title">Ojo</p></div>'
        f'<div class="admonition tip"><p class="admonition-title">Así</p><p>{"largo " * 200}</p></div>'
    )
    warning, tip = section.findall("callout")
    assert [(box.get("said"), box.get("whole")) for box in (warning, tip)] == [
        (None, "true"),
        ("Consejo", None),
    ]


def test_a_drawing_that_lies_goes_behind_the_chapter():
    section, markup = printed(DRAWING.format(1200, 500) + DRAWING.format(200, 200).replace("-d", "-e"))
    note, figure = section
    assert in_one_line(note) == "Dibujo en la página: Pie"
    (plate,) = markup.adapted.plates
    assert (plate.tag, plate.get("head")) == ("plate", "Uno")
    assert note.find("see").get("to") == plate.find("figure").get("id") == "a--diagrama-d"
    assert (figure.tag, figure.get("id")) == ("figure", "a--diagrama-e")


def test_parts_of_a_drawing_that_no_page_holds_go_on_more(monkeypatch):
    sizes = [element("svg", width=f"{width}pt", height="90pt") for width in (300, 150, 100)]
    monkeypatch.setattr(
        printing.pdf_drawings, "place", lambda svg, paper: Placed(tuple(sizes), landscape=False)
    )
    section, _ = printed(DRAWING.format(1, 1))
    assert [(len(figure.findall("svg")), in_one_line(figure)) for figure in section] == [
        (1, "Pie"), (2, "Pie (continúa)"),
    ]  # fmt: skip


def test_lists_count_on_and_have_boxes_to_tick():
    section, _ = printed('<ol start="3"><li>c</li></ol><ul><li><span class="marca">☐</span> Hecho</li></ul>')
    assert section.find("ol").get("start") == "3"
    assert section.find("tasks/li/sign").get("name") == "casilla"


def test_code_keeps_its_kinds_and_the_numbers_of_its_notes():
    section, _ = printed(
        '<pre><code><span class="k">SELECT</span> 1 <a class="footnote-ref" href="#n">1</a></code></pre>'
    )
    assert [(token.tag, token.get("kind")) for token in section.find("pre/code")] == [
        ("token", "k"),
        ("token", "note"),
    ]


def test_the_date_of_a_page_names_no_page():
    section, _ = printed('<p class="revision"><a href="../vigencia/#a">3 datos</a> comprobados.</p>')
    assert section.find("p/plain").get("to") == "vigencia--a"


POINTS = '<h2 id="puntos-de-examen">Puntos</h2><ul><li>Uno</li></ul><h2 id="despues">Después</h2><p>Fin.</p>'


@pytest.mark.parametrize(("collected", "titles"), [(True, ["Después"]), (False, ["Puntos", "Después"])])
def test_the_list_of_points_may_be_left_to_the_end_of_the_part(collected, titles):
    adapted = adapt(chapter(f"<h1>Uno</h1>{POINTS}"), chosen(), collected=collected)
    assert adapted.body.find("h1").text == "Uno"
    assert [heading.text for heading in adapted.body.iter("h2")] == titles
    assert in_one_line(adapted.body).endswith("Fin.")
