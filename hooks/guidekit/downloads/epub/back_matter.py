"""What the EPUB has at its end, or in another form than the site: the answers to the scenarios, the
descriptions of the diagrams, the exam points by domain, the ledger in files small enough for e-readers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from xml.etree import ElementTree as ET

from ...exam import kinds
from ...web.elements import element, in_one_line
from ..book import Book
from ..kinds import Part
from ..manifest import Point
from .chapter import ANSWERS, DIAGRAMS
from .document import APPENDIX, NOTES, Document, section
from .links import INSIDE

PART = "Apéndices"


def answers(documents: Sequence[Document]) -> Iterator[Document]:
    """Yield the answers to the questions of the book, if it has any."""
    entries = [(document, document.answers) for document in documents]
    return _appendix(ANSWERS, "Respuestas", entries)


def descriptions(documents: Sequence[Document]) -> Iterator[Document]:
    """Yield what each diagram shows, in words, for small and grey screens too; nothing without diagrams."""
    entries = [(document, document.descriptions) for document in documents]
    return _appendix(DIAGRAMS, "Descripciones de los diagramas", entries)


def _appendix(
    file: str, title: str, entries: Sequence[tuple[Document, Sequence[ET.Element]]]
) -> Iterator[Document]:
    """Yield the entries under the titles of the documents they come from."""
    anchor = file.removesuffix(".xhtml")
    content = section(title, anchor)
    for document, notes in entries:
        if notes:
            name = f"{anchor}-{document.file.removesuffix('.xhtml')}"
            content.append(element("h2", document.title, id=name))
            content.extend(notes)
    if len(content) > 1:
        yield Document(file, title, APPENDIX, content, PART)


def exam_index(book: Book, title: str) -> ET.Element:
    """Return the exam points by domain as links: the points stand in their chapters."""
    lead = "Cada línea lleva al punto de examen, en el capítulo que lo explica."
    index = section(title, "indice", element("p", lead))
    names = {domain.id: domain.name for domain in book.domains}
    for domain in [*names, None]:
        items = [_item(point) for point in book.points if point.domain == domain]
        if items:
            index.append(element("h2", names.get(domain or "", "Otros"), id=f"dominio-{domain or 'otros'}"))
            index.append(element("ul", *items))
    return index


def _item(point: Point) -> ET.Element:
    link = element("a", point.title, href=f"{INSIDE}{point.page}#{point.id}")
    kind = kinds.note_of(point.kind)
    english: list[Part] = [" ", element("em", point.english, lang="en")] if point.english else []
    return element("li", link, f" ({kind.lower()})" if kind else "", *english)


def split_ledger(document: Document) -> Iterator[Document]:
    """Yield the ledger, then a file for each topic: as one file it is too large for many e-readers."""
    topics = document.section.findall("section")
    links = []
    parts = []
    for number, topic in enumerate(topics, 1):
        heading = topic[0]
        title = in_one_line(heading)
        heading.tag = "h1"
        file = document.file.replace(".xhtml", f"-{number:02d}.xhtml")
        topic.insert(0, element("p", document.title, class_="parte"))
        document.section.remove(topic)
        links.append(element("li", element("a", title, href=file)))
        parts.append(replace(document, file=file, title=title, section=topic, under=True, kind=NOTES))
    document.section.append(element("ul", *links))
    yield document
    yield from parts
