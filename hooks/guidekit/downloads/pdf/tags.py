"""The tags of a PDF as Typst writes them, set right where its language has no word for what we mean."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

_LINES = {"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/Lbl", "/Code", "/Figure", "/Caption"}
"""Elements that hold neither a callout nor a table: most of a document is in them."""


def mend(pdf: pikepdf.Pdf) -> None:
    """Make callouts sections, and take from tables the empty column that keeps their last rows together."""
    root = pdf.Root.StructTreeRoot
    guards: set[str] = set()
    for item, kind in list(_elements(root)):
        if kind == "/BlockQuote":  # style/blocks.typ sets callouts, and nothing else, as quotations
            item.S = Name.Sect
        elif kind == "/Table":
            guards |= _take_guard(item)
    if guards:
        ids = pikepdf.NameTree(root.IDTree)
        for name in guards:
            del ids[name]


def _elements(item: Object) -> Iterator[tuple[Object, str]]:
    """Yield the structure elements below one and their kinds, in reading order; not what is in a line."""
    for kid in _kids(item):
        if isinstance(kid, Dictionary) and (kind := kid.get(Name.S)) is not None:
            yield kid, (name := str(kind))
            if name not in _LINES:
                yield from _elements(kid)


def _kids(item: Object) -> list[Object]:
    kids = item.get(Name.K)
    return [] if kids is None else list(kids.as_list()) if isinstance(kids, Array) else [kids]


def _take_guard(table: Object) -> set[str]:
    """Remove the last column if its head is empty, as only the guard's is; return the id of the head."""
    rows = [(row, _kids(row)) for row, kind in _elements(table) if kind == "/TR"]
    first = rows[0][1]
    head = first[-1]
    if head.S != Name.TH or _kids(head):
        return set()
    for row, cells in rows:
        if len(cells) == len(first):  # the guard of rows that stay together is in the first of them
            del row.K[-1]
    return {str(head.ID)}
