"""The makers in order: the archive of the whole site comes last, when all else is in place."""

from __future__ import annotations

from . import Maker

ALL: tuple[Maker, ...] = ()
