"""What the front of a card asks: pure functions over titles and names."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from ...model import Term
from ...web.text import fold

RULE = "¿Por qué? ¿Qué trampa evita?"
REPLY = "¿Qué respondes?"
WHICH = "¿A qué corresponde?"
FILL = "¿Qué falta?"
SEEN = "Si ves… ¿qué respondes?"
BLANK = "…"
_QUOTED = re.compile(r"(«[^»]*»(?:(?:, | o | u | y | e )«[^»]*»)*):? *")
_CONDITION = re.compile(r"((?:Si|Ante|Antes de|Cuando) [^,]+), ")
_INTERROGATIVE = re.compile(
    r"(?:(?:por|a|de|en|con) )?(?:qué|cuál(?:es)?|cuándo|cómo|quién|dónde|cuánt[oa]s?)\b"
)
_CODE = re.compile(r"`([^`]+)`")
_WORD = re.compile(r"\w+")
_DENIAL = re.compile(r"\b(?:no|ni|nunca)\b")
_INFINITIVE = re.compile(r"[a-zñ]+[aei]r (?:el|la|los|las|un|una) ")
_PLURAL = re.compile(r"[a-zñáéíóú]+[aeo]s\b")
_PHRASE = re.compile(r"(?:a|con|de|el|en|entre|la|los|las|más|mayor|menor|menos|para|por|sin) ")
_SMALL = {
    *("con", "del", "las", "los", "más", "nos", "para", "pero", "por", "que", "respuesta", "según", "sin"),
    *("solo", "son", "sus", "una", "unas", "unos", "entre", "cada", "donde", "cuando", "como", "esa", "ese"),
}
_COGNATE = 0.7


@dataclass(frozen=True)
class Front:
    """`ask` is the question, `shown` what it is about, `hidden` what of the title only the back tells."""

    ask: str
    shown: str
    hidden: str = ""


def front(title: str, names: Iterable[str]) -> Front:
    """Make a question of the title of a point, a statement that often holds its own answer.

    `names` are those of the glossary: where one leads («Masa madre: …») it is the answer, not the question.
    """
    if quoted := _QUOTED.match(title):
        return Front(REPLY, quoted[1], title[quoted.end() :])
    lead, colon, rest = title.partition(": ")
    if colon and _INTERROGATIVE.match(rest):
        return Front(REPLY, title)
    if colon and any(f" {name}".endswith(f" {lead}") for name in names):
        return Front(WHICH, rest[:1].upper() + rest[1:], lead)
    if colon:
        clauses = [clause.partition(": ") for clause in title.split("; ")]
        if all(clause[1] for clause in clauses):
            return Front(REPLY, "; ".join(c[0] for c in clauses), "; ".join(c[2] for c in clauses))
        return Front(REPLY, lead, rest)
    if condition := _CONDITION.match(title):
        return Front(REPLY, condition[1], title[condition.end() :])
    return Front(RULE, title)


def asked(title: str, statement: str) -> str:
    """Return as HTML the front of a point that asks: its title and all that it says before its answer."""
    return f'<p class="titulo">{escaped(title)}</p>\n{statement}' if statement else ""


def words(text: str) -> set[str]:
    """Return the words that carry meaning, folded."""
    large = {word.lower() for word in _WORD.findall(text)} - _SMALL
    return {fold(word) for word in large if len(word) > 2 or not word.isalpha()}


def place(where: str, shown: Front, answer: str) -> str:
    """Return the place a front may tell: none if it names part of the answer that the front does not show.

    Where the answer denies something («el horno no la acelera»), the place is what the question is about.
    """
    back = "" if _DENIAL.search(shown.hidden) else f"{shown.hidden} {answer}"
    return "" if words(where) & (words(back) - words(shown.shown)) else where


def blanked(sentence: str, figure: str) -> str:
    """Return the sentence that goes on from a figure, without the figure."""
    rest = re.sub(rf"(?<!\w){re.escape(figure)}(?!\w)", BLANK, sentence, flags=re.IGNORECASE)
    return f"{BLANK} {rest}"


def what_is(term: str) -> str:
    """Return the question for a term: most are nouns, few are phrases."""
    if _INFINITIVE.match(term):
        return "¿En qué consiste?"
    if _PHRASE.match(term):
        return "¿Qué significa?"
    return "¿Qué son?" if _PLURAL.match(term) else "¿Qué es?"


def from_english(term: Term) -> str:
    """Return how the exam names a term in English, or nothing where asking for the Spanish teaches nothing:
    a proper name or abbreviation, a word everyone knows, one that tells itself («logical replication»).
    """
    spanish, english, short = term.term, term.english, term.abbreviation
    if not english or not spanish[0].islower() or not term.linked:
        return ""
    if fold(spanish) in fold(english) or _cognate(english, spanish):
        return ""
    return f"{english} ({short})" if short and not words(short) & words(spanish) else english


def _cognate(english: str, spanish: str) -> bool:
    known = [fold(word) for word in _WORD.findall(spanish)]
    return all(
        any(SequenceMatcher(None, fold(word), other).ratio() >= _COGNATE for other in known)
        for word in _WORD.findall(english)
    )


def joined(*parts: str) -> str:
    """Join what is not empty."""
    return " · ".join(part for part in parts if part)


def escaped(text: str) -> str:
    """Return `text` as HTML."""
    return html.escape(text, quote=False)


def inline(text: str) -> str:
    """Return as HTML what may hold code between backticks."""
    return _CODE.sub(r"<code>\1</code>", escaped(text))
