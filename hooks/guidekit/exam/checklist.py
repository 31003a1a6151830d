"""The checklist page: the questions of each topic, with their answers, and the lists authors wrote with ☐."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from markdown import Markdown

from .. import order
from ..model import Corpus, Page, Task
from ..rendering import PageProcessor, SharingExtension
from ..sources.block_tree import Tree, plain
from ..web import second_place
from ..web.elements import SCREEN_ONLY, classes, element, verbatim
from ..web.made import Made
from ..web.text import fold

PAGE = "lista-de-preparacion.md"
MADE = Made(PAGE, "lista", lambda corpus: corpus.tasks)
QUESTIONS = "**Al terminar podrás responder:**"
"""The paragraph before the questions of a topic page that does not answer them."""
CHECK = "comprueba"
"""The class of the fold that holds a question, its title, and the answer."""
BOX = "☐"
"""What begins a line to tick."""


def read(tree: Tree, page: Page) -> list[Task]:
    """Return the lines of checklists on the pages of a topic, questions first."""
    if not page.teaches:
        return []
    asked = [*_questions(tree.root), *_checks(tree.root)]
    tasks = [*_tasks(asked, page, tree, False), *_tasks(_boxes(tree.root), page, tree, True)]
    return list({task.id: task for task in tasks}.values())


def _tasks(items: Iterable[ET.Element], page: Page, tree: Tree, general: bool) -> Iterator[Task]:
    for item in items:
        yield Task(key(item, page), page.name, page.subject, general, item, tree)


def key(item: ET.Element, page: Page) -> str:
    """Return the id of a line: from the words of the question alone, so that its answer may change."""
    words = fold(plain(item[0] if item.tag == "details" else item))
    return hashlib.sha256(f"{page.subject} {words}".encode()).hexdigest()[:8]


def _checks(root: ET.Element) -> Iterator[ET.Element]:
    return (fold for fold in root.iter("details") if CHECK in classes(fold) and len(fold))


def _questions(root: ET.Element) -> Iterator[ET.Element]:
    for opening, items in zip(root, list(root)[1:], strict=False):
        if items.tag == "ul" and (opening.text or "").strip() == QUESTIONS:
            yield from items


def _boxes(root: ET.Element) -> Iterator[ET.Element]:
    return filter(is_box, root.iter("li"))


def is_box(item: ET.Element) -> bool:
    """Return whether an author wrote a line of a list to be ticked."""
    return item.tag == "li" and (item.text or "").lstrip().startswith(BOX)


def listing(corpus: Corpus, md: Markdown) -> list[ET.Element]:
    """Return the controls, the general list, and the questions of each topic."""
    parts = [element("div", class_=f"avance {SCREEN_ONLY}", data_avance="")]
    general = [task for task in corpus.tasks if task.general]
    if general:
        parts += _group("general", element("h2", verbatim("Antes del examen"), id="general"), general, md)
    for page in corpus.topics:
        tasks = [task for task in corpus.tasks if task.topic == page.name and not task.general]
        if tasks:
            heading = element("h2", element("a", verbatim(page.title), href=page.uri), id=page.name)
            parts += _group(page.name, heading, tasks, md)
    return parts


def _group(name: str, heading: ET.Element, tasks: list[Task], md: Markdown) -> list[ET.Element]:
    items = []
    for task in tasks:
        copy = task.tree.transplant(task.body, md)
        answer: list[ET.Element] = []
        if task.answered:
            summary, *reply = copy
            copy = element("p", summary.text or "", *summary)
            shown = second_place.show(reply, task.tree, f"{task.page}.md", f"respuesta-{task.id}", md)
            folded = element("details", element("summary", verbatim("Ver respuesta")), *shown)
            folded.set("class", f"examen-respuesta {SCREEN_ONLY}")  # books have it at the end of the topic
            answer = [folded]
        content, *notes = second_place.show([copy], task.tree, f"{task.page}.md", f"tarea-{task.id}", md)
        words = (content.text or "").lstrip().removeprefix(BOX).lstrip()
        label = element("label", element("input", type="checkbox", data_marca=task.id), words)
        label.extend(content)
        items.append(element("li", label, *notes, *answer))
    return [heading, element("ul", *items, class_="marcas", data_grupo=name)]


class _Places(PageProcessor):
    def run(self, root: ET.Element) -> None:
        page = self.rendering.page
        if page is not None and page.teaches:
            for check in _checks(root):
                check.set("id", f"comprueba-{key(check, page)}")


class SelfCheckExtension(SharingExtension):
    """Gives each question of a topic an address."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register what names the folds."""
        md.treeprocessors.register(_Places(md, self.rendering), "guidekit_self_checks", order.SELF_CHECKS)
