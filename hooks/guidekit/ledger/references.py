"""References to facts in the text of pages, `[[abc-001]]`: find them, and tell each fact where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..model import Cue, Fact, Page, Row
from ..sources.markdown_lines import prose_lines
from ..sources.problems import Problem, did_you_mean

REFERENCE = re.compile(r"\[\[([a-z]+-\d+(?:[ ,]+[a-z]+-\d+)*)\]\]")
"""What an author writes behind the statement of a fact: an id, or several."""
_BRACKETS = re.compile(r"\[\[[^\]\n]*(?:\]\])?")
_EXAMPLE = "`[[abc-001]]`, ids in lower case, spaces between several"


def ids_of(match: re.Match[str]) -> list[str]:
    """Return the ids of a reference."""
    return re.findall(r"[a-z]+-\d+", match[1])


def place(
    facts: Sequence[Fact], pages: Sequence[Page], texts: Mapping[str, str]
) -> tuple[list[Fact], dict[str, tuple[str, ...]], list[Problem]]:
    """Return the facts with the anchor of the first reference to each on its page, the ids of the facts that
    each page cites in its text and in its summary, and what is wrong with the references. `texts` maps page
    names to their Markdown.
    """
    by_id = {name: fact for fact in facts for name in fact.ids}
    anchors: dict[str, str] = {}
    cited: dict[str, tuple[str, ...]] = {}
    used: set[str] = set()
    problems: list[Problem] = []
    for page in pages:
        seen: dict[str, None] = {}
        problems += _misspelt(page.path, texts[page.name])
        for line, names in _in(texts[page.name]):
            problems += [_unknown(page.path, line, name, by_id) for name in names if name not in by_id]
            known = [by_id[name] for name in names if name in by_id]
            used.update(names)
            if anchor := first_new([fact.id for fact in known], seen):
                at_home = [fact.id for fact in known if fact.page == page.name]
                anchors = {**dict.fromkeys(at_home, anchor), **anchors}
        rows: list[Row | Cue] = [*page.summary, *page.cues]
        shown = [by_id[name].id for row in rows for name in row.facts if name in by_id]
        cited[page.name] = tuple(dict.fromkeys([*seen, *shown]))
    paths = {page.name: page.path for page in pages}
    problems += [problem for fact in facts for problem in _without(fact, paths[fact.page], anchors, used)]
    return [replace(fact, anchor=anchors.get(fact.id, "")) for fact in facts], cited, problems


def _in(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in prose_lines(text):
        for match in REFERENCE.finditer(line):
            yield number, ids_of(match)


def _misspelt(path: str, text: str) -> Iterator[Problem]:
    """Tell of what looks like a reference and is none: it would be published as it stands."""
    for number, line in prose_lines(text):
        for match in _BRACKETS.finditer(REFERENCE.sub("", line)):
            yield Problem(path, number, f"'{match[0]}' is no reference to a fact", _EXAMPLE)


def _unknown(path: str, line: int, name: str, known: Mapping[str, Fact]) -> Problem:
    hint = did_you_mean(name, known)
    return Problem(path, line, f"unknown fact '{name}'", "an id of docs/_data/facts/", hint)


def _without(fact: Fact, path: str, anchors: Mapping[str, str], used: set[str]) -> Iterator[Problem]:
    """Tell that nothing refers to a fact, or to an id merged into it."""
    if fact.id not in anchors:
        where = f"`[[{fact.id}]]` in {path}"
        yield Problem(fact.path, fact.line, f"fact '{fact.id}' has no reference on its page", where)
    for name in fact.also:
        if name not in used:
            yield Problem(fact.path, fact.line, f"id '{name}' is never used", f"`[[{name}]]` on a page")


def first_new(names: Sequence[str], seen: dict[str, None]) -> str | None:
    """Return the id of the anchor a reference to the facts `names` gets, None if all were `seen`; see them.

    Collecting and rendering both walk a page with this, so that they agree.
    """
    new = [name for name in names if name not in seen]
    seen.update(dict.fromkeys(names))
    return f"hecho-{new[0]}" if new else None
