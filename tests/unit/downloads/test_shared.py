"""The ledger and the exam points of a book, made from what the site knows."""

from __future__ import annotations

from books import body, book, chapter, fact, source
from guidekit.downloads import shared
from guidekit.downloads.manifest import Point
from guidekit.web.elements import in_one_line

READ, COPY = source("leida"), source("copia", read="copy")


def ledger(*facts, here=True, **about):
    page = chapter(title="Réplicas", topic=2)
    whole = book(chapter(name="otro", topic=1), page, facts=facts, **about)
    return shared.ledger_sections(whole, facts, [page] if here else [])


def test_a_fact_says_what_holds_and_names_its_sources_by_number():
    changed = fact(
        "x-2", status="actualizado", before="Eran 5.", exam="Vale 15.", feature="Db2", sources=(READ, COPY)
    )
    topic, sources = ledger(fact(sources=(COPY,)), changed)
    assert [in_one_line(item) for item in topic] == [
        "Réplicas",
        "Vigente · x-1 · p. Dato x-1. Fuentes: 1. Se revisa antes del 2 de enero de 2027.",
        "Actualizado · Nuevo: Db2 · x-2 · p. Dato x-2. La edición anterior decía: Eran 5. "
        "El examen espera: Vale 15. Fuentes: 2, 1. Se revisa antes del 2 de enero de 2027.",
    ]
    assert [in_one_line(item) for item in sources] == [
        "Fuentes",
        "1. About copia (leída en copia). docs.example.org/copia",
        "2. About leida (leída). docs.example.org/leida",
    ]
    link = topic[2].find("span[@role='fuentes']/a")
    assert (link.get("page"), link.get("at")) == ("vigencia", sources[2].get("id"))
    assert topic[1].find(".//mark").get("data-mark") == "open"
    number = topic[1].find(".//a[@kind='number']")
    assert (number.get("page"), number.get("at")) == ("a", "hecho-x-1")


def test_a_fact_of_another_book_names_no_page():
    (topic, _) = ledger(fact(), here=False)
    assert in_one_line(topic[1]).startswith("Vigente · x-1 Dato")


def test_a_date_is_told_where_it_is_not_that_of_all():
    (topic, _) = ledger(fact(checked="2026-01-01"), fact("x-2"), fact("x-3", sources=(source(read="no"),)))
    texts = [in_one_line(item).split("Fuentes: 1. ")[1] for item in topic[1:]]
    assert texts == [
        "Comprobado el 1 de enero de 2026; se revisa antes del 2 de enero de 2027.",
        "Se revisa antes del 2 de enero de 2027.",
        "Revisado sin poder leer la fuente el 2 de enero de 2026; se revisa antes del 2 de enero de 2027.",
    ]


def test_a_fact_without_source_says_so_and_one_past_its_date_too():
    (topic,) = ledger(fact(status="sin-verificar", sources=(), check_by="2026-01-01", checked="2025-12-01"))
    assert in_one_line(topic[1]).endswith(
        "Sin fuente que lo confirme. Revisado sin poder leer la fuente el 1 de diciembre de 2025; "
        "se revisa antes del 1 de enero de 2026, ya pasó."
    )


def test_a_legend_counts_nothing():
    page = body("<p>Uno</p><table><tr><th>Marca<th>Datos</tr><tr><td>Vigente<td>3</tr></table>")
    assert in_one_line(shared.legend(page)) == "MarcaVigente"
    assert in_one_line(page) == "UnoMarcaDatosVigente3"


def test_the_usual_kind_of_point_is_not_told():
    assert shared.notes(Point("x", "X", "punto", "a", domain_name="Costos")) == ["Costos"]
    assert shared.notes(Point("x", "X", "escenario", "a")) == ["Escenario"]
