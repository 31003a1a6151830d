"""The site as a book: its pages in reading order, parsed, without what only a screen uses."""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import tinyhtml5

from .. import dates
from ..web.elements import classes, remove
from . import page as downloads_page

_SCREEN_ONLY = {
    *("headerlink", "examen-pie", "diagrama-acciones", "diagrama-texto", "filtro", "filtro-vacio", "avance"),
    *("letras", "md-content__button", "md-source-file", "md-tags", "descargas-pagina", "solo-pantalla"),
}
_SCREEN_TAGS = {"script", "style", "form", "template"}
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Chapter:
    """A page. `url` is relative to the root of the site, `path` its file, `article` its parsed content
    with the ids of the page; `kind` is topic, page, or made for what the build made from data.
    """

    name: str
    title: str
    description: str
    part: str
    topic: int | None
    kind: str
    url: str
    path: Path
    article: ET.Element


@dataclass(frozen=True)
class Book:
    """The site and what its downloads say of it. `tips`, `terms` and `domains` are those of the manifest
    (guidekit.downloads.manifest); `file` is what the downloads are called after, `epoch` the second they
    speak of as now.
    """

    title: str
    description: str
    author: str
    rights: str
    licence: str
    url: str
    language: str
    file: str
    epoch: int
    chapters: tuple[Chapter, ...]
    tips: tuple[dict[str, Any], ...]
    terms: tuple[dict[str, Any], ...]
    domains: tuple[dict[str, Any], ...]
    facts: dict[str, Any] | None
    site: Path

    @property
    def date(self) -> date:
        """The day of this edition."""
        return datetime.fromtimestamp(self.epoch, UTC).date()

    @property
    def day(self) -> str:
        """The day of this edition as readers write it."""
        return dates.spanish(self.date.isoformat())

    @property
    def short_title(self) -> str:
        """The title up to its colon."""
        return self.title.partition(":")[0].strip()

    @property
    def subtitle(self) -> str:
        """What follows the colon of the title, as a line of its own."""
        rest = self.title.partition(":")[2].strip()
        return rest[:1].upper() + rest[1:]

    @property
    def public(self) -> str:
        """The address of the site, with a slash at its end, if others can reach it; else an empty text."""
        return f"{self.url.rstrip('/')}/" if self.url.startswith("https://") else ""

    @property
    def checked(self) -> str:
        """How many facts were checked, when, and how many without a source; empty without facts."""
        if not self.facts:
            return ""
        count, unsure = self.facts["count"], self.facts["unverified"]
        oldest, newest = (dates.spanish(self.facts[key]) for key in ("oldest", "newest"))
        when = f"el {oldest}" if oldest == newest else f"entre el {oldest} y el {newest}"
        rest = f": {count - unsure} con fuente y {unsure} sin verificar" if unsure else ""
        return f"{count} datos revisados {when}{rest}"

    @cached_property
    def _places(self) -> dict[str, str]:
        """Chapter names by their files, and by the folders of these: a link names either."""
        places: dict[str, str] = {}
        for chapter in self.chapters:
            file = chapter.path.relative_to(self.site).as_posix()
            places.setdefault(file, chapter.name)
            places.setdefault(posixpath.dirname(file) or ".", chapter.name)
        return places

    def chapter(self, name: str) -> Chapter:
        """Return a chapter by name; KeyError if there is none."""
        return {chapter.name: chapter for chapter in self.chapters}[name]

    def resolve(self, chapter: Chapter, href: str) -> tuple[str, str] | None:
        """Return chapter name and fragment of a link on `chapter`, None if it leaves the book."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return None
        if not parts.path:
            return (chapter.name, unquote(parts.fragment)) if parts.fragment else None
        here = posixpath.dirname(chapter.path.relative_to(self.site).as_posix())
        there = posixpath.normpath(posixpath.join(here, unquote(parts.path)))
        name = self._places.get(there)
        return None if name is None else (name, unquote(parts.fragment))


def load(manifest: Path, site: Path) -> Book:
    """Read the manifest and the pages it names from the built `site`."""
    data = json.loads(manifest.read_bytes())
    about = data["site"]
    licence = re.search(r'href="(https://creativecommons\.org/[^"]+)"', about["rights"])
    return Book(
        title=about["title"],
        description=about["description"],
        author=about["author"],
        rights=" ".join(html.unescape(_TAG.sub("", about["rights"])).split()),
        licence=licence[1] if licence else "",
        url=about["url"],
        language=about["language"],
        file=about["file"],
        epoch=data["epoch"],
        chapters=tuple(_chapters(data["pages"], site)),
        tips=tuple(data["tips"]),
        terms=tuple(data["terms"]),
        domains=tuple(data["domains"]),
        facts=data["facts"],
        site=site,
    )


def _chapters(pages: list[dict[str, Any]], site: Path) -> Iterator[Chapter]:
    for page in pages:
        if page["uri"] == downloads_page.PAGE:  # about files, for a browser
            continue
        url = page["url"].split("#")[0]
        path = site / (url if url.endswith(".html") else posixpath.join(url, "index.html"))
        article = _article(path)
        kept = {key: page[key] for key in ("name", "title", "description", "part", "topic", "kind")}
        yield Chapter(**kept, url=url, path=path, article=article)


def _article(path: Path) -> ET.Element:
    document = tinyhtml5.parse(path.read_bytes(), namespace_html_elements=False)
    found: ET.Element = next(element for element in document.iter("article"))
    _clean(found)
    return found


def _clean(parent: ET.Element) -> None:
    for child in list(parent):
        if not isinstance(child.tag, str) or child.tag in _SCREEN_TAGS or classes(child) & _SCREEN_ONLY:
            remove(parent, child)
        else:
            _clean(child)
