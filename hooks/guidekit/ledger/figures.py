"""What pages, rows of summaries and definitions say agrees with the ledger, figure by figure, and what a fact
names stands on its page.

A figure is a number, its decimals and its version: 64 000, 99,9, 8.4. A year states nothing that changes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ..model import Fact
from ..sources.markdown_lines import prose_lines
from ..sources.problems import Problem
from .references import REFERENCE, ids_of

_FIGURE = re.compile(r"(?<![\w.,/-])\d+(?: \d{3})*(?:[.,]\d+)*(?!\w)")
_NO_FIGURE = re.compile(  # numbers of lists, years, names in bold («P1: »), addresses, code, attributes
    r"^\s*\d+\. |\b20\d\d\b|\*\*\d: |https?://\S+|`[^`]*`|\]\([^)]*\)|\{[^}]*\}|\[\[[^\]]*\]\]"
)
_RANGE = re.compile(r"(\d)[-–](\d)")
_NAME = re.compile(r"(?<![\w.-])(?=[\w./-]*[A-Z0-9])[^\W\d][\w./-]*\w")
_ENDS = {"", ".", ":"}
"""What stands before the first word of a sentence, whose capital letter makes no name."""


def of(text: str) -> set[str]:
    """Return the figures of a text, without the spaces in them."""
    text = _NO_FIGURE.sub(" ", text.replace("\u00a0", " "))
    return {figure.replace(" ", "") for figure in _FIGURE.findall(_RANGE.sub(r"\1 a \2", text))}


def names_in(text: str) -> set[str]:
    """Return products, codes, versions: words with a capital or a digit, but for the first of a sentence."""
    return {
        match[0]
        for match in _NAME.finditer(text)
        if re.search("[A-Z0-9]", match[0][1:]) or text[: match.start()].rstrip()[-1:] not in _ENDS
    }


def statements(line: str) -> Iterator[tuple[str, list[str]]]:
    """Yield what each reference of a line stands behind, with its ids: a row of a table is one statement."""
    matches = list(REFERENCE.finditer(line))
    if matches and line.lstrip().startswith("|"):
        yield line, [name for match in matches for name in ids_of(match)]
        return
    start = 0
    for match in matches:
        yield line[start : match.start()], ids_of(match)
        start = match.end()


def on_page(text: str, path: str, by_id: Mapping[str, Fact], examples: Collection[str]) -> Iterator[Problem]:
    """Tell of figures on a page that the facts behind them do not have. Lines with one of `examples` work
    something out and state nothing.
    """
    for number, line in prose_lines(text):
        if not any(example in line for example in examples):
            for statement, names in statements(line):
                facts = _all(names, by_id)
                texts = [told for fact in facts for told in (fact.statement, fact.before, fact.exam) if told]
                if facts and (lost := of(statement) - of(" ".join(texts))):
                    yield _foreign(path, number, lost, facts)


def of_row(
    text: str, names: Sequence[str], by_id: Mapping[str, Fact], path: str, line: int
) -> Iterator[Problem]:
    """Tell of figures in a row of a summary or in a definition that no statement of its facts has: it and the
    page of the fact would say two things of one.
    """
    facts = _all(names, by_id)
    if facts and (lost := of(text) - of(" ".join(fact.statement for fact in facts))):
        yield _foreign(path, line, lost, facts)


def _all(names: Sequence[str], by_id: Mapping[str, Fact]) -> list[Fact]:
    """Return the facts of these ids, none if one is missing: the build tells of it."""
    return [by_id[name] for name in names] if all(name in by_id for name in names) else []


def _foreign(path: str, line: int, lost: Collection[str], facts: Sequence[Fact]) -> Problem:
    stated = [f"{fact.id} ({_listed(of(fact.statement)) or 'none'}; {fact.page})" for fact in facts]
    return Problem(path, line, f"figures the ledger does not state: {_listed(lost)}", " or ".join(stated))


def off_page(facts: Iterable[Fact], text: str, path: str, unnamed: Collection[str]) -> Iterator[Problem]:
    """Tell of figures and names that facts state and their page, `text`, does not have; but for `unnamed`."""
    held = {figure for _, line in prose_lines(text) for figure in of(line)}
    for fact in facts:
        names = {name for name in names_in(fact.statement) if name not in unnamed and name not in text}
        if lost := (of(fact.statement) - held) | names:
            message = f"'{fact.id}' states what its page does not: {_listed(lost)}"
            yield Problem(fact.path, fact.line, message, f"each of its figures and names in {path}")


def _listed(figures: Collection[str]) -> str:
    return ", ".join(sorted(figures))
