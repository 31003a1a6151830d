"""What the pages of the PDFs hold, before they are laid out."""

from __future__ import annotations

import books
from guidekit.downloads.manifest import Point
from guidekit.downloads.pdf import bodies
from guidekit.downloads.pdf.books import finish
from guidekit.downloads.pdf.paper import chosen
from guidekit.web.elements import in_one_line

MARK = '<a class="hecho" id="hecho-x-1" data-hechos="x-1" data-mark="open" href="../vigencia/#x-1"></a>'
SCENARIO = (
    '<div class="admonition examen escenario" id="examen-b"><p class="admonition-title">'
    '<span class="examen-tipo">Escenario</span> La base</p><p>¿Qué?</p>'
    '<details class="examen-respuesta"><summary>R</summary><p>Eso.</p></details></div>'
)
OUTSIDE = {"topic": None, "kind": "page", "part": ""}
LEDGER = (
    '<h1 id="v">Registro</h1><div class="tabla"><table><thead><tr><th>Marca</th><th>Datos</th></tr></thead><tbody>'
    '<tr><td>Vigente <span class="hecho" data-mark="open"></span></td><td>1</td></tr></tbody></table></div>'
    '<h2 id="cambios">Cambios</h2><p><a href="#x-1">Uno</a></p><h2 id="todos">Todos</h2><section><h3>A</h3></section>'
)
CHECKLIST = '<h1>Lista</h1><h2 id="general">Antes</h2><ul><li><label><input type=checkbox>Duermo <em>bien</em></label></li></ul>'


def book(**about):
    made = {"topic": None, "kind": "made", "part": "Examen"}
    return books.book(
        books.chapter("<h1 id=i>Guía</h1><h2 id=c>Cómo</h2>", "index", **OUTSIDE, url="", title="Inicio"),
        books.chapter("<h1 id=z>Antes de empezar</h1>", "antes", **OUTSIDE, title="Antes de empezar"),
        books.chapter(f"<h1 id=uno>Uno</h1><p>La conmutación tarda.{MARK}</p>{SCENARIO}", title="Uno"),
        books.chapter(CHECKLIST, "lista-de-preparacion", **made, title="Lista"),
        books.chapter("<h1>Glosario</h1>", "glosario", **made, title="Glosario"),
        books.chapter(LEDGER, "vigencia", **made, title="Registro"),
        points=(Point("examen-b", "La base", "escenario", "a", domain_name="Costos"),),
        terms=(books.term(),), facts=(books.fact(),), **about,
    )  # fmt: skip


def test_only_the_first_page_is_the_foreword():
    _, chapters, _, _ = bodies.of_book(book(), chosen())
    titles = [chapter.find(".//h1").text for chapter in chapters]
    assert titles == ["Presentación", "Antes de empezar", "Parte"]
    assert [body[0].get("data-capitulo") for body in chapters[:2]] == ["Presentación", "Antes de empezar"]
    assert chapters[0].find(".//h2").text == "Cómo"


def test_the_contents_list_parts_chapters_and_appendices():
    front, *_ = bodies.of_book(book(), chosen())
    lines = [(item.get("class"), in_one_line(item)) for item in front.iter("li")]
    assert lines == [
        ("nivel-1", "Presentación"), ("nivel-3", "Cómo"), ("nivel-1", "Antes de empezar"), ("nivel-1", "Parte"),
        ("nivel-2", "Uno"), ("nivel-2", "Puntos de examen: Parte"),
        ("nivel-1", "Respuestas de los escenarios"), ("nivel-1", "Lista"), ("nivel-1", "Glosario"),
        ("nivel-1", "Registro"), ("nivel-1", "Índice alfabético"),
    ]  # fmt: skip


def test_appendices_are_made_of_what_the_site_knows():
    _, chapters, small, large = bodies.of_book(book(), chosen())
    answers, checklist = map(in_one_line, small)
    assert answers == "Respuestas de los escenariosLa baseUno. EnunciadoEso."
    assert checklist == "ListaAntes Duermo bien"
    glossary, ledger, index = map(in_one_line, large)
    assert glossary == "GlosarioCconmutaciónPaso a < b. p."
    assert ledger.startswith("RegistroMarcaDatosVigente 1CambiosUno")
    assert "Vigente · x-1 · p. Dato x-1." in ledger.replace("\u00a0", " ")
    assert index == "Índice alfabéticoCconmutación,"
    assert in_one_line(chapters[-1]).endswith("Puntos de examen: ParteUnoCostosEscenarioLa base")


def test_a_topic_has_its_answers_and_the_facts_it_cites():
    whole = book()
    topic, facts = bodies.of_topic(whole, whole.chapter("a"), chosen())
    assert [heading.text for heading in topic.iter("h1")] == ["Uno", "Respuestas de los escenarios"]
    assert in_one_line(facts.find("section[@class='creditos']")).startswith("Guía: completa")
    text = in_one_line(facts)
    assert "Dato x-1." in text
    assert "MarcaVigente" in text  # without how many there are
    assert "Cambios" not in text


def test_every_link_leads_somewhere_in_the_end():
    whole = book()
    topic = bodies.of_topic(whole, whole.chapter("antes"), chosen())
    page = books.chapter(
        '<h1>X</h1><p><a href="../b/">b</a> <a class=termino href="../glosario/#t">c</a></p>', "x"
    )
    for url, links in (("http://127.0.0.1/", [None, None]), ("https://e.org", ["https://e.org/b/", None])):
        whole = books.book(page, books.chapter(name="b"), url=url)
        topic = bodies.of_topic(whole, page, chosen())
        finish(whole, topic, topic)
        assert [link.get("href") for link in topic[0].findall(".//p/a")][:2] == links
