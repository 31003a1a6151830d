"""Drawings find their place on paper, whole or in parts, with labels that can be read."""

from __future__ import annotations

import pytest
from drawn import flowchart, sequence
from guidekit.diagrams import fitting
from guidekit.downloads.errors import DownloadError
from guidekit.downloads.pdf import drawings as pdf_drawings
from guidekit.downloads.pdf import paper as pdf_paper


@pytest.fixture(params=["A4", "Letter"])
def paper(request, monkeypatch):
    monkeypatch.setenv("GUIA_PAPER", request.param)
    return pdf_paper.chosen()


def texts(part):
    return ["".join(label.itertext()) for label in part.iter("text")]


def points(part, name):
    return float(part.get(name).removesuffix("pt"))


@pytest.mark.parametrize(
    ("width", "height", "parts", "landscape"),
    [(200, 200, 1, False), (690, 500, 1, False), (1200, 500, 1, True), (650, 1700, 2, True)],
)
def test_a_drawing_finds_its_place(paper, width, height, parts, landscape):
    placed = pdf_drawings.place(flowchart(width, height), paper)
    assert (len(placed.parts), placed.landscape) == (parts, landscape)
    assert [label for part in placed.parts for label in texts(part)] == [
        str(y) for y in range(30, height, 60)
    ]
    for part in placed.parts:
        units = float(part.get("viewBox").split()[2])
        assert 7 / 15 <= points(part, "width") / units <= 0.62


def test_parts_of_a_sequence_repeat_its_participants_above_messages_of_their_own(paper):
    placed = pdf_drawings.place(sequence(4, 45), paper)
    heads = [f"Parte {n}" for n in range(4)]
    messages = [label for part in placed.parts for label in texts(part) if label.startswith("Mensaje")]
    assert messages == [f"Mensaje {n}" for n in range(45)]
    for part in placed.parts:
        assert [label for label in texts(part) if label in heads] == heads
        assert points(part, "height") <= paper.text.height - 70
        assert part.findtext("title") == "Prueba. Todo."
    messages = placed.parts[1].find("svg")
    above, below = float(messages.get("y")), float(messages.get("height"))
    assert (above, messages.get("viewBox").split()[3]) == (46, f"{below:g}")
    assert placed.parts[1].get("viewBox").split()[3] == f"{above + below:g}"


def test_what_the_strict_build_lets_pass_fits_every_paper(monkeypatch):
    papers = []
    for name in ("A4", "Letter"):
        monkeypatch.setenv("GUIA_PAPER", name)
        papers.append(pdf_paper.chosen())
    for least, areas in (
        (fitting.TEXT, [p.text for p in papers]),
        (fitting.LYING, [p.lying for p in papers]),
    ):
        smallest = min(area.width for area in areas), min(area.height for area in areas)
        assert least == pytest.approx(smallest)


def test_a_drawing_too_large_for_any_page_is_named(paper):
    with pytest.raises(DownloadError, match=f"drawing 'Prueba' is too large for {paper.name}"):
        pdf_drawings.place(flowchart(1700, 3000), paper)
