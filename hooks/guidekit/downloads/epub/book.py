"""The guide as one EPUB 3.3, for e-readers and phones: `<file>.epub`.

Written with ElementTree and zipfile alone: an EPUB is a zip of XHTML and three small indexes. EbookLib,
the library there is, would add a dependency, keeps neither the dates of the zip nor its order the same,
and checks nothing; epubcheck in the tests does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from ...exam import points
from ...glossary import terms as glossary
from ...web.elements import element
from .. import atomic
from ..book import Book, Chapter
from . import back_matter as epub_back
from . import front_matter as epub_front
from . import links as epub_links
from . import package as epub_package
from .chapter import Xhtml
from .document import (
    APPENDIX,
    CHAPTER,
    GLOSSARY,
    INTRODUCTION,
    NOTES,
    STYLE,
    Document,
    Kind,
    page,
    shell,
    xml,
)
from .front_matter import LEDGER

_STYLE = Path(__file__).with_name(STYLE)
_INDEX = points.INDEX.removesuffix(".md")
_KINDS = {glossary.PAGE.removesuffix(".md"): GLOSSARY, LEDGER: NOTES}
_HOME = "Introducción"
_TYPE = ("mimetype", b"application/epub+zip")
"""The first entry, by which a reader of bytes knows what this is."""


def make(book: Book, target: Path) -> list[Path]:
    """Write the EPUB below `target`."""
    file = target / f"{book.file}.epub"
    atomic.archive(file, [_TYPE, *sorted(_files(book).items())], book.epoch, stored={_TYPE[0]})
    return [file]


def _documents(book: Book) -> Iterator[Document]:
    for number, chapter in enumerate(book.chapters):
        document = _document(book, chapter, number)
        if chapter.name == LEDGER:
            yield from epub_back.split_ledger(document)
        else:
            yield document


def _document(book: Book, chapter: Chapter, number: int) -> Document:
    title = _HOME if chapter.home else chapter.title
    markup = Xhtml(chapter.name)
    if chapter.name == _INDEX:
        section = epub_back.exam_index(book, title)
    else:
        section = element("section", *markup.content(chapter.body))
    heading = next(section.iter("h1"))
    if chapter.home:
        heading.clear()
        heading.text, heading.attrib["id"] = title, "introduccion"
    above = [chapter.part, f"Tema {chapter.number}" if chapter.topic else ""]
    if any(above):
        section.insert(0, element("p", " · ".join(filter(None, above)), class_="parte"))
    return Document(
        f"{number:02d}-{re.sub(r'[^a-z0-9]+', '-', chapter.name.lower()).strip('-')}.xhtml",
        f"{chapter.number}. {title}" if chapter.topic else title,
        _kind(chapter),
        section,
        chapter.part,
        chapter.name,
        answers=markup.answers,
        descriptions=markup.descriptions,
    )


def _kind(chapter: Chapter) -> Kind:
    if chapter.home:
        return INTRODUCTION
    return _KINDS.get(chapter.name, APPENDIX if chapter.kind == "made" else CHAPTER)


def _files(book: Book) -> dict[str, bytes]:
    """Return the files of the EPUB by their names in it."""
    chapters = list(_documents(book))
    back = [*epub_back.answers(chapters), *epub_back.descriptions(chapters)]
    documents = [epub_front.imprint(book), *chapters, *back]
    pictures = epub_links.pictures(book, chapters)
    epub_links.settle(documents)
    drawn = {document.file for document in documents if document.section.find(".//svg") is not None}
    cover = epub_front.cover(book)
    files = {
        "nav.xhtml": epub_package.navigation(book, documents),
        "toc.ncx": epub_package.ncx(book, documents),
        "package.opf": epub_package.package(book, documents, drawn, pictures),
        "cover.svg": xml(cover),
        "portada.xhtml": shell("Portada", book.language, _cover(cover), "cover"),
        STYLE: _STYLE.read_bytes(),
    }
    files |= {document.file: page(document, book.language) for document in documents}
    files |= {name: content for name, (content, _) in pictures.items()}
    return {"META-INF/container.xml": epub_package.CONTAINER.encode()} | {
        f"EPUB/{name}": content for name, content in files.items()
    }


def _cover(drawing: ET.Element) -> ET.Element:
    section = element("section", element("div", drawing, class_="portada"))
    section.set("epub:type", "cover")
    return section
