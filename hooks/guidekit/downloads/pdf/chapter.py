"""A page of the site as a chapter of a PDF: what a reader of paper cannot press is told in another way."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from ... import text
from ...exam import points as exam_tips
from ...web.elements import classes, element, in_one_line, remove, replace
from ..manuscript import Book, Chapter
from . import drawings as pdf_drawings
from . import parts as pdf_parts
from .paper import Paper

_HEADINGS = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6"}
_CALLOUT = 700
"""Characters of a callout that is kept on one page."""
_SECTION = 1000
"""Characters of a section at the end of a chapter that is."""
_LAST = 2
"""Sections at the end of a page that may be kept whole."""


@dataclass
class Answer:
    """The answer to a scenario: `question` is the id of its statement in the chapter."""

    chapter: Chapter
    question: str
    title: str
    body: list[ET.Element]

    @property
    def id(self) -> str:
        """Its own id, in the appendix."""
        return f"{self.question}--respuesta"


@dataclass
class Adapted:
    """A chapter ready to print; `plates` are drawings for pages that lie, which go behind it, `answers` are
    for the back of the book, `facts` the ids it cites.
    """

    chapter: Chapter
    body: ET.Element
    plates: list[ET.Element] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)


def place_id(name: str, fragment: str = "") -> str:
    """Return the id in a PDF of a place on a page of the site: the pages become one document."""
    return f"{name}--{text.slug(fragment) if ' ' in fragment else fragment}" if fragment else name


def adapt(book: Book, chapter: Chapter, paper: Paper, *, collected: bool) -> Adapted:
    """Return `chapter` for print; with `collected` its list of points is left to the end of the part."""
    body = deepcopy(chapter.article)
    body.tag = "section"
    body.attrib = {"class": "capitulo", "id": place_id(chapter.name)}
    made = Adapted(chapter, body)
    if collected:
        _drop_points(body)
    for part in body.iter():
        if isinstance(part.tag, str) and "}" not in part.tag and part is not body:
            _readdress(book, chapter, part)
    for parent, child in list(_pairs(body)):
        found = classes(child)
        if "hecho" in found:
            made.facts += child.get("data-hechos", "").split()
            pdf_parts.mark_of_fact(parent, child)
        elif "marca" in found:
            pdf_parts.sign(parent, child)
        elif child.tag == "figure" and "diagrama" in found:
            _figure(made, parent, child, paper)
        elif "escenario" in found:
            _take_answer(made, child)
        elif child.tag == "details":
            pdf_parts.unfold(child)
        elif "revision" in found:
            child[0].attrib.pop("class", None)
        elif child.tag == "ol" and child.get("start"):
            child.set("style", f"counter-reset: list-item {int(child.get('start', '1')) - 1}")
        elif child.tag == "th":
            child.set("scope", "col")
        elif child.tag == "table":
            pdf_parts.table(child)
        elif child.tag == "li":
            pdf_parts.language(child)
    for box in body.iter("div"):
        if "admonition" in classes(box) and len("".join(box.itertext())) < _CALLOUT:
            box.set("class", f"{box.get('class')} entera")
    _close(body)
    for heading in body.iter():
        heading.tag = _HEADINGS.get(heading.tag, heading.tag)
    return made


def _close(body: ET.Element) -> None:
    """Keep each of the short last sections of a page together: no page for two lines."""
    children = list(body)
    starts = [number for number, child in enumerate(children) if child.tag == "h2"][-_LAST:]
    for start, end in itertools.pairwise([*starts, len(children)]):
        section = children[start:end]
        if sum(len("".join(child.itertext())) for child in section) < _SECTION:
            closing = element("div", class_="cierre")
            body.insert(list(body).index(section[0]), closing)
            for child in section:
                body.remove(child)
                closing.append(child)


def _pairs(root: ET.Element) -> Iterator[tuple[ET.Element, ET.Element]]:
    for child in list(root):
        yield root, child
        if isinstance(child.tag, str) and "}" not in child.tag:
            yield from _pairs(child)


def _drop_points(body: ET.Element) -> None:
    """Take out the list of points that closes a page, and what stands around it."""
    children = list(body)
    start = next((n for n, child in enumerate(children) if child.get("id") == exam_tips.SECTION), None)
    if start is None:
        return
    remove(body, children[start])
    for child in children[start + 1 :]:
        if child.tag in {"h1", "h2"}:
            return
        remove(body, child)


def _readdress(book: Book, chapter: Chapter, part: ET.Element) -> None:
    """Give a part the id and the address it has in the one document."""
    for key in ("tabindex", "title", "role", "aria-label", "data-search-exclude"):
        part.attrib.pop(key, None)
    if name := part.get("id"):
        part.set("id", place_id(chapter.name, name))
    href = part.get("href")
    if part.tag != "a" or not href:
        return
    found = book.resolve(chapter, href)
    if found is None:
        if not href.startswith("https://"):
            del part.attrib["href"]
        else:
            part.set("class", "fuera")
        return
    part.set("href", f"#{place_id(*found)}")
    part.set("data-pagina", found[0])
    if not part.get("class"):
        part.set("class", "pagina")


def _figure(made: Adapted, parent: ET.Element, figure: ET.Element, paper: Paper) -> None:
    """Size a drawing; one that needs a page lying down goes to the end of the chapter and leaves no hole."""
    svg = next(child for child in figure if isinstance(child.tag, str) and child.tag.endswith("svg"))
    placed = pdf_drawings.place(svg, paper)
    index = list(figure).index(svg)
    figure[index : index + 1] = list(placed.parts)
    if not placed.landscape:
        return
    figure.set("class", "diagrama apaisada")
    figure.set("data-capitulo", made.chapter.title)
    link = element("a", "Dibujo en la página", class_="respuesta", href=f"#{figure.get('id')}")
    caption = in_one_line(figure[-1])
    note = element("p", link, f": {caption}", class_="lamina")
    note.tail, figure.tail = figure.tail, None
    replace(parent, figure, note)
    if len(placed.parts) > 1:
        figure[-1].append(element("span", " El dibujo sigue en la columna de la derecha."))
    made.plates.append(figure)


def _take_answer(made: Adapted, box: ET.Element) -> None:
    """Move the answer of a scenario to the appendix and say where it is."""
    folded = next((child for child in box if "examen-respuesta" in child.get("class", "")), None)
    title = next((child for child in box if child.get("class") == "admonition-title"), None)
    if folded is None or title is None:
        return
    name = " ".join("".join(title.itertext()).replace(title[0].text or "", "", 1).split())
    body = [child for child in folded if child.tag != "summary"]
    answer = Answer(made.chapter, box.get("id", ""), name, body)
    made.answers.append(answer)
    remove(box, folded)
    link = element("a", "Respuesta en la página", class_="respuesta", href=f"#{answer.id}")
    box.append(element("p", link, class_="respuesta-en"))
