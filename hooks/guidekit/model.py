"""What the sources hold, once read. Everything here is frozen and made anew for each build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal
from xml.etree import ElementTree as ET

from .settings import Settings
from .sources.block_tree import Tree


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
class Page:
    """One Markdown page. `uri` is relative to the docs folder; `topic` counts from 1, None elsewhere;
    `lines` maps each front matter key to its line.
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

    @property
    def name(self) -> str:
        """The name authors write elsewhere: `un-nombre-corto`."""
        return self.uri.removesuffix(".md")


@dataclass(frozen=True)
class Domain:
    """A domain of the exam; `short` is its name where there is little room."""

    id: str
    name: str
    short: str


@dataclass(frozen=True)
class Tip:
    """An exam point. `topic` and `also` are names of topic pages, its own and others it helps with;
    `body` is the element as parsed, part of `tree`.
    """

    id: str
    title: str
    kind: str
    topic: str
    also: tuple[str, ...]
    domain: str | None
    keywords: tuple[str, ...]
    path: str
    line: int
    body: ET.Element
    tree: Tree


@dataclass(frozen=True)
class Task:
    """A line of a checklist: `id` keeps a reader's tick, `topic` is the page it stands on; `general` ones
    are lists an author wrote with ☐, the others the questions a topic page opens with.
    """

    id: str
    topic: str
    general: bool
    body: ET.Element
    tree: Tree


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
    """A line of the ledger. `page` is the topic page that states it, `anchor` the place there; `also` are
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
    whether its first use on a page links here; the other words are what readers may type.
    """

    id: str
    term: str
    definition: str
    pages: tuple[str, ...]
    english: str | None = None
    abbreviation: str | None = None
    linked: bool = True
    synonyms: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()


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
    made: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def facts_by_id(self) -> Mapping[str, Fact]:
        """The facts by every id they have."""
        return {name: fact for fact in self.facts for name in fact.ids}

    @property
    def topics(self) -> tuple[Page, ...]:
        """The topic pages in the order of the guide."""
        return tuple(sorted((p for p in self.pages if p.topic is not None), key=lambda p: p.topic or 0))
