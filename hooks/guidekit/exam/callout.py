"""A Python-Markdown extension: the callouts of exam points, and the list of them that closes a page."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from .. import order
from ..model import Domain, Page
from ..rendering import PageProcessor, SharingExtension
from ..sources.block_tree import pairs
from ..web.elements import SCREEN_ONLY, element, joined, replace, verbatim
from .kinds import USUAL
from .points import (
    INDEX,
    SECTION,
    anchor,
    answer,
    domain_of,
    elements,
    english_of,
    id_of,
    kind_of,
    label_of,
    title_of,
    traps,
)

MARK = "<!-- puntos-de-examen -->"
"""Where an author wants the list of the page's points; without it the list closes the page."""
_PLACE = "\ue002puntos\ue003"


def domain_name(domains: Sequence[Domain], name: str | None) -> str:
    """Return the short name of a domain."""
    return next((domain.short for domain in domains if domain.id == name), "")


def callout(point: ET.Element, page: Page, domains: Sequence[Domain]) -> ET.Element:
    """Return what a reader gets of a point as it was parsed."""
    name, kind, domain = id_of(point), kind_of(point), domain_of(point, page)
    title = element(
        "p", element("span", verbatim(kind.label), class_="examen-tipo"), class_="admonition-title"
    )
    if text := title_of(point):
        title[-1].tail = f" {text}"
    box = element(
        "div",
        title,
        id=name,
        class_="admonition examen" + (f" {kind.id}" if kind is not USUAL else ""),
        data_tema=page.subject,
        data_dominio=domain,
    )
    box.extend(body(point))
    box.append(
        element(
            "p",
            verbatim(f"{domain_name(domains, domain)} · " if domain else ""),
            element("a", verbatim("Enlace permanente"), href=f"#{name}"),
            verbatim(" · "),
            element("a", verbatim("En el índice"), href=f"{INDEX}#{anchor(name)}"),
            class_=f"examen-pie {SCREEN_ONLY}",
            data_search_exclude="",
        )
    )
    box.tail = point.tail
    return box


def body(point: ET.Element) -> list[ET.Element]:
    """Return the content of a point, its cue in English, and its answer folded away until a reader asks."""
    reply = answer(point)
    before = [child for child in point if child not in reply]
    if point.text and point.text.strip():
        before.insert(0, element("p", point.text))
    if english := english_of(point):
        before.insert(0, element("p", verbatim(english), class_="examen-ingles", lang="en"))
    if not reply:
        return before
    opener = element("summary", verbatim("Ver respuesta"), data_search_exclude="", data_aparte="")
    folded = element("details", opener, *reply, class_="examen-respuesta")
    for paragraph in traps(reply):
        paragraph.set("class", "examen-trampa")
    return [*before, folded]


def switch() -> ET.Element:
    """Return the place of the switch that keeps all answers open: without a script there is none."""
    return element("div", class_=f"respuestas {SCREEN_ONLY}", data_respuestas="", data_search_exclude="")


def closing(points: Sequence[ET.Element], page: Page, domains: Sequence[Domain]) -> list[ET.Element]:
    """Return the section that lists the points of a page, a link each."""
    items = []
    for point in points:
        link = element("a", label_of(point), href=f"#{id_of(point)}")
        domain = domain_of(point, page)
        notes = [domain_name(domains, domain), kind_of(point).note]
        small = [element("small", verbatim(note)) for note in notes if note]
        english = [element("em", verbatim(cue), lang="en")] if (cue := english_of(point)) else []
        items.append(element("li", *joined([link, *small, *english], " ")))
    index = f"{INDEX}?tema={page.subject}"
    return [
        element("h2", verbatim("Puntos de examen"), id=SECTION),
        element("ul", *items, class_="examen-lista", data_search_exclude=""),
        element(
            "p",
            "Para repasarlos o buscar entre todos: ",
            element("a", verbatim("índice de examen"), href=index),
            ".",
        ),
    ]


class _Mark(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return [_PLACE if line.strip() == MARK else line for line in lines]


class _Points(PageProcessor):
    def run(self, root: ET.Element) -> None:
        corpus, page = self.rendering.corpus, self.rendering.page
        if corpus is None or page is None:
            return
        points = elements(root)
        section = closing(points, page, corpus.domains) if points else []
        asked = next((point for point in points if answer(point)), None)
        for parent, child in list(pairs(root)):
            if child in points:
                box = callout(child, page, corpus.domains)
                replace(parent, child, box)
                if child is asked:
                    parent.insert(list(parent).index(box), switch())
        place = next((child for child in root if child.tag == "p" and child.text == _PLACE), None)
        where = len(root) if place is None else list(root).index(place)
        if place is not None:
            root.remove(place)
        root[where:where] = section


class ExamExtension(SharingExtension):
    """Turns the points of topic pages into callouts."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register the mark of the list, and what makes callouts of points."""
        md.preprocessors.register(_Mark(md), "guidekit_points_mark", order.POINTS_MARK)
        md.treeprocessors.register(_Points(md, self.rendering), "guidekit_points", order.POINTS)
