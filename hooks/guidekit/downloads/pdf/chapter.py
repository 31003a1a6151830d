"""A chapter of the guide for print: its manuscript as a printed tree, kept together where paper needs it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from ...exam import points as exam_tips
from ...web.elements import element
from ..book import Chapter
from . import parts as pdf_parts
from .adapted import Adapted, place_id
from .paper import Paper
from .printing import Print


def adapt(chapter: Chapter, paper: Paper, *, collected: bool) -> Adapted:
    """Return `chapter` for print; with `collected` its list of points is left to the end of the part."""
    printed = Print(chapter, paper)
    adapted = printed.adapted
    content = printed.content(_without_points(chapter.body) if collected else chapter.body)
    adapted.body = element("chapter", *content, id=place_id(chapter.name), head=chapter.title)
    pdf_parts.keep_leads(adapted.body)
    pdf_parts.close(adapted.body)
    for child in adapted.body:  # drawings go where a page has room; those in boxes stay there
        if child.tag == "figure":
            child.set("float", "true")
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
