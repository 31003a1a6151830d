"""What the ledger says of a fact: in its list, in the box a mark opens, in the books."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

from .. import dates
from ..model import Citation, Fact
from ..web.elements import element, verbatim
from .statuses import Status

BEFORE, TODAY, EXAM = "Antes:", "Hoy:", "Examen:"
"""What leads to what was said before, to what holds, to what the exam expects: the rows of a correction."""
UNSOURCED = "Sin fuente que lo confirme."
_READ = {"address": "leída", "copy": "leída en copia", "no": "sin leer"}
_MOST_SOURCES = 2
"""In the list, which must load on a phone, and one of a fact that holds; the box of a mark names them all."""


def link(source: Citation) -> ET.Element:
    """Return the link to a source; pages are in English unless their address says Spanish."""
    lang = "es" if "/es_es/" in source.url or "/es/" in source.url else "en"
    return element("a", verbatim(source.title), href=source.url, lang=lang)


def entry(fact: Fact, today: date, most: int | None = None, **attributes: str | None) -> ET.Element:
    """Return what the ledger says of a fact, as a list item or in the box a mark opens; of its sources, the
    first `most`.
    """
    status = Status.of(fact.status)
    feature = f" · Nuevo: {fact.feature}" if fact.feature else ""
    parts = element(
        "li",
        element(
            "p",
            element("span", verbatim(status.label), class_="estado", data_mark=status.mark),
            verbatim(f"{feature} · {fact.id}"),
            class_="entrada-nota",
        ),
        element("p", verbatim(fact.statement)),
        **attributes,
    )
    for lead, text in ((BEFORE, fact.before), (EXAM, fact.exam)):
        if text:
            strong = element("strong", verbatim(lead), data_aparte="")
            parts.append(element("p", strong, verbatim(f" {text}")))
    checked = verbatim(f"{how_checked(fact)}; {due(fact, today)}.")
    parts.append(element("p", *_sources(fact, most), checked, class_="fuentes", data_aparte=""))
    return parts


def _sources(fact: Fact, most: int | None) -> list[str | ET.Element]:
    if not fact.sources:
        return [verbatim(f"{UNSOURCED} ")]
    words: list[str | ET.Element] = []
    for source in fact.sources[:most]:
        lead = verbatim("; ") if words else verbatim("Fuentes: ")
        words += [lead, link(source), verbatim(f" ({how_read(source)})")]
    return [*words, verbatim(". ")]


def most_sources(fact: Fact) -> int:
    """Return how many sources of a fact the list names."""
    return _MOST_SOURCES - (not Status.of(fact.status).needs_before)


def how_read(source: Citation) -> str:
    """Return where the text of a source was read."""
    return _READ[source.read]


def how_checked(fact: Fact) -> str:
    """Return how and when a fact was checked."""
    unread = all(source.read == "no" for source in fact.sources)
    how = "Revisado sin poder leer la fuente" if unread else "Comprobado"
    return f"{how} el {dates.spanish(fact.checked)}"


def due(fact: Fact, today: date) -> str:
    """Return until when a fact is checked again."""
    late = ", ya pasó" if date.fromisoformat(fact.check_by) < today else ""
    return f"se revisa antes del {dates.spanish(fact.check_by)}{late}"
