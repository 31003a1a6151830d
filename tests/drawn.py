"""Drawings as Mermaid would make them, of any size, without Mermaid."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

from guidekit.diagrams import fences

_SVG = '<svg id="d" viewBox="0 0 {width} {height}"><title>Prueba</title><desc>Todo.</desc>{content}</svg>'
_HEAD = '<g><line class="actor-line" x1="{x}" y1="46" x2="{x}" y2="{end}"/><g><rect class="actor" x="{x}" y="0" width="140" height="46"/><text class="actor" x="{x}" y="23">Parte {n}</text></g></g>'
_MESSAGE = '<rect class="ground" y="{text}"/><text class="messageText" y="{text}" dy="1em" dominant-baseline="middle">Mensaje {n}</text><line class="messageLine0" y1="{line}" y2="{line}"/><circle class="number" cy="{line}" r="12"/><text class="sequenceNumber" y="{number}">{n}</text>'
PARTS = {"type": "flowchart", "nodes": [{"id": "a", "label": "A", "group": None}], "groups": [], "edges": []}


def flowchart(width: float, height: float) -> ET.Element:
    """A drawing with a labelled box every 60 units."""
    boxes = "".join(
        f'<g class="node" transform="translate({width / 2}, {y})"><rect height="40"/><text>{y}</text></g>'
        for y in range(30, int(height), 60)
    )
    return ET.fromstring(_SVG.format(width=width, height=height, content=boxes))


def sequence(participants: int, messages: int) -> ET.Element:
    """A sequence with numbered messages as Mermaid spaces them."""
    end = 46 + messages * 42 + 30
    heads = [_HEAD.format(x=178 * n, end=end, n=n) for n in range(participants)]
    rows = [
        _MESSAGE.format(text=61 + 42 * n, line=88 + 42 * n, number=92 + 42 * n, n=n) for n in range(messages)
    ]
    content = "".join([*heads, *rows])
    return ET.fromstring(_SVG.format(width=178 * participants, height=end, content=content))


def files(page: str, text: str, *drawings: tuple[ET.Element, object]) -> dict[str, str | bytes]:
    """The page of this name with the drawings, and their parts, of its fences."""
    diagrams, problems = fences.read(text, page)
    assert problems == []
    content: dict[str, str | bytes] = {page: text}
    for diagram, (svg, parts) in zip(diagrams, drawings, strict=True):
        name = f"_data/diagrams/{fences.drawing_name(diagram)}"
        content |= {f"{name}.svg": ET.tostring(svg, "unicode"), f"{name}.json": json.dumps(parts)}
    return content
