"""The page /descargas/ as MkDocs builds it, with places for what is only known once the files exist.

A place is `<div data-descargas="kind name">…</div>`, filled by guidekit.downloads.listing in the built
page; what stands in it shows until then.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

from ..web.elements import SCREEN_ONLY, element, html_of
from .registry import FORMATS
from .registry import SHEET as SHEET_SUFFIX

PAGE = "descargas.md"
CARD, TOPIC, SHEET, TOPICS, NOTICE = "ficha", "pagina", "hoja", "temas", "aviso"
"""Kinds of places: the facts of a file, the link of a topic page, that of the review sheet, the list of
topics, the first line.
"""
LINKS = {TOPIC: "Descargar este tema en PDF", SHEET: "Descargar esta hoja en PDF"}
"""The places that are one link, and its words."""
_TEXT = Path(__file__).with_suffix(".md")
_PLACE = re.compile(r'(<div [^>]*data-descargas="([a-z]+) ([^"]*)">).*?(</div>)', re.DOTALL)


def place(kind: str, name: str = "", *meanwhile: ET.Element) -> ET.Element:
    """Return a place to fill; `meanwhile` is what stands there until then."""
    # What fills it needs no classes: styles are trimmed to those that pages have before.
    names = f"descargas-pagina {SCREEN_ONLY}" if kind in LINKS else f"descargas-{kind}"
    return element("div", *meanwhile, class_=names, data_descargas=f"{kind} {name}")


def sheet(name: str) -> list[ET.Element]:
    """Return the place of the link to the PDF of the review sheet; `name` is what downloads are called."""
    return [place(SHEET, f"{name}{SHEET_SUFFIX}")] if name else []


def fill(text: str, content: Callable[[str, str], list[ET.Element] | None]) -> str:
    """Put `content(kind, name)` into each place of a page, again if need be; None leaves it as it is."""

    def put(match: re.Match[str]) -> str:
        parts = content(match[2], match[3])
        return match[0] if parts is None else f"{match[1]}{''.join(map(html_of, parts))}{match[4]}"

    return _PLACE.sub(put, text)


def markdown(name: str) -> str:
    """Write the page. The downloads are called after `name`."""
    notice = element("p", "Los archivos se publican con la versión completa del sitio.")
    button = element("p", "Para guardar hacen falta JavaScript y el sitio publicado.")
    choices = [item.words()[0] for item in sorted(FORMATS, key=lambda item: item.choice)]
    sections = [
        item.words()[1].replace("<!-- ficha -->", html_of(place(CARD, f"{name}{item.suffix}")))
        for item in FORMATS
    ]
    marks = {
        "opciones": "\n".join(choices),
        "formatos": "\n".join(sections),
        "aviso": html_of(place(NOTICE, "", notice)),
        "boton": html_of(element("div", button, class_="sin-conexion", data_sin_conexion="")),
        "temas": html_of(place(TOPICS)),
        "archivo": name,
    }
    text = _TEXT.read_text("utf-8")
    for mark, content in marks.items():
        text = text.replace(f"<!-- {mark} -->", content)
    return text
