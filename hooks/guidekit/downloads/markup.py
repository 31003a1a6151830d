"""What EPUB and cards share: a manuscript as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from xml.etree import ElementTree as ET

from ..exam.kinds import asks
from ..web.elements import element
from .kinds import ATTRIBUTES, SVG, UNDER_A_HEADING, Part, Walker, is_task


class Markup(Walker):
    """Writes the kinds that HTML lacks as what HTML has."""

    def other(self, item: ET.Element) -> Iterable[Part]:
        """Return the element with what becomes of its content; its role is its class."""
        copy = element(item.tag, *self.content(item), class_=item.get("role"))
        copy.attrib |= {key: item.attrib[key] for key in ATTRIBUTES if key in item.attrib}
        return [copy]

    def _on_token(self, item: ET.Element) -> Iterable[Part]:
        return [element("span", *self.content(item), class_=item.get("kind"))]

    def _on_th(self, item: ET.Element) -> Iterable[Part]:
        return [element("th", *self.content(item), scope="col")]

    def _on_table(self, item: ET.Element) -> Iterable[Part]:
        return [element("div", element("table", *self.content(item)), class_="tabla")]

    def _on_li(self, item: ET.Element) -> Iterable[Part]:
        (entry,) = self.other(item)
        assert isinstance(entry, ET.Element)  # noqa: S101 (it is the copy)
        if is_task(item):
            entry.set("class", "con-casilla")
        return [entry]

    def _on_pre(self, item: ET.Element) -> Iterable[Part]:
        code, name, title = element("pre", *self.content(item)), item.get("id"), item.get("title")
        if title is None:
            code.attrib |= {"id": name} if name else {}
            return [code]
        return [element("div", element("p", title, class_="codigo-titulo"), code, id=name, class_="codigo")]

    def _on_tab(self, item: ET.Element) -> Iterable[Part]:
        title = item.find("title")
        words = [] if title is None else self.content(title)
        heading = element("p", *words, class_="pestana-titulo")
        return [element("div", heading, *self.content(item, title), class_="pestana")]

    def _on_icon(self, item: ET.Element) -> Iterable[Part]:
        label = item.get("label")
        drawing = deepcopy(item[0])
        drawing.attrib |= {"xmlns": SVG, "width": "16", "height": "16", "fill": "currentColor"}
        drawing.attrib |= {"role": "img", "aria-label": label} if label else {"aria-hidden": "true"}
        return [element("span", drawing, class_="icono")]

    def _on_callout(self, item: ET.Element) -> Iterable[Part]:
        return [self.callout(item)]

    def callout(self, item: ET.Element) -> ET.Element:
        """Return a callout with its title, the answer to a scenario left to the end of the book."""
        title, answer = item.find("title"), item.find("answer")
        words = [] if title is None else self.content(title)
        label = [] if item.get("kind") in UNDER_A_HEADING else self.label(item)
        heading = element("p", *label, *words, class_="admonition-title")
        content = self.content(item, title, answer)
        if answer is not None and not asks(item.get("variant", "")):
            content.append(element("div", *self.content(answer), class_="solucion"))
        elif answer is not None:
            name = "" if title is None else "".join(title.itertext())
            content.append(self.answer(item.get("id", ""), name, self.content(answer)))
        names = " ".join(filter(None, ("admonition", item.get("kind"), item.get("variant"))))
        return element("div", heading, *content, id=item.get("id"), class_=names)

    def label(self, callout: ET.Element) -> list[Part]:
        """Return what stands before the title of a callout."""
        return [element("span", callout.get("label", ""), class_="tipo"), " "]

    def answer(self, question: str, title: str, body: list[Part]) -> ET.Element:
        """Keep the answer to a question, named by its id, for the end of the book; return the way to it."""
        raise NotImplementedError
