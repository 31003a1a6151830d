"""Read the block structure of a Markdown source with the site's own extensions, lines known.

Python-Markdown parses blocks and inline text in two steps; after the first one the element tree
stands and its texts are still Markdown. That is what callouts, tips and checklists are read from, so
that a fence, a table or a quotation is what the reader will get, and it costs a tenth of a full run.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, cast
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from pymdownx.superfences import highlight_validator

LINE = re.compile("\ue000(\\d+)\ue001")
"""A line number carried through the parser, in private characters no author types."""
_STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")
_MARKUP = re.compile(
    r"\s*\[\[[^\]]*\]\]|!?\[([^\]]*)\]\([^)]*\)|(?<!\\)[*`]+|\{:?[^}]*\}|<[^>]*>|\\(?=[\W_])"
)


@dataclass(frozen=True)
class Tree:
    """The block tree of one source. `stash` holds the markup of code blocks and raw HTML, by the place
    the texts of the tree name; `references` the addresses and titles of links, `notes` the Markdown of
    footnotes, `abbreviations` what these mean, by the names authors give them.
    """

    root: ET.Element = field(compare=False)
    stash: tuple[str, ...]
    references: Mapping[str, Any] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)

    def transplant(self, element: ET.Element, md: Markdown) -> ET.Element:
        """Return a copy of `element` that `md` can go on rendering as if it had read it itself."""

        def moved(match: re.Match[str]) -> str:
            return md.htmlStash.store(self.stash[int(match[1])])

        copy = deepcopy(element)
        for part in copy.iter():
            part.text = part.text and LINE.sub("", _STASHED.sub(moved, part.text))
            part.tail = part.tail and LINE.sub("", _STASHED.sub(moved, part.tail))
        return copy


Parser = Callable[[str, re.Pattern[str]], Tree]
"""Parse a source; lines the pattern matches carry their number at its end into the tree."""


def parser(extensions: Sequence[str | Extension], configs: Mapping[str, Any]) -> Parser:
    """Make a parser with the extensions of a site, as MkDocs lists them."""
    fence = {"name": "*", "class": "", "format": _plain_code, "validator": highlight_validator}
    fences = {"custom_fences": [fence]}  # no colours: much faster
    md = Markdown(extensions=list(extensions), extension_configs={**configs, "pymdownx.superfences": fences})

    def parse(text: str, marked: re.Pattern[str]) -> Tree:
        md.reset()
        lines = [
            marked.sub(lambda match, number=number: f"{match[0]}\ue000{number}\ue001", line)  # type: ignore[misc]
            for number, line in enumerate(text.split("\n"), 1)
        ]
        for step in md.preprocessors:
            lines = step.run(lines)
        root = md.parser.parseDocument(lines).getroot()
        assert root is not None  # noqa: S101 (the parser always makes one)
        references: dict[str, Any] = md.references
        notes = dict(footnotes(md).footnotes) if has_footnotes(md) else {}
        short = dict(cast(Any, md.treeprocessors["abbr"]).abbrs) if "abbr" in md.treeprocessors else {}
        raw = tuple(str(raw) for raw in md.htmlStash.rawHtmlBlocks)
        return Tree(root, raw, dict(references), notes, short)

    return parse


def has_footnotes(md: Markdown) -> bool:
    """Return whether a site has the extension for footnotes."""
    return "footnote" in md.treeprocessors


def footnotes(md: Markdown) -> Any:
    """Return the extension for footnotes of a site that has it."""
    return cast(Any, md.treeprocessors["footnote"]).footnotes


def _plain_code(source: str, language: str, css_class: str, options: Any, md: Markdown, **kwargs: Any) -> str:
    code = f"<pre><code>{html.escape(source, quote=False)}</code></pre>"
    if not (title := options.get("title")):
        return code
    return f'<div class="highlight"><span class="filename">{html.escape(title)}</span>{code}</div>'


def plain(element: ET.Element) -> str:
    """Return the words of an element that is not rendered yet, without Markdown's marks."""
    text = _STASHED.sub(" ", LINE.sub("", " ".join(element.itertext())))
    return " ".join(_MARKUP.sub(r"\1", text).split())


def pairs(root: ET.Element) -> Iterator[tuple[ET.Element, ET.Element]]:
    """Yield each element below `root` after its parent, in document order."""
    for child in list(root):
        yield root, child
        yield from pairs(child)
