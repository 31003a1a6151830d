"""How a PDF is made: drawings find their place, bad settings and missing libraries are named."""

from __future__ import annotations

import importlib.abc
import io
import sys

import pytest
from guidekit.downloads import listing
from guidekit.downloads.errors import DownloadError
from guidekit.downloads.pdf import render as pdf_render
from pypdf import PdfReader
from support import FRONT, run
from weasyprint import HTML


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


def test_a_guide_in_letter_is_letter(tiny):
    keys = "---\ntopic: 1\nicon: material/database\nexam_domains: [costos]\n"
    topic = FRONT.replace("Inicio", "Tema").replace("---\n", keys, 1) + "# Tema\n\nTexto.\n"
    root = tiny({"tema.md": topic})
    done = run("guidekit.commands.publish", cwd=root, GUIA_PAPER="Letter")
    assert done.returncode == 0, done.stderr
    for path in (root / "site/descargas").glob("*.pdf"):
        assert {tuple(map(round, page.mediabox[2:])) for page in PdfReader(path).pages} == {(612, 792)}


@pytest.mark.parametrize("variant", [None, "pdf/ua-1"])
def test_pages_are_counted_in_a_compressed_pdf(variant):
    text = "<html lang=es><title>x</title><h1>x</h1>" + "<p style='break-after: page'>x</p>" * 12
    made = HTML(string=text).write_pdf(pdf_variant=variant)
    assert listing.pdf_pages(made) == len(PdfReader(io.BytesIO(made)).pages) == 12
