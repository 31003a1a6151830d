"""Corrections: `!!! vigencia` callouts, each of which must say which facts of the ledger it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Page
from ..sources.block_tree import LINE, Tree
from ..sources.problems import Problem
from ..web.elements import classes
from .references import REFERENCE, ids_of

WRITTEN = re.compile(r'^[ \t>]*(?:[*+-] |\d+[.)] )?[ \t]*!!! ?vigencia\b *"[^"]*', re.IGNORECASE)
"""The opening line of a correction up to the end of its title, where its line number can stand."""


def check(tree: Tree, page: Page) -> Iterator[Problem]:
    """Tell of corrections without a reference, outside a topic page, or with the address of another one."""
    first: dict[str, int] = {}
    for box in tree.root.iter("div"):
        if "vigencia" not in classes(box):
            continue
        text = "".join(box.itertext())
        line = int(number[1]) if (number := LINE.search(text)) else 1
        names = [name for match in REFERENCE.finditer(text) for name in ids_of(match)]
        if not page.teaches:
            wanted = "it on a page with `topic` or `part_of`"
            yield Problem(page.path, line, "correction outside a topic page", wanted)
        elif not names:
            yield Problem(
                page.path, line, "correction without a reference to a fact", "`[[abc-001]]` in its text"
            )
        elif first.setdefault(names[0], line) != line:
            message = f"a correction of '{names[0]}' stands at line {first[names[0]]} already"
            yield Problem(page.path, line, message, "one correction a fact, named by its first reference")
