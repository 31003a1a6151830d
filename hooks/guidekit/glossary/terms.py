"""The glossary: read docs/_data/glossary.yml, check it against itself and the pages, list it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any
from xml.etree import ElementTree as ET

from markdown import Markdown

from ..model import Corpus, Page, Term
from ..problems import Problem, did_you_mean
from ..sources import yaml_lines
from ..text import fold
from ..web import filters as listings
from ..web.elements import element, joined, verbatim

_SCHEMA = yaml_lines.load_schema("glossary")
PAGE = "glosario.md"
LISTING = "glosario"


def read(raw: bytes, path: str, pages: Iterable[Page]) -> tuple[tuple[Term, ...], list[Problem]]:
    """Return the terms, sorted as a reader expects, and everything wrong with them."""
    document, problems = yaml_lines.load(raw, path, _SCHEMA)
    if document is None:
        return (), problems
    known = {page.uri.removesuffix(".md") for page in pages}
    claimed: dict[str, str] = {}
    ids: set[str] = set()
    for number, entry in enumerate(document.data):
        if entry["id"] in ids:
            line = document.line_of(number, "id")
            problems.append(Problem(path, line, f"id '{entry['id']}' is already used", "an id of its own"))
        ids.add(entry["id"])
        for index, page in enumerate(entry["pages"]):
            if page not in known:
                line, hint = document.line_of(number, "pages", index), did_you_mean(page, known)
                problems.append(
                    Problem(path, line, f"no page '{page}'", "the name of a page without .md", hint)
                )
        for key, word in _words(entry):
            owner = claimed.setdefault(fold(word), entry["id"])
            if owner != entry["id"]:
                line = document.line_of(number, key)
                message = f"'{word}' already belongs to the term '{owner}'"
                problems.append(Problem(path, line, message, "each word in one term"))
    terms = (read_term(entry) for entry in document.data)
    return tuple(sorted(terms, key=lambda term: fold(term.term))), problems


def read_term(entry: Mapping[str, Any]) -> Term:
    """Return the term that a checked entry, or JSON made of a term, holds."""
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()
    }
    return Term(**fields)


def _words(entry: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for key in ("term", "english", "abbreviation"):
        if key in entry:
            yield key, entry[key]
    for key in ("synonyms", "misspellings"):
        for word in entry.get(key, ()):
            yield key, word


def markdown() -> str:
    """Write the page around the listing."""
    head = listings.front_matter(
        "Glosario",
        "Los términos de la guía en español y en inglés, con su definición y las páginas que los explican.",
        "material/book-alphabet",
        filtered=True,
    )
    lead = (
        "Cada término dice qué es y por qué importa, con su nombre en inglés y las páginas que lo explican."
    )
    return f"{head}{lead}\n\n{listings.token(LISTING)}\n"


def listing(corpus: Corpus, md: Markdown) -> list[ET.Element]:
    """Return the filter, the letters, and a definition list for each."""
    titles = {page.name: page.title for page in corpus.pages}
    letters = {
        letter: [_entry(term, titles) for term in group]
        for letter, group in groupby(corpus.terms, key=lambda term: letter_of(term.term))
    }
    anchors = {letter: f"letra-{letter.lower()}" for letter in letters}
    links = [element("a", verbatim(letter), href=f"#{anchors[letter]}") for letter in letters]
    made = listings.filter_form("Busca un término", "failover, réplica, PITR…", ("término", "términos"), {})
    made.append(element("nav", *links, class_="letras", aria_label="Letras"))
    for letter, entries in letters.items():
        heading = element("h2", verbatim(letter), id=anchors[letter])
        made.append(element("section", heading, element("dl", *entries), data_grupo=""))
    return made


def letter_of(term: str) -> str:
    """Return the heading a term is listed under."""
    first = fold(term)[0].upper()
    return first if first.isalpha() else "0-9"


def aside(term: Term) -> list[str | ET.Element]:
    """Return what stands in parentheses behind a term: its English name and abbreviation, if any."""
    names: list[str | ET.Element] = [element("em", verbatim(term.english))] if term.english else []
    if term.abbreviation:
        names += [verbatim(", "), verbatim(term.abbreviation)] if names else [verbatim(term.abbreviation)]
    return [verbatim(" ("), *names, verbatim(")")] if names else []


def _entry(term: Term, titles: Mapping[str, str]) -> ET.Element:
    links = joined([element("a", verbatim(titles[page]), href=f"{page}.md") for page in term.pages], " · ")
    words = ", ".join((*term.synonyms, *term.misspellings))
    return element(
        "div",
        element("dt", verbatim(term.term), *aside(term), id=term.id),
        element("dd", verbatim(" ".join(term.definition.split())), element("br"), *links),
        data_entrada="",
        data_claves=words or None,
    )
