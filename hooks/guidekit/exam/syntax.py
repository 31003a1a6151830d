"""A Python-Markdown extension: what an author writes as an exam point becomes one element of the tree.

Two forms mean the same: the admonition `!!! examen "Title" { #id dominio=… }` and the guide's own, a
paragraph that opens with `**🎯 Punto de Examen:**`, whose attributes may follow on its last line.
Both are only read where Markdown reads a block: code, tables and headings stay what they are.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.attr_list import get_attrs_and_remainder

from .. import order
from ..sources.block_tree import LINE

TAG = "examen"
"""The element between the two stages: it holds the words of the kind, the title, attributes and line."""

_LINE = rf"(?:{LINE.pattern.replace('(', '(?P<line>', 1)})?"
_LEAD = r"\*\*\s*[🎯💡]\ufe0f?\s*Punto de examen\s*(?::\s*\*\*|\*\*\s*:)"
_OPENING = re.compile(
    r'(?:^|\n) {0,3}!!! ?examen(?P<words>(?: +[\w\-]+)*)(?: +"(?P<title>.*?)")? *'
    rf"(?:\{{:?(?P<attrs>[^\n]*)\}})? *{_LINE} *(?:\n|$)",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(rf"^ {{0,3}}{_LEAD}{_LINE}[ \t]*", re.IGNORECASE)
_LAST_LINE = re.compile(r"(?:^|\n) *\{:?(?P<attrs>[^\n]*)\} *$")
_BODY_END = re.compile(
    r"(?:^|\n) *\{:?(?P<attrs>[^\n]*(?:#[\w-]|\b(?:dominio|claves|temas|titulo)=)[^\n]*)\} *$"
)
WRITTEN = re.compile(
    rf"^[ \t>]*(?:[*+-] |\d+[.)] )?[ \t]*(?:(?:!!!|\?\?\?\+?) ?examen\b.*$|{_LEAD})", re.IGNORECASE
)
"""Every line that looks as if it opened an exam point, whether Markdown reads it as one or not."""


def _open(parent: ET.Element, match: re.Match[str], attrs: str | None) -> ET.Element:
    groups = match.groupdict()
    element = ET.SubElement(parent, TAG)
    element.set("words", " ".join((groups.get("words") or "").lower().split()))
    element.set("title", groups.get("title") or "")
    element.set("line", groups["line"] or "")
    _set(element, attrs or "")
    return element


def _set(element: ET.Element, attrs: str) -> None:
    pairs, rest = get_attrs_and_remainder(attrs)
    for name, value in pairs:
        element.set(f"set-{name}", value or "")
    if rest.strip():
        element.set(f"set-{rest.strip()}", "")


def take_attributes(point: ET.Element) -> None:
    """Take the attributes an author wrote on the last line of the body of a point, not on its first."""
    last = point[-1] if len(point) else None
    if last is None or last.tag != "p":
        return
    match = _BODY_END.search(last.text or "")
    if match and not len(last):
        if any(name.startswith("set-") for name in point.attrib):
            point.set("twice", "yes")
        last.text = (last.text or "")[: match.start()].rstrip()
        _set(point, match["attrs"])
        if not last.text:
            point.remove(last)


class _Admonition(AdmonitionProcessor):
    """Only opens a point; indented blocks that follow go to it as to every admonition."""

    RE = _OPENING

    def parse_content(self, parent: ET.Element, block: str) -> tuple[ET.Element | None, str, str]:
        # The base class looks for a `div` of class admonition: ours is one while blocks are parsed.
        with_class = [child for child in parent[-1:] if child.tag == TAG and child.get("open")]
        for child in with_class:
            child.tag = "div"
            child.set("class", self.CLASSNAME)
        try:
            return super().parse_content(parent, block)
        finally:
            for child in with_class:
                child.tag = TAG
                del child.attrib["class"]

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        match = self.RE.search(blocks[0])
        if not match:
            super().run(parent, blocks)
            return
        block = blocks.pop(0)
        if match.start() > 0:
            self.parser.parseBlocks(parent, [block[: match.start()]])
        body, rest = self.detab(block[match.end() :])
        element = _open(parent, match, match["attrs"])
        element.set("open", "yes")
        self.parser.parseChunk(element, body)
        if rest:
            blocks.insert(0, rest)


class _Paragraph(BlockProcessor):
    def test(self, parent: ET.Element, block: str) -> bool:
        return bool(_PARAGRAPH.match(block))

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        match = _PARAGRAPH.match(block)
        assert match is not None  # noqa: S101 (test said so)
        body = block[match.end() :]
        last = _LAST_LINE.search(body)
        element = _open(parent, match, last["attrs"] if last else None)
        self.parser.parseBlocks(element, [body[: last.start()] if last else body])


class CalloutExtension(Extension):
    """Register both forms just before Python-Markdown's own admonitions (105)."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Ours first: the base admonition would take the attributes for text."""
        md.parser.blockprocessors.register(_Admonition(md.parser), "guidekit_examen", order.EXAM_ADMONITION)
        md.parser.blockprocessors.register(_Paragraph(md.parser), "guidekit_punto", order.EXAM_PARAGRAPH)
