"""The whole site as an archive that works from a folder: unzip, open index.html.

Made from the one build. Only addresses inside start tags change, found by a real parser; every other
byte is the page's own, so that what was tested over HTTP is what a reader opens.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from . import atomic as files
from . import listing, registry
from .book import Book

_FOR_SERVERS = {"404.html", "manifest.webmanifest", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "sw.js"}
_DROPPED = re.compile(r"""<link\b[^>]*\brel=["']?(?:canonical|manifest)\b""")
_ADDRESSES = {"href", "src"}
_ATTRIBUTE = re.compile(r"""\s([^\s=>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")


def make(book: Book, target: Path) -> list[Path]:
    """Write the archive, with the downloads that travel in it."""
    archive = target / f"{book.file}-offline.zip"
    contents = _contents(book, target, archive.name)
    entries = ((f"{book.file}/{name}", data) for name, data in contents)
    files.archive(archive, entries, book.epoch)
    return [archive]


def _contents(book: Book, target: Path, archive: str) -> Iterator[tuple[str, bytes]]:
    inside = registry.in_archive(book.file)
    folder = target.relative_to(book.site).as_posix()
    public = book.public and urljoin(book.public, f"{folder}/")
    names = set(_names(book.site, folder, inside))
    for name in sorted(names):
        file = book.site / name
        if file.suffix != ".html":
            yield name, file.read_bytes()
            continue
        near = listing.beside(file, target)

        def address(download: str, near: listing.Address = near) -> str | None:
            if download in inside:
                return near(download)
            return urljoin(public, quote(download)) if public else None

        text = listing.fill(file.read_text("utf-8"), book, target, address, archive)
        yield name, relocate(text, name, names).encode()


def _names(site: Path, folder: str, inside: set[str]) -> Iterator[str]:
    for file in site.rglob("*"):
        name = file.relative_to(site).as_posix()
        download = posixpath.dirname(name) == folder and file.suffix != ".html" and file.name not in inside
        if file.is_file() and name not in _FOR_SERVERS and not download:
            yield name


def relocate(text: str, page: str, names: set[str]) -> str:
    """Return a page whose links to folders name the index.html in them; `names` are the files there are."""
    parser = _StartTags()
    parser.feed(text)
    parser.close()
    parts, end = [], 0
    for start, tag in parser.tags:
        parts += [text[end:start], _moved(tag, page, names)]
        end = start + len(tag)
    return "".join((*parts, text[end:]))


class _StartTags(HTMLParser):
    """Finds every start tag with an address, where it begins and as it is written."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[int, str]] = []
        self._lines: list[int] = []

    def feed(self, data: str) -> None:
        self._lines = [0, *(match.end() for match in re.finditer("\n", data))]
        super().feed(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if any(name in _ADDRESSES for name, _ in attrs):
            line, column = self.getpos()
            self.tags.append((self._lines[line - 1] + column, self.get_starttag_text() or ""))


def _moved(tag: str, page: str, names: set[str]) -> str:
    if _DROPPED.match(tag):
        return ""

    def put(match: re.Match[str]) -> str:
        if match[1].lower() not in _ADDRESSES or match[2] is None:
            return match[0]
        old = html.unescape(match[2].strip("\"'"))
        new = _file_address(old, page, names)
        return match[0] if new == old else f' {match[1]}="{html.escape(new)}"'

    return _ATTRIBUTE.sub(put, tag)


def _file_address(value: str, page: str, names: set[str]) -> str:
    parts = urlsplit(value)
    if parts.scheme or parts.netloc or not parts.path:
        return value
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    if there in names or posixpath.normpath(f"{there}/index.html") not in names:
        return value
    path = posixpath.normpath(posixpath.join(parts.path, "index.html"))
    return urlunsplit(parts._replace(path=path))
