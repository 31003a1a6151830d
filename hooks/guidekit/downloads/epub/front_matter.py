"""The cover, drawn here, and the page that says what this edition is."""

from __future__ import annotations

import html
import textwrap
from pathlib import Path
from string import Template
from xml.etree import ElementTree as ET

from ...ledger import page as ledger
from ...web.elements import element
from ..manuscript import Book
from .chapter import INSIDE
from .document import IMPRINT, Document, section, with_class

_ART = Path(__file__).with_name("cover.svg")
_WIDE, _NARROW = 15, 32
"""Characters in a line of the title and of what follows its colon."""


def cover(book: Book) -> str:
    """Return the cover as SVG."""
    lines = textwrap.wrap(book.short_title, _WIDE)
    title = _lines(lines, 330, 132)
    below = 330 + 132 * len(lines)
    return Template(_ART.read_text("utf-8")).substitute(
        label=html.escape(f"Portada: {book.title}"),
        title=title,
        rest=_lines(textwrap.wrap(book.subtitle, _NARROW), below, 66),
        author=html.escape(book.author),
        edition=html.escape(f"Edición del {book.day}"),
    )


def _lines(lines: list[str], first: int, height: int) -> str:
    placed = [(first + height * place, html.escape(line)) for place, line in enumerate(lines)]
    return "".join(f'<tspan x="110" y="{y}">{line}</tspan>' for y, line in placed)


def imprint(book: Book) -> Document:
    """Return the page about this edition."""
    about = [("Autoría", [book.author]), ("Edición", [book.day])]
    if book.checked:
        about.append(("Datos", [book.checked]))
    rights: list[str | ET.Element] = [book.rights]
    if book.licence:
        rights += [" ", element("a", "Texto de la licencia", href=book.licence), "."]
    rows: list[tuple[str, list[str | ET.Element]]] = [(name, list(said)) for name, said in about]
    rows.append(("Derechos", rights))
    if book.public:
        rows.append(("En línea", [element("a", book.public, href=book.public)]))
    pairs = [part for name, said in rows for part in (element("dt", name), element("dd", *said))]
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


def _help(book: Book) -> list[list[str | ET.Element]]:
    made: list[list[str | ET.Element]] = []
    names = {chapter.name: chapter.title for chapter in book.chapters}
    name = ledger.PAGE.removesuffix(".md")
    if book.facts and name in names:
        link = element("a", names[name], href=f"{INSIDE}{name}#")
        marks = (
            ". El círculo lleno (●) avisa de un cambio o un matiz; el signo (?), de un dato sin verificar."
        )
        made.append(["El círculo (○) que sigue a un dato lleva a su fuente y su fecha: ", link, marks])
    if any(tip["kind"] == "escenario" for tip in book.tips):
        made.append(["La respuesta de cada escenario está al final, con un enlace de ida y otro de vuelta."])
    if any(True for chapter in book.chapters for _ in with_class(chapter.article, "diagrama")):
        made.append(["Bajo cada diagrama, un enlace lleva a su descripción en palabras."])
        made.append(["Con el teléfono girado, los diagramas anchos se ven mayores."])
    made.append(["Los enlaces a páginas web necesitan conexión; todo lo demás está en este libro."])
    return made
