"""The controls above a listing that readers filter, and the list itself."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from .elements import SCREEN_ONLY, element, verbatim

_SHORT_ROW = 5
"""More buttons than these make a row that scrolls on a phone."""


def entries(*items: ET.Element, **attributes: str | None) -> ET.Element:
    """Return a list of entries a reader can filter."""
    return element("ul", *items, class_="entradas", **attributes)


def _buttons(name: str, values: Mapping[str, str], **attributes: str) -> ET.Element:
    buttons = [
        element(
            "button",
            verbatim(text),
            type="button",
            value=value,
            aria_pressed="false",
            class_="filtro-boton",
        )
        for value, text in values.items()
    ]
    return element(
        "div",
        element("span", verbatim(name), class_="filtro-nombre"),
        *buttons,
        class_="filtro-faceta filtro-larga" if len(values) > _SHORT_ROW else "filtro-faceta",
        role="group",
        aria_label=name,
        **attributes,
    )


def filter_form(
    label: str,
    example: str,
    nouns: tuple[str, str],
    facets: Mapping[str, tuple[str, Mapping[str, str]]],
    views: tuple[str, str] | None = None,
) -> list[ET.Element]:
    """Return the controls above a listing, which web/scripts/filter.js brings to life.

    `example` is shown in the empty field; `nouns` name one entry and several; `facets` map a data attribute
    of the entries to its name and its values with their names; one without values is left out. A list that
    begins without its entries of `data-resto` has buttons for its two `views`: that, and all.
    """
    groups = [_buttons(name, values, data_faceta=key) for key, (name, values) in facets.items() if values]
    if views:
        groups.insert(0, _buttons("Mostrar", {"": views[0], "todos": views[1]}, data_vista=""))
    box = element(
        "label",
        element("span", verbatim(label)),
        element("input", type="search", autocomplete="off", spellcheck="false", placeholder=example or None),
        class_="filtro-buscar",
    )
    status = element("p", role="status", class_="filtro-estado")
    form = element(
        "div", box, *groups, status, class_=f"filtro {SCREEN_ONLY}", data_filtro=f"{nouns[0]}|{nouns[1]}"
    )
    return [form, element("div", class_=f"filtro-vacio {SCREEN_ONLY}", hidden="hidden")]
