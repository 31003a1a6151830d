"""What the page says of a file: its size, its pages, its address."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest
from guidekit.downloads import listing
from pypdf import PdfWriter


@pytest.mark.parametrize("count", [1, 12])
def test_pages_are_counted_in_an_open_pdf(count):
    writer = PdfWriter()
    for _ in range(count):
        writer.add_blank_page(100, 100)
    for name in range(20):
        writer.add_outline_item(title=str(name), page_number=0)  # an outline counts its entries too
    made = io.BytesIO()
    writer.write(made)
    assert listing.pdf_pages(made.getvalue()) == count


def test_pages_are_counted_in_a_compressed_pdf():
    tree = zlib.compress(b"<</Type /Pages /Kids [1 0 R] /Count 12>>")
    data = b"%PDF-1.7\n1 0 obj <</Type /ObjStm /Length 9>> stream\n" + tree + b"\nendstream"
    assert listing.pdf_pages(data) == 12
    assert listing.pdf_pages(b"%PDF-1.7") == 0


@pytest.mark.parametrize(("count", "text"), [(1, "1 kB"), (999_499, "999 kB"), (2_345_678, "2,3 MB")])
def test_sizes_are_written_as_readers_know_them(count, text):
    assert listing.spanish_size(count).replace("\xa0", " ") == text


@pytest.mark.parametrize(
    ("page", "address"),
    [("s/a/index.html", "../descargas/x%20y.pdf"), ("s/a.html", "descargas/x%20y.pdf"),
     ("s/descargas/index.html", "x%20y.pdf"), ("s/descargas.html", "descargas/x%20y.pdf")],
)  # fmt: skip
def test_an_address_leads_from_a_page_to_the_file(page, address):
    assert listing.beside(Path(page), Path("s/descargas"))("x y.pdf") == address
