"""The page of the glossary: its terms by letter, complete without a script."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from xml.etree import ElementTree as ET

from markdown import Markdown

from ..model import Corpus, Term
from ..web import filters
from ..web.elements import SCREEN_ONLY, element, joined, verbatim
from ..web.made import Made
from .terms import PAGE, aside, letter_of

MADE = Made(PAGE, "glosario", lambda corpus: corpus.terms)


def listing(corpus: Corpus, md: Markdown) -> list[ET.Element]:
    """Return the filter, the letters, and a definition list for each. Where some terms are essential, the
    others are what the list begins without.
    """
    views = ("Esenciales", "Todos") if any(term.essential for term in corpus.terms) else None
    titles = {page.name: page.title for page in corpus.pages}
    letters = {
        letter: [_entry(term, titles, kept=term.essential or not views) for term in group]
        for letter, group in groupby(corpus.terms, key=lambda term: letter_of(term.term))
    }
    anchors = {letter: f"letra-{letter.lower()}" for letter in letters}
    links = [element("a", verbatim(letter), href=f"#{anchors[letter]}") for letter in letters]
    example = corpus.settings.example_terms
    parts = filters.filter_form("Busca un término", example, ("término", "términos"), {}, views)
    parts.append(element("nav", *links, class_=f"letras {SCREEN_ONLY}", aria_label="Letras"))
    for letter, entries in letters.items():
        heading = element("h2", verbatim(letter), id=anchors[letter])
        parts.append(element("section", heading, element("dl", *entries), data_grupo=""))
    return parts


def _entry(term: Term, titles: Mapping[str, str], *, kept: bool) -> ET.Element:
    """Return a term; it is `kept` in the shorter list."""
    links = joined([element("a", verbatim(titles[page]), href=f"{page}.md") for page in term.pages], " · ")
    words = ", ".join((*term.synonyms, *term.misspellings))
    return element(
        "div",
        element("dt", verbatim(term.term), *aside(term), id=term.id),
        element("dd", verbatim(" ".join(term.definition.split())), element("br"), *links),
        data_entrada="",
        data_resto=None if kept else "",
        data_claves=words or None,
    )
