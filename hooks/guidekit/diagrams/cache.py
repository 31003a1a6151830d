"""The committed cache of drawings: what Mermaid drew, looked up by the hash of the source."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ..model import Diagram, Drawing
from ..sources.problems import Problem
from . import descriptions
from .fences import drawing_name

DRAW = "run `make diagrams` and commit what it writes"


def load(
    diagrams: Mapping[str, Diagram], cache: Path, cache_path: str
) -> tuple[dict[str, Drawing], list[Problem]]:
    """Read the committed drawings from the folder `cache`, named `cache_path` in messages.

    A damaged file is a problem, a missing one is simply absent (`missing` reports it).
    """
    drawings: dict[str, Drawing] = {}
    problems: list[Problem] = []
    for diagram in diagrams.values():
        name = drawing_name(diagram)
        svg_file, parts_file = cache / f"{name}.svg", cache / f"{name}.json"
        if not (svg_file.is_file() and parts_file.is_file()):
            continue
        svg = svg_file.read_text("utf-8", errors="replace").strip()
        if not (svg.startswith("<svg") and svg.endswith("</svg>")):
            problems.append(_damaged(f"{cache_path}/{name}.svg", "one <svg> element"))
        try:
            drawings[diagram.id] = Drawing(svg, json.loads(parts_file.read_bytes()))
            descriptions.describe(drawings[diagram.id].parts)
        except (ValueError, KeyError, TypeError):
            problems.append(_damaged(f"{cache_path}/{name}.json", "the parts of the drawing"))
    return drawings, problems


def _damaged(path: str, expected: str) -> Problem:
    return Problem(path, 1, "damaged drawing", expected, f"delete it, {DRAW}")


def missing(diagrams: Mapping[str, Diagram], drawings: Mapping[str, Drawing]) -> list[Problem]:
    """One problem for each diagram that has no drawing of its present source."""
    return [
        Problem(d.path, d.line, f"diagram '{d.id}' is not drawn", "a drawing of its present source", DRAW)
        for d in diagrams.values()
        if d.id not in drawings
    ]
