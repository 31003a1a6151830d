"""The back of the book: answers, glossary, index and ledger name the right pages and sources."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import yaml
from pdf_pages import APPENDICES, MADE, article, body, navigation, outline, page_text, plain
from pdf_text import reader
from support import ROOT


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


def test_every_term_is_in_the_index_with_pages_that_use_it(book):
    pages = {title: number for _, title, number in outline(book)}
    texts = [page_text(book, number).lower() for number in range(len(reader(book).pages))]
    first = pages["Índice alfabético"] - 1
    index = [piece for number in range(first, len(texts)) for piece in body(book, number)]
    terms = yaml.safe_load((ROOT / "docs/_data/glossary.yml").read_text("utf-8"))
    whole = plain("".join(piece.text for piece in index))
    assert [
        term["term"] for term in terms if not re.search(rf"{re.escape(plain(term['term']))},\d", whole)
    ] == []
    names = {
        plain(term["term"]): [
            term["term"],
            term.get("abbreviation"),
            term.get("english"),
            *term.get("synonyms", []),
        ]
        for term in terms
    }
    found = [
        any(plain(name).lower() in texts[int(after.text) - 1] for name in names[term] if name)
        for piece, after in itertools.pairwise(index)
        if (term := plain(piece.text).rstrip(",")) in names and after.text.isdigit()
    ]
    assert len(found) > 250
    assert sum(found) > 0.9 * len(found)  # the others stand there in the plural


def test_the_glossary_names_pages_in_order(book):
    pages = {title: number for _, title, number in outline(book)}
    text = "".join(
        page_text(book, n) for n in range(pages["Glosario"] - 1, pages["Registro de vigencia"] - 1)
    )
    lists = [[int(n) for n in found.split(",")] for found in re.findall(r"p\.((?:\d+,)*\d+)", text)]
    assert len(lists) > 300
    assert [found for found in lists if found != sorted(found)] == []


def test_a_fact_names_its_sources_by_number_and_each_is_listed_once(published, book, topics):
    ledger = article(published, "vigencia")
    addresses = {link["href"] for link in ledger.select(".fuentes a")}
    assert len(addresses) > 150
    for path in (book, *topics.values()):
        numbers = {title: number for _, title, number in outline(path)}
        first, last = numbers[APPENDICES[-1]], numbers.get("Índice alfabético", len(reader(path).pages) + 1)
        pages = range(first - 1, last - 1)
        text = "".join(page_text(path, number) for number in pages)
        assert not re.search(r"·p\.(?!\d)", text), path.name  # a page that this PDF does not have
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
