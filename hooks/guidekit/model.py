"""What the sources hold, once read. Everything here is frozen and made anew for each build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


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
    """A committed drawing: its SVG, and its parts as Mermaid's own parser found them (drawing/page.js)."""

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


@dataclass(frozen=True)
class Domain:
    """A domain of the exam; `weight` in percent."""

    id: str
    name: str
    english: str
    weight: int


@dataclass(frozen=True)
class Term:
    """A term of the glossary. `pages` are names without .md; the other words are what readers may type."""

    id: str
    term: str
    definition: str
    pages: tuple[str, ...]
    english: str | None = None
    abbreviation: str | None = None
    synonyms: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Corpus:
    """All sources of one build. `drawings` maps diagram ids to committed drawings; a diagram
    that has not been drawn in its present form is absent.
    """

    pages: tuple[Page, ...]
    domains: tuple[Domain, ...]
    diagrams: Mapping[str, Diagram]
    drawings: Mapping[str, Drawing]
    terms: tuple[Term, ...]
