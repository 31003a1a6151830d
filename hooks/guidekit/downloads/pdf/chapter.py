"""A manuscript in the HTML of a PDF: what a reader of paper cannot press is told in another way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from ...exam import points as exam_tips
from ...web import text
from ...web.elements import element, in_one_line
from ..book import Chapter
from ..kinds import Markup, Part
from . import drawings as pdf_drawings
from . import parts as pdf_parts
from .paper import Paper

_HEADINGS = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6"}
_LINKS = {"term": "termino", "number": "num", "cite": "cita", "source": None}
_BY_SHAPE = {"warning", "note"}
"""Callouts that the style sheet tells apart without the word."""
_CALLOUT = 700
"""Characters of a callout that is kept on one page."""
_JOINER = "\u2060"
"""Keeps what follows on the line; in an element of its own, or hyphenation would count it as a letter."""


@dataclass
class Answer:
    """The answer to a scenario: `question` is the id of its statement in the PDF, `title` that of its own."""

    chapter: Chapter
    question: str
    title: str
    body: list[Part]

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


class Print(Markup):
    """Writes what stands on a page of the site as HTML; `adapted` takes what has another place."""

    def __init__(self, chapter: Chapter, paper: Paper) -> None:
        self.name, self.paper = chapter.name, paper
        self.adapted = Adapted(chapter, element("section"))

    def convert(self, item: ET.Element) -> Iterable[Part]:
        """Return what becomes of an element; its id is that of its place in the whole document."""
        parts = list(super().convert(item))
        for part in parts:
            if isinstance(part, ET.Element) and part.get("id") == item.get("id") is not None:
                part.set("id", place_id(self.name, part.get("id", "")))
        return parts

    def link(self, item: ET.Element, *content: Part, **attributes: str | None) -> ET.Element:
        """Return the link an element of a manuscript is, around `content`."""
        if (page := item.get("page")) is not None:
            place = place_id(page, item.get("at", ""))
            return element("a", *content, href=f"#{place}", data_pagina=page, **attributes)
        href = item.get("href", "")
        return element("a", *content, href=href if href.startswith("https://") else None, **attributes)

    def _on_a(self, item: ET.Element) -> Iterable[Part]:
        kind = _LINKS.get(item.get("kind", ""), "fuera" if item.get("href") else "pagina")
        return [self.link(item, *self.content(item), class_=kind, lang=item.get("lang"))]

    def _on_mark(self, item: ET.Element) -> Iterable[Part]:
        """Keep the circle, and behind it whether the fact is new, on the line of the text before.

        A link in a PDF holds no other box, so the word «nuevo» stands behind it.
        """
        shape = {"class_": "hecho", "data_mark": item.get("data-mark")}
        if "data-fact" not in item.attrib:
            return [element("span", **shape)]
        self.adapted.facts += item.get("data-fact", "").split()
        parts: list[Part] = [element("span", _JOINER), self.link(item, id=item.get("id"), **shape)]
        if new := item.get("new"):
            parts += [_JOINER, element("span", new, class_="hecho-nuevo")]
        return parts

    def _on_sign(self, item: ET.Element) -> Iterable[Part]:
        """Signs are drawn; the word behind says the same."""
        return [element("span", class_=f"marca {item.get('name')}")]

    def _on_table(self, item: ET.Element) -> Iterable[Part]:
        table = element("table", *self.content(item))
        pdf_parts.table(table)
        return [element("div", table, class_="tabla")]

    def _on_ol(self, item: ET.Element) -> Iterable[Part]:
        start = item.get("start")
        style = f"counter-reset: list-item {int(start) - 1}" if start else None
        return [element("ol", *self.content(item), start=start, style=style)]

    def _on_li(self, item: ET.Element) -> Iterable[Part]:
        entry = element("li", *self.content(item), id=item.get("id"))
        if item.find("sign[@name='casilla']") is not None:
            entry.set("class", "con-casilla")  # the box to tick is its bullet
        pdf_parts.small_language(entry)
        return [entry]

    def _on_p(self, item: ET.Element) -> Iterable[Part]:
        paragraph = element("p", *self.content(item), id=item.get("id"), class_=item.get("role"))
        if item.get("role") == "revision":
            for link in paragraph.iter("a"):
                link.attrib.pop("class", None)  # no page number
        return [paragraph]

    def _on_img(self, item: ET.Element) -> Iterable[Part]:
        return [item.get("alt", "")]

    def label(self, callout: ET.Element) -> list[Part]:
        """Return the word before a title, but of callouts that paper tells apart by their frame."""
        return [] if callout.get("kind") in _BY_SHAPE else super().label(callout)

    def answer(self, question: str, title: str, body: list[Part]) -> ET.Element:
        """Keep the answer to a question for the end of the book; return where it is."""
        heading = " ".join(title.split())
        answer = Answer(self.adapted.chapter, place_id(self.name, question), heading, body)
        self.adapted.answers.append(answer)
        link = element("a", "Respuesta en la página", class_="respuesta", href=f"#{answer.id}")
        return element("p", link, class_="respuesta-en")

    def callout(self, item: ET.Element) -> ET.Element:
        """Return a callout; a short one stays on one page."""
        box = super().callout(item)
        if len("".join(box.itertext())) < _CALLOUT:
            box.set("class", f"{box.get('class')} entera")
        return box

    def _on_figure(self, item: ET.Element) -> Iterable[Part]:
        """Size a drawing; one that needs a page lying down goes behind the chapter and leaves no hole."""
        svg, caption = item.find("svg"), item.find("figcaption")
        content = [] if caption is None else self.content(caption)
        if svg is None:
            return content
        placed = pdf_drawings.place(svg, self.paper)
        words = element("figcaption", *content)
        figure = element("figure", *placed.parts, words, id=item.get("id"), class_="diagrama")
        if not placed.landscape:
            return [figure]
        figure.set("id", place_id(self.name, item.get("id", "")))
        figure.set("class", "diagrama apaisada")
        figure.set("data-capitulo", self.adapted.chapter.title)
        link = element("a", "Dibujo en la página", class_="respuesta", href=f"#{figure.get('id')}")
        note = element("p", link, f": {in_one_line(words)}", class_="lamina")
        if len(placed.parts) > 1:
            words.append(element("span", " El dibujo sigue en la columna de la derecha."))
        self.adapted.plates.append(figure)
        return [note]


def adapt(chapter: Chapter, paper: Paper, *, collected: bool) -> Adapted:
    """Return `chapter` for print; with `collected` its list of points is left to the end of the part."""
    printed = Print(chapter, paper)
    adapted = printed.adapted
    content = printed.content(_without_points(chapter.body) if collected else chapter.body)
    adapted.body = element("section", *content, class_="capitulo", id=place_id(chapter.name))
    pdf_parts.close(adapted.body)
    for heading in adapted.body.iter():
        heading.tag = _HEADINGS.get(heading.tag, heading.tag)
    return adapted


def _without_points(body: ET.Element) -> ET.Element:
    """Return a manuscript without the list of points that closes it and what stands around that."""
    kept, inside = element("section"), False
    for child in body:
        if child.tag in {"h1", "h2"}:
            inside = child.get("id") == exam_tips.SECTION
        if not inside:
            kept.append(child)
    return kept
