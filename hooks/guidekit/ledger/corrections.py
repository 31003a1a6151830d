"""Corrections: `!!! vigencia` callouts, each of which must say which facts of the ledger it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from ..model import Page
from ..sources.block_tree import LINE, Tree
from ..sources.problems import Problem
from ..web.elements import classes
from . import entries
from .references import REFERENCE, ids_of

WRITTEN = re.compile(r'^[ \t>]*(?:[*+-] |\d+[.)] )?[ \t]*!!! ?vigencia\b *"[^"]*', re.IGNORECASE)
"""The opening line of a correction up to the end of its title, where its line number can stand."""
_ROWS = [f"**{lead}**" for lead in (entries.BEFORE, entries.TODAY, entries.EXAM)]


def check(tree: Tree, page: Page) -> Iterator[Problem]:
    """Tell of corrections without a reference, outside a topic page, with the address of another one, or with
    other rows than the three.
    """
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
        elif not _has_its_rows(box):
            wanted = ", ".join(f"`- {row} …`" for row in _ROWS)
            yield Problem(page.path, line, "a correction with other rows", f"{wanted}, or only a reference")


def _has_its_rows(box: ET.Element) -> bool:
    """Return whether a correction is a list of the three rows in order, or leaves its text to the ledger."""
    body = [part for part in box if "admonition-title" not in classes(part)]
    told = [part for part in body if REFERENCE.sub("", "".join(part.itertext())).strip()]
    rows = ["".join(item.itertext()).lstrip() for part in told for item in part]
    fits = len(rows) == len(_ROWS) and all(map(str.startswith, rows, _ROWS))
    return not told or (len(told) == 1 and told[0].tag == "ul" and fits)
