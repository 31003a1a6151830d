"""Say in words what a drawing shows: its parts and connections, as Mermaid's own parser found them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from ..web.elements import element

_ARROWS = {
    "directed": "De «{a}» a «{b}»",
    "dotted": "De «{a}» a «{b}», con línea de puntos",
    "both": "Entre «{a}» y «{b}», en los dos sentidos",
    "line": "«{a}» y «{b}», unidos por una línea",
}
_FRAMES = {
    "alt": "Según el caso",
    "loop": "Se repite",
    "opt": "Solo en un caso",
    "par": "A la vez",
    "critical": "Sin interrupción",
    "break": "Se corta",
}
_ELSE = "En otro caso"
Step = Mapping[str, Any]


def describe(parts: Mapping[str, Any]) -> list[ET.Element]:
    """Return the lists of a drawing's parts and connections; `parts` is the JSON beside a drawing.

    Raises KeyError or TypeError if it is not.
    """
    names = {part["id"]: part["label"] for part in [*parts["nodes"], *parts.get("groups", ())]}
    if parts["type"] == "sequence":
        actors = ", ".join(node["label"] for node in parts["nodes"])
        steps, _ = _steps(iter(parts["steps"]), names)
        return [element("p", f"Participantes, en orden: {actors}."), element("p", "Pasos:"), steps]
    connections = (
        _ARROWS[edge["arrow"]].format(a=names[edge["from"]], b=names[edge["to"]])
        + (f": {edge['label']}" if edge["label"] else "")
        for edge in parts["edges"]
    )
    lists = _parts(parts, None), _list("ul", connections)
    return [element("p", "Partes:"), lists[0], element("p", "Conexiones:"), lists[1]]


def _steps(steps: Iterator[Step], names: Mapping[str, str]) -> tuple[ET.Element, Step | None]:
    """Return the list of the steps up to where a part of the frame they stand in ends, and that step."""
    items = element("ol")
    for step in steps:
        if step.get("place") in {"next", "end"}:
            return items, step
        items.append(_frame(step, steps, names) if "frame" in step else element("li", _step(step, names)))
    return items, None


def _frame(start: Step, steps: Iterator[Step], names: Mapping[str, str]) -> ET.Element:
    """Return a frame with its parts, each under its condition."""
    parts: list[tuple[str, ET.Element]] = []
    edge: Step | None = start
    while edge is not None and edge["place"] != "end":
        label = edge["label"]
        inside, edge = _steps(steps, names)
        parts.append((label, inside))
    word = _FRAMES[start["frame"]]
    if len(parts) == 1:
        label, inside = parts[0]
        return element("li", f"{word}, «{label}»:" if label else f"{word}:", inside)
    conditions = [element("li", f"«{label}»:" if label else f"{_ELSE}:", inside) for label, inside in parts]
    return element("li", f"{word}:", element("ul", *conditions))


def _step(step: Step, names: Mapping[str, str]) -> str:
    if "over" in step:
        where = " y ".join(f"«{names[name]}»" for name in step["over"])
        return f"Nota sobre {where}: {step['label']}"
    return _ARROWS["directed"].format(a=names[step["from"]], b=names[step["to"]]) + f": {step['label']}"


def _parts(parts: Mapping[str, Any], group: str | None) -> ET.Element:
    items = [element("li", node["label"]) for node in parts["nodes"] if node["group"] == group]
    for inner in parts["groups"]:
        if inner["group"] == group:
            items.append(element("li", f"{inner['label']}:", _parts(parts, inner["id"])))
    return element("ul", *items)


def _list(tag: str, items: Iterable[str]) -> ET.Element:
    return element(tag, *[element("li", item) for item in items])
