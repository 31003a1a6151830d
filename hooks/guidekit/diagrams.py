"""Diagrams: read the Mermaid fences of a page, name their drawings, find them in the cache.

A drawing is a committed file `<id>.<key>.svg`; beside it `<id>.<key>.json` holds the parts Mermaid's
own parser found. The key is a hash over everything that shapes the drawing, so a stale one cannot
be taken for the present one.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Mapping
from pathlib import Path

from . import yaml_lines
from .drawing import FINGERPRINT
from .markdown_lines import fenced_blocks, split_front_matter
from .model import Diagram
from .problems import Problem

DRAW = "run `make diagrams` and commit what it writes"
_SCHEMA = yaml_lines.load_schema("diagram")
_EXAMPLE = "`---`, `id: my-diagram`, `caption: …`, `---` as the first lines of the fence"


def read(text: str, path: str, first: int = 0) -> tuple[list[Diagram], list[Problem]]:
    """Return the diagrams of a Markdown source, looking from line index `first`, and what is wrong."""
    diagrams: list[Diagram] = []
    problems: list[Problem] = []
    for block in fenced_blocks(text, first):
        if block.language != "mermaid":
            continue
        meta, body, found = split_front_matter(block.text, path)
        if meta is None:
            message = "diagram without id and caption" if not found else "diagram: front matter is not closed"
            problems.append(Problem(path, block.line, message, _EXAMPLE))
            continue
        document, found = yaml_lines.parse(meta, path, block.line + 2)
        problems += found
        if document is None:
            continue
        found = yaml_lines.validate(document, _SCHEMA)
        source = normalise("\n".join(block.text.split("\n")[body:]))
        for name in ("accTitle", "accDescr"):
            if not re.search(rf"^[ \t]*{name}[ \t]*(?::[ \t]*\S|\{{\s*[^\s}}])", source, re.MULTILINE):
                found.append(
                    Problem(path, block.line, f"diagram without {name}", f"a line `{name}: …` in Spanish")
                )
        problems += found
        if not found:
            diagrams.append(
                Diagram(document.data["id"], document.data["caption"], source, path, block.line, body + 1)
            )
    return diagrams, problems


def normalise(source: str) -> str:
    """Drop what does not change a drawing: blank ends and trailing spaces."""
    return "\n".join(line.rstrip() for line in source.strip("\n").split("\n")).rstrip() + "\n"


def key(diagram: Diagram) -> str:
    """Hash of the source, the pinned Mermaid and the way we draw: 12 hexadecimal digits."""
    return hashlib.sha256(f"{FINGERPRINT}\n{diagram.id}\n{diagram.source}".encode()).hexdigest()[:12]


def drawing_name(diagram: Diagram) -> str:
    """File name of the drawing, without extension."""
    return f"{diagram.id}.{key(diagram)}"


def load_drawings(
    diagrams: Mapping[str, Diagram], cache: Path, cache_path: str
) -> tuple[dict[str, str], list[Problem]]:
    """Read the committed drawings from the folder `cache`, named `cache_path` in messages. A damaged file
    is a problem, a missing one is simply absent (`missing` reports it).
    """
    drawings: dict[str, str] = {}
    problems: list[Problem] = []
    wanted = {drawing_name(diagram): diagram.id for diagram in diagrams.values()}
    for file in sorted(cache.glob("*.svg")) if cache.is_dir() else []:
        svg = file.read_text("utf-8", errors="replace")
        if file.stem not in wanted:
            continue
        if not (svg.startswith("<svg") and svg.rstrip().endswith("</svg>")):
            problems.append(
                Problem(f"{cache_path}/{file.name}", 1, "damaged drawing", "one <svg> element", DRAW)
            )
        drawings[wanted[file.stem]] = svg.strip()
    return drawings, problems


def missing(diagrams: Mapping[str, Diagram], drawings: Mapping[str, str]) -> list[Problem]:
    """One problem for each diagram that has no drawing of its present source."""
    return [
        Problem(d.path, d.line, f"diagram '{d.id}' is not drawn", "a drawing of its present source", DRAW)
        for d in diagrams.values()
        if d.id not in drawings
    ]


def figure(diagram: Diagram, drawing: str) -> str:
    """Return the figure the reader gets; `drawing` is markup, the caption is text."""
    return (
        f'<figure class="diagrama" id="diagrama-{diagram.id}" tabindex="0">{drawing}'
        f"<figcaption>{html.escape(diagram.caption, quote=False)}</figcaption></figure>"
    )
