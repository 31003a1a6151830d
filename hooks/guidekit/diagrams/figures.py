"""The figure a reader gets of a drawing: its caption, its controls, what it shows in words.

The figure is made while Markdown is rendered, with a place for the drawing and one for the controls; they go
in when the search has read the page, whose texts would else hold every label twice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, cast
from xml.etree import ElementTree as ET

from ..model import Diagram, Drawing
from ..web.elements import SCREEN_ONLY, element, html_of
from .descriptions import describe

FOLDER = "assets/diagramas"
"""Where the site publishes each drawing by itself, and its source, below its root."""
_PLACE = re.compile(r"<!--(dibujo|acciones):([a-z0-9-]+)-->")
_VARIABLE = re.compile(r"var\(\s*--[\w-]+\s*,\s*((?:[^()]|\([^()]*\))*)\)")


def drawn(diagram: Diagram, drawing: Drawing) -> str:
    """Return the figure of a diagram that is drawn."""
    words = element(
        "details",
        element("summary", "Descripción del diagrama"),
        *describe(drawing.parts),
        class_=f"diagrama-texto {SCREEN_ONLY}",
        data_search_exclude="",
    )
    drawn_here, controls = _place(f"dibujo:{diagram.id}"), _place(f"acciones:{diagram.id}")
    return html_of(_figure(diagram, drawn_here, controls, words))


def preview(diagram: Diagram, content: str = "") -> str:
    """Return the figure of a diagram that is not drawn yet, around `content`, the markup that lets the
    author's browser draw it; its source without that.
    """
    if content:
        return html_of(_figure(diagram, _place("preview"))).replace("<!--preview-->", content)
    advice = element("p", "Falta dibujarlo: ", element("code", "make diagrams"), ".")
    return html_of(_figure(diagram, element("pre", diagram.source), advice))


def _place(name: str) -> ET.Element:
    place: Any = ET.Comment(name)  # an element whose tag is a function
    return cast(ET.Element, place)


def _figure(diagram: Diagram, drawing: ET.Element, *after: ET.Element) -> ET.Element:
    return element(
        "figure",
        drawing,
        element("figcaption", diagram.caption),
        *after,
        class_="diagrama",
        id=f"diagrama-{diagram.id}",
        tabindex="0",
    )


def put(content: str, drawings: Mapping[str, Drawing], root: str) -> str:
    """Return the content of a page with its drawings and their controls in their places; `root` leads from
    the page to the site's root, without final slash.
    """

    def fill(match: re.Match[str]) -> str:
        kind, name = match.groups()
        return drawings[name].svg if kind == "dibujo" else html_of(_actions(name, root))

    return _PLACE.sub(fill, content)


def _actions(name: str, root: str) -> ET.Element:
    """Return the controls: the first opens the drawing by itself; our script turns it into the zoom."""
    file = f"{root}/{FOLDER}/{name}.svg"
    return element(
        "p",
        element("a", "Ampliar", class_="diagrama-ampliar", href=file),
        element("a", "Descargar SVG", href=file, download=f"{name}.svg"),
        element("button", "Copiar Mermaid", type="button", class_="diagrama-copiar", data_fuente=name),
        class_=f"diagrama-acciones {SCREEN_ONLY}",
    )


def labels(drawing: Drawing) -> str:
    """Return the labels of a drawing as one text, for the search."""
    parts = drawing.parts
    items = [*parts["nodes"], *parts.get("groups", ()), *parts.get("edges", ()), *parts.get("steps", ())]
    return "; ".join(dict.fromkeys(item["label"] for item in items if item.get("label")))


def light(markup: str) -> str:
    """Return a drawing, or a text of it, in the colours of the light scheme alone: paper, e-readers and
    cards know no custom properties.
    """
    return _VARIABLE.sub(r"\1", markup)


def source_script(diagram: Diagram) -> str:
    """Return the script that hands over the Mermaid source: unlike a text file, it loads from file:// too."""
    return f"guia.give({json.dumps(diagram.source, ensure_ascii=False)});\n"
