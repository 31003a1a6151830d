"""What a page shows, every book shows: a guide with every element, asked for each format."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import building
import elements_guide as guide
import publication
import pytest
from bs4 import BeautifulSoup
from epub_file import Epub, checked
from guidekit.downloads import site_copy
from guidekit.downloads.anki import cards
from guidekit.downloads.epub import book as epub
from guidekit.downloads.pdf import paper as papers
from guidekit.downloads.pdf import press, sheets
from pdf_pages import plain, written
from pdf_text import pieces, reader, structure


@pytest.fixture(scope="module")
def root(shared: Path) -> Path:
    return publication.once(shared / "elements", guide.make)


@pytest.fixture(scope="module")
def page(root: Path) -> BeautifulSoup:
    return BeautifulSoup((root / "out/elementos/index.html").read_bytes(), "html.parser").article


@pytest.fixture(scope="module")
def ebook(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Epub:
    return Epub(epub.make(guide.book(root), tmp_path_factory.mktemp("epub"))[0])


@pytest.fixture(scope="module")
def chapter(ebook: Epub) -> BeautifulSoup:
    return ebook.pages[ebook.chapter("elementos")]


@pytest.fixture(scope="module")
def deck(root: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return zipfile.ZipFile(cards.make(guide.book(root), tmp_path_factory.mktemp("anki"))[0])


@pytest.fixture(scope="module")
def notes(deck: zipfile.ZipFile) -> dict[str, BeautifulSoup]:
    """The cards by title."""
    db = sqlite3.connect(":memory:")
    db.deserialize(deck.read("collection.anki2"))
    fields = [row[0] for row in db.execute("SELECT flds FROM notes")]
    db.close()
    return {text.split("\x1f")[0]: BeautifulSoup(text, "html.parser") for text in fields}


@pytest.fixture(scope="module", params=["whole", "single"])
def pdf(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book, and the topic by itself."""
    book, paper = guide.book(root), papers.chosen()
    sheet = sheets.whole(book, paper)
    if request.param == "single":
        sheet = sheets.single(book, book.chapter("elementos"), paper)
    pages, made = sheet.targets, None
    while made is None:
        pages, made = press.lay_out(sheet, pages, 0)
    path = tmp_path_factory.mktemp("pdf") / "x.pdf"
    path.write_bytes(made)
    return path


@pytest.fixture(scope="module")
def card(notes: dict[str, BeautifulSoup]) -> BeautifulSoup:
    return notes["Un punto con de todo"]


def words(soup: BeautifulSoup) -> str:
    return " ".join(soup.text.split())


def test_the_epub_is_valid(ebook):
    assert checked(ebook.path) == []


def test_every_chapter_of_the_epub_keeps_its_title(ebook):
    contents = [words(link) for link in ebook.pages["nav.xhtml"].select("nav > ol > li > a")]
    assert [title for title in contents if title[0].isdigit()] == ["1. Elementos", "2. Otra"]
    assert contents.count("Introducción") == 1


def test_words_of_every_element_are_in_the_epub(chapter):
    text = words(chapter)
    for sentence in (
        "La réplica, en su región", "La leyenda de otro modo",  # captions
        "Linux Con systemctl en Linux. Windows Con servicios en Windows.",  # tabs
        "Término Su definición", "El RPO (objetivo de punto de recuperación) manda",
        "Pulsa Ctrl+C, lo marcado, lo tachado, lo nuevo, H2O y x2", "Dijo «hola».", "Un botón",
        "Tarjeta uno Texto de la tarjeta.",
        "Un punto que pregunta LEAST operational overhead La pista dice qué pasa. Respuesta: lo que se elige. "
        "Trampa: lo que se descarta.",
        "Más allá del examen Un pliegue Texto del pliegue, con la sección",
        "¿Una pregunta de repaso? Texto de su respuesta.",
        "En la práctica En el trabajo Texto de la práctica.", "Peligro Una regla Texto del peligro.",
    ):  # fmt: skip
        assert sentence in text


def test_words_of_every_element_are_in_the_pdf(pdf):
    text = written(pdf)
    for sentence in (
        "La réplica, en su región", "La leyenda de otro modo", "Linux", "Con systemctl en Linux.",
        "Windows", "Con servicios en Windows.", "Tarea terminada", "Tarea pendiente", "Una frase anotada (1) aquí.",
        "Anotación de la frase.", "Anotación del código.", "Son 35 días, según el manual", "consulta.sql",
        "7 SELECT 1; (1) 8 SELECT 2; /* dos 9 líneas */", "punto.sql SELECT 3; SELECT 4;", guide.WIDE,
        "Término Su definición", "El RPO (objetivo de punto de recuperación) manda", "Hecha en el punto",
        "Pulsa Ctrl+C, lo marcado, lo tachado, lo nuevo, H2O y x2", "Dijo «hola».", "Un botón",
        "LEAST operational overhead La pista dice qué pasa. Respuesta: lo que se elige. Trampa: lo que se descarta.",
        "MÁS ALLÁ DEL EXAMEN Un pliegue Texto del pliegue, con la sección",
        "¿Una pregunta de repaso? Texto de su respuesta.",
        "EN LA PRÁCTICA En el trabajo Texto de la práctica.", "PELIGRO Una regla Texto del peligro.",
        "Tarjeta uno Texto de la tarjeta.", "Pestaña A Texto de la pestaña A.", "Texto de la nota.",
    ):  # fmt: skip
        assert plain(sentence) in text, sentence


