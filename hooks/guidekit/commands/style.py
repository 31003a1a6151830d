"""`python -m guidekit.commands.style [--docs DIR]`: find what the style sheet of the authors avoids.

Reads docs/_data/style.yml; lists as `path:line` each avoided phrase on a page or in a text of docs/_data/,
each exam point without the English of its terms, each empty sentence before a table and each mention of the
earlier edition; exits 1 if there is any. Code, addresses, italics and quotations «…» are left alone: there
an avoided phrase may be right.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..exam.syntax import WRITTEN
from ..sources import files, phrases, readable, yaml_lines
from ..sources.markdown_lines import decode, prose_lines
from ..sources.problems import Problem, report

_SCHEMA = yaml_lines.load_schema("style")
_HIDDEN = re.compile(r'#[\w-]+|\b(?!ingles=)\w+="[^"\n]*"|\]\([^)\n]*\)|\[\[[^\]\n]*\]\]')
"""What nobody reads in the source of an exam point; `ingles` is on the card."""
_SENTENCE = re.compile(r"[^.:!?]*(?:[.:!?]+(?!\s)[^.:!?]*)*[.:!?]*")


class Rule(NamedTuple):
    """An avoided phrase, where it is right after all, what is expected instead, and the names of the pages it
    is avoided on: all if there are none.
    """

    phrase: str
    unless: tuple[str, ...]
    expected: str
    pages: frozenset[str]


def rules(sheet: Mapping[str, Any]) -> list[Rule]:
    """Return the rules that the parsed style.yml holds; a word avoided for several terms makes one rule."""
    entries: dict[tuple[str, frozenset[str]], list[Mapping[str, Any]]] = {}
    for entry in sheet["terms"]:
        for phrase in entry.get("avoid", ()):
            entries.setdefault((phrase, frozenset(entry.get("pages", ()))), []).append(entry)
    avoided = [
        Rule(
            phrase,
            tuple(other for entry in owners for other in entry.get("unless", ())),
            " or ".join(f"'{entry['term']}'" for entry in owners),
            pages,
        )
        for (phrase, pages), owners in entries.items()
    ]
    never = [Rule(phrase, (), "the sentence without it", frozenset()) for phrase in sheet.get("never", ())]
    return avoided + never


class _Text(NamedTuple):
    """A source as it is written, what readers read in it as ours, what they read in it but for what was said
    before, its path and the name of its page.
    """

    source: str
    read: str
    today: str
    path: str
    page: str


def _avoided(text: _Text, known: Sequence[Rule]) -> Iterator[Problem]:
    for rule in known:
        if not rule.pages or text.page in rule.pages:
            for line, words in phrases.find(text.read, rule.phrase, rule.unless):
                yield Problem(text.path, line, f"'{words}' is avoided", rule.expected)


def _again(text: _Text, once: Sequence[str]) -> Iterator[Problem]:
    for phrase in once:
        for line, words in list(phrases.find(text.read, phrase))[1:]:
            yield Problem(text.path, line, f"'{words}' once more", "it at first use only")


def _openings(text: _Text, sheet: Mapping[str, Any]) -> Iterator[Problem]:
    """Tell of sentences before a table that say «look» and not at what."""
    lines = text.read.split("\n")
    for number, line in enumerate(lines):
        if not line.lstrip().startswith("|") or lines[number - 1].lstrip().startswith("|"):
            continue
        end = next((n for n in range(number, 0, -1) if lines[n - 1].strip()), 0)
        start = next((n for n in range(end, 0, -1) if not lines[n - 1].strip()), 0)
        for sentence in _SENTENCE.findall("\n".join(lines[start:end])):
            words = sentence.replace("*", "").split()
            if words and words[0] in sheet["words"]:
                told = any(True for name in sheet["unless"] for _ in phrases.find(sentence, name))
                if not told:
                    first = next(n for n in range(start, end) if words[0] in lines[n])
                    expected = f"the {', '.join(sheet['unless'])} that decides, or no such sentence"
                    yield Problem(text.path, first + 1, f"'{words[0]}' before a table", expected)


def _bilingual(text: _Text, terms: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    """Tell of exam points that have a term in Spanish and nowhere in English."""
    for first, last in _points(text.source):
        read = "\n".join(text.read.split("\n")[first:last])
        source = _HIDDEN.sub(" ", "\n".join(text.source.split("\n")[first:last]))
        for term in terms:
            if any(True for _ in phrases.find(source.lower(), term["english"].lower())):
                continue
            places = [place for name in term["spanish"] for place in phrases.find(read, name)]
            if places:
                line, words = min(places)
                message = f"an exam point with '{words}' and without its English"
                yield Problem(text.path, first + line, message, f"(*{term['english']}*) once in the point")


def _points(source: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of each exam point, from and to, counted from 0: what is indented, or a paragraph."""
    lines = source.split("\n")
    for number, line in prose_lines(source):
        if WRITTEN.match(line):
            boxed, depth, last = line.lstrip()[0] in "!?", _depth(line), number
            for place, other in enumerate(lines[number:], number + 1):
                if (not boxed and not other.strip()) or (boxed and other.strip() and _depth(other) <= depth):
                    break
                last = place
            yield number - 1, last


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _mentions(text: _Text, sheet: Mapping[str, Any]) -> Iterator[Problem]:
    """Tell of an earlier edition in what readers never saw it in."""
    places = sorted({place for name in sheet["names"] for place in phrases.find(text.today, name)})
    allowed = 1 if text.page in sheet.get("once", ()) else 0
    for line, words in places[allowed:]:
        expected = "what holds today, or where readers meet the old figure"
        yield Problem(text.path, line, f"'{words}' outside the ledger", expected)


def _texts(docs: Path) -> Iterator[tuple[_Text, list[Problem]]]:
    for file in [*files.pages(docs), *files.lists(docs)]:
        path = file.relative_to(docs.parent).as_posix()
        source, wrong = decode(file.read_bytes(), path)
        if file.suffix == ".md":
            every = today = readable.of_page(source)
        else:
            every, today = readable.of_data(source), readable.of_data(source, but={readable.BEFORE})
        yield _Text(source, readable.without_quotations(every), today, path, file.stem), wrong


def check(docs: Path) -> list[Problem]:
    """Return everything wrong with the words of the pages and data below `docs`, and with the list itself."""
    file = docs / "_data/style.yml"
    if not file.is_file():
        return []
    document, problems = yaml_lines.load(file.read_bytes(), file.relative_to(docs.parent).as_posix(), _SCHEMA)
    if document is None:
        return problems
    sheet = document.data
    known = rules(sheet)
    for text, wrong in _texts(docs):
        problems += [*wrong, *_avoided(text, known), *_again(text, sheet.get("once", ()))]
        if text.path.endswith(".md"):
            problems += _openings(text, sheet.get("openings", {"words": (), "unless": ()}))
            problems += _bilingual(text, sheet.get("bilingual", ()))
        problems += _mentions(text, sheet.get("mentions", {"names": ()}))
    return problems


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(prog="guidekit.commands.style", description=__doc__)
    parser.add_argument("--docs", type=Path, default=Path("docs"))
    problems = check(parser.parse_args(arguments).docs)
    if problems:
        print(report(problems), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
