"""What the sources hold, once read. Everything here is frozen and made anew for each build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from typing import Any, Literal
from xml.etree import ElementTree as ET

from .settings import Settings
from .sources.block_tree import LINE, Tree


@dataclass(frozen=True)
class Diagram:
    """One Mermaid fence. `line` is that of its opening fence; `source` is normalised Mermaid text,
    `offset` the number of lines between the opening fence and the first row of `source`.
    """

    id: str
    caption: str
    source: str
    path: str
    line: int
    offset: int


@dataclass(frozen=True)
class Drawing:
    """A committed drawing: its SVG, and its parts as Mermaid's parser found them (diagrams/draw/draw.js)."""

    svg: str
    parts: Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """What to know by heart of a topic: a `figure`, a number or a word, and the sentence it belongs to;
    `facts` are the ids of where that is stated, `line` where an author wrote it.
    """

    figure: str
    says: str
    facts: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Cue:
    """What to answer on seeing something in a question; `facts` and `line` as those of a row."""

    see: str
    answer: str
    facts: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Page:
    """One Markdown page. `uri` is relative to the docs folder; `topic` counts from 1, None elsewhere;
    `part_of` is the name of the topic page that this page is a part of; `lines` maps each front matter key to
    its line.
    """

    uri: str
    path: str
    title: str
    description: str
    icon: str | None
    topic: int | None
    exam_domains: tuple[str, ...]
    diagrams: tuple[Diagram, ...]
    lines: Mapping[str, int]
    part_of: str | None = None
    summary: tuple[Row, ...] = ()
    cues: tuple[Cue, ...] = ()

    @property
    def name(self) -> str:
        """The name authors write elsewhere: `un-nombre-corto`."""
        return self.uri.removesuffix(".md")

    @property
    def subject(self) -> str:
        """The name of the topic page this page belongs to; of other pages their own."""
        return self.part_of or self.name

    @property
    def teaches(self) -> bool:
        """Whether this is a topic page or a part of one."""
        return self.topic is not None or self.part_of is not None


@dataclass(frozen=True)
class Domain:
    """A domain of the exam; `short` is its name where there is little room, `weight` its share in percent."""

    id: str
    name: str
    short: str
    weight: int | None = None


@dataclass(frozen=True)
class Tip:
    """An exam point. `page` is the name of the page it stands on, `topic` and `also` those of topic pages,
    its own and others it helps with; `english` is the cue as the exam says it, `body` the element as parsed,
    part of `tree`.
    """

    id: str
    title: str
    kind: str
    page: str
    topic: str
    also: tuple[str, ...]
    domain: str | None
    keywords: tuple[str, ...]
    path: str
    line: int
    body: ET.Element
    tree: Tree
    english: str = ""


@dataclass(frozen=True)
class Task:
    """A line of a checklist: `id` keeps a reader's tick, `page` is the name of the page it stands on, `topic`
    that of its topic page; `general` ones are lists an author wrote with ☐, the others the questions of a
    topic.
    """

    id: str
    page: str
    topic: str
    general: bool
    body: ET.Element
    tree: Tree

    @property
    def answered(self) -> bool:
        """Whether its body is a fold that holds the question, as its summary, and the answer."""
        return self.body.tag == "details"

    @property
    def words(self) -> str:
        """The question, of one that is answered, as its author wrote it."""
        return LINE.sub("", self.body[0].text or "").strip()

    @property
    def anchor(self) -> str:
        """The id of its answer on its page."""
        return f"comprueba-{self.id}"


@dataclass(frozen=True)
class Citation:
    """A page that facts are checked against. Its text was `read` at that `address`, in a `copy` or another
    edition, or `no`: it is only known.
    """

    id: str
    title: str
    url: str
    read: Literal["address", "copy", "no"]
    line: int


@dataclass(frozen=True)
class Fact:
    """A line of the ledger. `page` is the page that states it, `anchor` the place there; `also` are
    ids merged into it; `before` is what the earlier edition said, `exam` what the exam expects. Dates
    are ISO texts: `checked`, `check_by`, and `since`, when the `change` took place. `feature` names
    what the earlier edition lacked.
    """

    id: str
    statement: str
    status: str
    sources: tuple[Citation, ...]
    checked: str
    check_by: str
    page: str
    path: str
    line: int
    also: tuple[str, ...] = ()
    before: str | None = None
    exam: str | None = None
    since: str | None = None
    change: str | None = None
    feature: str | None = None
    anchor: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """Its id and those merged into it."""
        return (self.id, *self.also)


@dataclass(frozen=True)
class Term:
    """A term of the glossary. `pages` are names without .md, the one that explains it first; `linked` says
    whether its first use on a page links here, `essential` whether the glossary shows it before a reader asks
    for all; `facts` are the ids of where its figures are stated; the other words are what readers may type.
    """

    id: str
    term: str
    definition: str
    pages: tuple[str, ...]
    english: str | None = None
    abbreviation: str | None = None
    linked: bool = True
    essential: bool = False
    facts: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moved:
    """A place that was `anchor` on `page` and is `to_anchor` on `to_page` now; pages by name."""

    page: str
    anchor: str
    to_page: str
    to_anchor: str
    path: str
    line: int


@dataclass(frozen=True)
class Corpus:
    """All sources of one build. `drawings` maps diagram ids to committed drawings; a diagram that has not
    been drawn in its present form is absent. `references` maps page names to the ids of the facts they cite,
    `made` the addresses of pages the build makes to their Markdown.
    """

    pages: tuple[Page, ...]
    domains: tuple[Domain, ...]
    diagrams: Mapping[str, Diagram]
    drawings: Mapping[str, Drawing]
    terms: tuple[Term, ...] = ()
    tips: tuple[Tip, ...] = ()
    tasks: tuple[Task, ...] = ()
    facts: tuple[Fact, ...] = ()
    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    moved: tuple[Moved, ...] = ()
    made: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def facts_by_id(self) -> Mapping[str, Fact]:
        """The facts by every id they have."""
        return {name: fact for fact in self.facts for name in fact.ids}

    @property
    def topics(self) -> tuple[Page, ...]:
        """The topic pages in the order of the guide."""
        return tuple(page for page in in_order(self.pages) if page.topic is not None)

    def parts(self, topic: Page) -> tuple[Page, ...]:
        """Return a topic page and the pages that are its parts, in order."""
        return tuple(page for page in in_order(self.pages) if page.teaches and page.subject == topic.name)


def in_order(pages: Iterable[Page]) -> list[Page]:
    """Return pages as a reader goes through them: each topic and its parts by name, then the other pages."""
    listed = list(pages)
    numbers = {page.name: page.topic for page in listed if page.topic is not None}

    def place(page: Page) -> tuple[float, bool, str]:
        return numbers.get(page.subject, inf), page.topic is None, page.name if page.teaches else ""

    return sorted(listed, key=place)
