"""A printed tree as Typst source: an element is a call of the function in `style/` that is named like it, its
attributes are named arguments, and text is always a quoted string, in which nothing is markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from . import columns
from .syntax import array, call, quoted

LINKS = {"reference", "see", "plain", "term", "number", "note", "cite", "outside", "address", "mark", "point"}
"""Elements that lead `to` an id of the same PDF, or to `href` outside it."""
INLINE = {
    *("strong", "em", "small", "sub", "sup", "del", "br", "code", "span"),
    *("sign", "new", "icon", "img", "hyphenated", "joined"),
    *(LINKS - {"point"}),
}
BLOCKS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "tasks", "dl", "dt", "dd", "hr"),
    *("blockquote", "table", "pre", "figure", "tab", "callout", "solution", "together", "columns"),
    *("points", "point", "letter", "plate"),
    *("cover", "imprint", "contents", "part", "foreword", "chapter", "appendix", "review"),
}
_PARTS = {"thead", "tbody", "tr", "th", "td", "svg", "name", "figcaption", "token"}
"""What is written with the element around it."""
KINDS = INLINE | BLOCKS | _PARTS
_FLAGS = {"whole", "keep", "main", "float", "small", "closing", "fresh"}
_SOMETHING = "\u00a0"
"""In the head of a table that says nothing: an empty one is that of the column which tags.py takes out."""
_ATOMS = {"sign", "mark", "code", "icon", "img", "number"}
"""What stands in a line and has no text of its own."""
_NUMBERS = {"start"}
_LENGTHS = {"width", "height"}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_INSIDE = {"callout": 27.0, "li": 15.0, "dd": 15.0, "blockquote": 15.0}
"""Points by which what holds a table is narrower than what is around it."""


def of(bodies: Iterable[ET.Element], width: float) -> str:
    """Return the content of `bodies` as a block of code; `width` is that of the text, in points."""
    writer = _Writer(width)
    return "{\n" + "\n".join(writer.element(body) for body in bodies) + "\n}\n"


class _Writer:
    """Writes one element after another: white space runs together as in HTML."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.space = True
        """Whether a space before the next word would be one too many."""

    def content(self, parent: ET.Element, *but: ET.Element | None) -> str:
        """Return the content of an element, without its children `but`, as a block of code."""
        return "{" + "; ".join(self._parts(parent, but)) + "}"

    def _parts(self, parent: ET.Element, but: tuple[ET.Element | None, ...]) -> Iterator[str]:
        yield from self._text(parent.text)
        for child in parent:
            if child not in but:
                yield self.element(child)
            yield from self._text(child.tail)

    def _text(self, text: str | None) -> Iterator[str]:
        words = _SPACE.sub(" ", text or "")
        words = words.lstrip(" ") if self.space else words
        if words:
            self.space = words.endswith(" ")
            yield quoted(words)

    def element(self, item: ET.Element) -> str:
        """Return the call that sets an element."""
        block, inside = item.tag in BLOCKS, _INSIDE.get(item.tag, 0.0)
        self.space = block or self.space
        self.width -= inside
        code: str = getattr(self, f"_on_{item.tag}", self._other)(item)
        if lang := item.get("lang"):
            code = f"{{set text(lang: {quoted(lang)}); {code}}}"
        if not block and "id" in item.attrib:
            code = f"{{anchor({quoted(item.get('id', ''))}); {code}}}"
        self.width += inside
        self.space = block or (self.space and item.tag not in _ATOMS) or item.tag == "br"
        return code

    def _other(self, item: ET.Element, *but: ET.Element | None, **arguments: str) -> str:
        return call(item.tag, self.content(item, *but), **self._arguments(item), **arguments)

    def _arguments(self, item: ET.Element) -> dict[str, str]:
        """Return what the function is told: not languages, nor places of what stands in a line."""
        own = {"lang", *(() if item.tag in BLOCKS | _PARTS else ("id",))}
        return {key: _value(key, text) for key, text in item.attrib.items() if key not in own}

    def _heading(self, item: ET.Element) -> str:
        return call("heading", item.tag[1], self.content(item), **self._arguments(item))

    _on_h1 = _on_h2 = _on_h3 = _on_h4 = _on_h5 = _on_h6 = _heading

    def _on_br(self, _item: ET.Element) -> str:
        return "linebreak()"

    def _on_code(self, item: ET.Element) -> str:
        return call("code", quoted("".join(item.itertext())))

    def _on_callout(self, item: ET.Element) -> str:
        title = item.find("name")
        return self._other(item, title, title=self._anchored(title))

    _on_tab = _on_callout

    def _on_icon(self, item: ET.Element) -> str:
        return call("icon", quoted(ET.tostring(item[0], encoding="unicode")), **self._arguments(item))

    def _on_img(self, item: ET.Element) -> str:
        return call("img", **self._arguments(item))

    def _items(self, item: ET.Element) -> str:
        return call(item.tag, *map(self.element, item), **self._arguments(item))

    _on_ul = _on_ol = _on_tasks = _items

    def _on_pre(self, item: ET.Element) -> str:
        pieces = list(_tokens(next(item.iter("code"), item)))
        said = "".join(text for *_, text in pieces).rstrip("\n")
        tokens = array(array(map(quoted, piece)) for piece in pieces)
        widest = max(map(len, said.split("\n")))
        size = {"width": f"{self.width:.2f}pt", "columns": str(widest)}
        return call("pre", quoted(said), tokens, **self._arguments(item), **size)

    def _on_table(self, item: ET.Element) -> str:
        rows = [[cell for cell in row if cell.tag in {"td", "th"}] for row in item.iter("tr")]
        head = rows.pop(0) if rows and all(cell.tag == "th" for cell in rows[0]) else []
        form = columns.form(head, rows, self.width)
        ids = [quoted(cell.get("id", "")) for cell in head if "id" in cell.attrib]
        return call(
            "table",
            array(array(map(self._cell, row)) for row in rows),
            ids=array(ids),  # a head that is repeated would repeat those of its cells
            head=array(self._cell(cell, id="none") for cell in head),
            widths=array(f"{width:.3f}fr" for width in form.widths),
            figures=array(map(str, form.figures)),
            **self._arguments(item),
        )

    def _cell(self, item: ET.Element, **arguments: str) -> str:
        self.space = True
        empty = item.tag == "th" and not "".join(item.itertext()).strip()
        said = f"{{{quoted(_SOMETHING)}}}" if empty else self.content(item)
        return call("cell", said, **self._arguments(item) | arguments)

    def _on_figure(self, item: ET.Element) -> str:
        caption = item.find("figcaption")
        pictures = [self.element(child) for child in item if child is not caption]
        return call("figure", array(pictures), self._anchored(caption), **self._arguments(item))

    def _anchored(self, item: ET.Element | None) -> str:
        """Return the content of a part, which is no call, with its id; none if there is no such part."""
        if item is None:
            return "none"
        self.space = True
        words, self.space = self.content(item), True
        return f"{{anchor({quoted(item.get('id', ''))}); {words}}}" if "id" in item.attrib else words

    def _on_svg(self, item: ET.Element) -> str:
        alt = item.findtext("title") or ""
        drawing = ET.tostring(item, encoding="unicode")
        size = {key: item.get(key, "") for key in ("width", "height")}
        return call("drawing", quoted(drawing), alt=quoted(" ".join(alt.split())), **size)


def _tokens(item: ET.Element, kind: str = "", lit: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield what code is made of: its kind, whether it is on a line to look at, and the text."""
    for child, text in [(None, item.text), *((child, child.tail) for child in item)]:
        if child is not None:
            own = child.get("kind", "")
            yield from _tokens(child, kind if own == "hll" else own, "lit" if own == "hll" else lit)
        if text:
            yield kind, lit, text


def _value(key: str, text: str) -> str:
    if key in _FLAGS or key in _LENGTHS:
        return text
    return text if key in _NUMBERS and text.isdecimal() else quoted(text)
