"""The index of every exam point: a page made from the Corpus, complete without a script."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from markdown import Markdown

from ..model import Corpus, Tip
from ..web import filters as listings
from ..web import second_place
from ..web.elements import element, verbatim
from ..web.made import Made
from . import points as exam_tips
from .callout import body, domain_name, switch
from .kinds import Kind, note_of

MADE = Made(exam_tips.INDEX, "indice", lambda corpus: corpus.tips)


def listing(corpus: Corpus, md: Markdown) -> list[ET.Element]:
    """Return the controls, and a section a topic with its points."""
    used = {tip.topic for tip in corpus.tips}
    topics = [page for page in corpus.topics if page.name in used]
    domains = {domain.id: domain.short for domain in corpus.domains}
    facets = {
        "tipo": ("Tipo", {kind.id: kind.label for kind in Kind}),
        "dominio": ("Dominio", domains),
        "tema": ("Tema", {page.name: page.title for page in topics}),
    }
    parts = listings.filter_form(
        "Busca en los puntos",
        corpus.settings.example_points,
        ("punto", "puntos"),
        facets,
    )
    if weights := [f"{domain.short} {domain.weight} %" for domain in corpus.domains if domain.weight]:
        parts.append(
            element("p", verbatim(f"En el examen pesan: {' · '.join(weights)}."), class_="entrada-nota")
        )
    if any(exam_tips.answer(tip.body) for tip in corpus.tips):
        parts.append(switch())
    for page in topics:
        items = [_entry(tip, corpus, md) for tip in corpus.tips if tip.topic == page.name]
        heading = element("h2", element("a", verbatim(page.title), href=page.uri), id=page.name)
        parts.append(element("section", heading, listings.entries(*items), data_grupo=""))
    return parts


def _entry(tip: Tip, corpus: Corpus, md: Markdown) -> ET.Element:
    notes = [note_of(tip.kind), domain_name(corpus.domains, tip.domain)]
    parts = element(
        "li",
        element("p", element("a", tip.title, href=f"{tip.page}.md#{tip.id}"), class_="entrada-titulo"),
        element("p", verbatim(" · ".join(note for note in notes if note)), class_="entrada-nota"),
        id=exam_tips.anchor(tip.id),
        data_entrada="",
        data_tipo=tip.kind,
        data_tema=" ".join((tip.topic, *tip.also)),
        data_dominio=tip.domain,
        data_claves=", ".join(tip.keywords) or None,
    )
    name = exam_tips.anchor(tip.id)
    content = body(tip.tree.transplant(tip.body, md))
    parts.extend(second_place.show(content, tip.tree, f"{tip.page}.md", name, md))
    return parts
