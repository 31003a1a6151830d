"""Models of notes: ids that never change, one for every kind of exam points there may be."""

from __future__ import annotations

from enum import Enum

import pytest
from guidekit.downloads.anki import models
from guidekit.exam.kinds import Kind


class More(Enum):
    """The kinds of exam points, and two that no card knows."""

    def __init__(self, name: str, label: str, asks: bool) -> None:
        self.id, self.label, self.asks = name, label, asks

    POINT = "punto", "Punto de examen", False
    TRAP = "trampa", "Trampa", False
    RIDDLE = "adivinanza", "Adivinanza", True


def model(kind: str, **fields: str):
    values = (
        dict.fromkeys((*models._POINT, *models._SCENARIO, *models._ESSENTIAL, *models._TERM), "x") | fields
    )
    return models.Models("guia", "Guía").note(kind, values, "guid", []).model


def test_ids_fields_and_names_are_those_that_readers_have():
    assert model("punto").model_id == models.stable_id("guia", "model", "punto") == 2116812399
    assert model("escenario").model_id == 1262299922
    assert model("término").model_id == 1123707564
    assert model("esencial").model_id == 1413473699
    assert [template["name"] for template in model("punto").templates] == ["Punto"]
    assert [template["name"] for template in model("escenario").templates] == ["Escenario"]
    assert model("punto").name == "Guía: punto de examen"
    assert [field["name"] for field in model("escenario").fields][:2] == ["Título", "Enunciado"]


@pytest.mark.parametrize("kind", list(Kind))
def test_a_card_tells_its_kind(kind):
    (template,) = model(kind.id).templates
    assert all(f'<p class="tipo">{kind.label}</p>' in template[side] for side in ("qfmt", "afmt"))


def test_a_new_kind_of_exam_points_has_a_model(monkeypatch):
    monkeypatch.setattr(models, "Kind", More)
    assert model("trampa").name == "Guía: trampa"
    assert '<p class="tipo">Trampa</p>' in model("trampa").templates[0]["qfmt"]
    assert "Enunciado" in [field["name"] for field in model("adivinanza").fields]
    assert len({model(kind.id).model_id for kind in More}) == 3
