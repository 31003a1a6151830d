"""Problems found in what authors wrote, and how they are told."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one line of a source file.

    `path` is relative to the folder of mkdocs.yml, `line` counts from 1, 0 if it is not known; `message` says
    what is wrong and `expected` what would be right.
    """

    path: str
    line: int
    message: str
    expected: str = ""
    hint: str = ""

    def __str__(self) -> str:
        """Render as `path:line: what is wrong; expected …; hint`, the form editors and CI link to."""
        parts = [self.message]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.hint:
            parts.append(self.hint)
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: " + "; ".join(parts)


def report(problems: Iterable[Problem]) -> str:
    """List all problems, sorted by place, each once, under a line that counts them."""
    unique = sorted(set(problems))
    count = "1 problem" if len(unique) == 1 else f"{len(unique)} problems"
    return "\n".join([f"{count} in the sources:", *(f"  {problem}" for problem in unique)])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean 'x'?` for the closest known word, or an empty string."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else ""
