"""The ledger page: every fact with its status, sources and dates, and what changed."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from xml.etree import ElementTree as ET

from markdown import Markdown

from .. import dates
from ..model import Corpus, Fact, in_order
from ..web import filters as listings
from ..web.elements import element, html_of, joined, verbatim
from ..web.made import Made
from . import entries
from .statuses import Status

PAGE = "vigencia.md"
MADE = Made(PAGE, "vigencia", lambda corpus: corpus.facts)
FOLDER = "assets/hechos"
"""Where the site publishes the facts of each page, for the marks on it."""
_FEW = 3


def listing(corpus: Corpus, md: Markdown, today: date) -> list[ET.Element]:
    """Return the counts, what comes due next, what changed, and the ledger with its filter."""
    used = {fact.page for fact in corpus.facts}
    pages = [page for page in in_order(corpus.pages) if page.name in used]
    subjects = dict.fromkeys(page.subject for page in pages)
    titles = {page.name: page.title for page in corpus.pages}
    facets: dict[str, tuple[str, dict[str, str]]] = {
        "estado": ("Estado", {status.id: status.label for status in _statuses(corpus)}),
        "novedad": ("Novedad", {"nuevo": "Nuevo"} if any(fact.feature for fact in corpus.facts) else {}),
        "tema": ("Tema", {name: titles[name] for name in subjects}),
    }
    example = corpus.settings.example_facts
    parts = [_counts(corpus), *_due(corpus, today), *_changes(corpus, today)]
    parts.append(element("h2", verbatim("Todos los datos"), id="todos"))
    parts += listings.filter_form("Busca en los datos", example, ("dato", "datos"), facets)
    for page in pages:
        items = [_item(fact, today) for fact in corpus.facts if fact.page == page.name]
        heading = element("h3", element("a", verbatim(page.title), href=page.uri), id=page.name)
        parts.append(
            element("section", heading, listings.entries(*items), data_grupo="", data_tema=page.subject)
        )
    return parts


def _item(fact: Fact, today: date) -> ET.Element:
    item = entries.entry(
        fact,
        today,
        entries.most_sources(fact),
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
    parts = []
    for name, anchor, facts in (
        ("Qué cambió, por fecha", "cambios", past),
        ("Lo que viene", "anunciado", coming),
    ):
        if facts:
            items = [
                element(
                    "li",
                    element("strong", verbatim(f"{dates.spanish(fact.since or '')}: ")),
                    element("a", verbatim(fact.change or ""), href=f"#{fact.id}"),
                )
                for fact in facts
            ]
            parts += [element("h2", verbatim(name), id=anchor), element("ul", *items)]
    return parts


def script(corpus: Corpus, page: str, today: date) -> str:
    """Return the script that hands the facts of a page to its marks. Unlike JSON it loads from file://."""
    cited = set(corpus.references[page])
    boxes = {
        fact.id: "".join(html_of(part) for part in entries.entry(fact, today))
        for fact in corpus.facts
        if fact.id in cited
    }
    return f"guia.give({json.dumps(boxes, ensure_ascii=False)});\n"
