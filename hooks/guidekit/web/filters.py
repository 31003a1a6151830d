"""A Python-Markdown extension: generated pages name a listing, and its elements take that place.

So the entries are rendered, and their links checked, like everything an author writes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from .. import order
from ..model import Corpus
from ..rendering import Rendering
from .elements import element, verbatim

_SHORT_ROW = 5
"""More buttons than these make a row that scrolls on a phone."""
Listing = Callable[[Corpus, Markdown], list[ET.Element]]


def token(name: str) -> str:
    """Return the paragraph that a generated page writes where the listing `name` belongs."""
    return f"\ue002{name}\ue003"


class _Listings(Treeprocessor):
    def __init__(self, md: Markdown, listings: Mapping[str, Listing], rendering: Rendering) -> None:
        super().__init__(md)
        self.listings, self.rendering = listings, rendering

    def run(self, root: ET.Element) -> None:
        corpus = self.rendering.corpus
        if corpus is None:
            return
        places = {token(name): listing for name, listing in self.listings.items()}
        for place, child in reversed(list(enumerate(root))):
            if child.text in places:
                root[place : place + 1] = places[child.text](corpus, self.md)


class ListingExtension(Extension):
    """Holds the listings of a site by name."""

    def __init__(self, listings: Mapping[str, Listing], rendering: Rendering) -> None:
        super().__init__()
        self.listings, self.rendering = listings, rendering

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register what puts them in."""
        md.treeprocessors.register(
            _Listings(md, self.listings, self.rendering), "guidekit_listings", order.LISTINGS
        )


def front_matter(title: str, description: str, icon: str, *, filtered: bool = False) -> str:
    """Return the head of a generated page, whose subject readers seek on the topic pages. `filtered`
    says that the page has a filter, whose `?q=` web/theme/main.html keeps from the search of the site.
    """
    # JSON is YAML: a colon in a text cannot break it, which MkDocs would publish as the page's first lines.
    meta = {
        "title": title,
        "description": description,
        "icon": icon,
        "search": {"boost": 0.3},
        "filtered": filtered,
    }
    return f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n\n# {title}\n\n"


def entries(*items: ET.Element, **attributes: str | None) -> ET.Element:
    """Return a list of entries a reader can filter."""
    return element("ul", *items, class_="entradas", **attributes)


def filter_form(
    label: str, example: str, nouns: tuple[str, str], facets: Mapping[str, tuple[str, Mapping[str, str]]]
) -> list[ET.Element]:
    """Return the controls above a listing, which web/theme/assets/filter.js brings to life.

    `example` is shown in the empty field; `nouns` name one entry and several; `facets` map a data attribute
    of the entries to its name and its values with their names; one without values is left out.
    """
    groups = [
        element(
            "div",
            element("span", verbatim(name), class_="filtro-nombre"),
            *[
                element(
                    "button",
                    verbatim(text),
                    type="button",
                    value=value,
                    aria_pressed="false",
                    class_="filtro-boton",
                )
                for value, text in values.items()
            ],
            class_="filtro-faceta filtro-larga" if len(values) > _SHORT_ROW else "filtro-faceta",
            role="group",
            aria_label=name,
            data_faceta=key,
        )
        for key, (name, values) in facets.items()
        if values
    ]
    box = element(
        "label",
        element("span", verbatim(label)),
        element("input", type="search", autocomplete="off", spellcheck="false", placeholder=example or None),
        class_="filtro-buscar",
    )
    status = element("p", role="status", class_="filtro-estado")
    form = element("div", box, *groups, status, class_="filtro", data_filtro=f"{nouns[0]}|{nouns[1]}")
    return [form, element("div", class_="filtro-vacio", hidden="hidden")]
