"""What a book has before and behind its chapters, from the cover to the ledger."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from copy import deepcopy
from xml.etree import ElementTree as ET

from ...exam import kinds
from ...web.elements import element, in_one_line, remove
from ..book import Book, Chapter
from ..kinds import Part
from .adapted import Adapted, place_id
from .paper import Paper
from .printing import Print

_TOGETHER = 3
"""Entries that stay with the heading of their list."""
_FEW = 10
"""Entries of a list that stays together: no page for the last one."""


def cover(book: Book) -> ET.Element:
    """Return the front of the book."""
    date = f"{book.author} · {book.day}"
    return element("cover", over=book.description, title=book.short_title, subtitle=book.subtitle, date=date)


def imprint(book: Book, *, small: bool = False) -> ET.Element:
    """Return what the law and an honest edition want told, on a page of its own or `small` on another."""
    rows = [
        element("p", element("strong", book.title)),
        element("p", f"Edición del {book.day}. Versión {book.date.isoformat()}."),
        element("p", book.description),
    ]
    if book.checked:
        rows.append(element("p", f"{book.checked}."))
    rows.append(element("p", book.rights))
    if book.licence:
        rows.append(element("p", "Licencia: ", _shown(book.licence)))
    if book.public:
        online = "La edición en línea, con buscador y las correcciones posteriores: "
        rows.append(element("p", online, _shown(book.public)))
    types = "Compuesto con los tipos IBM Plex Sans e IBM Plex Mono (SIL Open Font License\u00a01.1)."
    rows.append(element("p", types))
    return element("imprint", *rows, small=str(small).lower())


def _shown(address: str) -> ET.Element:
    return element("address", address, href=address)


def points(book: Book, number: int, part: str, chapters: Sequence[Adapted]) -> ET.Element | None:
    """Return the exam points of a part by chapter, each with its page; None if it has none."""
    groups: list[list[ET.Element]] = []
    for adapted in chapters:
        items = []
        for point in (point for point in book.points if point.page == adapted.chapter.name):
            to = place_id(adapted.chapter.name, point.id)
            note = point.domain_name or kinds.note_of(point.kind) or None
            english: list[Part] = [" ", element("em", point.english, lang="en")] if point.english else []
            items.append(element("li", element("point", point.title, *english, to=to, note=note)))
        if items:
            name = element("p", adapted.chapter.title, role="group")
            first = _TOGETHER if len(items) > _FEW else _FEW
            groups.append([element("together", name, _bare(items[:first]))])
            if items[first:]:
                groups[-1].append(_bare(items[first:]))
    if not groups:
        return None
    whole = f"Puntos de examen: {part}"
    groups[0][0].insert(0, element("h2", whole, id=f"puntos-{number}"))
    return element("points", *itertools.chain.from_iterable(groups), part=part, head=whole)


def _bare(items: Sequence[ET.Element]) -> ET.Element:
    return element("ul", *items, role="examen-lista")


def answers(chapters: Sequence[Adapted]) -> list[ET.Element]:
    """Return the answers to the scenarios of the chapters, each under the title of its statement."""
    sections = []
    for adapted in chapters:
        for answer in adapted.answers:
            back = element("reference", "Enunciado", to=answer.question)
            where = element("p", f"{answer.chapter.title}. ", back, role="answered")
            sections += [element("h2", answer.title, id=answer.id), where]
            sections += list(element("section", *answer.body))
    return sections


def checklist(page: Chapter) -> list[ET.Element]:
    """Return the checklist to tick on paper."""
    groups = []
    for heading, tasks in itertools.pairwise(page.body):
        if heading.tag == "h2" and tasks.tag == "ul":
            lines = [_without_notes(item).removeprefix("☐").strip() for item in tasks]
            items = [element("li", element("sign", name="casilla"), f"\u2002{line}") for line in lines]
            groups += [element("p", in_one_line(heading), role="group"), element("tasks", *items)]
    return [element("columns", *groups)]


def _without_notes(item: ET.Element) -> str:
    """Return the text of an entry; its notes stand in its chapter."""
    entry = deepcopy(item)
    for parent in list(entry.iter()):
        for child in list(parent):
            if child.get("role") == "notas" or (
                child.tag == "sup" and child.find("a[@kind='note']") is not None
            ):
                remove(parent, child)
    return in_one_line(entry)


class _Opening(Print):
    """What stands before the entries of the ledger: no links to what comes next."""

    def _on_a(self, item: ET.Element) -> Iterable[Part]:
        return self.content(item)


def ledger_opening(page: Chapter, paper: Paper) -> list[ET.Element]:
    """Return what the ledger tells before its entries: what the marks mean, what comes due, what changed."""
    opening = element("section")
    for child in page.body:
        if child.get("id") == "todos" or child.tag == "section":
            break
        if child.tag != "h1":
            opening.append(child)
    return list(element("section", *_Opening(page, paper).content(opening)))


def ledger_legend(page: Chapter, paper: Paper) -> ET.Element:
    """Return what the marks of facts mean, without how many of each there are."""
    table = deepcopy(next(page.body.iter("table")))
    for row in table.iter("tr"):
        row.remove(row[-1])
    return element("section", *_Opening(page, paper).convert(table))[0]
