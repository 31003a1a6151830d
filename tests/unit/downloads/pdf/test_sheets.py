"""What Typst reads for each PDF."""

from __future__ import annotations

import re

import books
import pytest
from guidekit.downloads.pdf import sheets
from guidekit.downloads.pdf.paper import chosen

LINKS = '<h1>X</h1><p><a href="../b/#uno">b</a> <a class=termino href="../glosario/#t">c</a></p>'


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("http://127.0.0.1/", 'k-span({"b"}); " "; k-term({"c"})'),
        ("https://e.org", 'k-outside(href: "https://e.org/b/#uno", {"b"}); " "; k-term({"c"})'),
    ],
)
def test_every_link_leads_somewhere_in_the_end(url, links):
    page = books.chapter(LINKS, "x")
    book = books.book(page, books.chapter(name="b"), url=url)
    code = sheets.single(book, page, chosen()).code
    assert f"k-p({{{links}}})" in code


def test_in_a_book_a_link_leads_to_its_chapter_if_not_to_its_place():
    links = '<h1 id=x>X</h1><p><a href="../b/#uno">uno</a> <a href="../b/#nada">nada</a></p>'
    sheet = sheets.whole(books.book(books.chapter(links, "x"), books.chapter(name="b")), chosen())
    assert 'k-reference(to: "b--uno", {"uno"}); " "; k-reference(to: "b", {"nada"})' in sheet.code
    assert list(sheet.targets) == ["b", "b--uno"]


def test_every_heading_has_a_name_for_the_contents_to_lead_to():
    book = books.book(books.chapter("<h1>Uno</h1><h2>Dos</h2>"))
    assert 'k-heading(id: "titulo-1", 3, {"Dos"})' in sheets.whole(book, chosen()).code


def test_a_sheet_says_what_it_is_of():
    book = books.book(books.chapter(), title='La "guía"')
    sheet = sheets.single(book, book.chapters[0], chosen())
    assert sheet.name == "a"
    assert r'title: "Uno · La \"guía\""' in sheet.code
    assert "date: datetime(year: 2026, month: 1, day: 2)" in sheet.code
    assert 'paper: "a4", topic: true)' in sheet.code
    assert 'paper: "a4", topic: false)' in sheets.whole(book, chosen()).code


def test_the_style_knows_what_each_paragraph_and_span_is_for():
    ledger = books.chapter(
        "<h1>Vigencia</h1><table><tr><th>Marca<td>1</table>", "vigencia", kind="made", topic=None
    )
    book = books.book(books.chapter(), ledger, facts=(books.fact(),), terms=(books.term(),))
    code = sheets.whole(book, chosen()).code
    style, content = code.split("#show: k-document")
    roles = set(re.findall(r'k-(?:p|span)\([^{]*role: "([^"]*)"', content))
    assert roles > {"dato", "dato-cabeza", "fuente", "fuentes", "direccion"}
    assert not {role for role in roles if f"\n  {role}: " not in style}
