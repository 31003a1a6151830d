"""What may hold of a fact: each status declared once, with how readers are told of it and what it asks of an
entry. The schema, the filter, the counts, the marks of pages and books all read this; looks hang on the mark.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum, StrEnum

from ..settings import Settings


def speaker(earlier: str) -> str:
    """Return who said what held before: the `earlier` edition or, in a first edition, this guide."""
    return earlier or "esta guía"


class Mark(StrEnum):
    """The sign behind a fact, in `data-mark`: an open circle, a full one, one that is open in the colour of
    changes, a question mark.
    """

    OPEN = "open"
    FULL = "full"
    HALF = "half"
    UNKNOWN = "unknown"


class Status(Enum):
    """`id` is what authors write; `meaning` has places for the names of the earlier edition and the vendor,
    `alone` is what it means in a first edition, if that differs. `changed` ones count as changes or nuances
    since then. An entry with `needs_before` tells what was said (and else must not), one with `needs_source`
    names a source.
    """

    def __init__(
        self,
        name: str,
        label: str,
        meaning: str,
        mark: Mark,
        changed: bool,
        needs_before: bool,
        needs_source: bool,
        alone: str = "",
    ) -> None:
        self.id, self.label, self.mark = name, label, mark
        self._meanings = (meaning, alone or meaning)
        self.changed, self.needs_before, self.needs_source = changed, needs_before, needs_source

    @classmethod
    def of(cls, name: str) -> Status:
        """Return the status authors write so; StopIteration if there is none, which the schema rules out."""
        return next(status for status in cls if status.id == name)

    @classmethod
    def listed(cls, used: Collection[str], earlier: str) -> list[Status]:
        """Return the statuses readers are told of, given the ids of those that are `used`: all, but a first
        edition has nothing to say of changes until there are some.
        """
        return [status for status in cls if earlier or not status.changed or status.id in used]

    def told(self, settings: Settings) -> str:
        """Return what the status means in a guide."""
        compared, alone = self._meanings
        meaning = compared if settings.earlier else alone
        return meaning.format(earlier=speaker(settings.earlier), vendor=settings.vendor)

    def takes_before(self, earlier: str) -> Collection[bool]:
        """Return whether an entry tells what was said before: one answer, or both where it is free to. A
        first edition may have said nothing before of what it found no source for.
        """
        free = not earlier and self.needs_before and not self.changed
        return (True, False) if free else (self.needs_before,)

    # id, label, meaning, mark, changed, needs_before, needs_source and, if it differs, meaning alone
    CURRENT = (
        *("vigente", "Vigente", "Lo que decía {earlier} sigue siendo cierto."),
        *(Mark.OPEN, False, False, True, "Una fuente lo confirma."),
    )
    UPDATED = (
        *("actualizado", "Actualizado", "Era cierto y {vendor} lo cambió."),
        *(Mark.FULL, True, True, True),
    )
    CORRECTED = (
        *("corregido", "Corregido", "Lo que decía {earlier} era un error."),
        *(Mark.FULL, True, True, True),
    )
    NUANCED = (
        *("matizado", "Con matices", "Es cierto con condiciones que {earlier} callaba."),
        *(Mark.HALF, True, True, True),
    )
    UNVERIFIED = (
        *("sin-verificar", "Sin verificar", "No se encontró una fuente que lo confirme."),
        *(Mark.UNKNOWN, False, True, False),
    )
