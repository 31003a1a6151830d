"""What stands on a page as a printed tree, of the kinds in `source`: what a reader of paper cannot press is
told in another way.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from xml.etree import ElementTree as ET

from ...exam.kinds import asks
from ...web.elements import element, in_one_line
from ..book import Chapter
from ..errors import DownloadError
from ..kinds import ATTRIBUTES, SVG, UNDER_A_HEADING, Part, Walker, is_task
from . import drawings as pdf_drawings
from . import parts as pdf_parts
from . import source
from .adapted import Adapted, Answer, place_id
from .paper import Paper

_INK = "#1a2029"
_PIXEL = 0.75
"""Points."""
_UNSAID = {"warning", "note"} | UNDER_A_HEADING
"""Callouts that the style tells apart without the word, or that need none."""
_CALLOUT = 700
"""Characters of a callout that is kept on one page."""
_JOINER = "\u2060"
"""Keeps what follows on the line."""


class Print(Walker):
    """Writes what stands on a page of the site for paper; `adapted` takes what has another place."""

    def __init__(self, chapter: Chapter, paper: Paper) -> None:
        self.name, self.paper = chapter.name, paper
        self.adapted = Adapted(chapter, element("chapter"))

    def convert(self, item: ET.Element) -> Iterable[Part]:
        """Return what becomes of an element; its id is that of its place in the whole document."""
        parts = list(super().convert(item))
        for part in parts:
            if isinstance(part, ET.Element) and part.get("id") == item.get("id") is not None:
                part.set("id", place_id(self.name, part.get("id", "")))
        return parts

    def other(self, item: ET.Element) -> Iterable[Part]:
        """Return the element with what becomes of its content."""
        if item.tag not in source.KINDS:
            page = self.adapted.chapter.uri
            raise DownloadError(
                f"{page}: no PDF knows <{item.tag}>; expected one of {' '.join(sorted(source.KINDS))}"
            )
        return [element(item.tag, *self.content(item), **_kept(item))]

    def link(self, tag: str, item: ET.Element, *content: Part, **attributes: str | None) -> ET.Element:
        """Return the link an element of a manuscript is, as a `tag` around `content`."""
        if (page := item.get("page")) is not None:
            place = place_id(page, item.get("at", ""))
            return element(tag, *content, to=place, page=page, at=item.get("at"), **attributes)
        return element(tag, *content, href=item.get("href"), **attributes)

    def _on_a(self, item: ET.Element) -> Iterable[Part]:
        if item.get("kind") == "back":  # from a note to its number: a reader of paper turns the page back
            return []
        address = item.get("href", "")
        other = (
            "reference" if "page" in item.attrib else "outside" if address.startswith("http") else "address"
        )
        tag = item.get("kind") or other
        return [self.link(tag, item, *self.content(item), id=item.get("id"), lang=item.get("lang"))]

    def _on_mark(self, item: ET.Element) -> Iterable[Part]:
        """Keep the mark, and behind it whether the fact is new, on the line of the text before."""
        shape = item.get("data-mark")
        if "data-fact" not in item.attrib:
            return [element("mark", shape=shape)]
        self.adapted.facts += item.get("data-fact", "").split()
        parts: list[Part] = [_JOINER, self.link("mark", item, id=item.get("id"), shape=shape)]
        if new := item.get("new"):
            parts += [_JOINER, element("new", new)]
        return parts

    def _on_sign(self, item: ET.Element) -> Iterable[Part]:
        """Signs are drawn; the word behind says the same."""
        return [element("sign", name=item.get("name"))]

    def _on_section(self, item: ET.Element) -> Iterable[Part]:
        return self.content(item)

    def _on_table(self, item: ET.Element) -> Iterable[Part]:
        table = element("table", *self.content(item), **_kept(item))
        pdf_parts.keep_short(table)
        return [table]

    def _on_dl(self, item: ET.Element) -> Iterable[Part]:
        """Return what to know by heart as a list: a figure and its sentence an entry."""
        if item.get("role") != "resumen-datos":
            return self.other(item)
        pairs = zip(item.iter("dt"), item.iter("dd"), strict=True)
        entries = [
            element("li", element("strong", *self.content(dt)), " — ", *self.content(dd)) for dt, dd in pairs
        ]
        return [element("ul", *entries)]

    def _on_ul(self, item: ET.Element) -> Iterable[Part]:
        return [element("tasks" if any(map(is_task, item)) else "ul", *self.content(item), **_kept(item))]

    def _on_li(self, item: ET.Element) -> Iterable[Part]:
        entry = element("li", *self.content(item), **_kept(item))
        pdf_parts.address(entry)
        return [entry]

    def _on_p(self, item: ET.Element) -> Iterable[Part]:
        paragraph = element("p", *self.content(item), **_kept(item))
        if item.get("role") == "revision":
            for link in paragraph.iter("reference"):
                link.tag = "plain"  # no page number
        return [paragraph]

    def _on_icon(self, item: ET.Element) -> Iterable[Part]:
        drawing = deepcopy(item[0])
        drawing.attrib |= {"xmlns": SVG, "fill": _INK}
        return [element("icon", drawing, said=item.get("label"))]

    def _on_img(self, item: ET.Element) -> Iterable[Part]:
        width = item.get("width")
        size = width and f"{min(int(width) * _PIXEL, self.paper.text.width):.2f}pt"
        return [element("img", src=item.get("src"), alt=item.get("alt"), width=size, id=item.get("id"))]

    def _on_tab(self, item: ET.Element) -> Iterable[Part]:
        title = item.find("title")
        words = [] if title is None else [element("name", *self.content(title))]
        return [element("tab", *words, *self.content(item, title), id=item.get("id"))]

    def _on_pre(self, item: ET.Element) -> Iterable[Part]:
        code = deepcopy(item)
        code.tail = None
        for link in code.iter("a"):
            link.tag = "token"  # the number of a note, in the code
        return [code]

    def _on_callout(self, item: ET.Element) -> Iterable[Part]:
        """Return a callout with its title, the answer to a scenario left to the end; a short one stays on one
        page.
        """
        title, answer = item.find("title"), item.find("answer")
        kind = item.get("kind", "")
        words = [] if title is None else [element("name", *self.content(title))]
        content = self.content(item, title, answer)
        if answer is not None and not asks(item.get("variant", "")):
            content.append(element("solution", *self.content(answer)))
        elif answer is not None:
            name = "" if title is None else in_one_line(title)
            kept = Answer(
                self.adapted.chapter, place_id(self.name, item.get("id", "")), name, self.content(answer)
            )
            self.adapted.answers.append(kept)
            content.append(element("p", element("see", "Respuesta en la página", to=kept.id)))
        about = {"id": item.get("id"), "kind": kind, "variant": item.get("variant")}
        said = None if kind in _UNSAID else item.get("label")
        box = element("callout", *words, *content, said=said, **about)
        pdf_parts.keep_leads(box)
        if len("".join(box.itertext())) < _CALLOUT:
            box.set("whole", "true")
        return [box]

    def _on_figure(self, item: ET.Element) -> Iterable[Part]:
        """Size a drawing; one that needs a page lying down goes behind the chapter and leaves no hole."""
        svg, caption = item.find("svg"), item.find("figcaption")
        words = []
        if caption is not None:
            name = caption.get("id") and place_id(self.name, caption.get("id", ""))
            words.append(element("figcaption", *self.content(caption), id=name))
        if svg is None:
            return [element("figure", *self.content(item, caption), *words, id=item.get("id"))]
        placed = pdf_drawings.place(svg, self.paper)
        width = self.paper.lying.width if placed.landscape else self.paper.text.width
        first, *others = pdf_parts.rows(placed.parts, width)
        figure = element("figure", *first, *words, id=item.get("id"))
        said = " ".join(map(in_one_line, words))
        more = [element("figure", *row, element("figcaption", f"{said} (continúa)")) for row in others]
        if not placed.landscape:
            return [figure, *more]
        place = place_id(self.name, item.get("id", ""))
        figure.set("id", place)
        self.adapted.plates += [
            element("plate", plate, head=self.adapted.chapter.title) for plate in (figure, *more)
        ]
        return [element("p", element("see", "Dibujo en la página", to=place), f": {said}", role="plate")]


def _kept(item: ET.Element) -> dict[str, str]:
    """Return the attributes of an element of a manuscript that it has on paper too."""
    return {key: item.attrib[key] for key in ("role", *ATTRIBUTES) if key in item.attrib}
