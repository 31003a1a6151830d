"""The ledger of facts: read docs/_data/facts/ and sources.yml, check them, tell where each fact stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from ..model import Citation, Fact, Page
from ..problems import Problem, did_you_mean
from ..sources import yaml_lines
from ..sources.markdown_lines import prose_lines
from .statuses import Status

REFERENCE = re.compile(r"\[\[([a-z]+-\d+(?:[ ,]+[a-z]+-\d+)*)\]\]")
"""What an author writes behind the statement of a fact: `[[rds-063]]`, or several ids."""
_BRACKETS = re.compile(r"\[\[[^\]\n]*(?:\]\])?")


_SOURCES = yaml_lines.load_schema("sources")
_STATUSES = [status.id for status in Status]


def _schema() -> dict[str, Any]:
    schema = yaml_lines.load_schema("facts")
    status = schema["items"]["properties"]["status"]
    status |= {"enum": _STATUSES, "description": f"one of {', '.join(_STATUSES)}"}
    return schema


_FACTS = _schema()


def ids_of(match: re.Match[str]) -> list[str]:
    """Return the ids of a reference."""
    return re.findall(r"[a-z]+-\d+", match[1])


def read(
    data: Path, data_path: str, pages: Sequence[Page], texts: Mapping[str, str]
) -> tuple[tuple[Fact, ...], dict[str, tuple[str, ...]], list[Problem]]:
    """Return the facts in the order of the guide, the ids of those each page cites, and everything wrong.

    `data` is the folder of the authors' data, `data_path` its name in messages, with a final slash; `texts`
    maps page names to their Markdown. Without a folder `facts` there is no ledger, and a reference is a
    problem.
    """
    citations, problems = _citations(data / "sources.yml", f"{data_path}sources.yml")
    facts: list[Fact] = []
    order = {page.name: page.topic or 0 for page in pages}
    files = sorted((data / "facts").glob("*.yml"), key=lambda file: (order.get(file.stem, 0), file.stem))
    for file in files:
        path = f"{data_path}facts/{file.name}"
        if not order.get(file.stem):
            hint = did_you_mean(file.stem, [name for name, topic in order.items() if topic])
            problems.append(
                Problem(path, 1, f"no topic page '{file.stem}'", "the name of a topic page", hint)
            )
            continue
        found, wrong = _facts(file, path, citations)
        facts += found
        problems += wrong
    problems += _repeated(facts)
    placed, references, wrong = _place(facts, pages, texts)
    used = {citation.id for fact in facts for citation in fact.sources}
    if not problems:  # else a source may only look unused
        wrong += [
            Problem(
                f"{data_path}sources.yml",
                c.line,
                f"no fact uses the source '{c.id}'",
                "it used, or taken out",
            )
            for c in citations.values()
            if c.id not in used
        ]
    return tuple(placed), references, problems + wrong


def _citations(file: Path, path: str) -> tuple[dict[str, Citation], list[Problem]]:
    if not file.is_file():
        return {}, []
    document, problems = yaml_lines.load(file.read_bytes(), path, _SOURCES)
    found: dict[str, Citation] = {}
    addresses: dict[str, str] = {}
    for number, entry in enumerate(document.data if document else ()):
        line = document.line_of(number) if document else 1
        if entry["id"] in found:
            problems.append(
                Problem(path, line, f"source id '{entry['id']}' is already used", "an id of its own")
            )
        other = addresses.setdefault(entry["url"], entry["id"])
        if other != entry["id"]:
            problems.append(
                Problem(path, line, f"the address already belongs to '{other}'", "each address once")
            )
        found[entry["id"]] = Citation(**entry, line=line)
    return found, problems


def _facts(file: Path, path: str, citations: Mapping[str, Citation]) -> tuple[list[Fact], list[Problem]]:
    document, problems = yaml_lines.load(file.read_bytes(), path, _FACTS)
    facts: list[Fact] = []
    for number, entry in enumerate(document.data if document else ()):
        assert document is not None  # noqa: S101 (else there is nothing to enumerate)
        found = list(_check(document, number, entry, citations))
        problems += found
        if not found:
            fields: dict[str, Any] = {**entry, "also": tuple(entry.get("also", ()))}
            fields["sources"] = tuple(citations[name] for name in entry["sources"])
            facts.append(Fact(**fields, page=file.stem, path=path, line=document.line_of(number)))
    return facts, problems


def _check(
    document: yaml_lines.Document, number: int, entry: Mapping[str, Any], citations: Mapping[str, Citation]
) -> Iterator[Problem]:
    def problem(key: str, message: str, expected: str, hint: str = "") -> Problem:
        return Problem(document.path, document.line_of(number, key), message, expected, hint)

    for index, name in enumerate(entry["sources"]):
        if name not in citations:
            line, hint = document.line_of(number, "sources", index), did_you_mean(name, citations)
            wanted = "an id of docs/_data/sources.yml"
            yield Problem(document.path, line, f"unknown source '{name}'", wanted, hint)
    status = Status.of(entry["status"])
    if not entry["sources"] and status.needs_source:
        lenient = " or ".join(other.id for other in Status if not other.needs_source)
        wanted = f"one source at least, or status {lenient}"
        yield problem("sources", f"fact '{entry['id']}' without a source", wanted)
    if status.needs_before != ("before" in entry):
        wanted = f"none with status {status.id}" if "before" in entry else "what the earlier edition said"
        yield problem("before" if "before" in entry else "status", "`before` does not fit the status", wanted)
    days = [(key, _day(entry[key])) for key in ("checked", "check_by")]
    for key, day in days:
        if day is None:
            yield problem(key, f"no such day: {entry[key]}", "a day of the calendar, as in 2026-11-23")
    if all(day for _, day in days) and entry["check_by"] <= entry["checked"]:
        yield problem("check_by", "check_by is not after checked", "a later day")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _repeated(facts: Iterable[Fact]) -> Iterator[Problem]:
    first: dict[str, Fact] = {}
    for fact in facts:
        for name in fact.ids:
            other = first.setdefault(name, fact)
            if other is not fact:
                message = f"fact id '{name}' is already used at {other.path}:{other.line}"
                yield Problem(fact.path, fact.line, message, "an id of its own")


def _place(
    facts: Sequence[Fact], pages: Sequence[Page], texts: Mapping[str, str]
) -> tuple[list[Fact], dict[str, tuple[str, ...]], list[Problem]]:
    """Give each fact the anchor of the first reference to it on its page."""
    by_id = {name: fact for fact in facts for name in fact.ids}
    anchors: dict[str, str] = {}
    references: dict[str, tuple[str, ...]] = {}
    used: set[str] = set()
    problems: list[Problem] = []
    for page in pages:
        seen: dict[str, None] = {}
        problems += _misspelt(page.path, texts[page.name])
        for number, names in _references(texts[page.name]):
            for name in [name for name in names if name not in by_id]:
                hint = did_you_mean(name, by_id)
                wanted = "an id of docs/_data/facts/"
                problems.append(Problem(page.path, number, f"unknown fact '{name}'", wanted, hint))
            known = [by_id[name] for name in names if name in by_id]
            used.update(names)
            if anchor := first_new([fact.id for fact in known], seen):
                own = [fact.id for fact in known if fact.page == page.name]
                anchors = {**dict.fromkeys(own, anchor), **anchors}
        references[page.name] = tuple(seen)
    for fact in facts:
        if fact.id not in anchors:
            where = f"`[[{fact.id}]]` in docs/{fact.page}.md"
            problems.append(
                Problem(fact.path, fact.line, f"fact '{fact.id}' has no reference on its page", where)
            )
        for name in fact.also:
            if name not in used:
                problems.append(
                    Problem(fact.path, fact.line, f"id '{name}' is never used", f"`[[{name}]]` on a page")
                )
    return [replace(fact, anchor=anchors.get(fact.id, "")) for fact in facts], references, problems


def _references(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in prose_lines(text):
        for match in REFERENCE.finditer(line):
            yield number, ids_of(match)


def _misspelt(path: str, text: str) -> Iterator[Problem]:
    """Tell of what looks like a reference and is none: it would be published as it stands."""
    for number, line in prose_lines(text):
        for match in _BRACKETS.finditer(REFERENCE.sub("", line)):
            message = f"'{match[0]}' is no reference to a fact"
            yield Problem(path, number, message, "`[[abc-001]]`, ids in lower case, spaces between several")


def first_new(names: Sequence[str], seen: dict[str, None]) -> str | None:
    """Return the id of the anchor a reference to the facts `names` gets, None if all were `seen`; see them.

    Collecting and rendering both walk a page with this, so that they agree.
    """
    new = [name for name in names if name not in seen]
    seen.update(dict.fromkeys(names))
    return f"hecho-{new[0]}" if new else None
