"""A Python-Markdown extension: the first use of a glossary term on a page links to its definition.

Only in prose, one link a paragraph, and not on the page that explains the term: a page full of
dotted lines helps nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from xml.etree import ElementTree as ET

from markdown import Markdown

from .. import order
from ..model import Term
from ..rendering import PageProcessor, SharingExtension
from ..web.elements import Place, classes, put, text_at
from ..web.text import fold
from .terms import PAGE

_WORD = re.compile(r"[^\W_]+(?:[-/.][^\W_]+)*")
_SKIPPED = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "a", "code", "pre", "em"),
    *("table", "dl", "figure", "blockquote", "details"),
}
_PROSE = {"p", "li"}
Spellings = Mapping[str, list[tuple[tuple[str, ...], Term]]]
"""First word of a name → its words and the term they name, longest names first."""


@cache
def normal(word: str) -> str:
    """Return a word as it is compared: an abbreviation as it stands, any other folded and in the singular."""
    if word.isupper() or any(c.isdigit() for c in word):
        return word
    plain = fold(word)
    if plain.endswith("s") and not plain.endswith("ss") and len(plain) > 4:
        plain = plain[:-1]
    return plain[:-1] if plain.endswith("e") and plain[-2:-1] in "lrndj" else plain


def spellings(terms: Sequence[Term]) -> Spellings:
    """Return the names under which `terms` are linked."""
    names_by_word: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    for term in terms:
        for name in filter(None, (term.term, term.abbreviation) if term.linked else ()):
            words = tuple(normal(word) for word in _WORD.findall(name))
            if words:
                names_by_word.setdefault(words[0], []).append((words, term))
    for names in names_by_word.values():
        names.sort(key=lambda entry: -len(entry[0]))
    return names_by_word


_spellings_of = lru_cache(maxsize=1)(spellings)  # of the terms of this build, for all its pages


def uses(text: str, names: Spellings) -> Iterator[tuple[int, int, Term]]:
    """Yield where `text` names a term, from and to; of two that begin at the same word the longer one."""
    words = list(_WORD.finditer(text))
    plain = [normal(match[0]) for match in words]
    place = 0
    while place < len(words):
        size = 1
        for name, term in names.get(plain[place], ()):
            if tuple(plain[place : place + len(name)]) == name:
                size = len(name)
                yield words[place].start(), words[place + size - 1].end(), term
                break
        place += size


class _Links(PageProcessor):
    def run(self, root: ET.Element) -> None:
        corpus, page = self.rendering.corpus, self.rendering.page
        if corpus is None or page is None or not page.teaches:
            return
        names = _spellings_of(corpus.terms)
        seen = {term.id for term in corpus.terms if page.name == term.pages[0]}
        for block in _prose(root):
            _link_first(block, names, seen)


def _prose(element: ET.Element) -> Iterator[ET.Element]:
    """Blocks of running text, outside callouts and whatever else is no prose."""
    if element.tag in _SKIPPED or "admonition" in classes(element):
        return
    if element.tag in _PROSE and not element.get("class"):
        yield element
    for child in element:
        yield from _prose(child)


def _texts(block: ET.Element) -> Iterator[Place]:
    yield block, None
    for child in block:
        if child.tag == "strong":
            yield child, None
        if child.tag not in _PROSE | {"ul", "ol", "div"}:
            yield block, child


def _link_first(block: ET.Element, names: Spellings, seen: set[str]) -> None:
    for place in _texts(block):
        text = text_at(place)
        for start, end, term in uses(text, names):
            if term.id not in seen:
                seen.add(term.id)
                link = ET.Element("a", {"class": "termino", "href": f"{PAGE}#{term.id}"})
                link.text, link.tail = text[start:end], text[end:]
                put(place, text[:start], [link])
                return


class GlossaryLinkExtension(SharingExtension):
    """Needs the terms and the page."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register what walks the finished page."""
        md.treeprocessors.register(
            _Links(md, self.rendering), "guidekit_glossary_links", order.GLOSSARY_LINKS
        )
