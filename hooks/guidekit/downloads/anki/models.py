"""The kinds of notes: their fields, the templates beside this file, and ids that never change."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import genanki

_RESOURCES = Path(__file__).with_name("templates")
_BACK = "<!-- reverso -->"
_BACKS = ("Respuesta", "Diagrama", "Lugar", "Enlace")
_POINT = ("Título", "Pregunta", "Frente", "Pista", *_BACKS)
_SCENARIO = ("Título", "Enunciado", "Pista", *_BACKS)
_TERM = ("Término", "Pregunta", "Inglés", "Abreviatura", "Desde el inglés", "Definición", "Páginas")
_KINDS: dict[str, tuple[str, Sequence[str], Sequence[tuple[str, str]]]] = {
    "punto": ("punto de examen", _POINT, [("Punto", "point")]),
    "escenario": ("escenario", _SCENARIO, [("Escenario", "scenario")]),
    "término": ("término", _TERM, [("Qué es", "term"), ("Inglés → español", "english")]),
}


def stable_id(*names: str) -> int:
    """Return the id of a deck or a model, the same for the same names everywhere."""
    digest = hashlib.sha256("/".join(names).encode()).digest()
    return 1 << 30 | int.from_bytes(digest[:8], "big") % (1 << 30)


class Models:
    """The kinds of notes of one guide."""

    def __init__(self, file: str, title: str) -> None:
        css = (_RESOURCES / "cards.css").read_text("utf-8")
        self._models = {
            kind: genanki.Model(
                stable_id(file, "model", kind),
                f"{title}: {label}",
                fields=[{"name": name} for name in fields],
                templates=[_template(*template) for template in templates],
                css=css,
            )
            for kind, (label, fields, templates) in _KINDS.items()
        }

    def note(self, kind: str, fields: Mapping[str, str], guid: str, tags: Sequence[str]) -> genanki.Note:
        """Return a note of a kind."""
        values = [fields[name] for name in _KINDS[kind][1]]
        return genanki.Note(self._models[kind], values, guid=guid, tags=tags)


def _template(name: str, file: str) -> dict[str, str]:
    front, back = (_RESOURCES / f"{file}.html").read_text("utf-8").split(_BACK)
    return {"name": name, "qfmt": front.strip(), "afmt": back.strip()}
