"""What an author wrote on one page, shown on another too: with the references, footnotes and abbreviations
of its own page, and with links made for its new place.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions.abbr import AbbrTreeprocessor

from ..sources.block_tree import Tree, footnotes, has_footnotes
from .elements import classes, element, verbatim

_ADDRESSES = {"a": "href", "img": "src"}
_NAMES, _TABS = ("id", "for", "name"), "__tabbed_"
"""What ties tabs together; pages count their sets from 1, and one page may show those of several."""


def show(parts: Sequence[ET.Element], tree: Tree, uri: str, name: str, md: Markdown) -> list[ET.Element]:
    """Render what was transplanted from the page `uri` with the block tree `tree`, for a page at the root of
    the site; return the parts and the notes they refer to, whose ids hold `name`, that of the place.
    """
    box = element("div", *parts)
    with _references(md, tree):
        md.treeprocessors["inline"].run(box)
        box.extend(_notes(box, tree, name, md))
    AbbrTreeprocessor(md, dict(tree.abbreviations)).run(box)
    for item in box.iter():
        _move(item, uri)
        for key in _NAMES:
            if (given := item.get(key, "")).startswith(_TABS):
                item.set(key, f"{given}-{name}")
        item.text = verbatim(item.text) if item.text else item.text
        item.tail = verbatim(item.tail) if item.tail else item.tail
    return list(box)


@contextmanager
def _references(md: Markdown, tree: Tree) -> Iterator[None]:
    """Let Markdown find the references and footnotes of another page."""
    kept: list[tuple[object, Mapping[str, object]]] = [(md, {"references": dict(tree.references)})]
    if has_footnotes(md):
        fresh = {"footnotes": dict(tree.notes), "footnote_order": [], "found_refs": {}, "used_refs": set()}
        kept.append((footnotes(md), fresh))
    before = [(owner, {key: getattr(owner, key) for key in fresh}) for owner, fresh in kept]
    for owner, values in kept:
        vars(owner).update(values)
    try:
        yield
    finally:
        for owner, values in before:
            vars(owner).update(values)


def _notes(box: ET.Element, tree: Tree, name: str, md: Markdown) -> list[ET.Element]:
    """Count the notes that `box` refers to from 1; return them as Python-Markdown writes footnotes."""
    notes: dict[str, ET.Element] = {}
    for sup in list(box.iter("sup")):
        link = sup.find("a")
        if link is None or "footnote-ref" not in classes(link):
            continue
        note = link.get("href", "").removeprefix(f"#{footnotes(md).makeFootnoteId('')}")
        if note not in notes:
            notes[note] = _note(tree, note, md)
            back = element("a", "\u21a9", class_="footnote-backref", href=f"#fnref:{name}-{note}")
            sup.set("id", f"fnref:{name}-{note}")
            notes[note].append(element("p", back))
        else:
            del sup.attrib["id"]
        notes[note].set("id", f"fn:{name}-{note}")
        link.text = str(list(notes).index(note) + 1)
        link.set("href", f"#fn:{name}-{note}")
    return [element("div", element("ol", *notes.values()), class_="footnote")] if notes else []


def _note(tree: Tree, note: str, md: Markdown) -> ET.Element:
    content = element("div")
    md.parser.parseChunk(content, tree.notes[note])
    content = tree.transplant(content, md)
    md.treeprocessors["inline"].run(content)
    return element("li", *content)


def _move(item: ET.Element, uri: str) -> None:
    """Make an address relative to the page `uri` one that is relative to the root of the site."""
    attribute = _ADDRESSES.get(item.tag, "")
    address = item.get(attribute)
    if not address or classes(item) & {"footnote-ref", "footnote-backref"}:
        return
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return
    path = posixpath.normpath(posixpath.join(posixpath.dirname(uri), parts.path)) if parts.path else uri
    item.set(attribute, parts._replace(path=path).geturl())
