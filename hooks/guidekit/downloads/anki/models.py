"""The kinds of notes: their fields, the templates beside this file, and ids that never change."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import genanki

from ...exam.kinds import Kind

_RESOURCES = Path(__file__).with_name("templates")
_BACK = "<!-- reverso -->"
_LABEL = "<!-- tipo -->"
_BACKS = ("Respuesta", "Diagrama", "Lugar", "Enlace")
_POINT = ("Título", "Pregunta", "Frente", "Pista", *_BACKS)
_SCENARIO = ("Título", "Enunciado", "Pista", *_BACKS)
_TERM = ("Término", "Pregunta", "Inglés", "Abreviatura", "Desde el inglés", "Definición", "Páginas")
_ESSENTIAL = ("Frente", "Pregunta", "Tema", "Respuesta", "Completo", "Enlace")
_NAMES = {"punto": "Punto"}
"""Templates that are not called by the label of their kind: readers' progress hangs on the name."""


@dataclass(frozen=True)
class Model:
    """A kind of notes: how readers call it, its fields, the name and the file of each of its templates."""

    label: str
    fields: Sequence[str]
    templates: Sequence[tuple[str, str]]


def _of_points(kind: Kind) -> Model:
    fields, file = (_SCENARIO, "scenario") if kind.asks else (_POINT, "point")
    return Model(kind.label, fields, [(_NAMES.get(kind.id, kind.label), file)])


def _all() -> dict[str, Model]:
    terms = Model("Término", _TERM, [("Qué es", "term"), ("Inglés → español", "english")])
    essential = Model("Esencial", _ESSENTIAL, [("Esencial", "essential")])
    return {kind.id: _of_points(kind) for kind in Kind} | {"esencial": essential, "término": terms}


def stable_id(*names: str) -> int:
    """Return the id of a deck or a model, the same for the same names everywhere."""
    digest = hashlib.sha256("/".join(names).encode()).digest()
    return 1 << 30 | int.from_bytes(digest[:8], "big") % (1 << 30)


class Models:
    """The kinds of notes of one guide."""

    def __init__(self, file: str, title: str) -> None:
        css = (_RESOURCES / "cards.css").read_text("utf-8")
        self._fields = {name: model.fields for name, model in _all().items()}
        self._models = {
            name: genanki.Model(
                stable_id(file, "model", name),
                f"{title}: {model.label.lower()}",
                fields=[{"name": field} for field in model.fields],
                templates=[_template(*template, model.label) for template in model.templates],
                css=css,
            )
            for name, model in _all().items()
        }

    def note(self, kind: str, fields: Mapping[str, str], guid: str, tags: Sequence[str]) -> genanki.Note:
        """Return a note of a kind."""
        values = [fields[name] for name in self._fields[kind]]
        return genanki.Note(self._models[kind], values, guid=guid, tags=tags)


def _template(name: str, file: str, label: str) -> dict[str, str]:
    text = (_RESOURCES / f"{file}.html").read_text("utf-8").replace(_LABEL, label)
    front, back = text.split(_BACK)
    return {"name": name, "qfmt": front.strip(), "afmt": back.strip()}
