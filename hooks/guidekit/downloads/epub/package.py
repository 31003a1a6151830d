"""The files by which a reading system finds its way: package, navigation, and toc.ncx for old ones."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from xml.etree import ElementTree as ET

from ...web.elements import element
from ..book import Book
from .chapter import DIAGRAMS
from .document import STYLE, Document, shell, xml

CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)
XHTML = "application/xhtml+xml"
_CONTENTS = "Contenido"
# Only what the tests hold; no claim of conformance to WCAG, which asks for a full review.
_ACCESSIBILITY = (
    ("accessMode", "textual"),
    ("accessMode", "visual"),
    ("accessModeSufficient", "textual"),
    ("accessModeSufficient", "textual,visual"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityHazard", "none"),
)
_SUMMARY = (
    "Texto con encabezados, tablas con encabezados de columna y enlaces de ida y vuelta. {}"
    "Nada depende solo del color, y no hay audio, video ni animaciones."
)
_DESCRIBED = "Cada diagrama tiene título y una descripción en palabras, también en un capítulo propio. "


@dataclass
class _Node:
    title: str
    href: str | None
    below: list[_Node] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Where a reader gets who chooses it."""
        return self.href or self.below[0].place


def identifier(book: Book) -> str:
    """Return what stays the same from edition to edition."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{book.url}#{book.title}").urn


def _tree(documents: Sequence[Document]) -> list[_Node]:
    """Return parts, documents and sections in reading order."""
    tree: list[_Node] = []
    for part, inside in groupby(documents, key=lambda document: document.part):
        nodes: list[_Node] = []
        for document in inside:
            sections = [_Node(title, href) for href, title in document.sections]
            (nodes[-1].below if document.under else nodes).append(
                _Node(document.title, document.file, sections)
            )
        tree += [_Node(part, None, nodes)] if part else nodes
    return tree


def navigation(book: Book, documents: Sequence[Document]) -> bytes:
    """Return nav.xhtml: contents that a reader sees too, and landmarks for the reading system."""
    toc = element("nav", element("h1", _CONTENTS, id="contenido"), _list(_tree(documents)), role="doc-toc")
    toc.set("epub:type", "toc")
    toc.set("aria-labelledby", "contenido")
    first_of = {document.kind.type: document for document in reversed(documents)}
    first = next(document for document in documents if document.kind.matter == "bodymatter")
    marks = [("cover", "Portada", "portada.xhtml"), ("toc", _CONTENTS, "nav.xhtml")]
    marks.append(("bodymatter", "Comienzo", first.file))
    marks += [
        (kind, first_of[kind].title, first_of[kind].file)
        for kind in ("glossary", "endnotes")
        if kind in first_of
    ]
    items = []
    for kind, title, file in marks:
        link = element("a", title, href=file)
        link.set("epub:type", kind)
        items.append(element("li", link))
    landmarks = element("nav", element("h2", "Lugares"), element("ol", *items), hidden="hidden")
    landmarks.set("epub:type", "landmarks")
    return shell(_CONTENTS, book.language, element("div", toc, landmarks), "frontmatter")


def _list(nodes: Sequence[_Node]) -> ET.Element:
    listed = element("ol")
    for node in nodes:
        label = element("a", node.title, href=node.href) if node.href else element("span", node.title)
        listed.append(element("li", label, *([_list(node.below)] if node.below else [])))
    return listed


def ncx(book: Book, documents: Sequence[Document]) -> bytes:
    """Return toc.ncx: what nav.xhtml says, for reading systems of EPUB 2."""
    order: dict[str, int] = {}
    tree = _tree(documents)
    root = element(
        "ncx",
        element("head", element("meta", name="dtb:uid", content=identifier(book))),
        element("docTitle", element("text", book.title)),
        element("navMap", *_points(tree, order, "p")),
        xmlns="http://www.daisy.org/z3986/2005/ncx/",
        version="2005-1",
    )
    root.set("xml:lang", book.language)
    return xml(root)


def _points(nodes: Sequence[_Node], order: dict[str, int], prefix: str) -> list[ET.Element]:
    points = []
    for number, node in enumerate(nodes, 1):
        name = f"{prefix}-{number}"
        label = element("navLabel", element("text", node.title))
        point = element("navPoint", label, element("content", src=node.place), id=name)
        # Two points that lead to the same place must have the same number.
        point.set("playOrder", str(order.setdefault(node.place, len(order) + 1)))
        point.extend(_points(node.below, order, name))
        points.append(point)
    return points


def package(
    book: Book, documents: Sequence[Document], drawn: set[str], pictures: Mapping[str, tuple[bytes, str]]
) -> bytes:
    """Return package.opf; `drawn` are the files that hold SVG."""
    items = [
        element("item", id="nav", href="nav.xhtml", media_type=XHTML, properties="nav"),
        element("item", id="ncx", href="toc.ncx", media_type="application/x-dtbncx+xml"),
        element("item", id="estilo", href=STYLE, media_type="text/css"),
        element("item", id="imagen", href="cover.svg", media_type="image/svg+xml", properties="cover-image"),
        element("item", id="portada", href="portada.xhtml", media_type=XHTML, properties="svg"),
    ]
    spine = ["portada"]
    for number, document in enumerate(documents):
        svg = "svg" if document.file in drawn else None
        items.append(element("item", id=f"d{number}", href=document.file, media_type=XHTML, properties=svg))
        spine += [f"d{number}"] if number else [f"d{number}", "nav"]
    for number, (name, (_, media)) in enumerate(sorted(pictures.items())):
        items.append(element("item", id=f"i{number}", href=name, media_type=media))
    root = element(
        "package",
        _metadata(book, any(document.file == DIAGRAMS for document in documents)),
        element("manifest", *items),
        element("spine", *[element("itemref", idref=name) for name in spine], toc="ncx"),
        xmlns="http://www.idpf.org/2007/opf",
        version="3.0",
        unique_identifier="id",
    )
    root.set("xml:lang", book.language)
    return xml(root)


def _metadata(book: Book, described: bool) -> ET.Element:
    access = [*_ACCESSIBILITY, ("accessibilitySummary", _SUMMARY.format(_DESCRIBED if described else ""))]
    if described:
        access.insert(-1, ("accessibilityFeature", "longDescription"))
    about = {
        "title": book.title,
        "creator": book.author,
        "publisher": book.author,
        "language": book.language,
        "date": book.date.isoformat(),
        "description": book.description,
        "rights": book.rights,
        "source": book.public,
    }
    metadata = element("metadata", element("dc:identifier", identifier(book), id="id"))
    metadata.set("xmlns:dc", "http://purl.org/dc/elements/1.1/")
    metadata.extend(element(f"dc:{name}", text) for name, text in about.items() if text)
    modified = datetime.fromtimestamp(book.epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    metadata.append(element("meta", modified, property="dcterms:modified"))
    if book.licence:
        metadata.append(element("meta", book.licence, property="dcterms:license"))
    metadata.extend(element("meta", text, property=f"schema:{name}") for name, text in access)
    metadata.append(element("meta", name="cover", content="imagen"))
    return metadata
