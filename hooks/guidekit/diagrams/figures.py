"""Drawings: the committed cache of what Mermaid drew, and the figure a reader gets of each."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path

from ..model import Diagram, Drawing
from ..problems import Problem
from . import descriptions
from .fences import drawing_name

DRAW = "run `make diagrams` and commit what it writes"
FOLDER = "assets/diagramas"
"""Where the site publishes each drawing by itself, and its source, below its root."""
_VARIABLE = re.compile(r"var\(\s*--[\w-]+\s*,\s*((?:[^()]|\([^()]*\))*)\)")


def load(
    diagrams: Mapping[str, Diagram], cache: Path, cache_path: str
) -> tuple[dict[str, Drawing], list[Problem]]:
    """Read the committed drawings from the folder `cache`, named `cache_path` in messages.

    A damaged file is a problem, a missing one is simply absent (`missing` reports it).
    """
    found: dict[str, Drawing] = {}
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
            found[diagram.id] = Drawing(svg, json.loads(parts_file.read_bytes()))
            descriptions.describe(found[diagram.id].parts)
        except (ValueError, KeyError, TypeError):
            problems.append(_damaged(f"{cache_path}/{name}.json", "the parts of the drawing"))
    return found, problems


def _damaged(path: str, expected: str) -> Problem:
    return Problem(path, 1, "damaged drawing", expected, f"delete it, {DRAW}")


def missing(diagrams: Mapping[str, Diagram], drawings: Mapping[str, Drawing]) -> list[Problem]:
    """One problem for each diagram that has no drawing of its present source."""
    return [
        Problem(d.path, d.line, f"diagram '{d.id}' is not drawn", "a drawing of its present source", DRAW)
        for d in diagrams.values()
        if d.id not in drawings
    ]


def figure(diagram: Diagram, drawing: str, after: str = "") -> str:
    """Return the figure around `drawing`, which is markup; the caption is text, `after` markup below it."""
    caption = html.escape(diagram.caption, quote=False)
    return (
        f'<figure class="diagrama" id="diagrama-{diagram.id}" tabindex="0">{drawing}'
        f"<figcaption>{caption}</figcaption>{after}</figure>"
    )


def description(drawing: Drawing) -> str:
    """Return the collapsed text that stands in for the drawing."""
    body = descriptions.describe(drawing.parts)
    summary = "<summary>Descripción del diagrama</summary>"
    return f'<details class="diagrama-texto" data-search-exclude>{summary}{body}</details>'


def parts_text(drawing: Drawing) -> str:
    """Return the labels of a drawing as one text, for the search."""
    parts = drawing.parts
    found = [*parts["nodes"], *parts.get("groups", ()), *parts.get("edges", ()), *parts.get("steps", ())]
    return "; ".join(dict.fromkeys(item["label"] for item in found if item.get("label")))


def light(markup: str) -> str:
    """Return a drawing, or a text of it, in the colours of the light scheme alone: paper, e-readers and
    cards know no custom properties.
    """
    return _VARIABLE.sub(r"\1", markup)


def actions(name: str, root: str) -> str:
    """Return the controls of a figure; `root` leads from the page to the site's root, without final slash.

    The first link opens the drawing by itself; our script turns it into the zoom.
    """
    file = f"{root}/{FOLDER}/{name}"
    return (
        f'<p class="diagrama-acciones"><a class="diagrama-ampliar" href="{file}.svg">Ampliar</a>'
        f'<a href="{file}.svg" download="{name}.svg">Descargar SVG</a>'
        f'<button type="button" class="diagrama-copiar" data-fuente="{name}">Copiar Mermaid</button></p>'
    )


def source_script(diagram: Diagram) -> str:
    """Return the script that hands over the Mermaid source: unlike a text file, it loads from file:// too."""
    source = json.dumps(diagram.source, ensure_ascii=False)
    return f"guiaFuente({json.dumps(diagram.id)},{source});\n"
