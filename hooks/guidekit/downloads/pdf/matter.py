"""What a book has before and behind its chapters: cover, imprint, contents, points, answers, checklist."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from copy import deepcopy
from xml.etree import ElementTree as ET

from ...exam import kinds
from ...web.elements import element, in_one_line
from ..manuscript import Book, Chapter
from .chapter import Adapted, place_id

_TOGETHER = 3
"""Entries that stay with the heading of their list."""


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
        tips = [tip for tip in book.tips if tip["topic"] == adapted.chapter.name]
        items = []
        for tip in tips:
            link = element(
                "a", tip["title"], class_="guiada", href=f"#{place_id(adapted.chapter.name, tip['id'])}"
            )
            notes = [tip["domain_name"], kinds.note_of(tip["kind"])]
            small = [element("small", note) for note in notes if note]
            items.append(element("li", *small, link))
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
    made = []
    for adapted in chapters:
        for answer in adapted.answers:
            back = element("a", "Enunciado", class_="pagina", href=f"#{answer.question}")
            where = element("p", f"{answer.chapter.title}. ", back, class_="respuesta-de")
            heading = element(tag, answer.title, id=answer.id)
            made.append(element("div", heading, where, *answer.body, class_="solucion"))
    return made


def checklist(page: Chapter) -> list[ET.Element]:
    """Return the checklist to tick on paper."""
    made = []
    children = list(page.article)
    for heading, group in itertools.pairwise(children):
        if heading.tag != "h2" or group.tag != "ul":
            continue
        items = []
        for item in group:
            copy = deepcopy(next(iter(item.iter("label"))))
            words = in_one_line(copy)
            items.append(element("li", element("span", class_="marca casilla"), f" {words}"))
        title = in_one_line(heading)
        made.append(element("div", element("p", title, class_="puntos-tema"), element("ul", *items)))
    return made
