"""The PDFs: the whole guide as a book, and every topic on its own."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree as ET

from ...exam import checklist
from ...glossary import terms as glossary
from ...ledger import page as ledger
from ...model import Term
from ...web.elements import element
from ..manuscript import Book, Chapter
from . import index as pdf_index
from . import ledger as pdf_ledger
from . import matter as pdf_matter
from . import paper as pdf_paper
from . import render as pdf_render
from . import words as pdf_words
from .chapter import Adapted, adapt, place_id

_PROCESSES = 2
"""The book is one half of the work, the topics together the other."""
_COLLECT = (1_000_000, 5, 5)
"""Python's collector by default walks the boxes of all pages so often that it takes half the time; never, and
the book takes 2 GB instead of 1.1.
"""
_ANSWERS = "Respuestas de los escenarios"


def make(book: Book, target: Path) -> list[Path]:
    """Write the book and a PDF for each topic below `target`."""
    pdf_paper.chosen()
    names = [None, *(chapter.name for chapter in book.chapters if chapter.kind == "topic")]
    with ProcessPoolExecutor(_PROCESSES, initializer=_share, initargs=(book, target)) as pool:
        return list(pool.map(_write, names))


_shared: tuple[Book, Path]
"""What a process of the pool works on, handed over once."""


def _share(book: Book, target: Path) -> None:
    global _shared
    _shared = book, target
    gc.set_threshold(*_COLLECT)


def _write(name: str | None) -> Path:
    book, target = _shared
    return whole(book, target) if name is None else single(book, book.chapter(name), target)


def whole(book: Book, target: Path) -> Path:
    """Write the book."""
    paper = pdf_paper.chosen()
    adapted = [
        adapt(book, chapter, paper, collected=bool(chapter.part))
        for chapter in book.chapters
        if chapter.kind != "made"
    ]
    chapters = list(_chapters(book, adapted))
    terms = _terms(book)
    small, large = _appendices(book, adapted, terms)
    bodies = [*chapters, *small, *large]
    front = _body(
        pdf_matter.cover(book),
        pdf_matter.imprint(book),
        pdf_matter.contents(bodies),
    )
    _finish(book, bodies, [*chapters, *small], terms)
    press = pdf_render.Press(book, book.title, target / f"{book.file}.pdf", paper)
    units = [pdf_render.Unit(body) for body in (front, *bodies)]
    press.settle(units[: len(units) - len(large)])  # what the large ones refer to stands first
    press.settle(units)
    return press.write(units)


def _body(*content: ET.Element, kind: str = "libro") -> ET.Element:
    return element("body", *content, class_=kind)


def _chapters(book: Book, adapted: Sequence[Adapted]) -> Iterator[ET.Element]:
    """Yield a unit for each chapter, the first of a part with its head, the last with its exam points."""
    number = 0
    for part, group in groupby(adapted, key=lambda one: one.chapter.part):
        chapters = list(group)
        if not part:
            yield from (_body(_front(one)) for one in chapters)
            continue
        number += 1
        for place, one in enumerate(chapters):
            made = element("section", class_="parte", data_parte=part)
            if place == 0:
                made.append(pdf_matter.opening(number, part))
            made.append(_headed(one))
            points = pdf_matter.points(book, number, part, chapters) if one is chapters[-1] else None
            if points is not None:
                made.append(points)
            made.extend(one.plates)
            yield _body(made)


def _front(one: Adapted) -> ET.Element:
    """Return a page outside the parts: its title as large as a part's, its sections as a chapter's."""
    title = one.body.find("h2")
    if title is not None:
        title.tag, title.text = "h1", "Presentación"
        title[:] = []
        title.set("id", title.get("id") or f"{one.chapter.name}--titulo")
    for heading in one.body.iter("h3"):
        heading.tag = "h2"
        heading.set("data-nivel", "3")
    one.body.set("class", "capitulo presentacion")
    one.body.set("data-capitulo", "Presentación")
    return one.body


def _headed(one: Adapted) -> ET.Element:
    """Return a chapter with its number above its title."""
    one.body.set("data-capitulo", one.chapter.title)
    if one.chapter.topic is not None:
        one.body.insert(0, element("p", f"Tema {one.chapter.topic}", class_="capitulo-numero"))
    return one.body


def _terms(book: Book) -> list[Term]:
    return [glossary.read_term(entry) for entry in book.terms]


def _appendices(
    book: Book, adapted: Sequence[Adapted], terms: Sequence[Term]
) -> tuple[list[ET.Element], list[ET.Element]]:
    """Return the appendices the chapters refer to by page, and those that only refer to the chapters."""
    order = [one.chapter.name for one in adapted]
    places = pdf_index.locate(terms, adapted)
    by_page = {f"{chapter.name}.md": chapter for chapter in book.chapters}
    small, large = [], []
    if answers := pdf_matter.answers(adapted, "h2"):
        small.append(_appendix(_ANSWERS, "respuestas", "respuestas", answers))
    if page := by_page.get(checklist.PAGE):
        small.append(_appendix(page.title, page.name, "repaso", pdf_matter.checklist(page)))
    if terms and (page := by_page.get(glossary.PAGE)):
        large.append(_appendix(page.title, page.name, "glosario", [pdf_index.glossary(terms, places, order)]))
    if page := by_page.get(ledger.PAGE):
        facts = [*pdf_ledger.before(page), pdf_ledger.entries(book, page)]
        large.append(_appendix(page.title, page.name, "registro", facts))
    if terms:
        index = pdf_index.index(terms, places, order)
        large.append(_appendix("Índice alfabético", "indice-alfabetico", "indice", [index]))
    return [_body(one) for one in small], [_body(one) for one in large]


def _appendix(title: str, name: str, kind: str, content: Sequence[ET.Element]) -> ET.Element:
    heading = element("h1", title, id=f"{name}--titulo")
    return element(
        "section", heading, *content, class_=f"apendice {kind}", id=place_id(name), data_capitulo=title
    )


def single(book: Book, chapter: Chapter, target: Path) -> Path:
    """Write one topic: the chapter, its answers, the facts it cites."""
    paper = pdf_paper.chosen()
    one = adapt(book, chapter, paper, collected=False)
    _headed(one)
    one.body.insert(0, element("p", book.title, class_="tema-guia"))
    for heading in one.body.iter():
        if isinstance(heading.tag, str) and heading.tag in {"h2", "h3", "h4", "h5"}:
            heading.tag = f"h{int(heading.tag[1]) - 1}"
    one.body.extend(one.plates)
    body = _body(one.body, kind="tema")
    if answers := pdf_matter.answers([one], "h2"):
        body.append(_appendix(_ANSWERS, "respuestas", "respuestas", answers))
    bodies = [body]
    page = next((page for page in book.chapters if f"{page.name}.md" == ledger.PAGE), None)
    if page is not None and one.facts:
        facts = [pdf_ledger.legend(page), pdf_ledger.entries(book, page, one)]
        bodies.append(_body(_appendix(page.title, page.name, "registro", facts), kind="tema"))
    bodies[-1].insert(0 if bodies[1:] else len(body), pdf_matter.imprint(book))
    _finish(book, bodies, bodies[:1], _terms(book))
    press = pdf_render.Press(book, f"{chapter.title} · {book.title}", target / f"{chapter.name}.pdf", paper)
    units = [pdf_render.Unit(body) for body in bodies]
    press.settle(units[:1])
    press.settle(units)
    return press.write(units)


def _finish(
    book: Book, bodies: Sequence[ET.Element], prose: Sequence[ET.Element], terms: Sequence[Term]
) -> None:
    """Prepare what is complete for layout; `prose` are the bodies whose text hyphenates."""
    _settle(book, bodies)
    pdf_words.keep(prose, terms)
    for body in bodies:
        pdf_words.loosen(body)


def _settle(book: Book, bodies: Sequence[ET.Element]) -> None:
    """Make every link lead somewhere: into this PDF, else to the public site, else it is plain text."""
    ids = {part.get("id") for body in bodies for part in body.iter()}
    urls = {chapter.name: chapter.url for chapter in book.chapters}
    for link in (link for body in bodies for link in body.iter("a")):
        href = link.get("href", "")
        page = link.attrib.pop("data-pagina", "")
        if not href.startswith("#") or href[1:] in ids:
            continue
        if page in ids:
            link.set("href", f"#{page}")
        elif link.get("class") == "termino":
            del link.attrib["href"]
        elif page in urls and book.public:
            link.set("href", f"{book.public}{urls[page]}")
            link.set("class", "fuera")
        else:
            link.attrib.pop("href")
            link.attrib.pop("class", None)
