"""A built page as a manuscript: read once, for every book. What it may hold is in `kinds`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from copy import deepcopy
from pathlib import Path
from xml.etree import ElementTree as ET

import tinyhtml5

from ..diagrams.figures import light
from ..web.callouts import CALLOUTS
from ..web.elements import SCREEN_ONLY, classes, element, in_one_line
from .errors import DownloadError
from .kinds import ATTRIBUTES, KINDS, ROLES, Part, Walker

Link = Callable[[str], dict[str, str]]
"""Returns the attributes of an `a` for an address on the page: `page` and `at`, or `href`, or none."""
_FOREIGN = {"headerlink", "md-content__button", "md-source-file", "md-tags"}
"""Classes of what Python-Markdown and Material make for a screen; our own makers mark theirs."""
_SCREEN_TAGS = {"script", "style", "form", "template"}
_SPLICED = {
    *("div", "label", "header", "footer", "aside", "center"),
    *("abbr", "bdi", "bdo", "cite", "data", "del", "dfn", "ins", "mark", "q", "s", "time", "u", "var", "wbr"),
}
"""Of these only what they hold reaches a book: words of an author never get lost."""
_SAME = {"b": "strong", "i": "em", "kbd": "code", "samp": "code", "tt": "code"}
"""What authors write as HTML, and the kind that says the same."""
_SVG = "{http://www.w3.org/2000/svg}svg"
SIGNS = {"✅": "si", "❌": "no", "⚠": "ojo", "☐": "casilla"}


def read(page: Path, name: str, link: Link, picture: Callable[[str], str]) -> ET.Element:
    """Return the manuscript of the article in the file `page`; messages call it `name`.

    `picture` returns the file below the root of the site that an address of an image leads to, or nothing.
    Raises DownloadError for what is of no known kind.
    """
    text = page.read_text("utf-8")
    start, end = text.find("<article"), text.rfind("</article>")  # a third of a page is menus
    document = tinyhtml5.parse(text[start:end], namespace_html_elements=False)
    article: ET.Element = next(element for element in document.iter("article"))
    return of(article, name, link, picture)


def of(article: ET.Element, name: str, link: Link, picture: Callable[[str], str]) -> ET.Element:
    """Return the manuscript of a parsed article; see `read`."""
    return element("section", *_Reader(name, link, picture).content(article))


class _Compiled(dict[tuple[Collection[str], bool], re.Pattern[str]]):
    def __missing__(self, key: tuple[Collection[str], bool]) -> re.Pattern[str]:
        signs, opposite = key
        self[key] = re.compile(f"[{'' if opposite else '^'}{re.escape(''.join(signs))}]+")
        return self[key]


# What tinyhtml5 2.1 keeps here it never finds again, and makes anew for each word it reads: half of its time.
tinyhtml5.inputstream.characters_until_regex = _Compiled()


class _Reader(Walker):
    def __init__(self, page: str, link: Link, picture: Callable[[str], str]) -> None:
        self.page, self.link, self.picture = page, link, picture

    def convert(self, item: ET.Element) -> Iterable[Part]:
        names = classes(item)
        if not isinstance(item.tag, str) or item.tag in _SCREEN_TAGS or names & {SCREEN_ONLY, *_FOREIGN}:
            return []
        if item.tag == _SVG:
            return [_drawing(item)]
        if item.tag == "details":
            return self._on_answer(item) if "examen-respuesta" in names else self._on_callout(item)
        if "admonition" in names:
            return self._on_callout(item)
        if "hecho" in names:
            return self._on_mark(item)
        if item.tag in _SPLICED:
            return self.content(item)
        item.tag = _SAME.get(item.tag, item.tag)
        return super().convert(item)

    def other(self, item: ET.Element) -> Iterable[Part]:
        if item.tag not in KINDS:
            raise self._unknown(f"<{item.tag}>", KINDS)
        return [self._made(item, *self.content(item))]

    def _made(self, item: ET.Element, *content: Part, **attributes: str | None) -> ET.Element:
        role = next((name for name in sorted(classes(item)) if name in ROLES), None)
        kept = {key: item.attrib[key] for key in ATTRIBUTES if key in item.attrib}
        return element(item.tag, *content, role=role, **kept, **attributes)

    def _unknown(self, what: str, known: Iterable[str]) -> DownloadError:
        return DownloadError(f"{self.page}: no book knows {what}; expected one of {' '.join(sorted(known))}")

    def _on_a(self, item: ET.Element) -> Iterable[Part]:
        target = self.link(item.get("href", ""))
        if not target:
            return self.content(item)
        kind = "term" if "termino" in classes(item) else None
        return [self._made(item, *self.content(item), kind=kind, **target)]

    def _on_span(self, item: ET.Element) -> Iterable[Part]:
        if "marca" in classes(item):
            return [self._sign(in_one_line(item))]
        if item.get("class", "").endswith("-tipo"):
            return []  # the label of a callout
        span = self._made(item, *self.content(item))
        return [span] if span.attrib else self.content(item)

    def _sign(self, text: str) -> ET.Element:
        name = SIGNS.get(text.rstrip("\ufe0f"))
        if name is None:
            raise self._unknown(f"the sign {text}", SIGNS)
        return element("sign", text, name=name)

    def _on_input(self, item: ET.Element) -> Iterable[Part]:
        return [self._sign("☐"), " "]

    def _on_mark(self, item: ET.Element) -> Iterable[Part]:
        new = next((in_one_line(child) for child in item if "hecho-nuevo" in classes(child)), None)
        return [
            element(
                "mark",
                id=item.get("id"),
                data_fact=item.get("data-hechos"),
                data_mark=item.get("data-mark"),
                label=item.get("aria-label"),
                new=new,
                **self.link(item.get("href", "")),
            )
        ]

    def _on_callout(self, item: ET.Element) -> Iterable[Part]:
        kind, *variants = [name for name in item.get("class", "").split() if name != "admonition"] or ["note"]
        heading = next((child for child in item if child.tag == "summary" or _is_title(child)), None)
        spans = heading.iter("span") if heading is not None else ()
        labels = [in_one_line(span) for span in spans if f"{kind}-tipo" in classes(span)]
        label = labels[0] if labels else CALLOUTS.get(kind)
        if label is None:
            raise self._unknown(f"the callout '{kind}'", CALLOUTS)
        title = [] if heading is None else [element("title", *_stripped(self.content(heading)))]
        content = self.content(item, heading)
        about = {"id": item.get("id"), "kind": kind, "variant": next(iter(variants), None), "label": label}
        return [element("callout", *title, *content, **about)]

    def _on_answer(self, item: ET.Element) -> Iterable[Part]:
        summary = item.find("summary")
        return [element("answer", *self.content(item, summary))]

    def _on_img(self, item: ET.Element) -> Iterable[Part]:
        file = self.picture(item.get("src", ""))
        alt = item.get("alt", "")
        return [element("img", src=file, alt=alt)] if file else [alt]

    def _on_pre(self, item: ET.Element) -> Iterable[Part]:
        return [element("pre", element("code", *_Tokens().content(next(item.iter("code"), item))))]


class _Tokens(Walker):
    def _on_span(self, item: ET.Element) -> Iterable[Part]:
        return [element("token", *self.content(item), kind=item.get("class"))]


def _is_title(item: ET.Element) -> bool:
    return "admonition-title" in classes(item)


def _stripped(parts: list[Part]) -> list[Part]:
    """Return the parts without the space before the first word."""
    words = [part for part in parts if part != ""]
    while words and isinstance(words[0], str):
        if first := words[0].lstrip():
            return [first, *words[1:]]
        words.pop(0)
    return words


def _drawing(svg: ET.Element) -> ET.Element:
    """Return a drawing in tags without namespace and in the colours of the light scheme."""
    drawing = deepcopy(svg)
    drawing.tail = None
    for item in drawing.iter():
        item.tag = item.tag.rpartition("}")[2]
        item.attrib = {key: light(value) for key, value in item.attrib.items() if "}" not in key}
        item.text = light(item.text) if item.text else item.text
    drawing.attrib.pop("style", None)
    return drawing
