"""A chapter ready to print, and how places on its page are called in a PDF."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from ...web import text
from ..book import Chapter
from ..kinds import Part


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
