"""The paper the environment asks for."""

from __future__ import annotations

import pytest
from guidekit.downloads.errors import DownloadError
from guidekit.downloads.pdf import paper as pdf_paper


def test_letter_by_the_setting(monkeypatch):
    monkeypatch.setenv("GUIA_PAPER", "Letter")
    assert (pdf_paper.chosen().name, pdf_paper.chosen().text.height) == ("Letter", 792 - 148)
    monkeypatch.setenv("GUIA_PAPER", "A5")
    with pytest.raises(DownloadError, match="GUIA_PAPER is 'A5'; expected A4 or Letter"):
        pdf_paper.chosen()


def test_a_text_is_as_wide_as_its_letters():
    assert (
        pdf_paper.text_width("ii", 10) < pdf_paper.text_width("mm", 10) == 2 * pdf_paper.text_width("m", 10)
    )
