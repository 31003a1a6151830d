"""The PDFs of the real site."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_pages import MADE, navigation


@pytest.fixture(scope="module")
def book(published) -> Path:
    return published / "descargas/guia-rds.pdf"


@pytest.fixture(scope="module")
def topics(published) -> dict[str, Path]:
    names = [Path(uri).stem for _, uri in navigation() if Path(uri).stem not in MADE | {"index"}]
    return {name: published / f"descargas/{name}.pdf" for name in names}
