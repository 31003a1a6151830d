"""What the pages of the PDFs hold, before they are laid out."""

from __future__ import annotations

import books
from guidekit.downloads.manifest import Point
from guidekit.downloads.pdf import bodies
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
        points=(Point("examen-b", "La base", "escenario", "a", "a", domain_name="Costos"),),
        terms=(books.term(),), facts=(books.fact(),), **about,
    )  # fmt: skip


def test_only_the_first_page_is_the_foreword():
    read, _ = bodies.of_book(book(), chosen())
    first, second = (part for part in read if part.tag == "foreword")
    assert [(part.find("h1").text, part.get("head")) for part in (first, second)] == [
        ("Presentación", "Presentación"), ("Antes de empezar", "Antes de empezar"),
    ]  # fmt: skip
    assert first.find(".//h2").text == "Cómo"


def test_a_book_has_parts_with_chapters_and_appendices():
    read, sought = bodies.of_book(book(), chosen())
    assert [part.tag for part in read] == [
        "cover", "imprint", "contents", "foreword", "foreword", "chapter", "points", "appendix", "appendix",
    ]  # fmt: skip
    chapter = next(part for part in read if part.tag == "chapter")
    assert (chapter.get("part"), chapter.get("head")) == ("Parte", "Uno")
    assert [(item.tag, in_one_line(item)) for item in chapter[:3]] == [
        ("part", "Parte"), ("p", "Tema 1"), ("h2", "Uno"),
    ]  # fmt: skip
    assert {part.get("part") for part in (*read[-2:], *sought)} == {"Apéndices"}


def test_appendices_are_made_of_what_the_site_knows():
    read, sought = bodies.of_book(book(), chosen())
    answers, checklist = map(in_one_line, read[-2:])
    assert answers == "Respuestas de los escenariosLa baseUno. EnunciadoEso."
    assert checklist == "ListaAntes Duermo bien"
    glossary, ledger, index = map(in_one_line, sought)
    assert glossary == "GlosarioCconmutaciónPaso a < b. p."
    assert ledger.startswith("RegistroMarcaDatosVigente 1CambiosUno")
    assert "Vigente · x-1 · p. Dato x-1." in ledger.replace("\u00a0", " ")
    assert index == "Índice alfabéticoCconmutación,"
    points = next(part for part in read if part.tag == "points")
    assert in_one_line(points) == "Puntos de examen: ParteUnoLa base"


def test_a_topic_has_its_answers_and_the_facts_it_cites():
    whole = book()
    read, (facts,) = bodies.of_topic(whole, whole.chapter("a"), chosen())
    assert [heading.text for part in read for heading in part.iter("h1")] == [
        "Uno", "Respuestas de los escenarios",
    ]  # fmt: skip
    assert facts.get("fresh") == "true"
    assert in_one_line(facts.find("imprint")).startswith("Guía: completa")
    text = in_one_line(facts)
    assert "Dato x-1." in text
    assert "MarcaVigente" in text  # without how many there are
    assert "Cambios" not in text


def test_a_topic_without_facts_says_at_its_end_what_it_is():
    whole = book()
    read, sought = bodies.of_topic(whole, whole.chapter("antes"), chosen())
    assert (read[-1].tag, sought) == ("imprint", [])


def test_a_topic_holds_its_parts_and_the_facts_all_of_them_cite():
    second = books.chapter("<h1>Dos</h1><p>Más.</p>", "b", title="Dos", kind="part", part_of="a", place=2)
    whole = books.book(books.chapter(), second, books.chapter(name="c", topic=2))
    read, _ = bodies.of_topic(whole, whole.chapter("a"), chosen())
    assert [part.get("head") for part in read if part.tag == "chapter"] == ["Uno", "Dos"]
    assert [label.text for part in read for label in part.iter("p") if label.get("role") == "topic"] == [
        "Tema 1",
        "Tema 1.2",
    ]
