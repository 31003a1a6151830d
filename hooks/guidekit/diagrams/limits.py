"""What a drawing may be: it shows something, and paper holds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from ..model import Diagram, Drawing
from ..sources.problems import Problem
from . import fitting

_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'


def check(diagrams: Mapping[str, Diagram], drawings: Mapping[str, Drawing]) -> Iterator[Problem]:
    """Tell which of `drawings`, by their ids, are empty or too large for a printed page of any paper."""
    for name, drawing in drawings.items():
        diagram, told = diagrams[name], f"the drawing '{name}'"
        if not drawing.parts["nodes"]:
            message = f"{told} shows nothing"
            yield Problem(diagram.path, diagram.line, message, "parts: nodes or participants")
            continue
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
