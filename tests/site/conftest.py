"""The downloads of the real site, opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from epub_file import Epub
from pdf_pages import navigation
from support import ROOT


@pytest.fixture(scope="module")
def book(published) -> Path:
    return published / "descargas/guia-rds.pdf"


@pytest.fixture(scope="module")
def topics(published) -> dict[str, Path]:
    texts = {file.stem: file.read_text("utf-8") for file in (ROOT / "docs").glob("[!_]*.md")}
    names = [name for _, uri in navigation() if "\ntopic: " in texts.get(name := Path(uri).stem, "")]
    return {name: published / f"descargas/{name}.pdf" for name in names}


@pytest.fixture(scope="session")
def guide(published: Path) -> Epub:
    return Epub(published / "descargas/guia-rds.epub")


@pytest.fixture(scope="session")
def printed(nav: list[str]) -> list[str]:
    """The pages that are chapters of a book: all but the one about files."""
    return [page for page in nav if page != "descargas.md"]
