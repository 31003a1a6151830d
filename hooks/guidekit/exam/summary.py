"""A Python-Markdown extension: what to know of a topic by heart, below the opening of its page.

The rows are in the front matter (`summary`, `cues`); the questions are those that its pages answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from markdown import Markdown

from .. import order
from ..model import Corpus, Cue, Page, Row, Task
from ..rendering import PageProcessor, SharingExtension
from ..web.elements import SCREEN_ONLY, SUMMARY, element, verbatim

SECTION = "en-60-segundos"
_TITLE = "En 60 segundos"
_CUES = "Si ves…"
_QUESTIONS = "Al terminar podrás responder"


def panel(page: Page, corpus: Corpus) -> ET.Element | None:
    """Return the panel of a page, if there is anything to say."""
    asked = [task for task in corpus.tasks if task.topic == page.name and task.answered]
    parts = [*rows(page.summary), *cues(page.cues, _lead()), *_questions(asked, page)]
    if not page.summary:
        return None
    return element("section", element("h2", _TITLE, id=SECTION), *parts, class_=SUMMARY)


def rows(known: Sequence[Row], *, marked: bool = True) -> Iterator[ET.Element]:
    """Yield the list of the rows, if there are any, `marked` with their facts."""
    if known:
        pairs = (
            (element("dt", row.figure), element("dd", f"{row.says}{_mark(row) if marked else ''}"))
            for row in known
        )
        yield element("dl", *(part for pair in pairs for part in pair), class_="resumen-datos")


def cues(known: Sequence[Cue], *lead: ET.Element, marked: bool = True) -> Iterator[ET.Element]:
    """Yield the list of the cues below its `lead`, if there are any, `marked` with their facts."""
    if known:
        yield from lead
        yield element("ul", *(_cue(cue, marked=marked) for cue in known), class_="resumen-pistas")


def _lead() -> ET.Element:
    return element("p", element("strong", verbatim(_CUES)), class_="resumen-si")


def _cue(cue: Cue, *, marked: bool) -> ET.Element:
    return element("li", f"{cue.see} → ", element("strong", cue.answer), _mark(cue) if marked else "")


def _mark(row: Row | Cue) -> str:
    return f" [[{' '.join(row.facts)}]]"


def _questions(tasks: Sequence[Task], page: Page) -> Iterator[ET.Element]:
    """Yield the questions folded away, each a way to its answer: books have them with the answers only."""
    if tasks:
        links = (
            element(
                "a", task.words, href=f"{'' if task.page == page.name else f'{task.page}.md'}#{task.anchor}"
            )
            for task in tasks
        )
        items = (element("li", link) for link in links)
        summary = element("summary", verbatim(_QUESTIONS))
        yield element("details", summary, element("ul", *items), class_=f"resumen-preguntas {SCREEN_ONLY}")


class _Panel(PageProcessor):
    def run(self, root: ET.Element) -> None:
        corpus, page = self.rendering.corpus, self.rendering.page
        made = None if corpus is None or page is None else panel(page, corpus)
        if made is not None:
            below = next((n for n, child in enumerate(root) if child.tag == "h2"), len(root))
            root.insert(below, made)


class SummaryExtension(SharingExtension):
    """Needs the page and the questions of its topic."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register what puts the panel in."""
        md.treeprocessors.register(_Panel(md, self.rendering), "guidekit_summary", order.SUMMARY)
