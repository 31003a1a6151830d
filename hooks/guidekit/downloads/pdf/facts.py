"""The ledger on paper: facts by topic, each with the numbers of its sources, which are listed once."""

from __future__ import annotations

from collections.abc import Collection
from math import inf
from xml.etree import ElementTree as ET

from ... import dates
from ...ledger import entries as wording
from ...ledger import page as ledger
from ...ledger.statuses import Status
from ...model import Citation, Fact
from ...web.elements import element
from ..book import Book, Chapter
from ..kinds import Part
from .adapted import place_id

_PAGE = ledger.PAGE.removesuffix(".md")
_SOURCES = "fuentes-del-registro"
_TOGETHER = 5
"""Sources at the end that stay together: no page for one."""
_Numbers = dict[str, tuple[int, Citation]]
"""The sources cited so far by address, each with its number."""


def listed(book: Book, here: Collection[Chapter], ids: Collection[str] | None = None) -> ET.Element:
    """Return the facts of a book, all or those with these `ids`, by topic, and then their sources.

    An entry tells its page in the chapters `here`.
    """
    numbers: _Numbers = {}
    columns = element("columns")
    for chapter in sorted(book.chapters, key=lambda chapter: chapter.topic or inf):
        stated = [fact for fact in book.facts if fact.page == chapter.name]
        stated = [fact for fact in stated if ids is None or any(name in ids for name in fact.ids)]
        if stated:
            columns.append(element("h2", chapter.title, id=place_id(_PAGE, chapter.name)))
            columns.extend(_entry(book, fact, chapter in here, numbers) for fact in stated)
    if numbers:
        sources = [_source(number, source) for number, source in numbers.values()]
        columns.append(element("h2", "Fuentes", id=place_id(_PAGE, _SOURCES)))
        columns.extend([*sources[:-_TOGETHER], element("together", *sources[-_TOGETHER:])])
    return columns


def _entry(book: Book, fact: Fact, here: bool, numbers: _Numbers) -> ET.Element:
    status = Status.of(fact.status)
    feature = f" · Nuevo: {fact.feature}" if fact.feature else ""
    head: list[Part] = [element("mark", shape=status.mark), "\u00a0"]
    head += [element("span", status.label, role="estado"), f"{feature} · {fact.id}"]
    head += [" · ", element("span", "p.\u00a0", _link("number", fact.page, fact.anchor))] if here else []
    leads = ((wording.BEFORE, fact.before), (wording.EXAM, fact.exam))
    statements = [element("span", element("strong", lead), f" {text}") for lead, text in leads if text]
    spans = [element("span", *head, role="dato-cabeza"), element("span", fact.statement), *statements]
    spaced = [part for span in spans for part in (span, " ")]
    return element("p", *spaced, _cited(book, fact, numbers), role="dato", id=place_id(_PAGE, fact.id))


def _link(tag: str, page: str, at: str, *content: Part) -> ET.Element:
    return element(tag, *content, to=place_id(page, at), page=page, at=at)


def _cited(book: Book, fact: Fact, numbers: _Numbers) -> ET.Element:
    """Name the sources of a fact by number; new ones join `numbers`. A date all facts share is not told."""
    sources = fact.sources[: wording.most_sources(fact)]
    for source in sources:
        numbers.setdefault(source.url, (len(numbers) + 1, source))
    cited = [str(numbers[source.url][0]) for source in sources]
    due = wording.due(fact, book.date)
    how = wording.how_checked(fact)
    usual = f"Comprobado el {dates.spanish(max(other.checked for other in book.facts))}"
    checked = f"{due[0].upper()}{due[1:]}." if how == usual else f"{how}; {due}."
    if not cited:
        return element("span", f"{wording.UNSOURCED} {checked}", role="fuentes")
    link = _link("cite", _PAGE, f"{_SOURCES}-{cited[0]}", f"Fuentes:\u00a0{', '.join(cited)}")
    return element("span", link, f". {checked}", role="fuentes")


def _source(number: int, source: Citation) -> ET.Element:
    link = wording.link(source)
    link.tag = "plain"
    address = element("span", source.url.removeprefix("https://"), role="direccion")
    words: list[Part] = [f"{number}. ", link, f" ({wording.how_read(source)}). ", address]
    return element("p", *words, role="fuente", id=place_id(_PAGE, f"{_SOURCES}-{number}"))
