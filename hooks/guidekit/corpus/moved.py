"""Places that changed their address: read docs/_data/moved.yml and check it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..model import Moved
from ..sources import yaml_lines
from ..sources.problems import Problem, did_you_mean

_SCHEMA = yaml_lines.load_schema("moved")


def read(file: Path, path: str, pages: Sequence[str]) -> tuple[tuple[Moved, ...], list[Problem]]:
    """Return the places that moved, and what is wrong with them. `pages` are names; without the file nothing
    has moved.
    """
    if not file.is_file():
        return (), []
    document, problems = yaml_lines.load(file.read_bytes(), path, _SCHEMA)
    if document is None:
        return (), problems
    places: list[Moved] = []
    for number, entry in enumerate(document.data):
        (page, anchor), (to_page, to_anchor) = entry["from"].split("#"), entry["to"].split("#")
        places.append(Moved(page, anchor, to_page, to_anchor, path, document.line_of(number)))
    return tuple(places), [*problems, *_check(places, pages)]


def _check(places: Sequence[Moved], pages: Sequence[str]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Moved] = {}
    for place in places:
        for name in (place.page, place.to_page):
            if name not in pages:
                wanted = "the name of a page without .md"
                yield Problem(place.path, place.line, f"no page '{name}'", wanted, did_you_mean(name, pages))
        other = first.setdefault((place.page, place.anchor), place)
        if other is not place:
            message = f"'{place.page}#{place.anchor}' moved at line {other.line} already"
            yield Problem(place.path, place.line, message, "each place once")
