"""Code as a page shows it, and the annotations of code and text, which a script of the theme makes there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from xml.etree import ElementTree as ET

from ..sources.block_tree import pairs
from ..web.elements import Place, classes, element, in_one_line, put, text_at
from .kinds import Part, Walker

NOTE, NOTES = "footnote-ref", "notas"
"""The classes of a link to a note, and of a list of notes."""
_SAME = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}
"""What an author may write as HTML in code, and its kind; of all else the words stay."""
_NUMBER = re.compile(r"\((\d+)\)")
_FORCED = re.compile(r"(\(\d+\))!")
_COMMENTS = {"c", "c1", "ch", "cm", "cs"}


def block(item: ET.Element, link: Callable[[str], dict[str, str]]) -> ET.Element:
    """Return a `pre` for what holds one on a page: title, numbers of lines, code; `link` reads links."""
    cells = [cell for cell in item.iter("td") if "linenos" in classes(cell)]
    titles = [span for span in item.iter("span") if "filename" in classes(span)]
    code = next(item.iter("code"), None)
    tokens = _Tokens(cells, link)
    content = tokens.content(next(item.iter("pre"), item) if code is None else code)
    title = in_one_line(titles[0]) if titles else None
    return element("pre", element("code", *content), id=item.get("id"), title=title)


class _Tokens(Walker):
    """Puts a number before each line, if the page has a column of them; a token may hold several lines."""

    def __init__(self, cells: Iterable[ET.Element], link: Callable[[str], dict[str, str]]) -> None:
        numbers = [number for cell in cells for number in in_one_line(cell).split()]
        width = max(map(len, numbers), default=0)
        self._numbers = iter([_number(f"{number:>{width}} ") for number in numbers])
        self._is_due, self._link = True, link

    def content(self, parent: ET.Element, *but: ET.Element | None) -> list[Part]:
        parts = self._lines(parent.text)
        for child in parent:
            parts += [*self._due(), *self.convert(child), *self._lines(child.tail)]
        return parts

    def _lines(self, text: str | None) -> list[Part]:
        parts: list[Part] = []
        for place, line in enumerate((text or "").split("\n")):
            if place:
                parts += [*self._due(), "\n"]
                self._is_due = True
            if line:
                parts += [*self._due(), line]
        return parts

    def _due(self) -> Iterator[Part]:
        """Yield the number of a line before what stands first in it, not inside."""
        if self._is_due and (number := next(self._numbers, None)) is not None:
            yield number
        self._is_due = False

    def other(self, item: ET.Element) -> Iterable[Part]:
        content = self.content(item)
        kind = _SAME.get(item.tag)
        return [element(kind, *content)] if kind else content

    def _on_span(self, item: ET.Element) -> Iterable[Part]:
        if number := item.get("data-linenos"):
            return [_number(number)]
        content, kind = self.content(item), item.get("class")
        return [element("token", *content, kind=kind)] if kind else content

    def _on_a(self, item: ET.Element) -> Iterable[Part]:
        content = self.content(item)
        if NOTE not in classes(item):
            return content  # the anchor of a line
        return [element("a", *content, kind="note", **self._link(item.get("href", "")))]


def _number(text: str) -> ET.Element:
    return element("token", text, kind="linenos")


def annotate(article: ET.Element) -> None:
    """Make the numbers of annotations links to them, and their lists NOTES, in the tree of a page."""
    count = 0
    for parent, item in list(pairs(article)):
        names = classes(item)
        if "highlight" not in names and "annotate" not in names:
            continue
        notes = _list_after(parent, item)
        ids = [f"nota-{count + 1}-{place}" for place, _ in enumerate(notes, 1)]
        links = [_link(place, ids) for place in list(_places(item, "highlight" in names))]
        if any(links):
            count += 1
            notes.set("class", f"{notes.get('class', '')} {NOTES}")
            for note, name in zip(notes, ids, strict=True):
                note.set("id", name)


def _list_after(parent: ET.Element, item: ET.Element) -> ET.Element:
    """Return the list behind an element, where Material looks for one; an empty one if there is none."""
    for following in list(parent)[list(parent).index(item) + 1 :]:
        if following.tag == "ol":
            return following
        if following.tag != "p" or len(following):
            break
    return element("ol")


def _places(item: ET.Element, is_code: bool) -> Iterator[ET.Element]:
    """Yield what may hold numbers: comments in code, everything but code elsewhere."""
    for part in item.iter():
        if classes(part) & _COMMENTS if is_code else part.tag not in {"pre", "code", "a"}:
            yield part


def _link(item: ET.Element, ids: Sequence[str]) -> bool:
    """Make links of the numbers in the texts of an element; return whether there were any."""
    linked = False
    places: list[Place] = [(item, None), *((item, child) for child in item)]
    for place in places:
        text, end = text_at(place), 0
        links: list[ET.Element] = []
        forced = _FORCED.search(text) if classes(item) & _COMMENTS else None
        text = forced[1] if forced else text  # then the author wants nothing else of the comment
        before = text
        for match in _NUMBER.finditer(text):
            if not 0 < int(match[1]) <= len(ids):
                continue
            link = element("a", match[0], class_=NOTE, href=f"#{ids[int(match[1]) - 1]}")
            if links:
                links[-1].tail = text[end : match.start()]
            else:
                before = text[: match.start()]
            links.append(link)
            end = match.end()
        if links:
            links[-1].tail, linked = text[end:], True
            put(place, before, links)
    return linked
