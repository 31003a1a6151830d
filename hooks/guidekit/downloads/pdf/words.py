"""Where lines may end: within long words, but not in names, which Spanish hyphenation cuts wrongly, nor in
the last word of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from xml.etree import ElementTree as ET

from ...model import Term
from ...web.elements import Place, put, text_at

_BLOCKS = {"p", "li", "td", "dd"}
_AS_THEY_ARE = {
    *("code", "pre", "svg", "h1", "h2", "h3", "h4", "h5", "h6", "th", "name", "figcaption", "em", "dt"),
    *("reference", "see", "plain", "term", "number", "cite", "outside", "address", "point", "part"),
    "contents",
}
"""Elements whose words no line divides."""
_WORD = re.compile(
    r"(?P<joined>(?<![\w/-])[\w/]+(?:-\w+)*-[A-Z0-9]\w*(?![\w-]))|(?<![\w-])(?P<long>[^\W\d_]{7,})(?![\w-])"
)
"""Wi-Fi, sub-18, 60-120, whose hyphens end no line; and words that are long enough to be divided."""
_NAME = re.compile(r"\w+[A-Z]")
"""LaTeX, OPENTYPE."""


def mark(bodies: Iterable[ET.Element], terms: Iterable[Term]) -> None:
    """Mark the words of paragraphs that lines may divide, and those that no line ends in.

    Names are those of the glossary and whatever looks like one.
    """
    names = set(
        re.findall(r"\b[A-Z]\w{6,}\b", " ".join(f"{term.term} {term.english or ''}" for term in terms))
    )
    for body in bodies:
        for place, last in list(_texts(body)):
            _wrap(place, names, last=last)


def _texts(parent: ET.Element) -> Iterator[tuple[Place, bool]]:
    """Yield where text stands, and whether a paragraph ends there, but not in what is kept as it is."""
    if parent.tag in _AS_THEY_ARE or "lang" in parent.attrib or "role" in parent.attrib:
        return
    own = parent.tag in _BLOCKS and "".join(parent.itertext()).strip() != ""
    places = [(parent, None), *((parent, child) for child in parent)]
    last = max((n for n, place in enumerate(places) if text_at(place).strip(" \n\u2060")), default=-1)
    for number, place in enumerate(places):
        if place[1] is not None and not (parent.tag == "tr" and number == 1):  # what a row is about
            yield from _texts(place[1])
        yield place, own and number == last


def _wrap(place: Place, names: Collection[str], *, last: bool) -> None:
    text = text_at(place)
    parts: list[ET.Element] = []
    start, head = 0, text
    for match in _WORD.finditer(text):
        word = match["long"]
        ends = last and not re.search(r"\w", text[match.end() :])
        if word and (ends or word in names or _NAME.match(word)):
            continue
        between = text[start : match.start()]
        start = match.end()
        if parts and word and between == " " and parts[-1].tag == "hyphenated":
            parts[-1].text = f"{parts[-1].text} {word}"
        else:
            if parts:
                parts[-1].tail = between
            else:
                head = between
            part = ET.Element("hyphenated" if word else "joined")
            part.text = match[0]
            parts.append(part)
        parts[-1].tail = text[start:]
    if parts:
        put(place, head, parts)
