"""Where everything stands in the EPUB: every id and every link gets its file, every picture its copy."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from ..book import Book
from ..kinds import PICTURES
from ..pictures import file_name
from .document import Document

INSIDE = "book:"
"""Opens the address of what is inside the book, until the links are set."""
FROM = "data-from"
"""Names the chapter an element was moved from, until the links are set."""


def settle(documents: Sequence[Document]) -> None:
    """Make the ids of each document unique and set the links between documents."""
    places: dict[tuple[str, str], str] = {}
    for document in documents:
        if document.source:
            places.setdefault((document.source, ""), document.file)
        _ids(document.section, document.source, document.file, places, set())
    for document in documents:
        for link in document.section.iter("a"):
            _set(link, document.file, places)


def _ids(
    item: ET.Element, source: str, file: str, places: dict[tuple[str, str], str], taken: set[str]
) -> None:
    source = item.attrib.pop(FROM, source)
    if name := item.get("id"):
        if name in taken:
            item.set("id", f"{source}-{name}")
        taken.add(item.attrib["id"])
        places[source, name] = f"{file}#{item.get('id')}"
    for child in item:
        _ids(child, source, file, places, taken)


def _set(link: ET.Element, file: str, places: dict[tuple[str, str], str]) -> None:
    href = link.get("href", "")
    if not href.startswith(INSIDE):
        return
    chapter, _, name = href.removeprefix(INSIDE).partition("#")
    # What only a screen has is not in the book: then its page is the nearest place.
    place = places.get((chapter, name)) or places[chapter, ""]
    link.set("href", place.removeprefix(file) if place.startswith(f"{file}#") else place)


def pictures(book: Book, documents: Sequence[Document]) -> dict[str, tuple[bytes, str]]:
    """Point images to copies in the EPUB; return content and media type of each copy."""
    copies: dict[str, tuple[bytes, str]] = {}
    for image in (image for document in documents for image in document.section.iter("img")):
        source = image.get("src", "")
        name = posixpath.join("img", file_name(source))
        copies[name] = (book.site / source).read_bytes(), PICTURES[posixpath.splitext(name)[1]]
        image.set("src", name)
    return copies
