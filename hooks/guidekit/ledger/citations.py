"""The sources of the ledger: read docs/_data/sources.yml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..model import Citation, Fact
from ..sources import yaml_lines
from ..sources.problems import Problem

_SCHEMA = yaml_lines.load_schema("sources")


def read(file: Path, path: str) -> tuple[dict[str, Citation], list[Problem]]:
    """Return the sources by id and what is wrong with them; none where there is no file."""
    if not file.is_file():
        return {}, []
    document, problems = yaml_lines.load(file.read_bytes(), path, _SCHEMA)
    citations: dict[str, Citation] = {}
    addresses: dict[str, str] = {}
    for number, entry in enumerate(document.data if document else ()):
        line = document.line_of(number) if document else 1
        if entry["id"] in citations:
            message = f"source id '{entry['id']}' is already used"
            problems.append(Problem(path, line, message, "an id of its own"))
        owner = addresses.setdefault(entry["url"], entry["id"])
        if owner != entry["id"]:
            message = f"the address already belongs to '{owner}'"
            problems.append(Problem(path, line, message, "each address once"))
        citations[entry["id"]] = Citation(**entry, line=line)
    return citations, problems


def unused(citations: Mapping[str, Citation], facts: Iterable[Fact], path: str) -> Iterator[Problem]:
    """Tell of sources that no fact names."""
    used = {citation.id for fact in facts for citation in fact.sources}
    for citation in citations.values():
        if citation.id not in used:
            message = f"no fact uses the source '{citation.id}'"
            yield Problem(path, citation.line, message, "it used, or taken out")
