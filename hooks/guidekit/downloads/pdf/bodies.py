"""What each PDF holds, as printed trees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, groupby
from xml.etree import ElementTree as ET

from ...exam import checklist, review_sheet
from ...glossary import terms as glossary
from ...ledger import page as ledger
from ...web.elements import element
from ..book import Book, Chapter
from . import facts, index, known, matter
from .adapted import Adapted, place_id
from .chapter import adapt
from .paper import Paper

_ANSWERS = "Respuestas de los escenarios"
_APPENDICES = "Apéndices"
_FOREWORD = "Presentación"
_CONTENTS = "Contenido"
_DEEPER = {f"h{level}": f"h{level + 1}" for level in range(1, 6)}
Elements = list[ET.Element]


def of_book(book: Book, paper: Paper) -> tuple[Elements, Elements]:
    """Return what is read on, from the cover to the checklist, and the appendices where things are sought."""
    printed = [chapter for chapter in book.chapters if chapter.kind != "made"]
    adapted = [adapt(chapter, paper, collected=bool(chapter.part)) for chapter in printed]
    opening = [matter.cover(book), matter.imprint(book), element("contents", title=_CONTENTS)]
    chapters = list(_chapters(book, adapted))
    read, sought = _appendices(book, adapted, paper)
    return [*opening, *chapters, *read], sought


def of_topic(book: Book, chapter: Chapter, paper: Paper) -> tuple[Elements, Elements]:
    """Return a topic, its parts and their answers and, if they cite any, the facts."""
    pages = book.topic_pages(chapter)
    adapted = [adapt(page, paper, collected=False) for page in pages]
    for page in adapted:
        _number(page)
    adapted[0].body.insert(0, element("p", book.title, role="guide"))
    cited = {name for page in adapted for name in page.facts}
    prose, sought = [part for page in adapted for part in (page.body, *page.plates)], []
    if answers := matter.answers(adapted):
        prose.append(_appendix(_ANSWERS, "respuestas", "respuestas", answers))
    ledger_page = _page(book, ledger.PAGE)
    if ledger_page is not None and cited:
        entries = [matter.ledger_legend(ledger_page, paper), facts.listed(book, pages, cited)]
        sought.append(_appendix(ledger_page.title, ledger_page.name, "registro", entries))
        sought[0].insert(0, matter.imprint(book, small=True))
        sought[0].set("fresh", "true")
    else:
        prose.append(matter.imprint(book, small=True))
    return prose, sought


def of_review(book: Book, page: Chapter, paper: Paper) -> Elements:
    """Return the review sheet, under the title and the day of the guide."""
    line = f"{book.title}. Edición del {book.day}. {book.rights}"
    groups = (element("together", *group) for group in known.topics(page, paper, partial(_heading, book)))
    return [element("review", *groups, title=page.title, line=line)]


def _heading(book: Book, words: str, link: ET.Element) -> ET.Element:
    """Return the heading of a topic, which leads to the public site if there is one."""
    address = book.address(link)
    return element("h2", element("address", words, href=address) if address else words)


def _chapters(book: Book, adapted: Sequence[Adapted]) -> Iterator[ET.Element]:
    """Yield the chapters, before the first of a part its head, behind the last its exam points."""
    number = 0
    for part, group in groupby(adapted, key=lambda chapter: chapter.chapter.part):
        chapters = list(group)
        if not part:
            for chapter in chapters:
                yield _front(chapter)
                yield from chapter.plates
            continue
        number += 1
        for chapter in chapters:
            _number(chapter)
            _in_part(chapter, part)
            if chapter is chapters[0]:
                chapter.body.insert(0, element("part", part, id=f"parte-{number}", number=f"Parte {number}"))
            yield chapter.body
            points = matter.points(book, number, part, chapters) if chapter is chapters[-1] else None
            if points is not None:
                yield points
            yield from chapter.plates


def _front(adapted: Adapted) -> ET.Element:
    """Return a page outside the parts. The title of the first page is that of the book, which the cover
    tells.
    """
    body, title = adapted.body, adapted.body.find("h1")
    body.tag = "foreword"
    if title is not None:
        title.set("id", title.get("id") or f"{adapted.chapter.name}--titulo")
        if adapted.chapter.home:
            title.text, title[:] = _FOREWORD, []
            body.set("head", _FOREWORD)
    return body


def _number(adapted: Adapted) -> None:
    """Put the number of a topic above its title."""
    if adapted.chapter.topic is not None:
        adapted.body.insert(0, element("p", f"Tema {adapted.chapter.number}", role="topic"))


def _in_part(adapted: Adapted, part: str) -> None:
    """Set a chapter below its part: its headings, and what the pages' heads say."""
    for item in (adapted.body, *adapted.plates):
        item.set("part", part)
    for heading in adapted.body.iter():
        heading.tag = _DEEPER.get(heading.tag, heading.tag)


def _appendices(book: Book, adapted: Sequence[Adapted], paper: Paper) -> tuple[Elements, Elements]:
    terms, order = book.terms, [chapter.chapter.name for chapter in adapted]
    places = index.locate(terms, adapted)
    read, sought = [], []
    if answers := matter.answers(adapted):
        read.append(_appendix(_ANSWERS, "respuestas", "respuestas", answers))
    if page := _page(book, review_sheet.PAGE):
        rows = chain.from_iterable(known.topics(page, paper, _group))
        read.append(_appendix(page.title, page.name, "hoja", [element("columns", *rows)]))
    if page := _page(book, checklist.PAGE):
        read.append(_appendix(page.title, page.name, "repaso", matter.checklist(page)))
    if terms and (page := _page(book, glossary.PAGE)):
        sought.append(_appendix(page.title, page.name, "glosario", [index.glossary(terms, places, order)]))
    if page := _page(book, ledger.PAGE):
        entries = [*matter.ledger_opening(page, paper), facts.listed(book, book.chapters)]
        sought.append(_appendix(page.title, page.name, "registro", entries))
    if terms:
        words = index.index(terms, places, order)
        sought.append(_appendix("Índice alfabético", "indice-alfabetico", "indice", [words]))
    for appendix in (*read, *sought):
        appendix.set("part", _APPENDICES)
    return read, sought


def _group(words: str, link: ET.Element) -> ET.Element:
    """Return the heading of a topic in a book, which has its page."""
    leading = element("reference", words, to=place_id(link.get("page", "")), page=link.get("page"))
    return element("p", leading, role="group")


def _page(book: Book, uri: str) -> Chapter | None:
    return book.chapter(uri.removesuffix(".md"))


def _appendix(title: str, name: str, kind: str, content: Sequence[ET.Element]) -> ET.Element:
    heading = element("h1", title, id=f"{name}--titulo")
    return element("appendix", heading, *content, kind=kind, id=place_id(name), head=title)
