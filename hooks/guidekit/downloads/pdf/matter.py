"""What a book has before and behind its chapters, from the cover to the ledger."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree as ET

from ...web.elements import element, in_one_line
from ..book import Book, Chapter
from ..kinds import Part
from ..shared import SOURCES, ledger_sections, legend, notes
from .chapter import Adapted, Print, place_id
from .paper import Paper

_TOGETHER = 3
"""Entries that stay with the heading of their list."""
_TOGETHER_SOURCES = 5
"""Sources at the end that stay together: no page for one."""


def cover(book: Book) -> ET.Element:
    """Return the front of the book; its drawing is a background of the style sheet."""
    return element(
        "section",
        element("p", book.description, class_="portada-sobre"),
        element("p", book.short_title, class_="portada-titulo"),
        element("p", book.subtitle, class_="portada-sub"),
        element("p", f"{book.author} · {book.day}", class_="portada-fecha"),
        class_="portada",
    )


def imprint(book: Book) -> ET.Element:
    """Return what the law and an honest edition want told."""
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
    return element("section", *rows, class_="creditos")


def _shown(address: str) -> ET.Element:
    return element("a", address, class_="direccion", href=address)


def contents(bodies: Sequence[ET.Element]) -> ET.Element:
    """Return the table of contents: parts, chapters and their sections, with page numbers."""
    items: list[ET.Element] = []
    for heading in _listed(bodies):
        if heading.get("id"):
            title = in_one_line(heading)
            link = element("a", title, class_="entrada", href=f"#{heading.get('id')}")
            items.append(element("li", link, class_=f"nivel-{heading.get('data-nivel') or heading.tag[1]}"))
    return element(
        "section", element("h1", "Contenido", id="contenido"), element("ul", *items), class_="contenido"
    )


def _listed(bodies: Sequence[ET.Element]) -> Iterator[ET.Element]:
    """Yield the headings the contents list: of an appendix its title only."""
    for section in (section for body in bodies for section in body):
        levels = {"h1"} if "apendice" in section.get("class", "") else {"h1", "h2", "h3"}
        yield from (heading for heading in section.iter() if heading.tag in levels)


def opening(number: int, title: str) -> ET.Element:
    """Return the head of a part: its number and its title."""
    return element(
        "header",
        element("p", f"Parte {number}", class_="parte-numero"),
        element("h1", title, id=f"parte-{number}"),
        class_="parte-cabeza",
    )


def points(book: Book, number: int, title: str, chapters: Sequence[Adapted]) -> ET.Element | None:
    """Return the exam points of a part by chapter, each with its page; None if it has none."""
    groups = []
    for adapted in chapters:
        items = []
        for point in (point for point in book.points if point.topic == adapted.chapter.name):
            place = f"#{place_id(adapted.chapter.name, point.id)}"
            small = [element("small", note) for note in notes(point)]
            items.append(element("li", *small, element("a", point.title, class_="guiada", href=place)))
        if items:
            name = element("p", adapted.chapter.title, class_="puntos-tema")
            together = element("div", name, element("ul", *items[:_TOGETHER]), class_="puntos-juntos")
            groups.append([together])
            if items[_TOGETHER:]:
                groups[-1].append(element("ul", *items[_TOGETHER:]))
    if not groups:
        return None
    whole = f"Puntos de examen: {title}"
    groups[0][0].insert(0, element("h2", whole, id=f"puntos-{number}"))
    return element("section", *itertools.chain.from_iterable(groups), class_="puntos", data_capitulo=whole)


def answers(chapters: Sequence[Adapted], tag: str) -> list[ET.Element]:
    """Return the answers to the scenarios of the chapters, each under the title of its statement."""
    sections = []
    for adapted in chapters:
        for answer in adapted.answers:
            back = element("a", "Enunciado", class_="pagina", href=f"#{answer.question}")
            where = element("p", f"{answer.chapter.title}. ", back, class_="respuesta-de")
            heading = element(tag, answer.title, id=answer.id)
            sections.append(element("div", heading, where, *answer.body, class_="solucion"))
    return sections


def checklist(page: Chapter) -> list[ET.Element]:
    """Return the checklist to tick on paper."""
    groups = []
    for heading, tasks in itertools.pairwise(page.body):
        if heading.tag == "h2" and tasks.tag == "ul":
            lines = [in_one_line(item).removeprefix("☐").strip() for item in tasks]
            items = [element("li", element("span", class_="marca casilla"), f" {line}") for line in lines]
            title = element("p", in_one_line(heading), class_="puntos-tema")
            groups.append(element("div", title, element("ul", *items)))
    return groups


class _Opening(Print):
    """What stands before the entries of the ledger: a wide table, no links to what comes next."""

    def _on_a(self, item: ET.Element) -> Iterable[Part]:
        return [element("a", *self.content(item))]

    def _on_table(self, item: ET.Element) -> Iterable[Part]:
        return [element("div", element("table", *self.content(item)), class_="tabla")]


def ledger_opening(page: Chapter, paper: Paper) -> list[ET.Element]:
    """Return what the ledger tells before its entries: what the marks mean, what comes due, what changed."""
    opening = element("section")
    for child in page.body:
        if child.get("id") == "todos" or child.tag == "section":
            break
        if child.tag != "h1":
            opening.append(child)
    return list(element("div", *_Opening(page, paper).content(opening)))


def ledger_legend(page: Chapter, paper: Paper) -> ET.Element:
    """Return what the marks of facts mean."""
    return element("div", *_Opening(page, paper).convert(legend(page.body)))[0]


def ledger_entries(book: Book, page: Chapter, paper: Paper, topic: Adapted | None = None) -> ET.Element:
    """Return the facts by topic, all or those that the chapter `topic` cites, and then their sources."""
    cited = set(topic.facts) if topic else {name for fact in book.facts for name in fact.ids}
    here = [topic.chapter] if topic else book.chapters
    facts = [fact for fact in book.facts if cited & set(fact.ids)]
    columns = element("div", class_="columnas")
    for section in ledger_sections(book, facts, here):
        group = element("section", *Print(page, paper).content(section), class_="grupo")
        if section[0].get("id") == SOURCES:
            group[-_TOGETHER_SOURCES:] = [element("div", *group[-_TOGETHER_SOURCES:], class_="juntas")]
        columns.append(group)
    return columns
