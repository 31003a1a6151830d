"""What the search worker reads: the sections of the rendered pages, exam points, drawings and terms.

Two scripts of plain data, loaded on the first query: the index and the definitions. The worker
(web/scripts/search/) makes its inverted index from it in the reader's browser, so that words are
analysed by one piece of code.
"""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..diagrams.figures import labels
from ..exam import points
from ..glossary.links import normal
from ..model import Corpus, Term

_PLUGIN = "search"
"""Where MkDocs' search plugin writes its own."""
_THEIRS = ("assets/javascripts/workers/", "assets/javascripts/lunr/")
_KEPT = ("lunr.stemmer.support.min.js", "lunr.es.min.js")
"""Of the theme's search only Snowball's Spanish stemmer is of use, to our worker."""
FOLDER = "assets/search"
"""Where the site publishes the worker and its data, below its root."""
_LISTS = {points.SECTION, "que-leer-despues", "documentacion-oficial"}
"""Sections of a topic page that only link elsewhere."""
_BREAK = re.compile(r"</(?:p|li|h\d|pre|dt|dd|tr|td|th)>|<br ?/?>")
_TAG = re.compile(r"<[^>]*>")

Entry = Mapping[str, Any]
"""A section as MkDocs' search plugin lists it: `location`, `title`, `text`."""


def replaced(uri: str) -> bool:
    """Return whether a file of the theme is part of the search that ours stands in for."""
    return uri.startswith(_THEIRS) and not uri.endswith(_KEPT)


def write(site: Path, corpus: Corpus) -> None:
    """Make our index from the sections the search plugin found in the rendered pages, in place of its own."""
    sections = json.loads((site / _PLUGIN / "search_index.json").read_bytes())["docs"]
    target = site / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for name, content in scripts(build(sections, corpus), corpus).items():
        (target / name).write_text(content, "utf-8")
    shutil.rmtree(site / _PLUGIN)


def build(sections: Iterable[Entry], corpus: Corpus) -> dict[str, Any]:
    """Return the data of the worker. `sections` come from the rendered pages, in the order of the site.

    `pages` are [address, title, kind], kind 0 for topics, 1 for other pages, 2 for those made by the build;
    `parts` are [page, anchor, heading, text, kind], kind 0 for sections, 1 for exam points, 2 for drawings;
    `terms` are [id, names a reader may type, pages that explain it, the first best].
    """
    topics = {_folder(page.name) for page in corpus.pages if page.teaches}
    written = {_folder(page.name) for page in corpus.pages}
    pages: list[list[Any]] = []
    parts: list[list[Any]] = []
    places: dict[str, int] = {}
    for section in sections:
        address, _, anchor = section["location"].partition("#")
        name = _name(address)
        if address not in places:
            places[address] = len(pages)
            pages.append(
                [address, _text(section["title"]), 0 if name in topics else 1 if name in written else 2]
            )
        place = places[address]
        if pages[place][2] == 2 and anchor:
            continue  # generated pages repeat what the others say
        if anchor not in _LISTS:
            text = "" if pages[place][2] == 2 else _text(section["text"])
            parts.append([place, anchor, _text(section["title"]), text, 0])
    by_name = {_name(address): place for address, place in places.items()}
    for tip in corpus.tips:
        words = "; ".join(filter(None, (tip.english, *tip.keywords)))
        parts.append([by_name[_folder(tip.page)], tip.id, plain_title(tip.title), words, 1])
    for page in corpus.pages:
        for diagram in page.diagrams:
            if diagram.id in corpus.drawings:
                names = labels(corpus.drawings[diagram.id])
                parts.append(
                    [by_name[_folder(page.name)], f"diagrama-{diagram.id}", diagram.caption, names, 2]
                )
    return {"pages": pages, "parts": parts, "terms": _terms(corpus, by_name)}


def _name(address: str) -> str:
    return address.rstrip("/").removesuffix(".html") or "index"


def _folder(name: str) -> str:
    """Return the name of a page as `_name` reads it from an address: the index of a folder is the folder."""
    return name.removesuffix("/index")


def plain_title(text: str) -> str:
    """Return a title without Markdown's marks."""
    return re.sub(r"[*`]", "", text)


def _terms(corpus: Corpus, places: Mapping[str, int]) -> list[list[Any]]:
    entries = []
    for term in corpus.terms:
        given = (
            term.term,
            term.english,
            term.abbreviation,
            *term.synonyms,
        )  # slips of the finger it finds itself
        names = _distinct([name if name.isupper() else name.lower() for name in given if name])
        pages = [places[page] for page in term.pages if page in places]
        entries.append([term.id, names, pages])
    return entries


def _distinct(names: list[str]) -> list[str]:
    """Leave out names that a shorter one finds: plurals, hyphens, what holds two words of another."""
    kept: dict[tuple[str, ...], str] = {}
    for name in names:
        kept.setdefault(tuple(normal(word) for word in re.findall(r"\w+", name)), name)
    pairs = {words for words in kept if sum(len(word) > 3 for word in words) > 1}  # «in transit» is one word
    return [name for words, name in kept.items() if not any(_within(pair, words) for pair in pairs)]


def _within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    return len(few) < len(many) and any(
        many[place : place + len(few)] == few for place in range(len(many) - len(few) + 1)
    )


def _text(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", _BREAK.sub(" ", markup))).split())


def scripts(data: Mapping[str, Any], corpus: Corpus) -> dict[str, str]:
    """Return each file by name. As scripts they load in a worker, and in a page from file://."""
    definitions = {term.id: [_label(term), " ".join(term.definition.split())] for term in corpus.terms}
    return {
        "index.js": _script("index", data),
        "definitions.js": _script("definitions", definitions),
    }


def _label(term: Term) -> str:
    aside = ", ".join(part for part in (term.english, term.abbreviation) if part)
    return f"{term.term} ({aside})" if aside else term.term


def _script(name: str, data: Mapping[str, Any]) -> str:
    return f"guia.{name}={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"
