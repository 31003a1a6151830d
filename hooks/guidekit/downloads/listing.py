"""Fill the page /descargas/, and the link on each topic page, with the facts of the files that exist."""

from __future__ import annotations

import hashlib
import html
import posixpath
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from ..web import service_worker
from . import page as downloads_page
from .manuscript import Book

Address = Callable[[str], str | None]
"""Where the file of this name, in the folder of the downloads, is from a page; None if out of reach."""
_NAMES = {
    ".pdf": "Descargar el libro en PDF",
    ".epub": "Descargar el EPUB",
    ".apkg": "Descargar las tarjetas",
    ".zip": "Descargar el zip",
}
_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b.*?stream\r?\n", re.DOTALL)
_PAGES = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)|/Count\s+(\d+)[^>]*?/Type\s*/Pages\b")
_OUT_OF_REACH = "<p>Se descargan en el sitio publicado.</p>"


def make(book: Book, target: Path) -> list[Path]:
    """Fill every place for which there is a file below `target`."""
    topics = [chapter.path for chapter in book.chapters if chapter.topic is not None]
    own = [file for file in (target / "index.html", target.with_suffix(".html")) if file.is_file()]
    for page in (*topics, *own):
        text = page.read_text("utf-8")
        filled = fill(text, book, target, beside(page, target))
        if filled != text:
            page.write_text(filled, "utf-8")
    service_worker.refresh(book.site)
    return []


def beside(page: Path, target: Path) -> Address:
    """Return the addresses of files in the folder `target` as `page` writes them."""
    way = posixpath.relpath(target.as_posix(), page.parent.as_posix())
    return lambda name: posixpath.normpath(posixpath.join(way, quote(name)))


def fill(text: str, book: Book, target: Path, address: Address, own: str = "") -> str:
    """Return the text of a page with its places filled. `own` is the archive the page goes into."""

    def content(kind: str, name: str) -> str | None:
        file = target / name
        if kind == downloads_page.NOTICE:
            return f"<p>Versión del {book.day}.</p>"
        if kind == downloads_page.TOPICS:
            return _topics(book, target, address)
        if name == own:
            return "<p>Es la copia que tienes abierta.</p>"
        if not file.is_file():
            return None
        if kind == downloads_page.TOPIC:
            link = _link(address(name), f"Descargar este tema en PDF ({', '.join(_measures(file))})")
            return f"<p>{link}</p>" if link else ""
        return _card(file, address(name), book.day)

    return downloads_page.fill(text, content)


def _link(address: str | None, text: str, classes: str = "") -> str:
    if address is None:
        return ""
    css = f' class="{classes}"' if classes else ""
    return f'<a{css} href="{html.escape(address)}">{html.escape(text, quote=False)}</a>'


def _card(file: Path, address: str | None, date: str) -> str:
    link = _link(address, _NAMES[file.suffix], "descarga-boton")
    return f"<p>{link}</p><p>{' · '.join((*_measures(file), date))}<br>SHA-256: <code>{_sum(file)}</code></p>"


def _topics(book: Book, target: Path, address: Address) -> str | None:
    topics = [chapter for chapter in book.chapters if chapter.topic is not None]
    files = [(chapter.title, target / f"{chapter.name}.pdf") for chapter in topics]
    files = [(title, file) for title, file in files if file.is_file()]
    if not files:
        return None
    if address(files[0][1].name) is None:
        return _OUT_OF_REACH
    items = "".join(
        f"<li>{_link(address(file.name), title)} <small>{', '.join(_measures(file))}</small></li>"
        for title, file in files
    )
    sums = "\n".join(f"{_sum(file)}  {file.name}" for _, file in files)
    return f"<ul>{items}</ul><details><summary>SHA-256 de cada tema</summary><pre>{sums}</pre></details>"


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
