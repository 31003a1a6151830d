"""The glossary: read docs/_data/glossary.yml, check it against itself and the pages, write its page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from . import yaml_lines
from .markdown_lines import decode
from .model import Page, Term
from .problems import Problem, did_you_mean

_SCHEMA = yaml_lines.load_schema("glossary")
PAGE = "glosario.md"


def fold(text: str) -> str:
    """Return `text` in lower case and without accents, as readers type it; ñ stays a letter of its own."""
    kept = text.lower().replace("ñ", "\0")
    plain = "".join(c for c in unicodedata.normalize("NFD", kept) if not unicodedata.combining(c))
    return plain.replace("\0", "ñ")


def read(raw: bytes, path: str, pages: Iterable[Page]) -> tuple[tuple[Term, ...], list[Problem]]:
    """Return the terms, sorted as a reader expects, and everything wrong with them."""
    text, problems = decode(raw, path)
    if problems:
        return (), problems
    document, problems = yaml_lines.parse(text, path)
    if document is None:
        return (), problems
    problems += yaml_lines.validate(document, _SCHEMA)
    if problems:
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
    terms = (_term(entry) for entry in document.data)
    return tuple(sorted(terms, key=lambda term: fold(term.term))), problems


def _term(entry: Mapping[str, Any]) -> Term:
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


def markdown(terms: Iterable[Term], titles: Mapping[str, str]) -> str:
    """Write the page: a definition list a letter, links as Markdown so that MkDocs checks them.

    `titles` maps page names to their titles.
    """
    parts = [
        "---\ntitle: Glosario\n"
        "description: Los términos de la guía en español y en inglés, cada uno con su definición "
        "y las páginas que lo explican.\n---\n\n# Glosario\n\n"
        "Cada término dice qué es y por qué importa, con su nombre en inglés y las páginas que lo explican.\n"
    ]
    for letter, group in groupby(terms, key=lambda term: _letter(term.term)):
        parts.append(f"\n## {letter}\n")
        parts.extend(_entry(term, titles) for term in group)
    return "".join(parts)


def _letter(term: str) -> str:
    first = fold(term)[0].upper()
    return first if first.isalpha() else "0-9"


def _entry(term: Term, titles: Mapping[str, str]) -> str:
    names = [f"*{_plain(term.english)}*" if term.english else "", _plain(term.abbreviation or "")]
    aside = ", ".join(name for name in names if name)
    links = " · ".join(f"[{titles[page]}]({page}.md)" for page in term.pages)
    head = f"{_plain(term.term)} ({aside})" if aside else _plain(term.term)
    return f"\n{head} {{: #{term.id} }}\n:   {_plain(term.definition.strip())}  \n    {links}\n"


def _plain(text: str) -> str:
    """Keep Markdown from reading marks into words such as `max_connections` or `*`."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|" else c for c in text)
