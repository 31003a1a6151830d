"""How a PDF is made: drawings find their place, bad settings and missing libraries are named."""

from __future__ import annotations

import importlib.abc
import sys
from xml.etree import ElementTree as ET

import pytest
from guidekit.downloads.errors import DownloadError
from guidekit.downloads.pdf import drawings as pdf_drawings
from guidekit.downloads.pdf import paper as pdf_paper
from guidekit.downloads.pdf import render as pdf_render
from pypdf import PdfReader
from support import FRONT, run


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


def test_a_missing_system_library_is_named_with_what_installs_it(monkeypatch):
    class Missing(importlib.abc.MetaPathFinder):
        def find_spec(self, name, path, target=None):
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(DownloadError, match=r"x\.pdf: .*apt install libpango-1\.0-0 libpangoft2-1\.0-0"):
        pdf_render.weasyprint_for("x.pdf")


def test_letter_by_the_setting(monkeypatch):
    monkeypatch.setenv("GUIA_PAPER", "Letter")
    assert (pdf_paper.chosen().name, pdf_paper.chosen().text.height) == ("Letter", 792 - 148)
    monkeypatch.setenv("GUIA_PAPER", "A5")
    with pytest.raises(DownloadError, match="GUIA_PAPER is 'A5'; expected A4 or Letter"):
        pdf_paper.chosen()


def test_a_guide_in_letter_is_letter(tiny):
    keys = "---\ntopic: 1\nicon: material/database\nexam_domains: [costos]\n"
    topic = FRONT.replace("Inicio", "Tema").replace("---\n", keys, 1) + "# Tema\n\nTexto.\n"
    root = tiny({"tema.md": topic})
    done = run("guidekit.commands.publish", cwd=root, GUIA_PAPER="Letter")
    assert done.returncode == 0, done.stderr
    for path in (root / "site/descargas").glob("*.pdf"):
        assert {tuple(map(round, page.mediabox[2:])) for page in PdfReader(path).pages} == {(612, 792)}
