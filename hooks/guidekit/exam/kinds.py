"""Kinds of exam points, each declared once: what authors write, what readers are told, what it is made of."""

from __future__ import annotations

from enum import Enum

from ..web.callouts import CALLOUTS


class Kind(Enum):
    """`id` is the word behind `!!! examen`, which the usual kind does without; `asks` says that it is a
    question of the exam, which cannot be without an answer and has it at the end of a book.
    """

    def __init__(self, name: str, label: str, asks: bool) -> None:
        self.id, self.label, self.asks = name, label, asks

    POINT = "punto", CALLOUTS["examen"], False
    SCENARIO = "escenario", "Escenario", True

    @classmethod
    def named(cls, name: str) -> Kind | None:
        """Return the kind an author's word names, the usual one for no word, None for an unknown word."""
        return next((kind for kind in cls if kind.id == (name or USUAL.id)), None)

    @property
    def note(self) -> str:
        """What readers are told of it beside a title: nothing of the usual one."""
        return "" if self is USUAL else self.label


USUAL = Kind.POINT


def note_of(name: str) -> str:
    """Return what readers are told of the kind with this id beside a title."""
    return (Kind.named(name) or USUAL).note


def asks(name: str) -> bool:
    """Return whether the kind with this id asks."""
    return (Kind.named(name) or USUAL).asks