def test_pictures_are_in_the_pdf_with_their_words(pdf):
    shown = [str(figure.Alt) for figure in structure(pdf, "/Figure")]
    assert {"Panel de consola", "Claro", "Réplica dibujada", "Con leyenda", "Listo", "la escena"} <= set(
        shown
    )
    assert "Oscuro" not in shown


def test_nothing_stands_outside_the_text_of_the_pdf(pdf):
    for page, painted in zip(reader(pdf).pages, pieces(pdf), strict=True):
        assert max((piece.end for piece in painted), default=0) < float(page.mediabox.width) - 65


def test_pictures_are_in_the_epub_with_their_words(ebook, chapter):
    pictures = {image["alt"]: image["src"] for image in chapter.find_all("img")}
    assert set(pictures) == {
        "Panel de consola",
        "Claro",
        "Réplica dibujada",
        "Con leyenda",
        "Imagen del punto",
        "la escena",
    }
    assert {f"EPUB/{src}" for src in pictures.values()} <= set(ebook.files)
    assert chapter.find("img", alt="Panel de consola")["width"] == "320"
    assert ebook.files[f"EPUB/{pictures['Réplica dibujada']}"].decode() == guide.DRAWING


def test_icons_and_tasks_are_told_apart_in_the_epub(chapter):
    assert [icon.svg.get("aria-label") for icon in chapter.select(".icono")][:2] == [None, "Listo"]
    done, todo = chapter.select("li.con-casilla")[:2]
    assert (words(done), words(todo)) == ("Tarea terminada", "Tarea pendiente")
    assert done.path["d"] != todo.path["d"]


def test_notes_and_their_numbers_lead_to_each_other_in_the_epub(chapter):
    numbers = chapter.find_all("a", attrs={"epub:type": "noteref"})
    assert [link.text for link in numbers] == ["1", "1", "(1)", "(1)", "2", "2"]
    for link in numbers:
        assert chapter.find(id=link["href"].removeprefix("#")).name == "li"
    back = chapter.find(id="fn:plazo").find("a", string="Volver")
    assert chapter.find(id=back["href"].removeprefix("#")).name == "sup"


def test_code_keeps_name_numbers_and_marked_lines_in_the_epub(chapter):
    code = chapter.select_one(".codigo")
    assert words(code.p) == "consulta.sql"
    assert code.pre.text == "7 SELECT 1; (1)\n8 SELECT 2; /* dos\n9   líneas */\n"
    assert code.select_one(".hll").text.startswith("SELECT 2;")


LINKS = {
    "de soporte": "mailto:a@example.org",
    "el nuestro": "tel:+34900",
    "sin cifrar": "http://example.org/x",
    "de cálculo": f"{guide.PUBLIC}assets/hoja.csv",
    "el manual": "https://docs.example.org/manual",
}


@pytest.mark.parametrize(("text", "address"), LINKS.items())
def test_links_mean_the_same_in_the_epub(chapter, text, address):
    assert chapter.find("a", string=text)["href"] == address


def test_links_mean_the_same_in_the_pdf(pdf):
    annotations = [link.get_object() for page in reader(pdf).pages for link in page.get("/Annots", [])]
    addresses = {link["/A"]["/URI"] for link in annotations if "/A" in link}
    assert set(LINKS.values()) <= addresses
    named = {str(link["/Dest"]) for link in annotations if "/Dest" in link}
    assert {"elementos--propia", "elementos--fn:plazo"} <= named
    assert f"{guide.PUBLIC}otra/#uno" in addresses | {
        f"{guide.PUBLIC}{name.replace('--', '/#')}" for name in named
    }


def test_a_link_to_a_place_of_another_page_keeps_the_place(ebook, chapter, notes):
    assert chapter.find("a", string="siguiente")["href"] == f"{ebook.chapter('otra')}#uno"
    answer = notes["Un escenario con imagen"].find("a", string="el capítulo")
    assert answer["href"] == f"{guide.PUBLIC}otra/#uno"


@pytest.mark.parametrize("place", ["propia", "caja", "ancla"])
def test_every_place_an_author_names_is_in_the_epub(ebook, chapter, place):
    other = ebook.pages[ebook.chapter("otra")]
    assert other.find("a", href=f"{ebook.chapter('elementos')}#{place}")
    assert chapter.find(id=place)


