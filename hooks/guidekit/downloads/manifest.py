"""What the makers of downloads must know of a site beyond its pages: a file between two processes."""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from ..model import Citation, Corpus, Domain, Fact, Page, Term, Tip, in_order
from ..settings import Settings
from ..web.typography import keep_together

_Kind = TypeVar("_Kind")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Entry:
    """A page in reading order: `uri` of its source, `url` in the site, `part` the section it is in; `topic`
    the number of its topic, of which it is page number `place`, `part_of` the name of the first of those if
    it is another one; `kind` topic, part (of a topic), page or, for what the build made, made.
    """

    uri: str
    title: str
    description: str
    url: str
    part: str
    topic: int | None = None
    kind: str = "page"
    part_of: str | None = None
    place: int = 1

    @property
    def subject(self) -> str:
        """The name of the topic page it belongs to; of other pages their own."""
        return self.part_of or self.name

    @property
    def number(self) -> str:
        """The number of its topic as readers see it, that of a part behind a point; empty without a topic."""
        return "" if self.topic is None else str(self.topic) + (f".{self.place}" if self.place > 1 else "")

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
    """An exam point: `page` is the one it stands on, `topic` that of its topic, `also` others it helps with,
    `domain` an id of the exam's and `domain_name` its short name, or none and an empty text; `english` the
    cue as the exam says it.
    """

    id: str
    title: str
    kind: str
    page: str
    topic: str
    also: tuple[str, ...] = ()
    domain: str | None = None
    domain_name: str = ""
    english: str = ""


@dataclass(frozen=True)
class Known:
    """What to know by heart of the topic page `topic`: `key` is what belongs to `asked`, in the `kind` row a
    figure to its sentence, in the kind cue an answer to what is seen; `facts` are the ids of its facts.
    """

    kind: str
    topic: str
    asked: str
    key: str
    facts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """The site as mkdocs.yml describes it, and what it knows. `file` is what the downloads are called after,
    `epoch` the second they speak of as now, `licence` an address or nothing.
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
    pages: tuple[Entry, ...] = ()
    points: tuple[Point, ...] = ()
    known: tuple[Known, ...] = ()
    terms: tuple[Term, ...] = ()
    domains: tuple[Domain, ...] = ()
    facts: tuple[Fact, ...] = ()

    @property
    def public(self) -> str:
        """The address of the site, with a slash at its end, if others can reach it; else an empty text."""
        return f"{self.url.rstrip('/')}/" if self.url.startswith("https://") else ""


def build(corpus: Corpus, entries: Iterable[Entry], *, rights: str, **about: Any) -> Manifest:
    """Return the manifest of a site; the `entries` need not know topic and kind, `rights` may be HTML."""
    written = {page.uri: page for page in corpus.pages}
    domains = {domain.id: domain.short for domain in corpus.domains}
    return Manifest(
        **about,
        rights=" ".join(html.unescape(_TAG.sub("", rights)).split()),
        licence=corpus.settings.licence,
        pages=tuple(_placed(entries, written)),
        points=tuple(_point(tip, domains.get(tip.domain or "", "")) for tip in corpus.tips),
        known=tuple(_known(corpus.pages, corpus.settings)),
        terms=corpus.terms,
        domains=corpus.domains,
        facts=tuple(_set_right(fact, corpus.settings) for fact in corpus.facts),
    )


def _point(tip: Tip, domain_name: str) -> Point:
    place = tip.page, tip.topic, tip.also
    return Point(tip.id, tip.title, tip.kind, *place, tip.domain, domain_name, tip.english)


def _known(pages: Iterable[Page], settings: Settings) -> Iterator[Known]:
    for page in in_order(pages):
        pairs = [("row", row.says, row.figure, row.facts) for row in page.summary]
        pairs += [("cue", cue.see, cue.answer, cue.facts) for cue in page.cues]
        for kind, asked, key, facts in pairs:
            asked, key = (keep_together(text, settings) for text in (asked, key))
            yield Known(kind, page.name, asked, key, facts)


def _set_right(fact: Fact, settings: Settings) -> Fact:
    """Return a fact whose texts are set as those of the pages are."""
    fields = {key: getattr(fact, key) for key in ("statement", "before", "exam", "feature")}
    texts: dict[str, Any] = {key: text and keep_together(text, settings) for key, text in fields.items()}
    sources = [replace(source, title=keep_together(source.title, settings)) for source in fact.sources]
    return replace(fact, **texts, sources=tuple(sources))


def _placed(entries: Iterable[Entry], written: Mapping[str, Page]) -> Iterator[Entry]:
    """Yield the entries with what the pages say of themselves."""
    numbers = {page.name: page.topic for page in written.values() if page.topic is not None}
    seen = Counter[str]()
    for entry in entries:
        page = written.get(entry.uri)
        if page is None or not page.teaches:
            yield replace(entry, kind="made" if page is None else "page")
            continue
        seen[page.subject] += 1
        yield replace(
            entry,
            topic=numbers[page.subject],
            kind="topic" if page.part_of is None else "part",
            part_of=page.part_of,
            place=seen[page.subject],
        )


def write(manifest: Manifest, file: Path) -> None:
    """Write the manifest as one JSON object."""
    file.write_text(json.dumps(asdict(manifest), ensure_ascii=False), "utf-8")


def read(file: Path) -> Manifest:
    """Return the manifest that `write` wrote."""
    data = json.loads(file.read_bytes())
    for fact in data["facts"]:
        fact["sources"] = [_made(Citation, source) for source in fact["sources"]]
    kinds = {"pages": Entry, "points": Point, "known": Known, "terms": Term, "domains": Domain, "facts": Fact}
    lists = {key: [_made(kind, entry) for entry in data[key]] for key, kind in kinds.items()}
    return _made(Manifest, data | lists)


def _made(kind: Callable[..., _Kind], entry: Mapping[str, Any]) -> _Kind:
    return kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()})
