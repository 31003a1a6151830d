"""The kinds a manuscript is made of, and how a format walks through them.

A manuscript is a tree of elements of these kinds and no others, with these attributes and no others:

- any: `id`, the place it is on its page; `lang`; `role`, what a paragraph, list or span is for (ROLES). An
  empty `span`, also between blocks, is only a place.
- `a` leads to `page` and `at`, a chapter by name and an id on it (or none), or to `href`, outside the book;
  `kind` is `term` where it explains a word, `note` where it is the number of a note, `back` on the arrow
  from a note to its number. Notes are the `li` of an `ol` whose role is `notas`: footnotes, which close a
  page, and annotations, which stand behind what they annotate; a `note` may stand in a `code`.
- `mark` says what the ledger holds of the sentence before it: `data-fact` the ids, `data-mark` how it looks,
  `label` the same in words, `new` the word for what is new; it leads where an `a` does. One in a legend has
  only `data-mark`.
- `sign` is ✅ and the like, which is its text, by `name` (SIGNS); words beside it say the same. One that is
  `casilla` or `hecha`, first in its `li`, is the bullet of a task.
- `icon` stands in a line and holds one `svg`, without size and in the colour of the text (`viewBox` tells its
  proportions), and has a `label` if it says more than the words beside it.
- `del` is struck out: it says what no longer holds.
- `callout` has a `kind` (for exam points also a `variant`), a `label` that says it in words, a `title`; of an
  exam point that asks first the `answer` comes last.
- `tab` is one of several that a page shows in the same place: its `title`, then blocks. Those of a set follow
  one another.
- `figure` holds an `svg`, plain and in the colours of the light scheme, or whatever else its `figcaption` is
  about.
- `img` stands in a line or in a `figure`; its `src` is a file below the root of the site, of a type in
  PICTURES, `alt` what it shows in words, `width` in pixels if the author set one.
- `pre` holds a `code`, with a `token` for what a highlighter knows the `kind` of: `hll` are lines to look at,
  `linenos` the number before a line. It has a `title` if the page shows one, the name of a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.etree import ElementTree as ET

Part = str | ET.Element
SVG = "http://www.w3.org/2000/svg"
KINDS = {
    *("section", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "dl", "dt", "dd", "table"),
    *("thead", "tbody", "tr", "th", "td", "blockquote", "hr", "pre", "figure", "svg", "img", "figcaption"),
    *("callout", "title", "answer", "tab"),
    *("a", "strong", "em", "small", "sub", "sup", "del", "br", "code", "token", "span"),
    *("mark", "sign", "icon"),
}
"""Blocks, and what stands in a line."""
ROLES = {
    *("revision", "vigencia-pie", "fuentes", "entrada-nota", "entradas"),
    *("resumen-datos", "resumen-si", "resumen-pistas"),
    *("examen-lista", "examen-ingles", "examen-trampa", "estado", "notas"),
}
UNDER_A_HEADING = {"comprueba"}
"""Callouts whose word the heading above all of them says."""
SIGNS = {"✅": "si", "❌": "no", "⚠": "ojo", "☐": "casilla", "☑": "hecha"}
TASKS = {"casilla", "hecha"}
PICTURES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
"""The types of pictures every book can show, by extension."""
ATTRIBUTES = ("id", "lang", "start", "colspan", "rowspan")
"""What an element of a page keeps in its manuscript, and of its manuscript in a book."""


def is_task(entry: ET.Element) -> bool:
    """Return whether an entry of a list has a box in the place of its bullet."""
    parent = entry[0] if len(entry) and entry[0].tag == "p" and not (entry.text or "").strip() else entry
    sign = parent[0] if len(parent) and not (parent.text or "").strip() else None
    return sign is not None and sign.tag == "sign" and sign.get("name") in TASKS


class Walker:
    """Makes a tree of another, an element at a time: by the method named like its tag, else by `other`."""

    def content(self, parent: ET.Element, *but: ET.Element | None) -> list[Part]:
        """Return what becomes of the content of `parent`, without its children `but`."""
        parts: list[Part] = [parent.text or ""]
        for child in parent:
            parts += [*(() if child in but else self.convert(child)), child.tail or ""]
        return parts

    def convert(self, item: ET.Element) -> Iterable[Part]:
        """Return what becomes of an element."""
        method: Callable[[ET.Element], Iterable[Part]] = getattr(self, f"_on_{item.tag}", self.other)
        return method(item)

    def other(self, item: ET.Element) -> Iterable[Part]:
        """Return what becomes of an element whose tag has no method."""
        raise NotImplementedError