def test_a_card_shows_what_its_point_shows(card):
    assert card.find("a", string="el manual")["href"] == LINKS["el manual"]
    assert card.find("a", string="la sección")["href"] == f"{guide.PUBLIC}elementos/#propia"
    assert "El RPO (objetivo de punto de recuperación) manda" in words(card)
    assert card.find("del").text == "no"
    assert words(card.select_one("li.con-casilla")) == "☑ Hecha en el punto"
    assert words(card.select_one(".pestana")) == "Pestaña A Texto de la pestaña A."
    assert card.select_one(".icono svg")["width"] == "16"
    assert words(card.select_one(".codigo-titulo")) == "punto.sql"
    assert card.pre.text == "SELECT 3;\n  SELECT 4;\n"
    assert "Nota: Nota dentro" in words(card)
    assert words(card.select_one(".nota")).startswith("2 El texto de la nota del punto")


def test_the_pictures_of_cards_are_in_their_package(deck, notes):
    media = json.loads(deck.read("media"))
    shown = {image["src"]: image["alt"] for note in notes.values() for image in note.find_all("img")}
    assert sorted(shown.values()) == ["Imagen del punto", "la escena"]
    assert set(shown) == set(media.values())
    assert all(deck.read(number) == guide.PIXEL for number in media)


@pytest.mark.parametrize("made", ["indice-de-examen", "lista-de-preparacion"])
def test_what_is_shown_a_second_time_has_the_links_and_notes_of_its_page(root, made):
    page = BeautifulSoup((root / f"out/{made}/index.html").read_bytes(), "html.parser").article
    assert page.find("a", string="el manual")["href"] == LINKS["el manual"]
    assert {link["href"] for link in page.find_all("a", string="la sección")} == {"../elementos/#propia"}
    number = page.select_one("a.footnote-ref")
    note = page.find(id=number["href"].removeprefix("#"))
    assert words(note).startswith("El texto de la nota del punto, con otra referencia")
    assert page.find(id=note.select_one(".footnote-backref")["href"].removeprefix("#")).name == "sup"
    assert not re.search(r"\[\^|\]\[|```", page.text)


def test_an_abbreviation_of_a_point_is_explained_in_the_index_too(root):
    index = BeautifulSoup((root / "out/indice-de-examen/index.html").read_bytes(), "html.parser")
    assert index.find("abbr", string="RPO")["title"] == "objetivo de punto de recuperación"


def test_the_page_itself_has_them_too(page):
    assert page.find("a", string="de soporte")["href"] == LINKS["de soporte"]
    assert len(page.select(".twemoji svg")) == 3
    assert len(page.select(".tabbed-block")) == 3
    assert page.find("img", alt="Panel de consola")["src"] == "../img/el%20panel.png?v=2"


def test_every_address_of_the_archive_is_a_file_in_it(root, tmp_path):
    target = tmp_path / "site/descargas"
    shutil.copytree(root / "out", target.parent)
    book = guide.book(root)
    (file,) = site_copy.make(replace(book, site=target.parent), target)
    with zipfile.ZipFile(file) as archive:
        files = {name.removeprefix(f"{book.file}/"): name for name in archive.namelist()}
        text = archive.read(files["elementos/index.html"]).decode()
    article = BeautifulSoup(text, "html.parser").article
    wanted = {
        "img/el panel.png",
        "img/claro.png",
        "img/oscuro.png",
        "img/año/réplica.svg",
        "assets/hoja.csv",
        "otra/index.html",
    }
    assert wanted <= set(paths(article)) <= set(files)


def paths(article: BeautifulSoup) -> Iterator[str]:
    """The files that relative addresses of the page lead to."""
    for item in article.select("[href], [src]"):
        parts = urlsplit(item.get("href") or item.get("src"))
        if not parts.scheme and parts.path:
            yield unquote(urljoin("elementos/index.html", parts.path))


REFUSED = """
## Otra sección

<video src="x.mp4"></video>

![De fuera](https://example.org/x.png) y :smile:

![Falta](img/nada.png)

<video src="solo.mp4" class="solo-pantalla"></video>

#### Un *salto* de nivel
"""


def test_a_strict_build_tells_all_that_no_book_can_show_by_line(root, tmp_path):
    publication.link_sources(tmp_path, "hooks", "overrides", "CHANGELOG.md")
    shutil.copy(root / "mkdocs.yml", tmp_path)
    shutil.copytree(root / "docs", tmp_path / "docs")
    file = tmp_path / "docs/otra.md"
    text = file.read_text("utf-8")
    file.write_text(text + REFUSED, "utf-8")
    first = text.count("\n") + 4
    result = building.build(tmp_path)
    assert not result.sound
    told = re.findall(r"docs/otra\.md:(\d+): (.*?); expected", result.log)
    assert told == [
        (str(first), "no book can show <video>"),
        (str(first + 2), "the picture https://example.org/x.png is no file of the guide"),
        (str(first + 2), "the emoji 😄 is a picture of another host"),
        (str(first + 4), "there is no picture nada.png"),
    ]
    assert (
        "otra.md: «Un salto de nivel» is of level 4 below a heading of level 2; expected level 3"
        in result.log
    )
