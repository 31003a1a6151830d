"""What the makers of downloads must know of a site beyond its pages: a file between two processes."""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from ..model import Citation, Corpus, Domain, Fact, Term, Tip
from ..settings import Settings
from ..web.typography import keep_together

_Kind = TypeVar("_Kind")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Entry:
    """A page in reading order: `uri` of its source, `url` in the site, `part` the section it is in; `topic`
    its number, `kind` topic, page or, for what the build made, made.
    """

    uri: str
    title: str
    description: str
    url: str
    part: str
    topic: int | None = None
    kind: str = "page"

    @property
    def name(self) -> str:
        """The name of the page: `replicas-de-lectura`."""
        return self.uri.removesuffix(".md")

    @property
    def file(self) -> str:
        """Where it stands below the root of the site."""
        path = self.url.split("#")[0]
        return path if path.endswith(".html") else posixpath.join(path, "index.html")

    @property
    def home(self) -> bool:
        """Whether this is the page visitors see first."""
        return self.file == "index.html"


@dataclass(frozen=True)
class Point:
    """An exam point: `topic` is the page it stands on, `also` others it helps with, `domain` an id of the
    exam's and `domain_name` its short name, or none and an empty text.
    """

    id: str
    title: str
    kind: str
    topic: str
    also: tuple[str, ...] = ()
    domain: str | None = None
    domain_name: str = ""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """The site as mkdocs.yml describes it, and what it knows. `file` is what the downloads are called after,
    `epoch` the second they speak of as now, `earlier` the edition that facts are compared with, `licence` an
    address or nothing.
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
    earlier: str = ""
    pages: tuple[Entry, ...] = ()
    points: tuple[Point, ...] = ()
    terms: tuple[Term, ...] = ()
    domains: tuple[Domain, ...] = ()
    facts: tuple[Fact, ...] = ()

    @property
    def public(self) -> str:
        """The address of the site, with a slash at its end, if others can reach it; else an empty text."""
        return f"{self.url.rstrip('/')}/" if self.url.startswith("https://") else ""


def build(corpus: Corpus, entries: Iterable[Entry], *, rights: str, **about: Any) -> Manifest:
    """Return the manifest of a site; the `entries` need not know topic and kind, `rights` may be HTML."""
    topics = {page.uri: page.topic for page in corpus.pages}
    domains = {domain.id: domain.short for domain in corpus.domains}
    return Manifest(
        **about,
        rights=" ".join(html.unescape(_TAG.sub("", rights)).split()),
        licence=corpus.settings.licence,
        earlier=corpus.settings.earlier,
        pages=tuple(
            replace(entry, topic=topics.get(entry.uri), kind=_kind(entry.uri, topics)) for entry in entries
        ),
        points=tuple(_point(tip, domains.get(tip.domain or "", "")) for tip in corpus.tips),
        terms=corpus.terms,
        domains=corpus.domains,
        facts=tuple(_set_right(fact, corpus.settings) for fact in corpus.facts),
    )


def _point(tip: Tip, domain_name: str) -> Point:
    return Point(tip.id, tip.title, tip.kind, tip.topic, tip.also, tip.domain, domain_name)


def _set_right(fact: Fact, settings: Settings) -> Fact:
    """Return a fact whose texts are set as those of the pages are."""
    fields = {key: getattr(fact, key) for key in ("statement", "before", "exam", "feature")}
    texts: dict[str, Any] = {key: text and keep_together(text, settings) for key, text in fields.items()}
    sources = [replace(source, title=keep_together(source.title, settings)) for source in fact.sources]
    return replace(fact, **texts, sources=tuple(sources))


def _kind(uri: str, topics: Mapping[str, int | None]) -> str:
    return "made" if uri not in topics else "page" if topics[uri] is None else "topic"


def write(manifest: Manifest, file: Path) -> None:
    """Write the manifest as one JSON object."""
    file.write_text(json.dumps(asdict(manifest), ensure_ascii=False), "utf-8")


def read(file: Path) -> Manifest:
    """Return the manifest that `write` wrote."""
    data = json.loads(file.read_bytes())
    for fact in data["facts"]:
        fact["sources"] = [_made(Citation, source) for source in fact["sources"]]
    kinds = {"pages": Entry, "points": Point, "terms": Term, "domains": Domain, "facts": Fact}
    lists = {key: [_made(kind, entry) for entry in data[key]] for key, kind in kinds.items()}
    return _made(Manifest, data | lists)


def _made(kind: Callable[..., _Kind], entry: Mapping[str, Any]) -> _Kind:
    return kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()})
