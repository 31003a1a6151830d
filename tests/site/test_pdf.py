"""The PDFs read back: structure, page numbers, accessibility, and that nothing of the site is lost."""

from __future__ import annotations

import json
import re
import unicodedata

import page as page_validation
import pytest
import yaml
from bs4 import BeautifulSoup
from pypdf import PdfReader
from support import ROOT

SETTINGS = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""), yaml.SafeLoader)
NAME = SETTINGS["extra"]["downloads"]
TOPICS = sorted(f.stem for f in (ROOT / "docs").glob("*.md") if "\ntopic: " in f.read_text("utf-8"))


def plain(text):
    """Text as it is compared: no hyphenation, no spaces, no soft signs."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return re.sub(r"[\s\u2010-]+", "", text)


@pytest.fixture(scope="module")
def book(published):
    return PdfReader(published / f"descargas/{NAME}.pdf")


@pytest.fixture(scope="module")
def texts(book):
    return [page.extract_text() for page in book.pages]


def outline(reader):
    def walk(items, depth=0):
        for item in items:
            if isinstance(item, list):
                yield from walk(item, depth + 1)
            else:
                yield depth, item.title, reader.get_destination_page_number(item) + 1

    return list(walk(reader.outline))


def test_the_outline_is_the_navigation(book, site):
    found = outline(book)
    parts = [(next(iter(item)), next(iter(item.values()))) for item in SETTINGS["nav"]]
    titles = [title for depth, title, _ in found if depth == 0]
    for part, pages in parts[1:]:
        assert part in titles
        place = next(i for i, (depth, title, _) in enumerate(found) if depth == 0 and title == part)
        inside = []
        for depth, title, _ in found[place + 1 :]:
            if depth == 0:
                break
            inside.append((depth, title))
        written = [name for name in pages if (ROOT / "docs" / name).is_file()]
        chapters = [
            BeautifulSoup((site / name.removesuffix(".md") / "index.html").read_text("utf-8"), "html.parser")
            for name in written
        ]
        names = [chapter.h1.find(string=True).strip() for chapter in chapters]
        assert [title for depth, title in inside if depth == 1][: len(names)] == names


def test_the_numbers_of_the_contents_are_those_of_the_pages(book, texts):
    found = [entry for entry in outline(book)[1:] if entry[0] < 3]
    answers = next(
        i for i, (depth, title, _) in enumerate(found) if depth == 0 and title.startswith("Respuestas")
    )
    found = found[:answers] + [
        entry for entry in found[answers:] if entry[0] == 0
    ]  # appendices by title only
    start = next(i for i, text in enumerate(texts) if text.strip().startswith("Contenido"))
    first = found[0][2] - 1
    contents = plain(" ".join(texts[start:first]))
    lost = [
        entry
        for entry in found
        if not re.search(rf"{re.escape(plain(entry[1]))}\.+{entry[2]}(?!\d)", contents)
    ]
    assert lost == []


def test_every_title_stands_on_its_page(book, texts):
    lost = [
        entry for entry in outline(book) if plain(entry[1]).lower() not in plain(texts[entry[2] - 1]).lower()
    ]
    assert lost == []


def structure(reader):
    seen = set()
    stack = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while stack:
        node = stack.pop()
        if not hasattr(node, "get"):
            continue
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        kids = node.get("/K")
        for kid in kids if isinstance(kids, list) else [kids]:
            if kid is not None:
                stack.append(kid.get_object() if hasattr(kid, "get_object") else kid)


def test_every_figure_says_what_it_shows(book):
    figures = [node for node in structure(book) if node.get("/S") == "/Figure"]
    assert len(figures) >= len(list((ROOT / "docs/_data/diagrams").glob("*.svg")))
    assert [figure for figure in figures if not str(figure.get("/Alt", "")).strip()] == []


def test_the_document_says_what_it_is(book):
    assert book.trailer["/Root"]["/Lang"] == "es"
    assert book.metadata.title == SETTINGS["site_name"]
    assert book.metadata.author == SETTINGS["site_author"]
    assert book.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_every_font_is_embedded(book):
    fonts = {}
    for page in book.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            font = font.get_object()
            fonts[font["/BaseFont"]] = font
    assert fonts
    for name, font in fonts.items():
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        descriptor = inner["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(descriptor), name


@pytest.mark.parametrize("name", [NAME, *TOPICS])
def test_no_rule_of_pdf_ua_fails(published, name):
    file = published / f"descargas/{name}.pdf"
    result = page_validation.validate_pdf(file, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in result.failures] == []


def test_no_page_is_blank(book, texts):
    blank = [
        number
        for number, (page, text) in enumerate(zip(book.pages, texts, strict=True), 1)
        if len(text.strip()) < 40 and len(page.get_contents().get_data()) < 2000
    ]
    assert blank == []


@pytest.mark.parametrize("name", TOPICS)
def test_the_text_of_a_topic_is_in_the_book_and_in_its_own_pdf(published, site, texts, name):
    soup = BeautifulSoup((site / name / "index.html").read_text("utf-8"), "html.parser").select_one("article")
    for gone in soup.select(
        ".headerlink, .examen-pie, .vigencia-pie, .hecho, .marca, .examen-tipo, .vigencia-tipo, svg, script, .solo-pantalla, a"
    ):
        gone.replace_with(" § ")
    wanted = [
        piece
        for block in soup.select("p, td, li")
        if not block.select("p, ul, ol")
        and not block.find_parent(class_=["diagrama", "revision", "examen-lista"])
        for piece in block.get_text().split("§")
        if len(plain(piece)) > 25
    ]
    own = plain(
        " ".join(page.extract_text() for page in PdfReader(published / f"descargas/{name}.pdf").pages)
    )
    whole = plain(" ".join(texts))
    for where in (own, whole):
        lost = [piece for piece in wanted if plain(piece) not in where]
        # A line of text that a page break cuts has the running headers in it.
        assert len(lost) <= len(wanted) * 0.03, lost[:5]


def test_every_label_of_a_drawing_is_text(texts):
    whole = plain(" ".join(texts))
    lost = []
    for file in (ROOT / "docs/_data/diagrams").glob("*.json"):
        parts = json.loads(file.read_text("utf-8"))
        for item in [
            *parts["nodes"],
            *parts.get("groups", ()),
            *parts.get("edges", ()),
            *parts.get("steps", ()),
        ]:
            words = [plain(word) for word in (item.get("label") or "").split()]
            lost += [(file.stem, word) for word in words if word not in whole]
    assert lost == []


def test_external_links_are_safe(book):
    links = [
        annotation.get_object()["/A"]["/URI"]
        for page in book.pages
        for annotation in page.get("/Annots", ())
        if "/A" in annotation.get_object() and "/URI" in annotation.get_object()["/A"]
    ]
    assert len(links) > 100
    assert [link for link in links if not link.startswith("https://")] == []
