"""A small book as an EPUB: what the guide does not have, and the same bytes every time."""

from __future__ import annotations

import time
import zipfile

from epub_file import Epub, checked
from guidekit.downloads import book
from guidekit.downloads.epub import book as epub
from support import PAGE, run

PUBLIC = "https://example.org/libro/"
DETAILS = (
    PAGE.replace("Inicio", "Otra")
    + """
![Un punto](punto.png)

[una hoja](assets/site.css), [fuera](https://example.org/), [inicio](index.md)

??? note "Plegado"

    Lo que estaba plegado.

!!! warning "Cuidado"

    Texto.
"""
)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63f8cfc0f01f00050001ff"
    "56c72f0d0000000049454e44ae426082"
)


def built(tiny, **environment: str) -> book.Book:
    """A small book with neither facts, terms, exam points nor diagrams."""
    root = tiny({"otra.md": DETAILS, "punto.png": PIXEL})
    manifest = root / "manifest.json"
    result = run(
        "mkdocs",
        "build",
        "--site-dir",
        str(root / "site"),
        cwd=root,
        GUIA_MANIFEST=str(manifest),
        **environment,
    )
    assert result.returncode == 0, result.stderr
    return book.load(manifest, root / "site")


def test_a_small_book_is_valid_too_and_links_to_the_public_site(tiny, tmp_path):
    small = Epub(epub.make(built(tiny, SITE_URL=PUBLIC), tmp_path)[0])
    assert checked(small.path) == []
    page = small.pages[small.chapter("otra")]
    links = [a["href"] for a in page.select("p a")]
    assert links == [f"{PUBLIC}assets/site.css", "https://example.org/", small.chapter("index")]
    assert page.img["alt"] == "Un punto"
    assert small.files[f"EPUB/{page.img['src']}"] == PIXEL
    assert "Lo que estaba plegado." in page.text
    assert page.select_one(".warning .tipo").text == "Advertencia"
    assert not set(small.pages) & {"respuestas.xhtml", "diagramas.xhtml"}
    assert "longDescription" not in small.said("schema:accessibilityFeature")
    assert "diagrama" not in small.pages["edicion.xhtml"].text


def test_epubcheck_would_have_found_a_dead_link(tiny, tmp_path):
    small = Epub(epub.make(built(tiny), tmp_path)[0])
    broken = tmp_path / "broken.epub"
    with zipfile.ZipFile(broken, "w") as archive:
        for entry in small.entries:
            content = small.files[entry.filename]
            if entry.filename == "EPUB/edicion.xhtml":
                content = content.replace(b"<p>", b'<p><a href="nowhere.xhtml">x</a>', 1)
            archive.writestr(entry, content)
    assert [line for line in checked(broken) if "RSC-007" in line]


def test_without_a_public_address_a_link_to_a_file_is_text(tiny, tmp_path):
    small = Epub(epub.make(built(tiny), tmp_path)[0])
    page = small.pages[small.chapter("otra")]
    assert [a["href"] for a in page.select("p a")] == ["https://example.org/", small.chapter("index")]
    assert "una hoja" in page.text


def test_two_runs_give_the_same_bytes_and_leave_nothing_else(tiny, tmp_path, monkeypatch):
    read = built(tiny)
    made = []
    for zone in ("UTC", "Asia/Tokyo"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        target = tmp_path / zone.replace("/", "-")
        target.mkdir()
        (file,) = epub.make(read, target)
        assert list(target.iterdir()) == [file]
        made.append(file.read_bytes())
    monkeypatch.undo()
    time.tzset()
    assert made[0] == made[1]
