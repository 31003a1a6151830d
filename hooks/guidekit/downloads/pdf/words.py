"""Where lines end: not in names, which Spanish hyphenation cuts wrongly, nor in what ends a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from ...model import Term
from ...web.elements import Place, put, text_at

_BLOCKS = {"p", "li", "td", "dd"}
_AS_THEY_ARE = {"a", "code", "pre", "svg", "h1", "h2", "h3", "h4", "h5", "th", "figcaption"}
"""Elements whose words do not hyphenate anyway; besides, a link in a PDF holds no other box."""
_JOINED = r"(?<![\w/-])[\w/]+(?:-\w+)*-[A-Z0-9]\w*(?![\w-])"
"""Wi-Fi, sub-18, 60-120: no line ends at these hyphens."""
_CAPITALS = r"\b\w*[a-z][A-Z]\w*\b|\b[A-Z]{5,}\b"
"""LaTeX, OPENTYPE."""
_LONG = r"\b[A-Z]\w{6,}\b"
"""Words of names that are long enough to hyphenate (style.css: from 7 letters)."""
_INLINE = {"a", "abbr", "code", "em", "span", "strong"}
_LAST = re.compile(r"[^\W\d_]{7,}(?=\W*$)")


def keep(bodies: Iterable[ET.Element], terms: Iterable[Term]) -> None:
    """Put names, and the long words that end paragraphs, in spans that do not hyphenate.

    Names are those of the glossary and whatever looks like one.
    """
    names = " ".join(f"{term.term} {term.english or ''}" for term in terms)
    listed = (rf"\b{word}\b" for word in sorted(set(re.findall(_LONG, names))))
    pattern = re.compile("|".join((f"(?P<joined>{_JOINED})", _CAPITALS, *listed)))
    for body in bodies:
        for block in [block for block in body.iter() if block.tag in _BLOCKS]:
            texts = [place for place in _texts(block) if text_at(place).strip(" \n\u2060")]
            if texts:
                _wrap(texts[-1], _LAST)
        for place in list(_texts(body)):
            _wrap(place, pattern)


def _texts(parent: ET.Element) -> Iterator[Place]:
    """Yield where text stands, in reading order, but not in what is kept as it is."""
    if not isinstance(parent.tag, str) or parent.tag in _AS_THEY_ARE or "nombre" in parent.get("class", ""):
        return
    yield parent, None
    for child in parent:
        yield from _texts(child)
        yield parent, child


def _wrap(place: Place, pattern: re.Pattern[str]) -> None:
    text = text_at(place)
    spans: list[ET.Element] = []
    start, head = 0, text
    for match in pattern.finditer(text):
        if spans:
            spans[-1].tail = text[start : match.start()]
        else:
            head = text[: match.start()]
        kind = "nombre junto" if match.groupdict().get("joined") else "nombre"
        spans.append(ET.Element("span", {"class": kind}))
        spans[-1].text, spans[-1].tail = match[0], text[match.end() :]
        start = match.end()
    if spans:
        put(place, head, spans)


def loosen(body: ET.Element) -> None:
    """Begin inline elements with the space before them: WeasyPrint ends a line too early, at the first place
    it can, when a text fits it but for the space at its end.
    """
    for parent in [part for part in body.iter() if part.tag != "a"]:
        before: ET.Element | None = None
        for child in list(parent):
            text = text_at((parent, before))
            if child.tag in _INLINE and text.strip() and text[-1].isspace():
                put((parent, before), text.rstrip())
                if child.tag in {"em", "strong"} or child.get("class") == "nombre":
                    child.text = f" {child.text or ''}"
                else:  # it would be underlined, or keep the line from ending there
                    space = ET.Element("span")
                    space.text = " "
                    parent.insert(list(parent).index(child), space)
            before = child
