"""Links inside a PDF lead to names. Typst has some for headings only, so a link of ours goes to a point
whose `x` is the number of its target, and gets the name here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pikepdf
from pikepdf import Array, Name, String

_ABOVE = 10.0
"""Points that a reader sees above the line a link leads to."""


def name(pdf: pikepdf.Pdf, targets: Sequence[str], places: Mapping[str, tuple[int, float, float]]) -> None:
    """Let the links of a PDF lead to the names of the `targets`, which stand at `places`: on a page, points
    from its left and its upper edge.
    """
    for page in pdf.pages:
        for link in page.get(Name.Annots, []):
            if isinstance(link.get(Name.Dest), Array):
                link.Dest = String(targets[round(float(link.Dest[2]))])
    if not targets:
        return
    names = pdf.Root.get(Name.Names) or pdf.make_indirect(pikepdf.Dictionary())
    pdf.Root.Names = names
    tree = pikepdf.NameTree(names.Dests) if Name.Dests in names else pikepdf.NameTree.new(pdf)
    for target in targets:
        number, x, y = places[target]
        page = pdf.pages[number - 1]
        up = float(page.mediabox[3]) - max(y - _ABOVE, 0.0)
        tree[target] = Array([page.obj, Name.XYZ, round(x, 1), round(up, 1), 0])
    names.Dests = tree.obj
