"""The site as a book: its pages in reading order, each as a manuscript, and what the site says of itself."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

from .. import dates
from ..ledger.statuses import Mark, Status
from . import manifest, manuscript
from . import page as downloads_page
from .manifest import Entry, Manifest

_IN_FRAGMENT = "/?:@!$&'()*+,;="


@dataclass(frozen=True, kw_only=True)
class Chapter(Entry):
    """A page of the site; `body` is its manuscript."""

    body: ET.Element


@dataclass(frozen=True, kw_only=True)
class Book(Manifest):
    """What the site says of itself, with the pages that books hold."""

    site: Path
    chapters: tuple[Chapter, ...] = ()

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
    def checked(self) -> str:
        """How many facts were checked, when, and how many without a source; empty without facts."""
        if not self.facts:
            return ""
        days = sorted(fact.checked for fact in self.facts)
        oldest, newest = dates.spanish(days[0]), dates.spanish(days[-1])
        when = f"el {oldest}" if oldest == newest else f"entre el {oldest} y el {newest}"
        unsure = sum(Status.of(fact.status).mark == Mark.UNKNOWN for fact in self.facts)
        rest = f": {len(days) - unsure} con fuente y {unsure} sin verificar" if unsure else ""
        return f"{len(days)} datos revisados {when}{rest}"

    def chapter(self, name: str) -> Chapter | None:
        """Return a chapter by name, if there is one."""
        return next((chapter for chapter in self.chapters if chapter.name == name), None)

    def topic_pages(self, topic: Chapter) -> tuple[Chapter, ...]:
        """Return the page of a topic and those that are its parts."""
        return tuple(chapter for chapter in self.chapters if chapter.subject == topic.name)

    def address(self, link: ET.Element) -> str:
        """Return where a link of a manuscript leads on the web: nowhere if only this book is public."""
        page = self.chapter(link.get("page", ""))
        if page is None or not self.public:
            return link.get("href", "")
        at = link.get("at")
        return f"{self.public}{page.url}" + (f"#{quote(at, safe=_IN_FRAGMENT)}" if at else "")


def load(file: Path, site: Path) -> Book:
    """Read the manifest in `file` and the pages it names from the built `site`."""
    data = manifest.read(file)
    entries = [entry for entry in data.pages if entry.uri != downloads_page.PAGE]  # of use in a browser
    links = _Links(_places(entries), data.public)
    chapters = tuple(_chapter(entry, site, links) for entry in entries)
    return Book(**vars(data), site=site, chapters=chapters)


def place(address: str, page: str) -> str:
    """Return the file that a relative address on a page, a file itself, leads to, both below the root of the
    site; an empty text if it leads out of it.
    """
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(urlsplit(address).path)))
    return "" if path.startswith("..") else path


def _places(entries: Iterable[Entry]) -> dict[str, str]:
    """Return page names by their files, and by the folders of these: a link names either."""
    places: dict[str, str] = {}
    for entry in entries:
        places.setdefault(entry.file, entry.name)
        places.setdefault(posixpath.dirname(entry.file) or ".", entry.name)
    return places


def _chapter(entry: Entry, site: Path, links: _Links) -> Chapter:
    def picture(src: str) -> str:
        path = place(src, entry.file)
        return path if path and (site / path).is_file() else ""

    body = manuscript.read(site / entry.file, entry.url or entry.file, links.on(entry), picture)
    return Chapter(**vars(entry), body=body)


@dataclass(frozen=True)
class _Links:
    """Where addresses lead: `places` are chapters by file and folder, `public` is the address of the site."""

    places: Mapping[str, str]
    public: str

    def on(self, page: Entry) -> Callable[[str], dict[str, str]]:
        """Return what tells the attributes of a link on a page."""

        def link(href: str) -> dict[str, str]:
            parts = urlsplit(href)
            if parts.scheme or parts.netloc:
                return {"href": href}
            if not parts.path:
                return {"page": page.name, "at": unquote(parts.fragment)} if parts.fragment else {}
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.file), unquote(parts.path)))
            if path in self.places:
                return {"page": self.places[path], "at": unquote(parts.fragment)}
            return {"href": urljoin(f"{self.public}{page.file}", href)} if self.public else {}

        return link
