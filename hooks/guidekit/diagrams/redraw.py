"""Bring the cache up to date with the pages: what must be drawn, what nobody shows, how it is drawn."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..model import Diagram, Drawing
from ..sources import files
from ..sources.markdown_lines import decode, split_front_matter
from ..sources.problems import Problem
from . import fences, limits

Drawn = Mapping[str, tuple[str, Mapping[str, Any]]]
"""By the name of a drawing: its SVG and its parts."""


def read_all(docs: Path) -> tuple[list[Diagram], list[Problem]]:
    """Read the diagrams of every page below `docs`."""
    diagrams: list[Diagram] = []
    problems: list[Problem] = []
    for file in files.pages(docs):
        path = file.relative_to(docs.parent).as_posix()
        text, wrong = decode(file.read_bytes(), path)
        problems += wrong
        _, first, wrong = split_front_matter(text, path)
        problems += wrong
        page_diagrams, wrong = fences.read(text, path, first)
        problems += wrong
        diagrams += page_diagrams
    return diagrams, problems


def stale(diagrams: Sequence[Diagram], cache: Path) -> tuple[list[Diagram], list[Path]]:
    """Return the diagrams without a present drawing and the files that belong to no diagram."""
    names = {fences.drawing_name(diagram) for diagram in diagrams}
    present = sorted(f for f in cache.glob("*") if f.suffix in {".svg", ".json"}) if cache.is_dir() else []
    here = {(file.stem, file.suffix) for file in present}
    to_draw = [
        d
        for d in diagrams
        if not {(fences.drawing_name(d), ".svg"), (fences.drawing_name(d), ".json")} <= here
    ]
    return to_draw, [file for file in present if file.stem not in names]


def draw_all(to_draw: Sequence[Diagram], tell: Callable[[int, str], None]) -> tuple[Drawn, list[Problem]]:
    """Draw in a browser, and `tell` the number and the id of each diagram before it is drawn."""
    from .draw.browser import DrawingError, draw, drawing_page  # only drawing needs a browser

    drawn: dict[str, tuple[str, Mapping[str, Any]]] = {}
    problems: list[Problem] = []
    with drawing_page() as page:
        for number, diagram in enumerate(to_draw, 1):
            tell(number, diagram.id)
            try:
                svg, parts = drawn[fences.drawing_name(diagram)] = draw(page, diagram)
                problems += limits.check({diagram.id: diagram}, {diagram.id: Drawing(svg, parts)})
            except DrawingError as error:
                line = diagram.line + diagram.offset + max(error.line, 1) - 1
                message = f"diagram '{diagram.id}': {' '.join(str(error).split())}"
                problems.append(Problem(diagram.path, line, message, "valid Mermaid"))
    return drawn, problems


def write(drawn: Drawn, orphans: Sequence[Path], cache: Path) -> None:
    """Put what was drawn into the cache and take out what belongs to no diagram."""
    cache.mkdir(parents=True, exist_ok=True)
    for name, (svg, parts) in drawn.items():
        (cache / f"{name}.svg").write_text(svg, "utf-8")
        (cache / f"{name}.json").write_text(json.dumps(parts, ensure_ascii=False, indent=1) + "\n", "utf-8")
    for file in orphans:
        file.unlink()
