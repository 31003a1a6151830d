"""What the EPUB has at its end, or in another form than the site: the answers to the scenarios, the
descriptions of the diagrams, the exam points by domain, the ledger in files small enough for e-readers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from xml.etree import ElementTree as ET

from ...exam import kinds
from ...web.elements import element, in_one_line
from ..manuscript import Book
from .chapter import INSIDE
from .document import APPENDIX, NOTES, Document, section, with_class
from .links import FROM

PART = "Apéndices"
ANSWERS = "respuestas.xhtml"
DIAGRAMS = "diagramas.xhtml"
Entry = tuple[Document, ET.Element]


def answers(documents: Sequence[Document]) -> Document | None:
    """Move the answers out of sight, with a link from each question; None if there are no questions."""
    found = [
        (document, entry)
        for document in documents
        for box in with_class(document.section, "escenario")
        for answer in list(with_class(box, "examen-respuesta"))
        if (entry := _answer(document, box, answer)) is not None
    ]
    if not found:
        return None
    return Document(ANSWERS, "Respuestas", APPENDIX, _grouped("Respuestas", "respuestas", found), PART)


def _answer(document: Document, box: ET.Element, answer: ET.Element) -> ET.Element:
    name = f"respuesta-{box.get('id', '')}"
    body = [child for child in answer if child.get("class") != "resumen"]
    title = next(with_class(box, "admonition-title"))
    back = element("a", "Volver a la pregunta", href=f"{INSIDE}{document.source}#{box.get('id', '')}")
    entry = element("div", element("h3", (title[0].tail or "").strip(), id=name), class_="respuesta")
    entry.extend(body)
    entry.append(element("p", back, class_="volver"))
    entry.set(FROM, document.source)
    for child in list(answer):
        answer.remove(child)
    answer.append(element("p", element("a", "Ver la respuesta", href=f"{ANSWERS}#{name}")))
    return entry


def descriptions(documents: Sequence[Document]) -> Document | None:
    """Say in words what each diagram shows, for small and grey screens too; None without diagrams."""
    found = [
        (document, _description(document, figure, drawing))
        for document in documents
        for figure in with_class(document.section, "diagrama")
        for drawing in figure.findall("svg")
    ]
    title = "Descripciones de los diagramas"
    return Document(DIAGRAMS, title, APPENDIX, _grouped(title, "diagramas", found), PART) if found else None


def _description(document: Document, figure: ET.Element, drawing: ET.Element) -> ET.Element:
    name = f"descripcion-{figure.get('id', '')}"
    link = element("a", "Descripción", href=f"{DIAGRAMS}#{name}")
    caption = figure.find("figcaption")
    if caption is not None:
        caption.append(element("br"))
        caption.append(link)
    back = element("a", "Volver al diagrama", href=f"{INSIDE}{document.source}#{figure.get('id', '')}")
    return element(
        "div",
        element("h3", drawing.findtext("title", ""), id=name),
        element("p", drawing.findtext("desc", "")),
        element("p", back, class_="volver"),
    )


def _grouped(title: str, anchor: str, found: Sequence[Entry]) -> ET.Element:
    """Return the entries under the titles of the documents they come from."""
    made = section(title, anchor)
    for file, entries in groupby(found, key=lambda entry: entry[0].file):
        for place, (document, entry) in enumerate(entries):
            if not place:
                made.append(element("h2", document.title, id=f"{anchor}-{file.removesuffix('.xhtml')}"))
            made.append(entry)
    return made


def exam_index(book: Book, title: str) -> ET.Element:
    """Return the exam points by domain as links: the points stand in their chapters."""
    lead = "Cada línea lleva al punto de examen, en el capítulo que lo explica."
    made = section(title, "indice", element("p", lead))
    names = {domain["id"]: domain["name"] for domain in book.domains}
    for domain in [*names, None]:
        tips = [tip for tip in book.tips if tip["domain"] == domain]
        if tips:
            made.append(element("h2", names.get(domain or "", "Otros"), id=f"dominio-{domain or 'otros'}"))
            made.append(element("ul", *[_tip(tip["topic"], tip) for tip in tips]))
    return made


def _tip(topic: str, tip: dict[str, str]) -> ET.Element:
    link = element("a", tip["title"], href=f"{INSIDE}{topic}#{tip['id']}")
    kind = kinds.note_of(tip["kind"])
    return element("li", link, *([f" ({kind.lower()})"] if kind else []))


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
