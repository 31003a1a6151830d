"""The pages of the PDFs: nothing of the site is lost, nothing stands outside the paper or is too small."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

from fontTools.ttLib import TTFont
from guidekit.downloads import pdf_paper
from pdf_pages import (
    APPENDICES,
    MADE,
    SIGNS,
    article,
    body,
    navigation,
    outline,
    page_text,
    plain,
    structure,
    written,
)
from pdf_text import pieces, reader


def labels(site: Path, name: str) -> set[str]:
    soup = article(site, name)
    return {
        " ".join(t.get_text().split())
        for t in soup.select("figure.diagrama svg tspan, figure.diagrama svg text")
    }


def test_the_fonts_have_every_character_of_the_guide(published):
    fonts = [
        TTFont(file).getBestCmap() for file in sorted((pdf_paper.RESOURCES / "fonts").glob("*Sans*.woff2"))
    ]
    known = set.intersection(*(set(font) for font in fonts))
    printed = [name for name in (Path(uri).stem for _, uri in navigation()) if name != "descargas"]
    text = "".join(article(published, name).get_text() for name in printed)
    assert {c for c in text if ord(c) not in known and not c.isspace()} - set(SIGNS) == set()


def test_the_text_of_every_topic_is_there(published, book, topics):
    for name, path in topics.items():
        source = article(published, name)
        for part in source.select("svg, .examen-lista, .examen-tipo, .vigencia-tipo, summary, small"):
            part.decompose()
        blocks = source.select("h2, h3, td, th, figcaption, p, li")
        texts = [
            plain(str(part)) for block in blocks for part in block.find_all(string=True, recursive=False)
        ]
        assert len(texts) > 100
        for whole in (written(book), written(path)):
            missing = {text for text in texts if text not in whole}
            assert missing - {"Pararepasarlosobuscarentretodos:", "Puntosdeexamen"} == set(), name


def test_every_label_is_there_and_none_is_under_seven_points(published, book, topics):
    for name, path in topics.items():
        expected = {plain(label) for label in labels(published, name)}
        for text in (written(path), written(book)):
            assert {label for label in expected if label not in text} == set(), name
        drawn = [piece for page in pieces(path) for piece in page if piece.drawn]
        assert len(drawn) >= len(expected)
        assert [piece for piece in drawn if piece.size < 7] == [], path.name


def test_nothing_stands_outside_the_text_or_is_too_small(book, topics):
    for path in (book, *topics.values()):
        for number, (page, painted) in enumerate(zip(reader(path).pages, pieces(path), strict=True), 1):
            width, height = float(page.mediabox.width), float(page.mediabox.height)
            for piece in painted:
                assert piece.x > 45, (path.name, number, piece)
                assert piece.end < width - 45, (path.name, number, piece)
                assert 25 < piece.y < height - 25, (path.name, number, piece)
                assert piece.size >= 6, (path.name, number, piece)


def test_no_page_is_empty_or_nearly(book, topics):
    for path in (book, *topics.values()):
        for number in range(len(reader(path).pages)):
            assert len(page_text(path, number)) > 150, (path.name, number + 1)


def test_a_table_that_goes_on_repeats_its_head(published, book):
    heads = [
        [plain(cell.get_text()) for cell in table.select("th")]
        for _, uri in navigation()
        if Path(uri).stem not in MADE
        for table in article(published, Path(uri).stem).select("table")
    ]
    shown = [page_text(book, number) for number in range(len(reader(book).pages))]
    times = {"".join(head): sum(text.count("".join(head)) for text in shown) for head in heads}
    tables = {"".join(head): sum("".join(other) == "".join(head) for other in heads) for head in heads}
    assert all(times[head] >= tables[head] for head in tables)
    assert sum(times[head] > tables[head] for head in tables) >= 5


def test_answers_stand_in_the_appendix_and_the_statement_says_where(published, book):
    scenarios = [
        box
        for _, uri in navigation()
        if Path(uri).stem not in MADE
        for box in article(published, Path(uri).stem).select(".escenario")
    ]
    assert len(scenarios) >= 9
    start = next(page for _, title, page in outline(book) if title == APPENDICES[0])
    texts = [page_text(book, number) for number in range(len(reader(book).pages))]
    back = "".join(texts[start - 1 : start + 3])
    for box in scenarios:
        answer = plain(box.select_one("details > p").get_text())[:80]
        assert answer in back
        assert answer not in "".join(texts[: start - 1])
    references = re.findall(r"Respuestaenlapágina(\d+)", "\n".join(texts[: start - 1]))
    assert len(references) == len(scenarios)
    assert all(start <= int(number) < start + 4 for number in references)


def test_glossary_and_index_name_pages_that_use_the_term(book):
    pages = {title: number for _, title, number in outline(book)}
    texts = [page_text(book, number).lower() for number in range(len(reader(book).pages))]
    index = [
        piece for number in range(pages["Índice alfabético"] - 1, len(texts)) for piece in body(book, number)
    ]
    found = []
    for place, piece in enumerate(index):
        if re.search(r"\w \d", piece.text) or not piece.text.endswith(" "):
            continue
        term, number = plain(piece.text).lower(), index[place + 1].text.strip(", ")
        if number.isdigit() and "→" not in term:
            found.append(term in texts[int(number) - 1])
    assert len(found) > 200
    assert sum(found) > 0.85 * len(found)  # the others stand there in the plural or as an abbreviation


def test_a_fact_names_its_sources_by_number_and_each_is_listed_once(published, book, topics):
    ledger = article(published, "vigencia")
    addresses = {link["href"] for link in ledger.select(".fuentes a")}
    assert len(addresses) > 150
    for path in (book, *topics.values()):
        numbers = {title: number for _, title, number in outline(path)}
        first, last = numbers[APPENDICES[3]], numbers.get("Índice alfabético", len(reader(path).pages) + 1)
        pages = range(first - 1, last - 1)
        text = "".join(page_text(path, number) for number in pages)
        cited = {int(n) for found in re.findall(r"Fuentes:([\d,]+)\.", text) for n in found.split(",")}
        links = [
            link["/A"]["/URI"]
            for number in pages
            for link in (link.get_object() for link in reader(path).pages[number].get("/Annots", []))
            if "/A" in link
        ]
        listed = {link for link in links if link in addresses}
        assert cited == set(range(1, len(listed) + 1)), path.name
        assert path != book or listed == addresses


def test_a_table_leaves_no_row_alone_on_a_page(book, topics):
    """The part of a table on each page is tagged as a table of its own."""
    for path in (book, *topics.values()):
        rows = [len(table["/K"][-1].get_object()["/K"]) for table in structure(path, "/Table")]
        assert min(rows) > 1, path.name


def test_no_line_ends_behind_its_first_word(book, topics):
    """WeasyPrint breaks a line early when only the space behind it does not fit: the text wants other words."""
    for path in (book, *topics.values()):
        for page in range(len(pieces(path))):
            rows = {}
            for piece in (piece for piece in body(path, page) if not piece.drawn and piece.size > 9.5):
                rows.setdefault(round(piece.y), []).append(piece)
            for (high, above), (low, below) in itertools.pairwise(sorted(rows.items(), reverse=True)):
                start, end = above[0].x, max(piece.end for piece in above)
                full = max(piece.end for piece in below) - below[0].x > 300
                alone = high - low < 19 and abs(start - below[0].x) < 1 and end - start < 60 and full
                assert not alone or above[-1].text.strip()[-1] in ".:;?»", (
                    path.name,
                    page + 1,
                    above[0].text,
                )
