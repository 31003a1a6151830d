"""A small EPUB: its files, its contents, what it says of itself."""

from __future__ import annotations

import zipfile
from xml.etree import ElementTree as ET

import books
from epub_file import Epub
from guidekit.downloads.epub import book as epub
from guidekit.downloads.epub import front_matter, package
from guidekit.downloads.manifest import Point

HOME = {"topic": None, "kind": "page", "part": "", "url": "", "title": "Inicio"}


def small(tmp_path, **about) -> Epub:
    chapters = (
        books.chapter("<h1>Guía</h1><p>Hola.</p>", "index", **HOME),
        books.chapter('<h1 id="uno">Uno</h1><h2 id="dos">Dos</h2><p>Texto.</p>'),
    )
    (file,) = epub.make(books.book(*chapters, **about), tmp_path)
    return Epub(file)


def test_the_first_page_is_the_introduction_and_a_topic_has_its_number(tmp_path):
    made = small(tmp_path)
    assert made.spine == ["portada.xhtml", "edicion.xhtml", "nav.xhtml", "00-index.xhtml", "01-a.xhtml"]
    assert made.pages["00-index.xhtml"].h1.text == "Introducción"
    assert made.pages["01-a.xhtml"].select_one(".parte").text == "Parte · Tema 1"
    toc = made.pages["nav.xhtml"].select_one('[role="doc-toc"]')
    assert [item.text for item in toc.select("a, span")] == [
        "Sobre esta edición", "Cómo leer este libro", "Introducción", "Parte", "1. Uno", "Dos",
    ]  # fmt: skip


def test_the_imprint_says_only_what_there_is_to_say(tmp_path):
    def rows(made):
        return {
            name.text: name.find_next("dd").get_text() for name in made.pages["edicion.xhtml"].select("dt")
        }

    assert rows(small(tmp_path)) == {
        "Autoría": "Autora", "Edición": "2 de enero de 2026", "Derechos": "CC BY-SA 4.0",
    }  # fmt: skip
    more = small(tmp_path, licence="https://e.org/l", url="https://e.org/g", facts=(books.fact(),))
    assert rows(more)["Derechos"] == "CC BY-SA 4.0 Texto de la licencia."
    assert rows(more)["En línea"] == "https://e.org/g/"
    assert rows(more)["Datos"].startswith("1 datos revisados")


def test_a_help_speaks_of_what_the_book_has(tmp_path):
    plain = small(tmp_path).pages["edicion.xhtml"].select("#como-leer + ul li")
    assert len(plain) == 1
    chapter = books.chapter(
        '<h1>Uno</h1><figure id="d"><svg viewBox="0 0 1 1"><rect/></svg></figure><div class="admonition examen">'
        '<details class="examen-respuesta"><summary>R</summary></details></div>'
    )
    ledger = books.chapter("<h1>Registro</h1>", "vigencia", kind="made", topic=None, title="Registro")
    point = Point("x", "X", "escenario", "a", "a")
    lines = front_matter._help(books.book(chapter, ledger, facts=(books.fact(),), points=(point,)))
    assert len(lines) == 5


def test_the_cover_is_drawn_with_the_words_of_the_guide():
    book = books.book(title="Una guía de título largo: con una segunda parte que también lo es")
    drawing = front_matter.cover(book)
    lines = [line.text for line in drawing.iter("tspan")]
    assert " ".join(lines) == "Una guía de título largo Con una segunda parte que también lo es"
    assert [int(line.get("y")) for line in drawing.iter("tspan")] == sorted(
        {int(line.get("y")) for line in drawing.iter("tspan")}
    )
    assert "{" not in ET.tostring(drawing, encoding="unicode")


def test_the_package_stays_the_same_book_from_edition_to_edition():
    book = books.book()
    assert package.identifier(book) == package.identifier(books.book(epoch=0))
    assert package.identifier(book) != package.identifier(books.book(url="https://e.org/"))


def test_the_old_contents_give_one_place_one_number(tmp_path):
    points = small(tmp_path).soup("toc.ncx").select("navpoint")
    numbers = {point.select_one("content")["src"]: point["playorder"] for point in points}
    assert [point["playorder"] for point in points] == [
        "1",
        "2",
        "3",
        "4",
        "4",
        "5",
    ]  # a part is its first page
    assert len(numbers) == 5


def test_the_archive_opens_with_its_type(tmp_path):
    made = small(tmp_path)
    assert (made.entries[0].filename, made.entries[0].compress_type) == ("mimetype", zipfile.ZIP_STORED)
