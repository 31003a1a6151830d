"""The makers in order: the page that lists the downloads after them, the archive of the whole site last."""

from __future__ import annotations

from . import Maker, cards, epub, listing, offline, pdf

ALL: tuple[Maker, ...] = (pdf.make, epub.make, cards.make, listing.make, offline.make)
