"""Typst sets a sheet: its pages are found, its tags and links put in order, whatever it tells is told."""

from __future__ import annotations

import io
from pathlib import Path

import books
import pikepdf
import pytest
from guidekit.downloads.errors import DownloadError
from guidekit.downloads.pdf import press, sheets
from guidekit.downloads.pdf.paper import chosen

MARK = '<a class="hecho" data-hechos="x" data-mark="full" href="#abajo"></a>'
ROWS = "".join(f"<tr><td>{n}</td><td>x</td></tr>" for n in range(60))
PAGE = f"""<h1 id="uno">Uno</h1><p>Mira <a href="#abajo">abajo</a>.{MARK}</p>
<table><thead><tr><th>Uno</th><th>Otro</th></tr></thead><tbody>{ROWS}</tbody></table>
<div class="admonition warning"><p class="admonition-title">Ojo</p><p>Cuidado.</p></div>
<h2 id="abajo">Abajo</h2><p>Texto.</p>"""


def sheet(html: str = PAGE) -> press.Sheet:
    book = books.book(books.chapter(html))
    return sheets.single(book, book.chapters[0], chosen())


def pdf(of: press.Sheet) -> pikepdf.Pdf:
    pages, made = press.lay_out(of, of.targets, 0)
    while made is None:
        pages, made = press.lay_out(of, pages, 0)
    return pikepdf.open(io.BytesIO(made))


def tags(item: pikepdf.Object) -> list[str]:
    kids = item.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    inside = [tag for kid in kids if isinstance(kid, pikepdf.Dictionary) for tag in tags(kid)]
    return [str(item.S), *inside] if "/S" in item else inside


def test_a_layout_is_made_when_its_pages_are_those_it_was_told():
    found, made = press.lay_out(sheet(), {"a--abajo": 1}, 0)
    assert (found, made) == ({"a--abajo": 3}, None)
    found, made = press.lay_out(sheet(), found, 0)
    assert (found, made[:5]) == ({"a--abajo": 3}, b"%PDF-")
    assert press.lay_out(sheet(), found, 0)[1] == made


@pytest.mark.parametrize(
    "html",
    [
        *("<hr id=x>", "<blockquote id=x><p>a</p></blockquote>", "<ul id=x><li>a</li></ul>", "<p id=x>a</p>"),
        *("<ol><li id=x>a</li></ol>", "<ul id=x><li><input type=checkbox>a</li></ul>", "<h2 id=x>a</h2>"),
        *("<dl id=x><dt>a</dt></dl>", "<dl><dt id=x>a</dt></dl>", "<dl><dd id=x>a</dd></dl>"),
        *("<table id=x><tr><td>a</td></tr></table>", "<table><tr><th id=x>a</th></tr></table>"),
        *("<table><tr><td id=x>a</td></tr></table>", "<p><code id=x>a</code></p>", "<p><em id=x>a</em></p>"),
        *("<div class=highlight id=x><pre><code>a</code></pre></div>", "<div class=tip id=x><p>a</p></div>"),
        *("<figure id=x><p>a</p></figure>", "<figure><figcaption id=x>a</figcaption></figure>"),
    ],
)
def test_every_place_can_be_linked_to(html):
    found, _ = press.lay_out(sheet(f'<h1>Uno</h1><p><a href="#x">x</a></p>{html}<p>Fin.</p>'), {"a--x": 1}, 0)
    assert found == {"a--x": 1}


def test_links_lead_to_names():
    made = pdf(sheet())
    links = [link for page in made.pages for link in page.get("/Annots", [])]
    assert [str(link.Dest) for link in links] == ["a--abajo", "a--abajo"]
    page, _, _, up, _ = pikepdf.NameTree(made.Root.Names.Dests)["a--abajo"]
    assert page.objgen == made.pages[2].objgen
    assert 500 < up < 842


@pytest.mark.parametrize(("lines", "height", "later"), [(4, 200, 0), (6, 700, 1)])
def test_a_drawing_goes_to_the_foot_of_its_page_or_of_the_next_never_before_its_text(lines, height, later):
    svg = f'<svg viewBox="0 0 300 {height}"><title>Algo</title></svg>'
    drawing = f'<figure class="diagrama" id="d">{svg}</figure>'
    links = '<p><a href="#x">x</a> <a href="#d">d</a> <a href="#z">z</a></p>'
    text = f"<p>{'palabra ' * 45}</p>"
    sections = f'<h2 id="x">X</h2>{text * lines}{drawing}<p id="z">Sigue.</p>{text * 4}'
    made = pdf(sheet(f"<h1>Uno</h1>{links}{sections}"))
    pages = [page.objgen for page in made.pages]
    places = {str(name): to for name, to in pikepdf.NameTree(made.Root.Names.Dests).items()}
    page = {name: pages.index(places[f"a--{name}"][0].objgen) for name in "xdz"}
    assert page == {"x": 0, "z": 0, "d": later}
    assert later or places["a--z"][3] > places["a--d"][3]


def test_callouts_are_sections_and_no_column_is_left_of_what_keeps_rows_together():
    made = pdf(sheet())
    found = tags(made.Root.StructTreeRoot)
    assert found.count("/Sect") == 1
    assert "/BlockQuote" not in found
    assert (found.count("/TH"), found.count("/TD")) == (2, 120)
    assert len(made.Root.StructTreeRoot.IDTree.Names) == 4


def test_only_our_fonts_are_in_it_and_the_day_of_the_build():
    made = pdf(sheet())
    names = {str(font.BaseFont)[8:] for page in made.pages for font in page.Resources.Font.values()}
    assert names == {"IBMPlexSans", "IBMPlexSans-SmBld"}
    assert str(made.docinfo["/CreationDate"]).startswith("D:20260102")


def test_a_picture_of_the_site_is_read_and_one_that_is_broken_told(tmp_path):
    (tmp_path / "img").mkdir()
    (tmp_path / "img/a b.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8"
    )
    chapter = books.chapter()
    chapter.body.append(books.element("p", books.element("img", src="img/a b.svg", alt="Un panel")))
    made = sheets.single(books.book(chapter, site=tmp_path), chapter, chosen())
    assert made.pictures == ("img/a b.svg",)
    assert "/Figure" in tags(pdf(made).Root.StructTreeRoot)
    (tmp_path / "img/a b.svg").write_text("nada", "utf-8")
    with pytest.raises(DownloadError, match=r"^img/a b\.svg: .*; expected a picture that can be read"):
        pdf(made)


def test_what_typst_warns_of_stops_the_download():
    code = '#set document(title: "x")\n#set text(font: "Nadie")\nHola'
    with pytest.raises(DownloadError, match=r"^x\.pdf: Typst warns: unknown font family: nadie"):
        press.lay_out(press.Sheet("x", code, {}, Path()), {}, 0)


def test_the_version_that_was_looked_at():
    """Typst is 0.x: each release may break. When this one is raised, read what it says of PDF export, tags and
    introspection; compare all pages with those before (`make bench` compares texts and places); look whether tags.py
    and links.py are still needed; run the rules of PDF/UA on the whole guide (tests/site/test_pdf.py).
    """
    assert press.typst.__version__ == "0.15.2"
