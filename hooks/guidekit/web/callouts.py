"""The callouts authors may write: a closed list, so that a slip of the finger is told and never published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.treeprocessors import Treeprocessor

from .. import order
from ..sources.block_tree import LINE, Tree, pairs
from ..sources.markdown_lines import prose_lines
from ..sources.problems import Problem, did_you_mean
from .elements import classes, element, verbatim

CALLOUTS = {
    "examen": "Punto de examen",
    "vigencia": "Cambió",
    "mas-alla": "Más allá del examen",
    "practica": "En la práctica",
    "comprueba": "Comprueba que lo sabes",
    # Those of Material, each with its icon:
    "note": "Nota",
    "abstract": "Resumen",
    "info": "Información",
    "tip": "Consejo",
    "success": "Correcto",
    "question": "Pregunta",
    "warning": "Advertencia",
    "failure": "Fallo",
    "danger": "Peligro",
    "bug": "Error",
    "example": "Ejemplo",
    "quote": "Cita",
}
"""What authors write after `!!!` or `???`, and the word that readers get where no icon says it. Its looks are
a rule for the class in the style sheet of callouts and, if books must tell it apart, in theirs.
"""
_LABELLED = ("mas-alla", "practica")
"""Callouts whose word stands over the title that an author gives them."""
_CODE = {"pre", "code"}
_PREFIX = r"^[ \t>]*(?:[*+-] |\d+[.)] )?[ \t]*"
_OPENING = re.compile(rf"{_PREFIX}(?P<line>(?:!!!|\?\?\?\+?) ?(?P<kind>[\w-]+)(?P<words>(?: +[\w-]+)*).*)")
_VARIANTS = {"inline", "end"}
"""Words of Material behind a kind: the callout stands beside the text."""
_EXAM = "examen"
"""Its own room tells of its lines and of the words behind it."""


def check(tree: Tree, text: str, path: str) -> Iterator[Problem]:
    """Tell of unknown kinds, of titles without quotes, and of lines that seem to open a callout and are text.

    The block tree says which there are, `text`, the source at `path`, on which lines.
    """
    lost, opened = _lost(tree.root), _opened(tree.root)
    for number, source in prose_lines(text):
        if not (match := _OPENING.match(source)):
            continue
        kind, words = match["kind"].lower(), match["words"].lower().split()
        here, example = match["line"].strip(), f'`!!! {kind} "Title"`'
        if kind not in CALLOUTS and (here in lost or any(kind in names for names in opened)):
            options, hint = f"one of {', '.join(CALLOUTS)}", did_you_mean(kind, CALLOUTS)
            yield Problem(path, number, f"unknown callout '{kind}'", options, hint)
        elif kind == _EXAM:
            continue
        elif here in lost:
            message = "this line does not open a callout where it stands"
            yield Problem(path, number, message, f"an empty line before it and {example}")
        elif set(words) - _VARIANTS and any({kind, *words} <= names for names in opened):
            yield Problem(path, number, "the title of a callout without quotes", example)


def _lost(root: ET.Element) -> set[str]:
    """Return the lines that look like openings and stand in the tree as text."""
    places = (
        (owner, text)
        for parent, part in pairs(root)
        for owner, text in ((part, part.text), (parent, part.tail))
    )
    lines = (line for owner, text in places if owner.tag not in _CODE for line in (text or "").split("\n"))
    matches = (_OPENING.match(LINE.sub("", line)) for line in lines)
    return {match["line"].strip() for match in matches if match}


def _opened(root: ET.Element) -> list[set[str]]:
    """Return the classes of every callout, small letters."""
    boxes = (part for part in root.iter() if "admonition" in classes(part) or part.tag == "details")
    return [set((part.get("class") or "").lower().split()) for part in boxes]


class _Titled(AdmonitionProcessor):
    """A callout without a title is called by its word in the language of the guide, not by its class."""

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        klass, title = super().get_class_and_title(match)
        given = match.group(2)
        return klass, title if given is not None else CALLOUTS.get(klass.split(" ")[0], title)


class _Labels(Treeprocessor):
    """Puts the word of a callout over its title, where that does not say it."""

    def run(self, root: ET.Element) -> None:
        for box in root.iter():
            kind = next((name for name in _LABELLED if name in classes(box)), None)
            if kind is None or box.tag not in {"div", "details"} or not len(box):
                continue
            title, word = box[0], CALLOUTS[kind]
            if title.text != word:
                label = element("span", verbatim(word), class_=f"{kind}-tipo")
                label.tail, title.text = f" {title.text or ''}", None
                title.insert(0, label)


class CalloutTitles(Extension):
    """Takes the place of Python-Markdown's own reader of admonitions, and says of some what they are."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register the reader under the same name, which replaces it."""
        md.treeprocessors.register(_Labels(md), "guidekit_callout_labels", order.CALLOUT_LABELS)
        md.parser.blockprocessors.register(_Titled(md.parser), "admonition", order.ADMONITION)
