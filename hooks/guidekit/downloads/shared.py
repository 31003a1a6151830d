"""What several books have behind their chapters, as manuscripts made from what the site knows."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from xml.etree import ElementTree as ET

from .. import dates
from ..exam import kinds
from ..ledger import entries as wording
from ..ledger import page as ledger
from ..ledger.statuses import Status
from ..model import Citation, Fact
from ..web.elements import element
from .book import Book, Chapter
from .kinds import Part
from .manifest import Point

LEDGER = ledger.PAGE.removesuffix(".md")
SOURCES = "fuentes-del-registro"


def notes(point: Point) -> list[str]:
    """Return what stands beside the title of an exam point: its domain, and its kind if it is unusual."""
    return [note for note in (point.domain_name, kinds.note_of(point.kind)) if note]


def ledger_sections(book: Book, facts: Sequence[Fact], here: Sequence[Chapter]) -> list[ET.Element]:
    """Return the entries of `facts` by topic, and then their sources, as places of the page LEDGER.

    An entry leads to its place in the chapters `here`; it names its sources by number.
    """
    numbers: dict[str, tuple[int, Citation]] = {}
    chapters = sorted(book.chapters, key=lambda chapter: chapter.topic or 0)
    sections = []
    for chapter in chapters:
        stated = [fact for fact in facts if fact.page == chapter.name]
        entries = [_entry(book, fact, chapter in here, numbers) for fact in stated]
        if entries:
            sections.append(element("section", element("h2", chapter.title, id=chapter.name), *entries))
    if numbers:
        listed = [_source(number, source) for number, source in numbers.values()]
        sections.append(element("section", element("h2", "Fuentes", id=SOURCES), *listed))
    return sections


def _entry(book: Book, fact: Fact, here: bool, numbers: dict[str, tuple[int, Citation]]) -> ET.Element:
    status = Status.of(fact.status)
    feature = f" · Nuevo: {fact.feature}" if fact.feature else ""
    place = element("a", kind="number", page=fact.page, at=fact.anchor)
    head: list[Part] = [element("mark", data_mark=status.mark), "\u00a0"]
    head += [element("span", status.label, role="estado"), f"{feature} · {fact.id}"]
    head += [" · ", element("span", "p.\u00a0", place)] if here else []
    leads = ((wording.said(book.earlier), fact.before), (wording.EXPECTED, fact.exam))
    statements = [element("span", element("strong", lead), f" {text}") for lead, text in leads if text]
    spans = [element("span", *head, role="dato-cabeza"), element("span", fact.statement), *statements]
    spaced = [part for span in spans for part in (span, " ")]
    return element("p", *spaced, _cited(book, fact, numbers), role="dato", id=fact.id)


def _cited(book: Book, fact: Fact, numbers: dict[str, tuple[int, Citation]]) -> ET.Element:
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
    words = f"Fuentes:\u00a0{', '.join(cited)}"
    link = element("a", words, kind="cite", page=LEDGER, at=f"{SOURCES}-{cited[0]}")
    return element("span", link, f". {checked}", role="fuentes")


def _source(number: int, source: Citation) -> ET.Element:
    link = wording.link(source)
    link.set("kind", "source")
    address = element("span", source.url.removeprefix("https://"), role="direccion")
    words: list[Part] = [f"{number}. ", link, f" ({wording.how_read(source)}). ", address]
    return element("p", *words, role="fuente", id=f"{SOURCES}-{number}")


def legend(body: ET.Element) -> ET.Element:
    """Return what the marks mean from the manuscript of the ledger, without how many of each there are."""
    table = deepcopy(next(body.iter("table")))
    for row in table.iter("tr"):
        row.remove(row[-1])
    return table
