"""Phrases as authors list them in docs/_data/style.yml, and where a text has them.

Its words may stand in the plural, its first letter, if small, may be a capital one where a sentence begins,
and `#` is any number. A phrase may run into the next line or bold type, not the next paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

_BETWEEN = r"(?:[ \t*]|\n(?!\s*\n))+"
_REACH = 100
"""More letters than a phrase has."""
_NUMBER = r"\d[\d .]*(?:,\d+)?"


class Place(NamedTuple):
    """Where a phrase stands in a text, by line, and how it is written there."""

    line: int
    words: str


def find(text: str, phrase: str, unless: Iterable[str] = ()) -> Iterator[Place]:
    """Yield where `text` has a phrase that is no part of one of `unless`."""
    if _letters(phrase) not in _lower(text):  # most are not: twenty times as fast
        return
    for match in _pattern(phrase).finditer(text):
        if not any(_holds(text, other, match) for other in unless):
            line = text.count("\n", 0, match.start()) + 1
            yield Place(line, re.sub(r"[\s*]+", " ", match[0]))


def _holds(text: str, phrase: str, match: re.Match[str]) -> bool:
    """Return whether what was found is part of a phrase."""
    start, end = match.span()
    around = _pattern(phrase).finditer(text, max(0, start - _REACH), end + _REACH)
    return any(other.start() <= start and end <= other.end() for other in around)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    first = f"[{phrase[0]}{phrase[0].upper()}]" if phrase[0].islower() else ""
    words = _BETWEEN.join(map(_word, phrase.removeprefix(phrase[0] if first else "").split(" ")))
    return re.compile(rf"(?<![\w-]){first}{words}(?![\w-])")


def _word(word: str) -> str:
    escaped = _NUMBER.join(map(re.escape, word.split("#")))
    return escaped if "#" in word else f"{escaped}(?:e?s)?"


@cache
def _letters(phrase: str) -> str:
    """Return the longest part of a phrase that stands in a text as it is, but for capital letters."""
    return max(re.split("[ #]+", phrase), key=len).lower()


_lower = lru_cache(maxsize=1)(str.lower)
