"""A Python-Markdown extension: references to the ledger become small marks, corrections say when they were
checked and against what, and a page says how fresh its facts are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from .. import dates
from ..model import Fact, Page
from ..sources.block_tree import pairs
from ..web.elements import classes, element, joined, remove, verbatim
from . import facts
from . import page as ledger

_MARK = "hecho"
_MOST_SOURCES = 3
_CHANGED = {"actualizado", "corregido", "matizado"}


class _Reference(InlineProcessor):
    """Leave an element with the ids; which are new on the page shows when the tree is walked."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the name is Python-Markdown's)
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element, int, int]:
        return element("a", class_=_MARK, data_hechos=" ".join(facts.ids_of(m))), m.start(0), m.end(0)


class _Marks(Treeprocessor):
    def __init__(self, md: Markdown, extension: FactExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: ET.Element) -> None:
        page, by_id = self.extension.page, self.extension.by_id
        if page is None or page.topic is None:
            _drop(root)
            return
        seen: dict[str, None] = {}
        for mark in [a for a in root.iter("a") if a.get("class") == _MARK]:
            self._finish(mark, [by_id[name] for name in mark.get("data-hechos", "").split()], seen)
        for box in root.iter("div"):
            if "vigencia" in classes(box):
                _correction(box, by_id, self.extension.earlier)
        own = [fact for fact in self.extension.facts if fact.page == page.name]
        heading = next((place for place, child in enumerate(root) if child.tag == "h1"), None)
        if own and heading is not None:
            root.insert(heading + 1, _freshness(own, page, self.extension.earlier))

    def _finish(self, mark: ET.Element, found: Sequence[Fact], seen: dict[str, None]) -> None:
        anchor = facts.first_new([fact.id for fact in found], seen)
        if anchor:
            mark.set("id", anchor)
        first = found[0]
        changed = next((fact.status for fact in found if fact.status != "vigente"), None)
        mark.set("class", _MARK + (f" {_MARK}-{changed}" if changed else ""))
        mark.set("data-hechos", " ".join(dict.fromkeys(fact.id for fact in found)))
        mark.set("data-search-exclude", "")
        mark.set("href", f"{ledger.PAGE}#{first.id}")
        label = f"{facts.STATUSES[changed or 'vigente'].name}, comprobado el {dates.spanish(first.checked)}"
        page = self.extension.page
        if anchor and page and any(fact.feature and fact.page == page.name for fact in found):
            mark.append(element("span", verbatim("nuevo"), class_="hecho-nuevo"))
            label = f"Nuevo. {label}"
        mark.set("aria-label", label)


def _drop(root: ET.Element) -> None:
    """Take the marks out where they would lead nowhere new: pages made by the build list facts themselves."""
    for parent, child in list(pairs(root)):
        if child.tag == "a" and child.get("class") == _MARK:
            remove(parent, child)


def _correction(box: ET.Element, by_id: Mapping[str, Fact], earlier: str) -> None:
    """Finish a `vigencia` callout: its address, its label, its text if the author left that to the ledger."""
    marks = [mark for mark in box.iter("a") if _MARK in classes(mark)]
    found = list(dict.fromkeys(by_id[name] for mark in marks for name in mark.get("data-hechos", "").split()))
    if not found:
        return
    box.set("id", f"vigencia-{found[0].id}")
    title = next((child for child in box if child.get("class") == "admonition-title"), None)
    if title is not None:
        label = element("span", verbatim("Qué cambió"), class_="vigencia-tipo")
        label.tail, title.text = f" {title.text or ''}", None
        title.insert(0, label)
    for place, child in enumerate(box):
        if child.tag == "p" and child is not title and _only_marks(child):
            box[place] = _told_by_the_ledger(found[0], list(child), earlier)
    oldest = min(fact.checked for fact in found)
    sources = list(dict.fromkeys(source for fact in found for source in fact.sources))
    links = joined([ledger.link(source) for source in sources[:_MOST_SOURCES]], "; ")
    told = [verbatim(" Fuentes: "), *links, verbatim(".")] if links else []
    foot = element("p", verbatim(f"Comprobado el {dates.spanish(oldest)}."), *told, class_="vigencia-pie")
    foot.set("data-search-exclude", "")
    box.append(foot)


def _only_marks(paragraph: ET.Element) -> bool:
    texts = [paragraph.text, *(child.tail for child in paragraph)]
    marks = all(_MARK in classes(child) for child in paragraph)
    return marks and not any(text and text.strip() for text in texts)


def _told_by_the_ledger(fact: Fact, marks: list[ET.Element], earlier: str) -> ET.Element:
    told = [(ledger.said(earlier), fact.before), ("Hoy:", fact.statement), (ledger.EXPECTED, fact.exam)]
    items = [
        element("li", element("strong", verbatim(lead)), verbatim(f" {text}")) for lead, text in told if text
    ]
    items[1].extend(marks)
    return element("ul", *items)


def _freshness(own: Sequence[Fact], page: Page, earlier: str) -> ET.Element:
    oldest = min(fact.checked for fact in own)
    counts = Counter("cambios" if fact.status in _CHANGED else fact.status for fact in own)
    notes = [
        f"{counts['cambios']} con cambios o matices desde {earlier}" if counts["cambios"] else "",
        f"{counts[facts.UNVERIFIED]} sin verificar" if counts[facts.UNVERIFIED] else "",
    ]
    told = "; ".join(note for note in notes if note)
    return element(
        "p",
        element("a", verbatim(f"{len(own)} datos"), href=f"{ledger.PAGE}?tema={page.name}#{page.name}"),
        verbatim(f" comprobados el {dates.spanish(oldest)}{'; ' if told else ''}{told}."),
        class_="revision",
        data_search_exclude="",
    )


class FactExtension(Extension):
    """Needs the facts and the page: the hook sets both before a page is rendered."""

    facts: Sequence[Fact] = ()
    by_id: Mapping[str, Fact] = {}
    page: Page | None = None
    earlier = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """After code (190) and escapes (180), before links (170); the tree after inline Markdown (20)."""
        md.inlinePatterns.register(
            _Reference(rf"\s*{facts.REFERENCE.pattern}", md), "guidekit_reference", 175
        )
        md.treeprocessors.register(_Marks(md, self), "guidekit_marks", 12)
