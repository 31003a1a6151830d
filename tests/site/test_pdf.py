"""The PDFs as documents: bookmarks, page numbers, links, and what a machine can check of PDF/UA."""

from __future__ import annotations

import re
from pathlib import Path

import page as validation
from bs4 import BeautifulSoup
from pdf_pages import APPENDICES, MADE, article, headings, navigation, outline, page_text, plain
from pdf_text import elements, pieces, reader, structure


def test_the_outline_is_the_navigation_and_the_sections_of_each_page(published, book):
    expected: list[tuple[int, str]] = [(1, "Contenido")]
    part, asked = "", False
    for section, uri in navigation():
        name = Path(uri).stem
        if name in MADE:
            continue
        if section != part:
            expected += [(2, f"Puntos de examen: {part}")] if asked else []
            expected.append((1, section))
            part, asked = section, False
        asked = asked or bool(article(published, name).select(".examen"))
        found = [(level + bool(section), title) for level, title in headings(published, name)]
        expected += found if section else [(1, "Presentación"), *found[1:]]
    expected.append((2, f"Puntos de examen: {part}"))
    given = [(level, " ".join(title.split())) for level, title, _ in outline(book)]
    assert given[: given.index((1, APPENDICES[0]))] == expected
    titles = [title for level, title in given if level == 1]
    assert titles[-6:] == [*APPENDICES, "Índice alfabético"]


def test_the_contents_name_every_section_with_its_page(book):
    found = [entry for entry in outline(book)[1:] if entry[0] < 4]
    answers = found.index(next(entry for entry in found if entry[1] == APPENDICES[0]))
    found = found[:answers] + [entry for entry in found[answers:] if entry[0] == 1]
    first = found[0][2] - 1
    contents = "".join(page_text(book, number) for number in range(2, first))
    assert len(found) > 100
    lost = [
        entry
        for entry in found
        if not re.search(rf"{re.escape(plain(entry[1]))}\.+{entry[2]}(?!\d)", contents)
    ]
    assert lost == []


def test_every_bookmark_leads_to_the_page_of_its_title(book, topics):
    for path in (book, *topics.values()):
        lost = [entry for entry in outline(path) if plain(entry[1]) not in page_text(path, entry[2] - 1)]
        assert lost == [], path.name


def inside(link, x: float, y: float) -> bool:
    """Whether a link covers a point: it has a box for each line that it is on."""
    corners = [float(number) for number in link.get("/QuadPoints", ())]
    boxes = [corners[start : start + 8] for start in range(0, len(corners), 8)]
    boxes = [(min(box[::2]), min(box[1::2]), max(box[::2]), max(box[1::2])) for box in boxes]
    return any(
        left - 1 <= x <= right and low - 1 <= y <= high + 1
        for left, low, right, high in boxes or [map(float, link["/Rect"])]
    )


def test_page_references_name_the_page_their_link_leads_to(book):
    """The link of a reference covers its number too."""
    destinations = reader(book).named_destinations
    found, wrong = 0, []
    for number, (page, painted) in enumerate(zip(reader(book).pages, pieces(book), strict=True), 1):
        for piece in painted:
            shown = re.search(r"\(p\.\s(\d+)\)", piece.text)
            if not shown or piece.size < 8.5:
                continue
            middle = piece.x + 2, piece.y + 2
            for link in (link.get_object() for link in page.get("/Annots", [])):
                if inside(link, *middle) and link.get("/Dest") in destinations:
                    target = reader(book).get_destination_page_number(destinations[link["/Dest"]]) + 1
                    found += 1
                    if target != int(shown[1]):
                        wrong.append((number, piece.text, target))
                    break
    assert found > 100
    assert wrong == []


def test_printed_page_numbers_are_those_of_the_file(book):
    for number, page in enumerate(pieces(book), 1):
        foot = [piece.text for piece in page if piece.y < 60 and 7.5 < piece.size < 9]
        assert number < 3 or str(number) in foot, number


def test_every_pdf_passes_the_rules_of_pdf_ua(book, topics):
    for path in (book, *topics.values()):
        report = validation.validate_pdf(path, profile="ua1")
        assert [(failure.rule_id, failure.message) for failure in report.failures] == [], path.name
        assert report.rules.total > 90


def test_title_language_and_fonts(book, topics):
    for path in (book, *topics.values()):
        catalog = reader(path).trailer["/Root"]
        assert catalog["/Lang"] == "es"
        assert "Amazon RDS" in reader(path).metadata.title
        assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
        fonts = {}
        for page in reader(path).pages:
            for font in page["/Resources"].get("/Font", {}).values():
                fonts[font["/BaseFont"]] = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert fonts
        assert all("IBM-Plex" in name.replace("IBMPlex", "IBM-Plex") for name in fonts), sorted(fonts)
        assert all(set(given) & {"/FontFile2", "/FontFile3"} for given in fonts.values())


def test_every_figure_has_its_description(published, book):
    described = " ".join(str(figure.get("/Alt", "")) for figure in structure(book, "/Figure"))
    figures = 0
    for _, uri in navigation():
        file = published / ("index.html" if uri == "index.md" else f"{Path(uri).stem}/index.html")
        for svg in BeautifulSoup(file.read_text("utf-8"), "html.parser").select("figure.diagrama svg"):
            figures += 1
            assert plain(svg.select_one("desc").get_text()) in plain(described)
    assert figures >= 45
    assert all(str(figure.get("/Alt", "")).strip() for figure in structure(book, "/Figure"))


def test_callouts_are_sections_and_the_contents_a_table_of_contents(book, published):
    boxes = sum(
        len(article(published, Path(uri).stem).select(".admonition, details:not(.examen-respuesta)"))
        for _, uri in navigation()
        if Path(uri).stem not in MADE
    )
    assert len(structure(book, "/Sect")) == boxes > 100
    assert structure(book, "/BlockQuote") == []
    assert len(structure(book, "/TOCI")) > 100


def test_a_table_tells_its_columns(book, topics):
    """No cell is left of the column that keeps rows together, and each belongs to a head."""
    for path in (book, *topics.values()):
        for table in structure(path, "/Table"):
            rows = [row.K for row in elements(table) if str(row.S) == "/TR"]
            assert len({len(row) for row in rows}) == 1, path.name
            assert all(str(cell.S) == "/TH" and cell.K for cell in rows[0]), path.name


def test_external_links_are_https_and_the_internal_ones_lead_somewhere(book, topics):
    for path in (book, *topics.values()):
        names = set(reader(path).named_destinations)
        for page in reader(path).pages:
            for link in page.get("/Annots", []):
                link = link.get_object()
                if "/A" in link:
                    assert str(link["/A"]["/URI"]).startswith("https://"), link["/A"]["/URI"]
                else:
                    assert link["/Dest"] in names
