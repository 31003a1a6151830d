"""Code that a printed page does not hold: its lines do not break, and shrink no further than can be read."""

from __future__ import annotations

import html
from collections.abc import Iterator

from .block_tree import LINE, Tree
from .markdown_lines import fenced_blocks
from .problems import Problem

COLUMNS = 111
"""Letters of 6.5 points in the width of the text of the narrowest paper (the PDF sets code no smaller)."""
_INDENT = 4
_LEAST = 40
"""Columns of indent that code in lists and callouts may have; shorter lines fit anywhere."""
_DRAWN = "mermaid"


def check(tree: Tree, text: str, path: str) -> Iterator[Problem]:
    """Tell which lines of code blocks in `text`, of which `tree` was parsed, are too long for paper.

    The indent of a block counts: what stands in a list or a callout has less width.
    """
    lines = [line.expandtabs(_INDENT) for line in text.split("\n")]
    code: dict[int, int] = {}
    for block in fenced_blocks(text):
        if block.language != _DRAWN:
            last = block.line + len(block.text.split("\n"))
            code |= {number: len(lines[number]) for number in range(block.line, last)}
    indented = {
        line
        for pre in tree.root.iter("pre")
        for line in html.unescape(LINE.sub("", "".join(pre.itertext()))).split("\n")
        if len(line) > COLUMNS - _LEAST
    }
    for number, line in enumerate(lines):
        if number not in code and any(line.endswith(written) for written in indented):
            code[number] = len(line) - _INDENT
    for number, columns in code.items():
        if columns > COLUMNS:
            message = f"a line of code of {columns} columns"
            expected = f"at most {COLUMNS} with its indent, what a printed page holds"
            yield Problem(path, number + 1, message, expected)
