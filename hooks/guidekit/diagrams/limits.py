"""What a drawing may be: it shows something, its nodes have names, and paper holds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from ..model import Diagram, Drawing
from ..sources.problems import Problem, did_you_mean
from . import fitting

_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'


def check(diagrams: Mapping[str, Diagram], drawings: Mapping[str, Drawing]) -> Iterator[Problem]:
    """Tell which of `drawings`, by their ids, are empty, have nameless nodes, or fit no paper."""
    for name, drawing in drawings.items():
        diagram, told = diagrams[name], f"the drawing '{name}'"
        if not drawing.parts["nodes"]:
            message = f"{told} shows nothing"
            yield Problem(diagram.path, diagram.line, message, "parts: nodes or participants")
            continue
        for node in _nameless(drawing.parts):
            others = [other["id"] for other in drawing.parts["nodes"] if other is not node]
            message = f"{told} has a node '{node['id']}' without label and class"
            expected, hint = f'`{node["id"]}["Label"]:::class`', did_you_mean(node["id"], others)
            yield Problem(diagram.path, diagram.line, message, expected, hint)
        svg = ET.fromstring(drawing.svg.replace(_NAMESPACE, "", 1))  # noqa: S314 (drawn by us)
        width = fitting.view_box(svg)[2]
        if width > fitting.WIDEST:
            message = f"{told} is {width:.0f} units wide"
            expected = f"at most {fitting.WIDEST:.0f}, or its labels are under 7 pt on paper"
            yield Problem(diagram.path, diagram.line, message, expected, "split it, or let it run down")
        elif fitting.fit(svg) is None:
            message = f"{told} is too tall for a printed page"
            yield Problem(
                diagram.path, diagram.line, message, "rows with a space between them to cut it", "split it"
            )


def _nameless(parts: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the nodes of a flowchart that only an arrow speaks of: slips of the finger."""
    if parts["type"] != "flowchart":
        return []
    return [node for node in parts["nodes"] if node["label"] == node["id"] and not node.get("class")]
