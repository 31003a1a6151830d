"""The tags of a PDF as Typst writes them, set right where its language has no word for what we mean."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object


def mend(pdf: pikepdf.Pdf) -> None:
    """Make callouts sections, and take from tables the empty column that keeps their last rows together."""
    root = pdf.Root.StructTreeRoot
    guards: set[str] = set()
    for item in list(_elements(root)):
        if str(item.S) == "/BlockQuote":  # style/blocks.typ sets callouts, and nothing else, as quotations
            item.S = Name.Sect
        elif str(item.S) == "/Table":
            guards |= _take_guard(item)
    if guards:
        ids = pikepdf.NameTree(root.IDTree)
        for name in guards:
            del ids[name]


def _elements(item: Object) -> Iterator[Object]:
    """Yield the structure elements below one, in reading order."""
    for kid in _kids(item):
        if isinstance(kid, Dictionary) and Name.S in kid:
            yield kid
            yield from _elements(kid)


def _kids(item: Object) -> list[Object]:
    kids = item.get(Name.K)
    return [] if kids is None else list(kids.as_list()) if isinstance(kids, Array) else [kids]


def _take_guard(table: Object) -> set[str]:
    """Remove the last column if its head is empty, as only the guard's is; return the id of the head."""
    rows = [_kids(row) for row in _elements(table) if row.S == Name.TR]
    head = rows[0][-1]
    if head.S != Name.TH or _kids(head):
        return set()
    for row in [row for row in _elements(table) if row.S == Name.TR]:
        if len(_kids(row)) == len(rows[0]):  # the guard of rows that stay together is in the first of them
            del row.K[-1]
    return {str(head.ID)}
