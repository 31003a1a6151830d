"""A Python-Markdown extension: references to the ledger become small marks, corrections say when they were
checked and against what, and a page says how fresh its facts are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from .. import dates, order
from ..model import Fact, Page
from ..rendering import PageProcessor, SharingExtension
from ..sources.block_tree import pairs
from ..web.callouts import CALLOUTS
from ..web.elements import SUMMARY, classes, element, joined, remove, verbatim
from . import entries, references
from . import page as ledger
from .statuses import Mark, Status

_MARK = "hecho"
_MOST_SOURCES = 3


class _Reference(InlineProcessor):
    """Leave an element with the ids; which are new on the page shows when the tree is walked."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the name is Python-Markdown's)
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element, int, int]:
        return element("a", class_=_MARK, data_hechos=" ".join(references.ids_of(m))), m.start(0), m.end(0)


class _Marks(PageProcessor):
    def run(self, root: ET.Element) -> None:
        corpus, page = self.rendering.corpus, self.rendering.page
        if corpus is None or page is None:
            _drop(root)
            return
        by_id = corpus.facts_by_id
        seen: dict[str, None] = {}
        repeated = {mark for box in root.iter("section") if SUMMARY in classes(box) for mark in box.iter("a")}
        for mark in [a for a in root.iter("a") if a.get("class") == _MARK]:
            facts = [by_id[name] for name in mark.get("data-hechos", "").split()]
            anchor = None if mark in repeated else references.first_new([fact.id for fact in facts], seen)
            _finish(mark, facts, anchor, page)
        for box in root.iter("div"):
            if "vigencia" in classes(box):
                _correction(box, by_id)
        facts = [fact for fact in corpus.facts if fact.page == page.name]
        heading = next((place for place, child in enumerate(root) if child.tag == "h1"), None)
        if facts and heading is not None:
            root.insert(heading + 1, _freshness(facts, page))


def _finish(mark: ET.Element, cited: Sequence[Fact], anchor: str | None, page: Page) -> None:
    if anchor:
        mark.set("id", anchor)
    first = cited[0]
    statuses = [Status.of(fact.status) for fact in cited]
    status = next((status for status in statuses if status.mark != Mark.OPEN), statuses[0])
    mark.set("data-mark", status.mark)
    mark.set("data-hechos", " ".join(dict.fromkeys(fact.id for fact in cited)))
    mark.set("href", f"{ledger.PAGE}#{first.id}")
    label = status.label  # the same words again and again, which weigh nothing: the box tells the rest
    if anchor and any(fact.feature and fact.page == page.name for fact in cited):
        mark.append(element("span", verbatim("nuevo"), class_="hecho-nuevo", data_search_exclude=""))
        label = f"Nuevo. {label}"
    mark.set("aria-label", label)


def _drop(root: ET.Element) -> None:
    """Take the marks out of pages that the build makes: facts stand, and are checked, on those of authors."""
    for parent, child in list(pairs(root)):
        if child.tag == "a" and child.get("class") == _MARK:
            remove(parent, child)


def _correction(box: ET.Element, by_id: Mapping[str, Fact]) -> None:
    """Finish a `vigencia` callout: its address, its label, its text if the author left that to the ledger."""
    marks = [mark for mark in box.iter("a") if _MARK in classes(mark)]
    facts = list(dict.fromkeys(by_id[name] for mark in marks for name in mark.get("data-hechos", "").split()))
    if not facts:
        return
    box.set("id", f"vigencia-{facts[0].id}")
    title = next((child for child in box if child.get("class") == "admonition-title"), None)
    if title is not None:
        label = element("span", verbatim(CALLOUTS["vigencia"]), class_="vigencia-tipo")
        label.tail, title.text = f" {title.text or ''}", None
        title.insert(0, label)
    for place, child in enumerate(box):
        if child.tag == "p" and child is not title and _only_marks(child):
            box[place] = _from_the_ledger(facts[0], list(child))
    oldest = min(fact.checked for fact in facts)
    sources = list(dict.fromkeys(source for fact in facts for source in fact.sources))
    links = joined([entries.link(source) for source in sources[:_MOST_SOURCES]], "; ")
    listed = [verbatim(" Fuentes: "), *links, verbatim(".")] if links else []
    foot = element("p", verbatim(f"Comprobado el {dates.spanish(oldest)}."), *listed, class_="vigencia-pie")
    foot.set("data-search-exclude", "")
    box.append(foot)


def _only_marks(paragraph: ET.Element) -> bool:
    texts = [paragraph.text, *(child.tail for child in paragraph)]
    marks = all(_MARK in classes(child) for child in paragraph)
    return marks and not any(text and text.strip() for text in texts)


def _from_the_ledger(fact: Fact, marks: list[ET.Element]) -> ET.Element:
    def item(lead: str, text: str) -> ET.Element:
        return element("li", element("strong", verbatim(lead)), verbatim(f" {text}"))

    today = item(entries.TODAY, fact.statement)
    today.extend(marks)
    before = [item(entries.BEFORE, fact.before)] if fact.before else []
    exam = [item(entries.EXAM, fact.exam)] if fact.exam else []
    return element("ul", *before, today, *exam)


def _freshness(facts: Sequence[Fact], page: Page) -> ET.Element:
    oldest = min(fact.checked for fact in facts)
    statuses = Counter(Status.of(fact.status) for fact in facts)
    changed = sum(count for status, count in statuses.items() if status.changed)
    notes = [
        f"{changed} con cambios o matices" if changed else "",
        *(f"{n} {s.label.lower()}" for s, n in statuses.items() if s.mark == Mark.UNKNOWN),
    ]
    listed = "".join(f"; {note}" for note in notes if note)
    many = "" if len(facts) == 1 else "s"
    link = f"{ledger.PAGE}?tema={page.subject}#{page.name}"
    return element(
        "p",
        element("a", verbatim(f"{len(facts)} dato{many}"), href=link),
        verbatim(f" comprobado{many} el {dates.spanish(oldest)}{listed}."),
        class_="revision",
        data_search_exclude="",
    )


class FactExtension(SharingExtension):
    """Needs the facts and the page."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register what reads references, and what walks the finished page."""
        md.inlinePatterns.register(
            _Reference(rf"\s*{references.REFERENCE.pattern}", md), "guidekit_reference", order.REFERENCE
        )
        md.treeprocessors.register(_Marks(md, self.rendering), "guidekit_marks", order.MARKS)
