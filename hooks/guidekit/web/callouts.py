"""The callouts authors may write: a closed list, so that a slip of the finger is told and never published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionProcessor

from .. import order
from ..sources.block_tree import Tree, pairs
from ..sources.markdown_lines import prose_lines
from ..sources.problems import Problem, did_you_mean
from .elements import classes

CALLOUTS = {
    "examen": "Punto de examen",
    "vigencia": "Qué cambió",
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
_OPENING = re.compile(r"^[ \t>]*(?:[*+-] |\d+[.)] )?[ \t]*(?:!!!|\?\?\?\+?) ?(?P<kind>[\w-]+)")
_READ_ELSEWHERE = {"examen", "vigencia"}
"""Callouts whose own rooms tell where a line of theirs does not open one."""


def check(tree: Tree, text: str, path: str) -> Iterator[Problem]:
    """Tell of unknown kinds, and of lines that seem to open a callout and are text where they stand.

    The block tree says which there are, `text`, the source at `path`, on which lines.
    """
    lost, opened = _kinds(tree.root)
    for number, line in prose_lines(text):
        match = _OPENING.match(line)
        kind = match["kind"].lower() if match else ""
        if kind not in CALLOUTS and kind in lost | opened:
            message = f"unknown callout '{kind}'"
            options, hint = f"one of {', '.join(CALLOUTS)}", did_you_mean(kind, CALLOUTS)
            yield Problem(path, number, message, options, hint)
        elif kind in lost - opened - _READ_ELSEWHERE:
            expected = f'an empty line before it and `!!! {kind} "Title"`'
            yield Problem(path, number, "this line does not open a callout where it stands", expected)


def _kinds(root: ET.Element) -> tuple[set[str], set[str]]:
    """Return the kinds named in text that opens no callout, and those that callouts of the tree have."""
    lost: set[str] = set()
    opened: set[str] = set()
    for parent, part in pairs(root):
        if "admonition" in classes(part) or part.tag == "details":
            opened |= set((part.get("class") or "").lower().split())
        for element, text in ((part, part.text), (parent, part.tail)):
            if element.tag not in {"pre", "code"}:
                matches = (_OPENING.match(line) for line in (text or "").split("\n"))
                lost |= {match["kind"].lower() for match in matches if match}
    return lost, opened


class _Titled(AdmonitionProcessor):
    """A callout without a title is called by its word in the language of the guide, not by its class."""

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        klass, title = super().get_class_and_title(match)
        given = match.group(2)
        return klass, title if given is not None else CALLOUTS.get(klass.split(" ")[0], title)


class CalloutTitles(Extension):
    """Takes the place of Python-Markdown's own reader of admonitions."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register under the same name, which replaces it."""
        md.parser.blockprocessors.register(_Titled(md.parser), "admonition", order.ADMONITION)
