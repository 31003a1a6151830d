"""Where the terms of the glossary are used in a book, its glossary, and the index at its back."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from xml.etree import ElementTree as ET

from ...glossary import links as glossary_links
from ...glossary import terms as glossary_page
from ...model import Term
from ...web.elements import element
from ...web.text import fold
from .adapted import Adapted, place_id

_BLOCKS = {"p", "name", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "figcaption"}
_AROUND = {"ul", "ol", "tasks", "dl", "table", "together", "callout", "solution", "columns"}
_NAMES = ("term", "abbreviation", "english")
Places = Mapping[str, Mapping[str, str]]
"""Term id → chapter name → id of the block with the term's first use there."""


def locate(terms: Sequence[Term], chapters: Sequence[Adapted]) -> Places:
    """Return the first use of every term in every chapter; blocks without an id get one.

    A chapter that explains a term may do so under a synonym; one that explains it under none has it at its
    beginning.
    """
    places: dict[str, dict[str, str]] = {term.id: {} for term in terms}
    _note(places, chapters, _named((term, name) for name in _NAMES for term in terms))
    here = {adapted.chapter.name for adapted in chapters}
    lost = {term.id: here & set(term.pages) - set(places[term.id]) for term in terms}
    _note(places, chapters, _named((term, "synonyms") for term in terms if lost[term.id]), lost)
    for name, pages in lost.items():
        for page in pages - set(places[name]):
            places[name][page] = place_id(page)
    return places


def _named(wanted: Iterable[tuple[Term, str]]) -> glossary_links.Spellings:
    """Return what the given field of each term says it is called."""
    names = ((term, getattr(term, field)) for term, field in wanted)
    pairs = [
        (term, name) for term, given in names for name in ([given] if isinstance(given, str) else given or ())
    ]
    return glossary_links.spellings(
        [replace(term, term=name, abbreviation=None, linked=True) for term, name in pairs]
    )


def _note(
    places: dict[str, dict[str, str]],
    chapters: Sequence[Adapted],
    names: glossary_links.Spellings,
    only: Mapping[str, Collection[str]] | None = None,
) -> None:
    """Write down where each term is first named in each chapter, or in those that `only` has for it."""
    for adapted in chapters:
        chapter = adapted.chapter.name
        for number, block in enumerate(_blocks(adapted.body)):
            for _, _, term in glossary_links.uses(_own_text(block), names):
                if chapter not in places[term.id] and (only is None or chapter in only[term.id]):
                    block.set("id", block.get("id") or place_id(chapter, f"bloque-{number}"))
                    places[term.id][chapter] = block.get("id", "")


def _blocks(body: ET.Element) -> Iterator[ET.Element]:
    return (block for block in body.iter() if block.tag in _BLOCKS)


def _own_text(block: ET.Element) -> str:
    """Return the text of a block without that of the blocks in it and the titles of sources."""
    parts = [block.text or ""]
    for child in block:
        if child.tag not in _BLOCKS | _AROUND | {"outside", "address"}:
            parts.append(_own_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def numbers(ids: Sequence[str], main: Sequence[str] = ()) -> list[str | ET.Element]:
    """Return links shown as the page numbers of `ids`, those in `main` bold."""
    links: list[str | ET.Element] = []
    for name in ids:
        link = element("number", to=name, main=str(name in main).lower())
        links += [", ", link] if links else [link]
    return links


def _by_letter(entries: Sequence[tuple[str, ET.Element]]) -> Iterator[tuple[ET.Element, list[ET.Element]]]:
    """Yield each letter with its entries; each of these comes with the word it is sorted by."""
    ordered = sorted(entries, key=lambda entry: (_sort(entry[0]), entry[0]))
    for letter, group in groupby(ordered, key=lambda entry: glossary_page.letter_of(entry[0])):
        yield element("letter", letter), [item for _, item in group]


def _sort(word: str) -> str:
    return "".join(c for c in fold(word).replace("ñ", "n\uffff") if c.isalnum() or c in " \uffff")


def glossary(terms: Sequence[Term], places: Places, order: Sequence[str]) -> ET.Element:
    """Return every term with its definition and the pages of the chapters that explain it."""
    entries = [(term.term, _definition(term, places, order)) for term in terms]
    parts = itertools.chain.from_iterable((letter, *items) for letter, items in _by_letter(entries))
    return element("columns", *parts)


def _definition(term: Term, places: Places, order: Sequence[str]) -> ET.Element:
    ids = [places[term.id][page] for page in order if page in term.pages]
    main = [places[term.id][page] for page in term.pages if page in order][:1]
    pages: list[str | ET.Element] = []
    if ids:
        pages = [" ", element("span", "p.\u00a0", *numbers(ids, main), role="pages")]
    return element(
        "p",
        element("strong", term.term),
        *glossary_page.aside(term),
        element("br"),
        " ".join(term.definition.split()),
        *pages,
        role="entry",
        id=place_id(glossary_page.PAGE.removesuffix(".md"), term.id),
    )


def index(terms: Sequence[Term], places: Places, order: Sequence[str]) -> ET.Element:
    """Return the index: terms with a page for each chapter, other names that lead to them."""
    entries: list[tuple[str, ET.Element]] = []
    for term in terms:
        ids = [places[term.id][name] for name in order if name in places[term.id]]
        main = [places[term.id][page] for page in term.pages if page in places[term.id]]
        if not ids:
            continue
        entries.append((term.term, element("li", f"{term.term}, ", *numbers(ids, main[:1]))))
        for other in _other_names(term):
            entries.append(
                (other, element("li", f"{other} → ", element("span", term.term, role="other-name")))
            )
    parts = ((letter, element("ul", *items, role="index")) for letter, items in _by_letter(entries))
    return element("columns", *itertools.chain.from_iterable(parts))


def _other_names(term: Term) -> list[str]:
    """Return the English name and the abbreviation, if they stand elsewhere in the alphabet."""
    names = [name for name in (term.abbreviation, term.english) if name]
    return [name for name in names if fold(name)[:4] != fold(term.term)[:4]]
