"""The ledger page: every fact with its status, sources and dates, and what changed."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from xml.etree import ElementTree as ET

from markdown import Markdown

from .. import dates
from ..model import Citation, Corpus, Fact
from ..web import filters as listings
from ..web.elements import element, html_of, joined, verbatim
from ..web.made import Made
from .statuses import Status, speaker

PAGE = "vigencia.md"
MADE = Made(PAGE, "vigencia", lambda corpus: corpus.facts)
EXPECTED = "El examen espera:"
UNSOURCED = "Sin fuente que lo confirme."
FOLDER = "assets/hechos"
"""Where the site publishes the facts of each page, for the marks on it."""
_READ = {"address": "leída", "copy": "leída en copia", "no": "sin leer"}
_FEW = 3
_MOST_SOURCES = 2
"""In the list, which must load on a phone, and one of a fact that holds; the box of a mark names them all."""


def link(source: Citation) -> ET.Element:
    """Return the link to a source; pages are in English unless their address says Spanish."""
    lang = "es" if "/es_es/" in source.url or "/es/" in source.url else "en"
    return element("a", verbatim(source.title), href=source.url, lang=lang)


def said(earlier: str) -> str:
    """Return the words before what the earlier edition said, or this guide if there was none."""
    name = speaker(earlier)
    return f"{name[0].upper()}{name[1:]} decía:"


def entry(
    fact: Fact, earlier: str, today: date, most: int | None = None, **attributes: str | None
) -> ET.Element:
    """Return what the ledger says of a fact, as a list item or in the box a mark opens; of its sources, the
    first `most`.
    """
    status = Status.of(fact.status)
    feature = f" · Nuevo: {fact.feature}" if fact.feature else ""
    made = element(
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
    for lead, text in ((said(earlier), fact.before), (EXPECTED, fact.exam)):
        if text:
            strong = element("strong", verbatim(lead), data_aparte="")
            made.append(element("p", strong, verbatim(f" {text}")))
    checked = verbatim(f"{how_checked(fact)}; {due(fact, today)}.")
    made.append(element("p", *_sources(fact, most), checked, class_="fuentes", data_aparte=""))
    return made


def _sources(fact: Fact, most: int | None) -> list[str | ET.Element]:
    if not fact.sources:
        return [verbatim(f"{UNSOURCED} ")]
    told: list[str | ET.Element] = []
    for source in fact.sources[:most]:
        lead = verbatim("; ") if told else verbatim("Fuentes: ")
        told += [lead, link(source), verbatim(f" ({how_read(source)})")]
    return [*told, verbatim(". ")]


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


def listing(corpus: Corpus, md: Markdown, today: date) -> list[ET.Element]:
    """Return the counts, what comes due next, what changed, and the ledger with its filter."""
    earlier, used = corpus.settings.earlier, {fact.page for fact in corpus.facts}
    topics = [page for page in corpus.topics if page.name in used]
    facets: dict[str, tuple[str, dict[str, str]]] = {
        "estado": ("Estado", {status.id: status.label for status in _statuses(corpus)}),
        "novedad": ("Novedad", {"nuevo": "Nuevo"} if any(fact.feature for fact in corpus.facts) else {}),
        "tema": ("Tema", {page.name: page.title for page in topics}),
    }
    example = corpus.settings.example_facts
    made = [_counts(corpus), *_due(corpus, today), *_changes(corpus, today)]
    made.append(element("h2", verbatim("Todos los datos"), id="todos"))
    made += listings.filter_form("Busca en los datos", example, ("dato", "datos"), facets)
    for page in topics:
        items = [_item(fact, earlier, today) for fact in corpus.facts if fact.page == page.name]
        heading = element("h3", element("a", verbatim(page.title), href=page.uri), id=page.name)
        made.append(element("section", heading, listings.entries(*items), data_grupo="", data_tema=page.name))
    return made


def _item(fact: Fact, earlier: str, today: date) -> ET.Element:
    item = entry(
        fact,
        earlier,
        today,
        most_sources(fact),
        id=fact.id,
        data_entrada="",
        data_hecho=" ".join(fact.ids),
        data_estado=fact.status,
        data_mark=Status.of(fact.status).mark,
        data_novedad="nuevo" if fact.feature else None,
    )
    place = element("a", verbatim("Ver en su página"), href=f"{fact.page}.md#{fact.anchor}")
    item[0][-1].tail = f"{item[0][-1].tail} · "
    item[0].append(place)
    return item


def _statuses(corpus: Corpus) -> list[Status]:
    return Status.listed({fact.status for fact in corpus.facts}, corpus.settings.earlier)


def _counts(corpus: Corpus) -> ET.Element:
    counts = Counter(fact.status for fact in corpus.facts)
    rows = []
    for status in _statuses(corpus):
        mark = element("span", class_="hecho", data_mark=status.mark, aria_hidden="true")
        name = element("td", element("strong", verbatim(status.label)), verbatim(" "), mark)
        texts = [
            element("td", verbatim(text)) for text in (status.told(corpus.settings), str(counts[status.id]))
        ]
        rows.append(element("tr", name, *texts))
    head = element(
        "tr", *[element("th", verbatim(text)) for text in ("Estado y marca", "Qué significa", "Datos")]
    )
    return element("table", element("thead", head), element("tbody", *rows))


def _due(corpus: Corpus, today: date) -> list[ET.Element]:
    days: dict[str, list[Fact]] = {}
    for fact in sorted(corpus.facts, key=lambda fact: fact.check_by):
        days.setdefault(fact.check_by, []).append(fact)
    items = []
    for day, due in days.items():
        late = " (ya pasó)" if date.fromisoformat(day) < today else ""
        count = "1 dato" if len(due) == 1 else f"{len(due)} datos"
        links = [element("a", verbatim(fact.id), href=f"#{fact.id}") for fact in due if len(due) <= _FEW]
        which = [verbatim(" ("), *joined(links, ", "), verbatim(")")] if links else []
        items.append(element("li", verbatim(f"{dates.spanish(day)}{late}: {count}"), *which))
    return [element("h2", verbatim("Próximas revisiones"), id="proximas"), element("ul", *items)]


def _changes(corpus: Corpus, today: date) -> list[ET.Element]:
    changed = sorted((fact for fact in corpus.facts if fact.since), key=lambda fact: fact.since or "")
    coming = [fact for fact in changed if (fact.since or "") > today.isoformat()]
    past = [fact for fact in reversed(changed) if fact not in coming]
    made = []
    for name, anchor, found in (
        ("Qué cambió, por fecha", "cambios", past),
        ("Lo que viene", "anunciado", coming),
    ):
        if found:
            items = [
                element(
                    "li",
                    element("strong", verbatim(f"{dates.spanish(fact.since or '')}: ")),
                    element("a", verbatim(fact.change or ""), href=f"#{fact.id}"),
                )
                for fact in found
            ]
            made += [element("h2", verbatim(name), id=anchor), element("ul", *items)]
    return made


def script(corpus: Corpus, page: str, today: date) -> str:
    """Return the script that hands the facts of a page to its marks. Unlike JSON it loads from file://."""
    cited = set(corpus.references[page])
    boxes = {
        fact.id: "".join(html_of(part) for part in entry(fact, corpus.settings.earlier, today))
        for fact in corpus.facts
        if fact.id in cited
    }
    return f"guia.give({json.dumps(boxes, ensure_ascii=False)});\n"
