"""Diagrams: read the Mermaid fences of a page and name their drawings.

A drawing is a committed file `<id>.<key>.svg`; beside it `<id>.<key>.json` holds the parts Mermaid's
own parser found. The key is a hash over everything that shapes the drawing, so a stale one cannot
be taken for the present one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from ..model import Diagram
from ..sources import yaml_lines
from ..sources.markdown_lines import fenced_blocks, split_front_matter
from ..sources.problems import Problem
from . import language
from .draw import FINGERPRINT

_SCHEMA = yaml_lines.load_schema("diagram")
_EXAMPLE = "`---`, `id: my-diagram`, `caption: …`, `---` as the first lines of the fence"


def read(text: str, path: str, first: int = 0) -> tuple[list[Diagram], list[Problem]]:
    """Return the diagrams of a Markdown source, looking from line index `first`, and what is wrong."""
    diagrams: list[Diagram] = []
    problems: list[Problem] = []
    for block in fenced_blocks(text, first):
        if block.language != "mermaid":
            continue
        meta, body, wrong = split_front_matter(block.text, path)
        if meta is None:
            message = "diagram without id and caption" if not wrong else "diagram: front matter is not closed"
            problems.append(Problem(path, block.line, message, _EXAMPLE))
            continue
        document, wrong = yaml_lines.parse(meta, path, block.line + 2)
        problems += wrong
        if document is None:
            continue
        wrong = yaml_lines.validate(document, _SCHEMA)
        written = "\n".join(block.text.split("\n")[body:])
        source, offset = normalise(written), body + 1 + len(written) - len(written.lstrip("\n"))
        # The type first: what is said of another kind of drawing would lead nowhere.
        unknown = list(language.check(source, path, block.line + offset))
        wrong += unknown
        for name in () if unknown else ("accTitle", "accDescr"):
            if not re.search(rf"^[ \t]*{name}[ \t]*(?::[ \t]*\S|\{{\s*[^\s}}])", source, re.MULTILINE):
                wrong.append(
                    Problem(path, block.line, f"diagram without {name}", f"a line `{name}: …` in Spanish")
                )
        problems += wrong
        if not wrong:
            about = document.data
            diagrams.append(Diagram(about["id"], about["caption"], source, path, block.line, offset))
    return diagrams, problems


def of(source: str, known: Mapping[str, Diagram]) -> Diagram | None:
    """Return which of the `known` diagrams a fence with this text is."""
    diagrams, _ = read(f"```mermaid\n{source}\n```", "")
    return known.get(diagrams[0].id) if diagrams else None


def normalise(source: str) -> str:
    """Drop what does not change a drawing: blank ends and trailing spaces."""
    return "\n".join(line.rstrip() for line in source.strip("\n").split("\n")).rstrip() + "\n"


def key(diagram: Diagram) -> str:
    """Hash of the source, the pinned Mermaid and the way we draw: 12 hexadecimal digits."""
    return hashlib.sha256(f"{FINGERPRINT}\n{diagram.id}\n{diagram.source}".encode()).hexdigest()[:12]


def drawing_name(diagram: Diagram) -> str:
    """File name of the drawing, without extension."""
    return f"{diagram.id}.{key(diagram)}"
