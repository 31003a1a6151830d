"""The cover, drawn here, and the page that says what this edition is."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from ...exam.kinds import asks
from ...ledger import page as ledger
from ...web.elements import element
from ..book import Book
from ..kinds import SVG, Part
from .document import IMPRINT, Document, section
from .links import INSIDE

LEDGER = ledger.PAGE.removesuffix(".md")
_ART = Path(__file__).with_name("cover.svg")
_WIDE, _NARROW = 15, 32
"""Characters in a line of the title and of what follows its colon."""


def cover(book: Book) -> ET.Element:
    """Return the cover, an SVG in tags without namespace."""
    drawing = ET.parse(_ART).getroot()  # noqa: S314 (our own file)
    for item in drawing.iter():
        item.tag = item.tag.rpartition("}")[2]
    drawing.set("xmlns", SVG)
    title = textwrap.wrap(book.short_title, _WIDE)
    words: dict[str, list[Part]] = {
        "{label}": [f"Portada: {book.title}"],
        "{title}": _lines(title, 330, 132),
        "{rest}": _lines(textwrap.wrap(book.subtitle, _NARROW), 330 + 132 * len(title), 66),
        "{author}": [book.author],
        "{edition}": [f"Edición del {book.day}"],
    }
    for item in drawing.iter():
        if content := words.get(item.text or ""):
            filled = element(item.tag, *content)
            item.text = filled.text
            item.extend(filled)
    return drawing


def _lines(lines: Sequence[str], first: int, height: int) -> list[Part]:
    return [element("tspan", line, x="110", y=str(first + height * n)) for n, line in enumerate(lines)]


def imprint(book: Book) -> Document:
    """Return the page about this edition."""
    licence = element("a", "Texto de la licencia", href=book.licence)
    rows: dict[str, list[Part]] = {
        "Autoría": [book.author],
        "Edición": [book.day],
        "Datos": [book.checked] if book.checked else [],
        "Derechos": [book.rights, " ", licence, "."] if book.licence else [book.rights],
        "En línea": [element("a", book.public, href=book.public)] if book.public else [],
    }
    pairs = [p for name, row in rows.items() if row for p in (element("dt", name), element("dd", *row))]
    content = section(
        "Sobre esta edición",
        "edicion",
        element("p", element("strong", book.title)),
        element("p", book.description),
        element("dl", *pairs),
        element("h2", "Cómo leer este libro", id="como-leer"),
        element("ul", *[element("li", *item) for item in _help(book)]),
    )
    return Document("edicion.xhtml", "Sobre esta edición", IMPRINT, content)


def _help(book: Book) -> list[list[Part]]:
    lines: list[list[Part]] = []
    page = book.chapter(LEDGER)
    if book.facts and page is not None:
        link = element("a", page.title, href=f"{INSIDE}{page.name}#")
        marks = (
            ". El círculo lleno (●) avisa de un cambio o un matiz; el signo (?), de un dato sin verificar."
        )
        lines.append(["El círculo (○) que sigue a un dato lleva a su fuente y su fecha: ", link, marks])
    if any(asks(point.kind) for point in book.points):
        lines.append(["La respuesta de cada escenario está al final, con un enlace de ida y otro de vuelta."])
    if any(chapter.body.find(".//svg") is not None for chapter in book.chapters):
        lines.append(["Bajo cada diagrama, un enlace lleva a su descripción en palabras."])
        lines.append(["Con el teléfono girado, los diagramas anchos se ven mayores."])
    lines.append(["Los enlaces a páginas web necesitan conexión; todo lo demás está en este libro."])
    return lines
