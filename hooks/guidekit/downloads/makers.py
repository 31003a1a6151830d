"""The makers in order: the page that lists the downloads comes after all it lists."""

from __future__ import annotations

from . import Maker, cards, epub, listing, offline, pdf

ALL: tuple[Maker, ...] = (pdf.make, epub.make, cards.make, offline.make, listing.make)
