"""Fill the page /descargas/, and the link on the pages that have a PDF of their own, with the facts of the
files that exist.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as ET

from ..exam import review_sheet
from ..web import service_worker
from ..web.elements import element
from . import page as downloads_page
from . import registry
from .book import Book

Address = Callable[[str], str | None]
"""Where the file of this name, in the folder of the downloads, is from a page; None if out of reach."""
_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b.*?stream\r?\n", re.DOTALL)
_PAGES = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)|/Count\s+(\d+)[^>]*?/Type\s*/Pages\b")


def make(book: Book, target: Path) -> None:
    """Fill every place for which there is a file below `target`."""
    linking = [
        book.site / chapter.file
        for chapter in book.chapters
        if chapter.topic is not None or chapter.uri == review_sheet.PAGE
    ]
    pages = [page for page in (target / "index.html", target.with_suffix(".html")) if page.is_file()]
    for page in (*linking, *pages):
        text = page.read_text("utf-8")
        filled = fill(text, book, target, beside(page, target))
        if filled != text:
            page.write_text(filled, "utf-8")
    service_worker.refresh(book.site, registry.not_kept())


def beside(page: Path, target: Path) -> Address:
    """Return the addresses of files in the folder `target` as `page` writes them."""
    way = posixpath.relpath(target.as_posix(), page.parent.as_posix())
    return lambda name: posixpath.normpath(posixpath.join(way, quote(name)))


def fill(text: str, book: Book, target: Path, address: Address, archive: str = "") -> str:
    """Return the text of a page with its places filled. `archive` is the file the page goes into, if any."""

    def content(kind: str, name: str) -> list[ET.Element] | None:
        file = target / name
        if kind == downloads_page.NOTICE:
            return [element("p", f"Versión del {book.day}.")]
        if kind == downloads_page.TOPICS:
            return _topics(book, target, address)
        if name == archive:
            return [element("p", "Es la copia que tienes abierta.")]
        if not file.is_file():
            return None
        href = address(name)
        if kind in downloads_page.LINKS:
            words = f"{downloads_page.LINKS[kind]} ({', '.join(_measures(file))})"
            return [element("p", element("a", words, href=href))] if href else []
        return _card(file, book, href)

    return downloads_page.fill(text, content)


def _card(file: Path, book: Book, href: str | None) -> list[ET.Element]:
    label = next(item.label for item in registry.FORMATS if file.name == f"{book.file}{item.suffix}")
    link = [element("a", label, class_="descarga-boton", href=href)] if href else []
    facts = " · ".join((*_measures(file), book.day))
    code = element("code", _sum(file))
    return [element("p", *link), element("p", facts, element("br"), "SHA-256: ", code)]


def _topics(book: Book, target: Path, address: Address) -> list[ET.Element] | None:
    topics = [chapter for chapter in book.chapters if chapter.kind == "topic"]
    files = {target / f"{chapter.name}.pdf": chapter.title for chapter in topics}
    files = {file: title for file, title in files.items() if file.is_file()}
    if not files:
        return None
    items, sums = [], []
    for file, title in files.items():
        href = address(file.name)
        if href is None:
            return [element("p", "Se descargan en el sitio publicado.")]
        small = element("small", ", ".join(_measures(file)))
        items.append(element("li", element("a", title, href=href), " ", small))
        sums.append(f"{_sum(file)}  {file.name}")
    summary = element("summary", "SHA-256 de cada tema")
    return [element("ul", *items), element("details", summary, element("pre", "\n".join(sums)))]


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _measures(file: Path) -> list[str]:
    size = spanish_size(file.stat().st_size)
    if file.suffix != ".pdf":
        return [size]
    count = pdf_pages(file.read_bytes())
    return [f"{count} página" if count == 1 else f"{count} páginas", size]


def spanish_size(count: int) -> str:
    """Return a number of bytes as readers know it: «340 kB», «2,3 MB»."""
    if count < 1_000_000:
        return f"{max(round(count / 1000), 1)}\N{NO-BREAK SPACE}kB"
    return f"{count / 1_000_000:.1f}\N{NO-BREAK SPACE}MB".replace(".", ",")


def pdf_pages(data: bytes) -> int:
    """Return the number of pages, which the root of the page tree holds, in the open or in a compressed
    object stream; 0 if there is none.
    """
    packed = (zlib.decompressobj().decompress(data[match.end() :]) for match in _OBJECTS.finditer(data))
    counts = (int(a or b) for part in (data, *packed) for a, b in _PAGES.findall(part))
    return max(counts, default=0)
