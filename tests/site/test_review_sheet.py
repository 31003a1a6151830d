"""The review sheet of the real guide: its page, and its PDF, which a reader prints on both sides of one paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_text import pieces, reader
from support import html

SMALLEST = 7.5
"""Points."""


@pytest.fixture(scope="module")
def sheet(published) -> Path:
    return published / "descargas/guia-rds-repaso.pdf"


def squeezed(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def test_it_has_two_pages_of_readable_type_and_a_title(sheet):
    pdf = reader(sheet)
    assert len(pdf.pages) == 2
    assert pdf.metadata.title.startswith("Hoja de repaso · ")
    assert b"pdfuaid:part" in pdf.trailer["/Root"]["/Metadata"].get_data()
    sizes = [piece.size for page in pieces(sheet) for piece in page if piece.text.strip()]
    assert min(sizes) >= SMALLEST - 0.01


def test_it_holds_what_its_page_holds(sheet, published):
    page = html(published / "hoja-de-repaso/index.html")
    text = squeezed("".join(piece.text for page in pieces(sheet) for piece in page))
    rows = page.select(".repaso h2 a, .repaso dt, .repaso dd, .repaso li")
    assert len(rows) > 200
    assert [row.text for row in rows if squeezed(row.get_text()) not in text] == []


def test_its_page_leads_to_it(published):
    page = html(published / "hoja-de-repaso/index.html")
    link = page.select_one(".descargas-pagina a")
    assert link["href"] == "../descargas/guia-rds-repaso.pdf"
    assert link.text.startswith("Descargar esta hoja en PDF (2 páginas, ")
