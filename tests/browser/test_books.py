"""Pages of the EPUB and cards on a screen as narrow as a phone's: nothing spills off them, icons are small."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from pathlib import Path

import elements_guide as guide
import publication
import pytest
from guidekit.downloads.anki import cards
from guidekit.downloads.epub import book as epub
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def folder(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chapter of an EPUB, `EPUB/….xhtml`, and a card, `card.html`, of the guide with every element."""
    book = guide.book(publication.once(shared / "elements", guide.make))
    place = tmp_path_factory.mktemp("books")
    with zipfile.ZipFile(epub.make(book, place)[0]) as archive:
        archive.extractall(place)
    with zipfile.ZipFile(cards.make(book, place)[0]) as archive:
        for number, name in json.loads(archive.read("media")).items():
            (place / name).write_bytes(archive.read(number))
        db = sqlite3.connect(":memory:")
        db.deserialize(archive.read("collection.anki2"))
    (fields,) = db.execute("SELECT flds FROM notes WHERE flds LIKE 'Un punto con de todo%'").fetchone()
    models = json.loads(db.execute("SELECT models FROM col").fetchone()[0])
    db.close()
    style = next(iter(models.values()))["css"]
    content = fields.replace("\x1f", "\n")
    (place / "card.html").write_text(
        f'<meta charset="utf-8"><style>{style}</style><body class="card"><div class="tarjeta">{content}</div>',
        "utf-8",
    )
    return place


@pytest.mark.parametrize("name", ["EPUB/*-elementos.xhtml", "card.html"])
def test_nothing_spills_off_a_narrow_page(browser: Browser, folder: Path, name: str):
    page = browser.new_page(viewport={"width": 320, "height": 600})
    page.goto(next(folder.glob(name)).as_uri())
    assert guide.WIDE in page.content()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    right = "[...document.querySelectorAll('pre, img, svg, table')].map((item) => item.getBoundingClientRect().right)"
    assert max(page.evaluate(right)) <= 320
    heights = (
        "[...document.querySelectorAll('.icono svg')].map((icon) => icon.getBoundingClientRect().height)"
    )
    assert all(10 < height < 24 for height in page.evaluate(heights))
    page.close()
