"""Drawings find their place on paper, whole or in parts, with labels that can be read."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from guidekit.downloads.errors import DownloadError
from guidekit.downloads.pdf import drawings as pdf_drawings
from guidekit.downloads.pdf import paper as pdf_paper


def drawing(width: float, height: float) -> ET.Element:
    """A drawing with a labelled box every 60 units."""
    boxes = "".join(
        f'<g class="node" transform="translate({width / 2}, {y})"><rect height="40"/><text>{y}</text></g>'
        for y in range(30, int(height), 60)
    )
    return ET.fromstring(f'<svg id="d" viewBox="0 0 {width} {height}"><title>Prueba</title>{boxes}</svg>')


@pytest.mark.parametrize(
    ("width", "height", "parts", "landscape"),
    [(200, 200, 1, False), (690, 500, 1, False), (1200, 500, 1, True), (650, 1700, 2, True)],
)
def test_a_drawing_finds_its_place(width, height, parts, landscape):
    placed = pdf_drawings.place(drawing(width, height), pdf_paper.chosen())
    assert (len(placed.parts), placed.landscape) == (parts, landscape)
    seen = [label.text for part in placed.parts for label in part.iter("text")]
    assert seen == [str(y) for y in range(30, height, 60)]
    for part in placed.parts:
        units = float(part.get("viewBox").split()[2])
        assert 7 / 15 <= float(part.get("width").removesuffix("pt")) / units <= 0.62


def test_a_drawing_shrinks_to_a_hole_while_its_labels_can_be_read():
    placed = pdf_drawings.place(drawing(300, 700), pdf_paper.chosen())
    figure = ET.Element("figure")
    figure.extend(placed.parts)
    assert not pdf_drawings.shrink(figure, 700 * 7 / 15)
    assert placed.parts[0].get("height") == "382.67pt"
    assert pdf_drawings.shrink(figure, 350)
    assert (placed.parts[0].get("width"), placed.parts[0].get("height")) == ("150.00pt", "350.00pt")
    assert not pdf_drawings.shrink(figure, 350)


def test_a_drawing_too_large_for_any_page_is_named():
    with pytest.raises(DownloadError, match="drawing 'Prueba' is too large"):
        pdf_drawings.place(drawing(1700, 3000), pdf_paper.chosen())
