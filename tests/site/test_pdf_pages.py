"""The pages of the PDFs: nothing of the site is lost, nothing stands outside the paper or is too small."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

from fontTools.ttLib import TTFont
from guidekit.downloads.pdf import paper as pdf_paper
from pdf_pages import (
    MADE,
    SIGNS,
    article,
    body,
    navigation,
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


def test_a_table_leaves_no_row_alone_on_a_page(book, topics):
    """The part of a table on each page is tagged as a table of its own."""
    for path in (book, *topics.values()):
        rows = [len(table["/K"][-1].get_object()["/K"]) for table in structure(path, "/Table")]
        assert min(rows) > 1, path.name


def test_no_line_ends_while_the_next_word_would_fit(book, topics):
    """WeasyPrint ends a line early when only the space behind a text does not fit."""
    for path in (book, *topics.values()):
        early = []
        for page in range(len(pieces(path))):
            right = float(reader(path).pages[page].mediabox.width) - 70
            rows = {}
            for piece in (piece for piece in body(path, page) if not piece.drawn and 9.9 < piece.size < 10.9):
                rows.setdefault(round(piece.y), []).append(piece)
            for (high, above), (low, below) in itertools.pairwise(sorted(rows.items(), reverse=True)):
                first = min(below, key=lambda piece: piece.x)
                word = re.match(r"\s*([^\W\d]{2,})", first.text)
                whole = above[-1].text.rstrip()[-1:] not in {".", ":", "?", ""}
                if word and whole and high - low < 17 and first.x < 110:
                    width = (first.end - first.x) * len(word[1]) / len(first.text)
                    if max(piece.end for piece in above) + width < right - 100:
                        early.append((page + 1, above[-1].text, first.text))
        assert early == [], path.name
