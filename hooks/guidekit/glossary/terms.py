"""The glossary: read docs/_data/glossary.yml, check it against itself and the pages, list it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from ..model import Page, Term
from ..sources import yaml_lines
from ..sources.problems import Problem, did_you_mean
from ..web.elements import element, verbatim
from ..web.text import fold

_SCHEMA = yaml_lines.load_schema("glossary")
PAGE = "glosario.md"
"""The page of the site that lists the terms."""


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
