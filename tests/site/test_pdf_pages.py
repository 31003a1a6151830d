"""The pages of the PDFs: nothing of the site is lost, nothing stands outside the paper or is too small."""

from __future__ import annotations

import itertools
import re
from collections import Counter
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
    written,
)
from pdf_text import Piece, content, elements, pieces, reader, structure


def labels(site: Path, name: str) -> set[str]:
    soup = article(site, name)
    return {
        " ".join(t.get_text().split())
        for t in soup.select("figure.diagrama svg tspan, figure.diagrama svg text")
    }


def test_the_fonts_have_every_character_of_the_guide(published):
    fonts = [TTFont(file).getBestCmap() for file in sorted(pdf_paper.FONTS.glob("*Sans*.ttf"))]
    known = set.intersection(*(set(font) for font in fonts))
    printed = [name for name in (Path(uri).stem for _, uri in navigation()) if name != "descargas"]
    text = "".join(article(published, name).get_text() for name in printed)
    assert {c for c in text if ord(c) not in known and not c.isspace()} - set(SIGNS) == set()


def test_the_text_of_every_topic_is_there(published, book, topics):
    for name, path in topics.items():
        source = article(published, name)
        for part in source.select("svg, .examen-lista, .examen-tipo, .vigencia-tipo, summary, small"):
            part.decompose()
        blocks = source.select("h2, h3, td, th, figcaption, p, li, code")
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
    assert sum(times[head] > tables[head] for head in tables) >= 3


def test_a_table_leaves_no_row_alone_on_a_page(book, topics):
    for path in (book, *topics.values()):
        for table in structure(path, "/Table"):
            rows = [row for row in elements(table) if str(row.S) == "/TR"][1:]
            pages = [max(page for page, _ in content(path, row)) for row in rows]
            assert len(rows) < 2 or min(Counter(pages).values()) > 1, (path.name, pages)


def lines(path: Path, page: int) -> list[list[Piece]]:
    """The lines of running text on a page, from its top."""
    rows: dict[int, list[Piece]] = {}
    for piece in (piece for piece in body(path, page) if not piece.drawn and 9.9 < piece.size < 10.9):
        rows.setdefault(round(piece.y), []).append(piece)
    return [sorted(row, key=lambda piece: piece.x) for _, row in sorted(rows.items(), reverse=True)]


def test_lines_divide_long_words_only(book, topics):
    words = []
    for path in (book, *topics.values()):
        for page in range(len(pieces(path))):
            for row, after in itertools.pairwise(lines(path, page)):
                above, below = ("".join(piece.text for piece in line) for line in (row, after))
                if head := re.search(r"[^\W\d_]+(?=\u00ad$)", above):
                    words.append(head[0] + re.match(r"\w*", below)[0])
    assert [word for word in words if len(word) < 7 or not word[1:].islower()] == []


def test_no_bullet_or_number_of_a_list_stands_alone(book, topics):
    alone = []
    for path in (book, *topics.values()):
        for number, page in enumerate(pieces(path), 1):
            for mark in (piece for piece in page if re.fullmatch(r"•|\d+\.", piece.text) and piece.size > 8):
                beside = (piece.x - mark.end for piece in page if abs(piece.y - mark.y) < 3)
                alone += [] if any(0 < gap < 40 for gap in beside) else [(path.name, number, mark)]
    assert alone == []
