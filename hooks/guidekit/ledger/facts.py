"""The ledger of facts: read docs/_data/facts/ and check it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ..model import Citation, Cue, Fact, Page, Row
from ..sources import yaml_lines
from ..sources.problems import Problem, did_you_mean
from . import citations, references
from .statuses import Status


def _schema() -> dict[str, Any]:
    schema = yaml_lines.load_schema("facts")
    known = [status.id for status in Status]
    schema["items"]["properties"]["status"] |= {"enum": known, "description": f"one of {', '.join(known)}"}
    return schema


_SCHEMA = _schema()


def read(
    data: Path,
    data_path: str,
    pages: Sequence[Page],
    texts: Mapping[str, str],
    earlier: str = "",
    *,
    homes: Sequence[str],
) -> tuple[tuple[Fact, ...], dict[str, tuple[str, ...]], list[Problem]]:
    """Return the facts in the order of the guide, the ids of those each page cites, and everything wrong.

    `data` is the folder of the authors' data, `data_path` its name in messages, with a final slash; `texts`
    maps page names to their Markdown; `earlier` is the edition compared with, if any; `homes` are the names
    of the pages that may state facts, in order. Without a folder `facts` there is no ledger, and a reference
    is a problem.
    """
    sources_path = f"{data_path}sources.yml"
    sources, problems = citations.read(data / "sources.yml", sources_path)
    facts: list[Fact] = []
    order = {name: place for place, name in enumerate(homes)}
    files = sorted((data / "facts").glob("*.yml"), key=lambda file: (order.get(file.stem, 0), file.stem))
    for file in files:
        path = f"{data_path}facts/{file.name}"
        if file.stem not in order:
            hint = did_you_mean(file.stem, homes)
            problems.append(
                Problem(path, 1, f"no page '{file.stem}'", "the name of a page without .md", hint)
            )
            continue
        entries, wrong = _facts(file, path, sources, earlier)
        facts += entries
        problems += wrong
    problems += _repeated(facts)
    placed, cited, misplaced = references.place(facts, pages, texts)
    # Where a fact could not be read, a source may only look unused.
    unused = [] if problems else citations.unused(sources, facts, sources_path)
    return tuple(placed), cited, [*problems, *misplaced, *unused]


def unknown(pages: Iterable[Page], facts: Iterable[Fact]) -> Iterator[Problem]:
    """Tell of facts that the rows of a summary name and the ledger does not have."""
    known = {name for fact in facts for name in fact.ids}
    for page in pages:
        rows: list[Row | Cue] = [*page.summary, *page.cues]
        for row in rows:
            for name in (name for name in row.facts if name not in known):
                hint = did_you_mean(name, known)
                yield Problem(
                    page.path, row.line, f"unknown fact '{name}'", "an id of docs/_data/facts/", hint
                )


def _facts(
    file: Path, path: str, sources: Mapping[str, Citation], earlier: str
) -> tuple[list[Fact], list[Problem]]:
    document, problems = yaml_lines.load(file.read_bytes(), path, _SCHEMA)
    facts: list[Fact] = []
    for number, entry in enumerate(document.data if document else ()):
        assert document is not None  # noqa: S101 (else there is nothing to enumerate)
        wrong = list(_check(document, number, entry, sources, earlier))
        problems += wrong
        if not wrong:
            fields: dict[str, Any] = {**entry, "also": tuple(entry.get("also", ()))}
            fields["sources"] = tuple(sources[name] for name in entry["sources"])
            facts.append(Fact(**fields, page=file.stem, path=path, line=document.line_of(number)))
    return facts, problems


def _check(
    document: yaml_lines.Document,
    number: int,
    entry: Mapping[str, Any],
    sources: Mapping[str, Citation],
    earlier: str,
) -> Iterator[Problem]:
    def problem(key: str, message: str, expected: str, hint: str = "") -> Problem:
        return Problem(document.path, document.line_of(number, key), message, expected, hint)

    for index, name in enumerate(entry["sources"]):
        if name not in sources:
            line, hint = document.line_of(number, "sources", index), did_you_mean(name, sources)
            wanted = "an id of docs/_data/sources.yml"
            yield Problem(document.path, line, f"unknown source '{name}'", wanted, hint)
    status = Status.of(entry["status"])
    if not entry["sources"] and status.needs_source:
        lenient = " or ".join(other.id for other in Status if not other.needs_source)
        wanted = f"one source at least, or status {lenient}"
        yield problem("sources", f"fact '{entry['id']}' without a source", wanted)
    if ("before" in entry) not in status.takes_before(earlier):
        wanted = f"none with status {status.id}" if "before" in entry else "what was said before"
        yield problem("before" if "before" in entry else "status", "`before` does not fit the status", wanted)
    days = [(key, _day(entry[key])) for key in ("checked", "check_by")]
    for key, day in days:
        if day is None:
            yield problem(key, f"no such day: {entry[key]}", "a day of the calendar, as in 2026-11-23")
    since = entry.get("since")
    if since and _day(f"{since}-01-01"[:10]) is None:
        yield problem("since", f"no such day: {since}", "a day, month or year of the calendar")
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
            owner = first.setdefault(name, fact)
            if owner is not fact:
                message = f"fact id '{name}' is already used at {owner.path}:{owner.line}"
                yield Problem(fact.path, fact.line, message, "an id of its own")
