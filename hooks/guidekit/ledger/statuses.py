"""What may hold of a fact: each status declared once, with how readers are told of it and what it asks of an
entry. The schema, the filter, the counts, the marks of pages and books all read this; looks hang on the mark.
"""

from __future__ import annotations

from enum import Enum, StrEnum


class Mark(StrEnum):
    """The sign behind a fact, in `data-mark`: an open circle, a full one, one that is open in the colour of
    changes, a question mark.
    """

    OPEN = "open"
    FULL = "full"
    HALF = "half"
    UNKNOWN = "unknown"


class Status(Enum):
    """`id` is what authors write; `meaning` has places for the names of the earlier edition and the vendor.
    `changed` ones count as changes or nuances since that edition. An entry with `needs_before` tells what it
    said (and else must not), one with `needs_source` names a source.
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
    ) -> None:
        self.id, self.label, self.meaning, self.mark = name, label, meaning, mark
        self.changed, self.needs_before, self.needs_source = changed, needs_before, needs_source

    @classmethod
    def of(cls, name: str) -> Status:
        """Return the status authors write so; StopIteration if there is none, which the schema rules out."""
        return next(status for status in cls if status.id == name)

    # id, label, meaning, mark, changed, needs_before, needs_source
    CURRENT = (
        *("vigente", "Vigente", "Lo que decía {earlier} sigue siendo cierto."),
        *(Mark.OPEN, False, False, True),
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
