"""The ledger of a PDF, made from what the site knows."""

from __future__ import annotations

from books import book, chapter, fact, source
from guidekit.downloads.pdf import facts as printed
from guidekit.web.elements import in_one_line

READ, COPY = source("leida"), source("copia", read="copy")


def ledger(*facts, here=True, ids=None):
    """The lists of facts by topic, and that of sources."""
    page = chapter(title="Réplicas", topic=2)
    whole = book(chapter(name="otro", topic=1), page, facts=facts)
    lists = []
    for item in printed.listed(whole, [page] if here else [], ids):
        lists += [[]] if item.tag == "h2" else []
        lists[-1] += item if item.tag == "together" else [item]
    return lists


def test_a_fact_says_what_holds_and_names_its_sources_by_number():
    changed = fact(
        "x-2", status="actualizado", before="Eran 5.", exam="Vale 15.", feature="Db2", sources=(READ, COPY)
    )
    topic, sources = ledger(fact(sources=(COPY,)), changed)
    assert [in_one_line(item) for item in topic] == [
        "Réplicas",
        "Vigente · x-1 · p. Dato x-1. Fuentes: 1. Se revisa antes del 2 de enero de 2027.",
        "Actualizado · Nuevo: Db2 · x-2 · p. Dato x-2. Antes: Eran 5. "
        "Examen: Vale 15. Fuentes: 2, 1. Se revisa antes del 2 de enero de 2027.",
    ]
    assert [in_one_line(item) for item in sources] == [
        "Fuentes",
        "1. About copia (leída en copia). docs.example.org/copia",
        "2. About leida (leída). docs.example.org/leida",
    ]
    assert topic[2].find("span[@role='fuentes']/cite").get("to") == sources[2].get("id")
    assert topic[1].find(".//mark").get("shape") == "open"
    assert topic[1].find(".//number").get("to") == "a--hecho-x-1"


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


def test_only_facts_that_are_asked_for_are_listed():
    topic, sources = ledger(fact(), fact("x-2"), ids=["x-2"])
    assert [in_one_line(item).split(" · ")[1] for item in topic[1:]] == ["x-2"]
    assert len(sources) == 2


def test_the_last_sources_stay_together():
    facts = tuple(fact(f"x-{number}", sources=(source(f"s{number}"),)) for number in range(8))
    listed = list(printed.listed(book(chapter(), facts=facts), []))[-5:]
    assert [len(part) if part.tag == "together" else part.tag for part in listed] == ["h2", "p", "p", "p", 5]
