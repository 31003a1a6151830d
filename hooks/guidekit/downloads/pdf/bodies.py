"""What the pages of each PDF hold, in bodies that begin on a page of their own, before they are laid out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from ...exam import checklist
from ...glossary import terms as glossary
from ...ledger import page as ledger
from ...web.elements import element
from ..book import Book, Chapter
from . import index, matter
from .chapter import Adapted, adapt, place_id
from .paper import Paper

_ANSWERS = "Respuestas de los escenarios"
_FOREWORD = "Presentación"
Bodies = list[ET.Element]


def of_book(book: Book, paper: Paper) -> tuple[ET.Element, Bodies, Bodies, Bodies]:
    """Return what opens the book, its chapters, the appendices the chapters refer to by page, and those that
    only refer to the chapters.
    """
    printed = [chapter for chapter in book.chapters if chapter.kind != "made"]
    adapted = [adapt(chapter, paper, collected=bool(chapter.part)) for chapter in printed]
    chapters = list(_chapters(book, adapted))
    small, large = _appendices(book, adapted, paper)
    contents = matter.contents([*chapters, *small, *large])
    return _body(matter.cover(book), matter.imprint(book), contents), chapters, small, large


def of_topic(book: Book, chapter: Chapter, paper: Paper) -> Bodies:
    """Return a topic with its answers and, if it cites any, the facts."""
    adapted = adapt(chapter, paper, collected=False)
    _headed(adapted)
    adapted.body.insert(0, element("p", book.title, class_="tema-guia"))
    for heading in adapted.body.iter():
        if heading.tag in {"h2", "h3", "h4", "h5"}:
            heading.tag = f"h{int(heading.tag[1]) - 1}"
    adapted.body.extend(adapted.plates)
    bodies = [_body(adapted.body, kind="tema")]
    if answers := matter.answers([adapted], "h2"):
        bodies[0].append(_appendix(_ANSWERS, "respuestas", "respuestas", answers))
    page = _page(book, ledger.PAGE)
    if page is not None and adapted.facts:
        facts = [matter.ledger_legend(page, paper), matter.ledger_entries(book, page, paper, adapted)]
        bodies.append(_body(_appendix(page.title, page.name, "registro", facts), kind="tema"))
    bodies[-1].insert(0 if bodies[1:] else len(bodies[0]), matter.imprint(book))
    return bodies


def _body(*content: ET.Element, kind: str = "libro") -> ET.Element:
    return element("body", *content, class_=kind)


def _chapters(book: Book, adapted: Sequence[Adapted]) -> Iterator[ET.Element]:
    """Yield a unit for each chapter, the first of a part with its head, the last with its exam points."""
    number = 0
    for part, group in groupby(adapted, key=lambda chapter: chapter.chapter.part):
        chapters = list(group)
        if not part:
            yield from (_body(_front(chapter)) for chapter in chapters)
            continue
        number += 1
        for place, chapter in enumerate(chapters):
            section = element("section", class_="parte", data_parte=part)
            if place == 0:
                section.append(matter.opening(number, part))
            section.append(_headed(chapter))
            points = matter.points(book, number, part, chapters) if chapter is chapters[-1] else None
            if points is not None:
                section.append(points)
            section.extend(chapter.plates)
            yield _body(section)


def _front(adapted: Adapted) -> ET.Element:
    """Return a page outside the parts: its title as large as a part's, its sections as a chapter's. That of
    the first page is the book's, which the cover tells.
    """
    name = _FOREWORD if adapted.chapter.home else adapted.chapter.title
    title = adapted.body.find("h2")
    if title is not None:
        title.tag = "h1"
        title.set("id", title.get("id") or f"{adapted.chapter.name}--titulo")
        if adapted.chapter.home:
            title.text = name
            title[:] = []
    for heading in adapted.body.iter("h3"):
        heading.tag = "h2"
        heading.set("data-nivel", "3")
    adapted.body.set("class", "capitulo presentacion")
    adapted.body.set("data-capitulo", name)
    return adapted.body


def _headed(adapted: Adapted) -> ET.Element:
    """Return a chapter with its number above its title."""
    adapted.body.set("data-capitulo", adapted.chapter.title)
    if adapted.chapter.topic is not None:
        adapted.body.insert(0, element("p", f"Tema {adapted.chapter.topic}", class_="capitulo-numero"))
    return adapted.body


def _appendices(book: Book, adapted: Sequence[Adapted], paper: Paper) -> tuple[Bodies, Bodies]:
    terms, order = book.terms, [chapter.chapter.name for chapter in adapted]
    places = index.locate(terms, adapted)
    small, large = [], []
    if answers := matter.answers(adapted, "h2"):
        small.append(_appendix(_ANSWERS, "respuestas", "respuestas", answers))
    if page := _page(book, checklist.PAGE):
        small.append(_appendix(page.title, page.name, "repaso", matter.checklist(page)))
    if terms and (page := _page(book, glossary.PAGE)):
        large.append(_appendix(page.title, page.name, "glosario", [index.glossary(terms, places, order)]))
    if page := _page(book, ledger.PAGE):
        facts = [*matter.ledger_opening(page, paper), matter.ledger_entries(book, page, paper)]
        large.append(_appendix(page.title, page.name, "registro", facts))
    if terms:
        entries = index.index(terms, places, order)
        large.append(_appendix("Índice alfabético", "indice-alfabetico", "indice", [entries]))
    return [_body(appendix) for appendix in small], [_body(appendix) for appendix in large]


def _page(book: Book, uri: str) -> Chapter | None:
    return book.chapter(uri.removesuffix(".md"))


def _appendix(title: str, name: str, kind: str, content: Sequence[ET.Element]) -> ET.Element:
    heading = element("h1", title, id=f"{name}--titulo")
    return element(
        "section", heading, *content, class_=f"apendice {kind}", id=place_id(name), data_capitulo=title
    )
