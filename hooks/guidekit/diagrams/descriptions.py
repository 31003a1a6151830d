"""Say in words what a drawing shows: its parts and connections, as Mermaid's own parser found them."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

_ARROWS = {
    "directed": "De «{a}» a «{b}»",
    "dotted": "De «{a}» a «{b}», con línea de puntos",
    "both": "Entre «{a}» y «{b}», en los dos sentidos",
    "line": "«{a}» y «{b}», unidos por una línea",
}


def describe(parts: Mapping[str, Any]) -> str:
    """Return the lists of a drawing's parts and connections as HTML; `parts` is the JSON beside a drawing."""
    names = {part["id"]: part["label"] for part in [*parts["nodes"], *parts.get("groups", ())]}
    if parts["type"] == "sequence":
        return _paragraph("Participantes, en orden:", ", ".join(n["label"] for n in parts["nodes"]) + ".") + (
            "<p>Pasos:</p>" + _list("ol", [_step(step, names) for step in parts["steps"]])
        )
    connections = [
        _ARROWS[edge["arrow"]].format(a=names[edge["from"]], b=names[edge["to"]])
        + (f": {edge['label']}" if edge["label"] else "")
        for edge in parts["edges"]
    ]
    return f"<p>Partes:</p>{_parts(parts, None)}<p>Conexiones:</p>{_list('ul', connections)}"


def _step(step: Mapping[str, Any], names: Mapping[str, str]) -> str:
    if "over" in step:
        where = " y ".join(f"«{names[name]}»" for name in step["over"])
        return f"Nota sobre {where}: {step['label']}"
    return _ARROWS["directed"].format(a=names[step["from"]], b=names[step["to"]]) + f": {step['label']}"


def _parts(parts: Mapping[str, Any], group: str | None) -> str:
    items = [html.escape(node["label"], quote=False) for node in parts["nodes"] if node["group"] == group]
    for inner in parts["groups"]:
        if inner["group"] == group:
            items.append(f"{html.escape(inner['label'], quote=False)}:{_parts(parts, inner['id'])}")
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _paragraph(lead: str, text: str) -> str:
    return f"<p>{lead} {html.escape(text, quote=False)}</p>"


def _list(tag: str, items: Sequence[str]) -> str:
    return f"<{tag}>" + "".join(f"<li>{html.escape(item, quote=False)}</li>" for item in items) + f"</{tag}>"
