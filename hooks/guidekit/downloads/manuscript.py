"""A built page as a manuscript: read once, for every book. What it may hold is in `kinds`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

from ..web.callouts import CALLOUTS
from ..web.elements import SCREEN_ONLY, classes, element, in_one_line
from . import code, html, pictures
from .errors import DownloadError
from .kinds import ATTRIBUTES, KINDS, ROLES, SIGNS, SVG, Part, Walker
from .pictures import Refusal

Link = Callable[[str], dict[str, str]]
"""Returns the attributes of an `a` for an address on the page: `page` and `at`, or `href`, or none."""
_FOREIGN = {"headerlink", "md-content__button", "md-source-file", "md-tags"}
"""Classes of what Python-Markdown and Material make for a screen; our own makers mark theirs."""
_SCREEN_TAGS = {"script", "style", "form", "template", "source"}
_SPLICED = {
    *("div", "label", "header", "footer", "aside", "center", "picture"),
    *("bdi", "bdo", "cite", "data", "dfn", "ins", "mark", "time", "u", "var", "wbr"),
}
"""Of these only what they hold reaches a book: words of an author never get lost."""
_SAME = {"b": "strong", "i": "em", "kbd": "code", "samp": "code", "tt": "code", "s": "del", "strike": "del"}
"""What authors write as HTML, and the kind that says the same."""
_LINKS = {"termino": "term", code.NOTE: "note", "footnote-backref": "back"}
"""The kinds of links by their classes."""
SHOWN = (KINDS | _SPLICED | set(_SAME) | _SCREEN_TAGS | {"details", "summary", "input"}) - {"img"}
"""Tags of a page that a book can always show, or leaves out."""
_SVG = f"{{{SVG}}}svg"


def read(page: Path, name: str, link: Link, picture: Callable[[str], str]) -> ET.Element:
    """Return the manuscript of the article in the file `page`; messages call it `name`.

    `picture` returns the file below the root of the site that an address of an image leads to, or nothing.
    Raises DownloadError for what no book can show.
    """
    manuscript, refusals = of(html.article(page.read_text("utf-8")), link, picture)
    if refusals:
        raise DownloadError("\n".join(f"{name}: {item.what}; expected {item.expected}" for item in refusals))
    return manuscript


def of(article: ET.Element, link: Link, picture: Callable[[str], str]) -> tuple[ET.Element, list[Refusal]]:
    """Return the manuscript of a parsed article, which it changes, and what no book can show; see `read`."""
    code.annotate(article)
    reader = _Reader(link, picture)
    return element("section", *reader.content(article)), reader.refusals


class _Reader(Walker):
    def __init__(self, link: Link, picture: Callable[[str], str]) -> None:
        self.link, self.picture = link, picture
        self.refusals: list[Refusal] = []
        self._explained: set[str] = set()

    def convert(self, item: ET.Element) -> Iterable[Part]:
        names = classes(item)
        if not isinstance(item.tag, str) or item.tag in _SCREEN_TAGS or names & {SCREEN_ONLY, *_FOREIGN}:
            return []
        if item.tag == _SVG:
            return [pictures.drawing(item)]
        if item.tag == "details":
            return self._on_answer(item) if "examen-respuesta" in names else self._on_callout(item)
        if "admonition" in names:
            return self._on_callout(item)
        if "hecho" in names:
            return self._on_mark(item)
        if names & {"highlight", "highlighttable"} and next(item.iter("pre"), None) is not None:
            return self._on_pre(item)
        if names & {"tabbed-set", "footnote", "arithmatex"}:
            return self._of_extension(item, names)
        if item.tag in _SPLICED:
            return [*_place(item), *self.content(item)]
        item.tag = _SAME.get(item.tag, item.tag)
        return super().convert(item)

    def other(self, item: ET.Element) -> Iterable[Part]:
        if item.tag not in KINDS:
            way = f"words or a picture in its place, or its class `{SCREEN_ONLY}` if books may lack it"
            name = item.tag.rpartition("}")[2]
            return self._refuse(f"no book can show <{name}>", way, f"<{name}")
        return [self._made(item, *self.content(item))]

    def _made(self, item: ET.Element, *content: Part, **attributes: str | None) -> ET.Element:
        role = next((name for name in sorted(classes(item)) if name in ROLES), None)
        kept = {key: item.attrib[key] for key in ATTRIBUTES if key in item.attrib}
        return element(item.tag, *content, role=role, **kept, **attributes)

    def _refuse(self, what: str, expected: str, written: str) -> list[Part]:
        self.refusals.append(Refusal(what, expected, written))
        return []

    def _of_extension(self, item: ET.Element, names: set[str]) -> Iterable[Part]:
        """Return what becomes of tabs, footnotes or a formula."""
        if "tabbed-set" in names:
            return _tabs(item, self.content)
        if "footnote" in names:
            notes = item.find("ol")
            return [] if notes is None else [element("ol", *self.content(notes), role=code.NOTES)]
        formula = "".join(item.itertext()).strip("\\()[] \n").partition("\n")[0]
        return self._refuse("no book sets formulas", "it in words, or with <sup> and <sub>", formula)

    def _on_a(self, item: ET.Element) -> Iterable[Part]:
        target = self.link(item.get("href", ""))
        if not target:
            return [*_place(item), *self.content(item)]
        kind = next((kind for name, kind in _LINKS.items() if name in classes(item)), None)
        return [self._made(item, *self.content(item), kind=kind, **target)]

    def _on_span(self, item: ET.Element) -> Iterable[Part]:
        if "marca" in classes(item):
            return self._sign(in_one_line(item))
        if item.get("class", "").endswith("-tipo"):
            return []  # the label of a callout
        drawing = item.find(_SVG)
        if "twemoji" in classes(item) and drawing is not None:
            return [element("icon", pictures.drawing(drawing), label=item.get("title"))]
        content = self.content(item)
        if "comment" in classes(item):  # of the extension `critic`: as Material sets it
            content = ["/* ", *content, " */"]
        return [self._made(item, *content)] if self._made(item).attrib else content

    def _sign(self, text: str) -> Iterable[Part]:
        name = SIGNS.get(text.rstrip("\ufe0f"))
        if name is None:
            return self._refuse(f"no book has the sign {text}", f"one of {' '.join(SIGNS)}", text)
        return [element("sign", text, name=name)]

    def _on_input(self, item: ET.Element) -> Iterable[Part]:
        if item.get("type") != "checkbox":
            return self.other(item)
        return [*self._sign("☑" if "checked" in item.attrib else "☐"), " "]

    def _on_q(self, item: ET.Element) -> Iterable[Part]:
        return ["«", *self.content(item), "»"]

    def _on_abbr(self, item: ET.Element) -> Iterable[Part]:
        """Say what an abbreviation means where it comes first, unless the author does."""
        content, meaning = self.content(item), item.get("title", "")
        if not meaning or meaning in self._explained:
            return content
        self._explained.add(meaning)
        return content if (item.tail or "").lstrip().startswith("(") else [*content, f" ({meaning})"]

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
        titles = (child for child in item if child.tag == "summary" or "admonition-title" in classes(child))
        heading = next(titles, None)
        spans = heading.iter("span") if heading is not None else ()
        labels = [in_one_line(span) for span in spans if f"{kind}-tipo" in classes(span)]
        label = labels[0] if labels else CALLOUTS.get(kind)
        if label is None:
            return self._refuse(f"no book knows the callout '{kind}'", f"one of {', '.join(CALLOUTS)}", kind)
        if kind == "examen":  # a card shows it without the rest of the page
            self._explained = set()
        title = [] if heading is None else [element("title", *_stripped(self.content(heading)))]
        content = self.content(item, heading)
        about = {"id": item.get("id"), "kind": kind, "variant": next(iter(variants), None), "label": label}
        return [element("callout", *title, *content, **about)]

    def _on_answer(self, item: ET.Element) -> Iterable[Part]:
        return [element("answer", *self.content(item, item.find("summary")))]

    def _on_img(self, item: ET.Element) -> Iterable[Part]:
        answer = pictures.read(item, self.picture)
        if isinstance(answer, Refusal):
            self.refusals.append(answer)
            return []
        return [] if answer is None else [answer]

    def _on_pre(self, item: ET.Element) -> Iterable[Part]:
        return [code.block(item, self.link)]


def _place(item: ET.Element) -> list[Part]:
    """Return the place that links lead to, of an element of which a book has the content only."""
    name = item.get("id") or (item.get("name") if item.tag == "a" else None)
    in_list = any(child.tag in {"dt", "li"} for child in item)
    return [element("span", id=name)] if name and not in_list else []


def _tabs(item: ET.Element, content: Callable[[ET.Element], list[Part]]) -> list[Part]:
    """Return a `tab` for each of a set, in both forms that pymdownx.tabbed knows."""
    box = next((child for child in item if "tabbed-labels" in classes(child)), None)
    labels = item.findall("label") if box is None else box.findall("label")
    blocks = [child for child in item if "tabbed-content" in classes(child)]
    if box is not None:
        blocks = list(blocks[0])
    pairs = zip(labels, blocks, strict=True)
    return [element("tab", element("title", *content(label)), *content(block)) for label, block in pairs]


def _stripped(parts: list[Part]) -> list[Part]:
    """Return the parts without the space before the first word."""
    words = [part for part in parts if part != ""]
    while words and isinstance(words[0], str):
        if first := words[0].lstrip():
            return [first, *words[1:]]
        words.pop(0)
    return words
