"""What to know by heart, in the book and as a PDF of its own."""

from __future__ import annotations

import books
from guidekit.downloads.pdf import bodies, review, sheets
from guidekit.downloads.pdf.paper import chosen
from guidekit.web.elements import in_one_line

PAGE = """\
<h1 id=hoja>Hoja</h1><p>Lo que hay que saber.</p>
<div class="descargas-pagina solo-pantalla">Descargar</div><div class="repaso">
<div><h2 id=a><a href="../b/">Réplicas</a></h2>
<dl class="resumen-datos"><dt>15</dt><dd>réplicas admite <code>una</code> instancia.</dd></dl>
<ul class="resumen-pistas"><li>los informes frenan la base → <strong>réplica</strong></li></ul></div>
<div><h2 id=c><a href="../b/">Copias</a></h2><dl class="resumen-datos"><dt>35</dt><dd>días.</dd></dl></div></div>"""
LINES = ["15\u2002réplicas admite una instancia.", "los informes frenan la base → réplica", "35\u2002días."]


def sheet_page():
    return books.chapter(PAGE, "hoja-de-repaso", kind="made", topic=None, title="Hoja")


def lines(parts):
    return [in_one_line(item) for part in parts for item in part.iter("li")]


def test_the_book_has_it_as_an_appendix_whose_topics_lead_to_their_chapters():
    book = books.book(books.chapter(name="b"), sheet_page())
    (appendix,) = [part for part in bodies.of_book(book, chosen())[0] if part.get("kind") == "hoja"]
    assert lines([appendix]) == [line.replace("\u2002", " ") for line in LINES]
    assert [(link.get("to"), in_one_line(link)) for link in appendix.iter("reference")] == [
        ("b", "Réplicas"),
        ("b", "Copias"),
    ]


def test_the_pdf_of_its_own_leads_to_the_public_site_if_there_is_one():
    public = books.book(books.chapter(name="b"), sheet_page(), url="https://e.org")
    (body,) = bodies.of_review(public, public.chapters[1], chosen())
    assert [in_one_line(part[0]) for part in body] == ["Réplicas", "Copias"]
    assert {link.get("href") for link in body.iter("address")} == {"https://e.org/b/"}
    alone = books.book(books.chapter(name="b"), sheet_page())
    assert not list(bodies.of_review(alone, alone.chapters[1], chosen())[0].iter("address"))


def test_it_is_called_after_the_downloads_and_not_made_without_its_page(tmp_path):
    book = books.book(books.chapter(name="b"), sheet_page())
    sheet = sheets.review(book, book.chapters[1], chosen())
    assert sheet.name == "guia-repaso"
    assert 'title: "Hoja · Guía: completa"' in sheet.code
    assert list(review.make(books.book(books.chapter()), tmp_path)) == []
