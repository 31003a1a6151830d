"""A manuscript as XHTML for e-readers: nothing that needs a script, a mouse or a colour to be read.

Links inside the book become `book:<chapter>#<id>`; links.py gives them their files when it is known
where everything stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from xml.etree import ElementTree as ET

from ...ledger.statuses import Mark
from ...web.elements import element
from ..kinds import SVG, Part
from ..markup import Markup
from .links import FROM, INSIDE

ANSWERS = "respuestas.xhtml"
DIAGRAMS = "diagramas.xhtml"
_FACT_MARKS = {Mark.OPEN: "○", Mark.FULL: "●", Mark.HALF: "●", Mark.UNKNOWN: "?"}
# Middle tones keep 3:1 against white and against black; fonts of e-readers lack the characters.
_SIGNS = {
    "si": ("#2a8a4a", "M2 8.6 6.2 13 14 3.6"),
    "no": ("#d0342c", "M3 3 13 13M13 3 3 13"),
    "ojo": ("#a86508", "M8 2 15 14H1ZM8 6.4V10M8 11.4V12.6"),
    "casilla": ("#767676", "M2.5 2.5H13.5V13.5H2.5Z"),
    "hecha": ("#767676", "M2.5 2.5H13.5V13.5H2.5ZM5 8 7.4 10.6 11.4 5.2"),
}
_REFERENCES = {
    "mark": ("noteref", "doc-noteref"),
    "note": ("noteref", "doc-noteref"),
    "back": ("backlink", "doc-backlink"),
    "term": ("glossref", "doc-glossref"),
}


class Xhtml(Markup):
    """Writes the chapter `name`. The answers to its scenarios, and what its drawings show in words, go to
    documents of their own.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.answers: list[ET.Element] = []
        self.descriptions: list[ET.Element] = []

    def _link(
        self, item: ET.Element, kind: str | None, *content: Part, **attributes: str | None
    ) -> ET.Element:
        inside = f"{INSIDE}{item.get('page')}#{item.get('at', '')}" if "page" in item.attrib else None
        link = element("a", *content, href=inside or item.get("href"), lang=item.get("lang"), **attributes)
        if kind in _REFERENCES:
            link.set("epub:type", _REFERENCES[kind][0])
            link.set("role", _REFERENCES[kind][1])
        return link

    def _back(self, words: str, name: str | None) -> ET.Element:
        return element("p", element("a", words, href=f"{INSIDE}{self.name}#{name or ''}"), class_="volver")

    def _on_a(self, item: ET.Element) -> Iterable[Part]:
        kind = item.get("kind")
        if kind == "back":  # fonts of e-readers lack the arrow
            return [" ", self._link(item, kind, "Volver")]
        return [self._link(item, kind, *self.content(item), class_="termino" if kind == "term" else None)]

    def _on_mark(self, item: ET.Element) -> Iterable[Part]:
        shape = item.get("data-mark", Mark.OPEN)
        content: list[Part] = [element("sup", _FACT_MARKS[Mark(shape)])]
        if "data-fact" not in item.attrib:
            return [element("span", *content, class_="hecho", data_mark=shape)]
        if new := item.get("new"):
            content += [" ", element("span", new, class_="hecho-nuevo")]
        about = {"id": item.get("id"), "aria_label": item.get("label"), "data_mark": shape}
        return [self._link(item, "mark", *content, class_="hecho", **about)]

    def _on_sign(self, item: ET.Element) -> Iterable[Part]:
        """Next to it stand the words that say the same."""
        colour, path = _SIGNS[item.get("name", "")]
        line = element("path", d=path, fill="none", stroke=colour, stroke_width="2.4")
        drawing = element("svg", line, xmlns=SVG, width="14", height="14", aria_hidden="true")
        drawing.set("viewBox", "0 0 16 16")
        return [element("span", drawing, class_="marca", aria_hidden="true")]

    def _on_img(self, item: ET.Element) -> Iterable[Part]:
        return [element("img", src=item.get("src"), alt=item.get("alt", ""), width=item.get("width"))]

    def _on_ol(self, item: ET.Element) -> Iterable[Part]:
        (notes,) = super().other(item)
        if item.get("role") == "notas" and isinstance(notes, ET.Element):
            notes.set("epub:type", "footnotes")
            for note in notes:
                note.set("epub:type", "footnote")
        return [notes]

    def answer(self, question: str, title: str, body: list[Part]) -> ET.Element:
        """Keep the answer to a question for the end of the book; return the way to it."""
        name = f"respuesta-{question}"
        back = self._back("Volver a la pregunta", question)
        entry = element("div", element("h3", title, id=name), *body, back, class_="respuesta")
        entry.set(FROM, self.name)
        self.answers.append(entry)
        link = element("a", "Ver la respuesta", href=f"{ANSWERS}#{name}")
        return element("div", element("p", link), class_="examen-respuesta")

    def _on_figure(self, item: ET.Element) -> Iterable[Part]:
        figure = element("figure", *self.content(item), id=item.get("id"), class_="diagrama")
        if (drawing := item.find("svg")) is not None and "id" in item.attrib:
            name = f"descripcion-{item.get('id', '')}"
            if (caption := figure.find("figcaption")) is not None:
                link = element("a", "Descripción", href=f"{DIAGRAMS}#{name}")
                caption.extend((element("br"), link))
            heading = element("h3", drawing.findtext("title", ""), id=name)
            words = element("p", drawing.findtext("desc", ""))
            back = self._back("Volver al diagrama", item.get("id"))
            self.descriptions.append(element("div", heading, words, back))
        return [figure]

    def _on_svg(self, item: ET.Element) -> Iterable[Part]:
        """Set the drawing on white."""
        drawing = deepcopy(item)
        drawing.set("xmlns", SVG)
        x, y, width, height = drawing.get("viewBox", "0 0 0 0").replace(",", " ").split()
        places = (place for place, child in enumerate(drawing) if child.tag not in {"title", "desc", "style"})
        drawing.insert(next(places, 0), element("rect", x=x, y=y, width=width, height=height, fill="#fff"))
        drawing.tail = None
        return [drawing]
