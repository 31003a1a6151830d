"""A file of the EPUB that a reader turns to, and the XHTML around its content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from ...web.elements import element, in_one_line

STYLE = "style.css"


@dataclass(frozen=True)
class Kind:
    """What a document is, in the words of the EPUB vocabulary, of DPUB-ARIA, and its place in the book."""

    type: str
    role: str
    matter: str


IMPRINT = Kind("imprint", "", "frontmatter")
INTRODUCTION = Kind("introduction", "doc-introduction", "bodymatter")
CHAPTER = Kind("chapter", "doc-chapter", "bodymatter")
GLOSSARY = Kind("glossary", "doc-glossary", "backmatter")
NOTES = Kind("endnotes", "doc-endnotes", "backmatter")
APPENDIX = Kind("appendix", "doc-appendix", "backmatter")


@dataclass(frozen=True)
class Document:
    """A file in reading order. `section` is its content in tags without namespace, `source` the chapter
    whose ids it holds, `under` whether the contents list it below the document before it; `answers` and
    `descriptions` are what it leaves to the end of the book.
    """

    file: str
    title: str
    kind: Kind
    section: ET.Element
    part: str = ""
    source: str = ""
    under: bool = False
    answers: Sequence[ET.Element] = ()
    descriptions: Sequence[ET.Element] = ()

    @property
    def sections(self) -> list[tuple[str, str]]:
        """The address and the words of each heading below the title."""
        heads = [head for head in self.section.iter("h2") if head.get("id")]
        return [(f"{self.file}#{head.get('id')}", in_one_line(head)) for head in heads]


def section(title: str, anchor: str, *content: ET.Element) -> ET.Element:
    """Return the content of a document that is not a page of the site."""
    return element("section", element("h1", title, id=anchor), *content)


def page(document: Document, language: str) -> bytes:
    """Return the file of a document."""
    document.section.set("epub:type", document.kind.type)
    if document.kind.role:
        document.section.set("role", document.kind.role)
        document.section.set("aria-labelledby", next(document.section.iter("h1")).get("id", ""))
    return shell(document.title, language, document.section, document.kind.matter)


def shell(title: str, language: str, content: ET.Element, matter: str) -> bytes:
    """Return an XHTML file with `content` as its body."""
    body = element("body", content)
    body.set("epub:type", matter)
    style = element("link", rel="stylesheet", type="text/css", href=STYLE)
    head = element("head", element("meta", charset="utf-8"), element("title", title), style)
    html = element("html", head, body, xmlns="http://www.w3.org/1999/xhtml", lang=language)
    html.set("xmlns:epub", "http://www.idpf.org/2007/ops")
    html.set("xml:lang", language)
    return xml(html, "<!DOCTYPE html>\n")


def xml(root: ET.Element, doctype: str = "") -> bytes:
    """Return an XML file."""
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{doctype}{text}\n'.encode()
