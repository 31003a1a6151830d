"""`python -m guidekit.commands.style [--docs DIR]`: find the words the style sheet of the authors avoids.

Reads docs/_data/style.yml; lists each avoided word on a page or in a text of docs/_data/ as `path:line`, and
exits 1 if there is any. Code, addresses, italics and quotations «…» are left alone: there it may be right.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..sources import files, readable, yaml_lines
from ..sources.markdown_lines import decode
from ..sources.problems import Problem, report

_SCHEMA = yaml_lines.load_schema("style")
_BETWEEN = r"(?:[ \t*]|\n(?!\s*\n))+"
"""Between the words of a phrase, which may run into the next line or bold type, not the next paragraph."""


class Rule(NamedTuple):
    """An avoided phrase: its first word, how it looks in a text, where it is right after all, and what is
    expected instead.
    """

    first: str
    pattern: re.Pattern[str]
    unless: tuple[re.Pattern[str], ...]
    expected: str


def rules(data: Mapping[str, Any]) -> list[Rule]:
    """Return the rules that the parsed style.yml holds; a word avoided for several terms makes one rule."""
    terms: dict[str, list[str]] = {}
    unless: dict[str, list[str]] = {}
    for entry in data["terms"]:
        for word in entry.get("avoid", ()):
            terms.setdefault(word, []).append(f"'{entry['term']}'")
            unless.setdefault(word, []).extend(entry.get("unless", ()))
    expected = {word: " or ".join(names) for word, names in terms.items()}
    expected |= dict.fromkeys(data.get("never", ()), "the sentence without it")
    return [
        Rule(
            word.split(" ")[0].lower(),
            _pattern(word),
            tuple(_exactly(phrase) for phrase in unless.get(word, ())),
            text,
        )
        for word, text in expected.items()
    ]


def _pattern(phrase: str) -> re.Pattern[str]:
    """Match a phrase, its words in the plural too, and with a capital letter where a sentence begins."""
    first, rest = re.escape(phrase[0]), phrase[1:]
    if phrase[0].islower():
        first = f"[{phrase[0]}{phrase[0].upper()}]"
    words = _BETWEEN.join(f"{re.escape(word)}(?:e?s)?" for word in rest.split(" "))
    return re.compile(rf"(?<![\w-]){first}{words}(?![\w-])")


def _exactly(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_BETWEEN.join(map(re.escape, phrase.split(' ')))}(?!\w)")


def avoided(text: str, path: str, known: Iterable[Rule]) -> Iterator[Problem]:
    """Tell of every avoided word in `text`, what `readable` left of a source, each with its line."""
    lower = text.lower()
    for rule in (rule for rule in known if rule.first in lower):  # most are not: twenty times as fast
        right = [match.span() for phrase in rule.unless for match in phrase.finditer(text)]
        for match in rule.pattern.finditer(text):
            if not any(start <= match.start() and match.end() <= end for start, end in right):
                word = re.sub(r"[\s*]+", " ", match[0])
                line = text.count("\n", 0, match.start()) + 1
                yield Problem(path, line, f"'{word}' is avoided", rule.expected)


def check(docs: Path) -> list[Problem]:
    """Return everything wrong with the words of the pages and data below `docs`, and with the list itself."""
    root = docs.parent
    sheet = docs / "_data/style.yml"
    if not sheet.is_file():
        return []
    document, problems = yaml_lines.load(sheet.read_bytes(), sheet.relative_to(root).as_posix(), _SCHEMA)
    if document is None:
        return problems
    known = rules(document.data)
    sources = [(file, readable.of_page) for file in files.pages(docs)]
    sources += [(file, readable.of_data) for file in files.lists(docs)]
    for file, read in sources:
        path = file.relative_to(root).as_posix()
        text, wrong = decode(file.read_bytes(), path)
        problems += [*wrong, *avoided(readable.without_quotations(read(text)), path, known)]
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
