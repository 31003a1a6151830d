"""Packages of flash cards, made of a book of one page."""

from __future__ import annotations

import json
import sqlite3
import time
import zipfile
from dataclasses import replace

import books
import pytest
from books import term
from guidekit.downloads.anki import cards
from guidekit.downloads.errors import DownloadError
from guidekit.downloads.manifest import Known, Point

PAGE = """\
<h1>Uno</h1><figure class="diagrama" id="diagrama-lejos"></figure>
<h2>A</h2><figure class="diagrama" id="diagrama-cerca"><figcaption>Pie &amp; más</figcaption></figure>
<div class="admonition examen" id="examen-a"><p class="admonition-title">A</p>
<p>Cuerpo <a href="../b/#x">de otra</a><a class="hecho" href="../vigencia/#h"><span>nuevo</span></a>, fin.
<a href="https://docs.example.org/">fuera</a></p></div>
<h2>B</h2><div class="admonition examen escenario" id="examen-b"><p class="admonition-title">B</p>
<p>¿Qué eliges si 1 &lt; 2?</p><details class="examen-respuesta"><summary>Respuesta</summary>
<p><strong>Respuesta: la buena.</strong></p></details></div>"""
SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" style="min-width:7px"><title>Dos "cajas"</title>
<style>rect{fill:var(--dg-app,#e3edfb);stroke:var(--dg-line, black)}</style><rect/></svg>"""
POINTS = (
    Point("examen-a", "Prisa: A", "punto", "a", "a", ("b",), "s", "Alta seguridad"),
    Point("examen-b", "B", "escenario", "a", "a", ("b",), "s", "Alta seguridad"),
)
TERM = term(english="failover")


@pytest.fixture
def book(tmp_path):
    drawings = tmp_path / "assets/diagramas"
    drawings.mkdir(parents=True)
    (drawings / "cerca.svg").write_text(SVG, "utf-8")
    chapters = books.chapter(PAGE, title="Uno & dos"), books.chapter(name="b", topic=2)
    return books.book(*chapters, points=POINTS, terms=(TERM,), site=tmp_path)


def made(book, target):
    """Return the notes as {first field: ({field: value}, guid, tags)}, and the media as {name: content}."""
    target.mkdir(parents=True, exist_ok=True)
    (file,) = cards.make(book, target)
    with zipfile.ZipFile(file) as archive:
        media = {name: archive.read(number) for number, name in json.loads(archive.read("media")).items()}
        db = sqlite3.connect(":memory:")
        db.deserialize(archive.read("collection.anki2"))
    models = json.loads(db.execute("SELECT models FROM col").fetchone()[0])
    notes = {}
    for mid, guid, tags, fields in db.execute("SELECT mid, guid, tags, flds FROM notes"):
        names = [field["name"] for field in models[str(mid)]["flds"]]
        values = fields.split("\x1f")
        notes[values[0]] = dict(zip(names, values, strict=True)), guid, tags.split()
    db.close()
    return notes, media


def test_a_point_becomes_a_card(book, tmp_path):
    notes, media = made(book, tmp_path / "out")
    fields, _, tags = notes["Prisa: A"]
    assert fields["Frente"] == "Prisa"
    assert fields["Lugar"] == "Alta seguridad · Tema 1 · Uno &amp; dos"
    assert fields["Respuesta"] == (
        '<p>Cuerpo <span>de otra</span>, fin.\n<a href="https://docs.example.org/">fuera</a></p>'
    )
    assert fields["Enlace"] == ""
    assert tags == ["tipo::punto", "dominio::Alta-seguridad", "tema::a", "tema::b"]
    assert 'src="guia-cerca.svg" alt="Dos &quot;cajas&quot;" style="min-width:7px"' in fields["Diagrama"]
    assert "<p>Pie &amp; más</p>" in fields["Diagrama"]
    assert list(media) == ["guia-cerca.svg"]
    assert b"rect{fill:#e3edfb;stroke:black}" in media["guia-cerca.svg"]


def test_a_scenario_keeps_its_answer_for_the_back(book, tmp_path):
    fields, _, _ = made(book, tmp_path / "out")[0]["B"]
    assert fields["Enunciado"] == "<p>¿Qué eliges si 1 &lt; 2?</p>"
    assert fields["Respuesta"] == "<p><strong>Respuesta: la buena.</strong></p>"
    assert fields["Diagrama"] == ""


ASKING = """\
<h1>Uno</h1><div class="admonition examen" id="examen-c"><p class="admonition-title"><span class="examen-tipo">Punto</span>
Lento &amp; caro</p><p class="examen-ingles" lang="en">MOST cost-effective</p><p>La tienda va lenta.</p>
<details class="examen-respuesta"><summary>Ver respuesta</summary><p><strong>Respuesta:</strong> una <strong>caché</strong>.</p>
<p class="examen-trampa"><strong>Trampa:</strong> ampliar.</p></details></div>"""


def test_a_point_that_asks_shows_all_but_its_answer_and_turned_over_both(tmp_path):
    point = Point("examen-c", "Lento & caro", "punto", "a", "a", domain_name="Costos")
    book = books.book(books.chapter(ASKING), points=(point,))
    fields, guid, _ = made(book, tmp_path / "out")[0]["Lento &amp; caro"]
    assert guid == cards.guid("guia", "tip", "examen-c")
    assert fields["Pregunta"] == ""
    assert fields["Frente"] == (
        '<p class="titulo">Lento &amp; caro</p>\n<p class="examen-ingles" lang="en">MOST cost-effective</p>'
        "<p>La tienda va lenta.</p>"
    )
    assert fields["Respuesta"] == (
        "<p><strong>Respuesta:</strong> una <strong>caché</strong>.</p>\n"
        '<p class="examen-trampa"><strong>Trampa:</strong> ampliar.</p>'
    )
    assert fields["Pista"] == "Costos · Tema 1 · Uno"


def test_every_point_has_its_card(book, tmp_path):
    (tmp_path / "out").mkdir()
    (file,) = cards.make(book, tmp_path / "out")
    with zipfile.ZipFile(file) as archive:
        db = sqlite3.connect(":memory:")
        db.deserialize(archive.read("collection.anki2"))
    assert db.execute("SELECT count(*), count(DISTINCT nid) FROM cards").fetchone() == (4, 3)
    db.close()


def test_a_term_becomes_a_card_each_way(book, tmp_path):
    fields, _, tags = made(book, tmp_path / "out")[0]["conmutación"]
    assert (fields["Desde el inglés"], fields["Definición"]) == ("failover", "Paso a &lt; b.")
    assert tags == ["tipo::término", "tema::a"]


KNOWN = (
    Known("row", "a", "réplicas como máximo, no 16: con `x` son 15.", "15", ("abc-001",)),
    Known("row", "a", "es la réplica.", "Asíncrona", ("abc-001",)),
    Known("cue", "a", "los informes frenan la base", "réplica de lectura", ("abc-001",)),
)


def test_what_to_know_by_heart_is_a_deck_of_cards_that_hide_its_key(book, tmp_path):
    known = replace(book, known=KNOWN, points=(), terms=(), url="https://example.org/guia")
    notes, _ = made(known, tmp_path / "out")
    assert list(notes) == [
        "… réplicas como máximo, no 16: con <code>x</code> son ….",
        "… es la réplica.",
        "los informes frenan la base",
    ]
    (row, _, tags), _, (cue, _, _) = notes.values()
    assert (row["Respuesta"], row["Tema"]) == ("15", "Uno &amp; dos")
    assert row["Completo"] == "15 réplicas como máximo, no 16: con <code>x</code> son 15."
    assert row["Enlace"] == '<a href="https://example.org/guia/a/#en-60-segundos">Ver en la guía</a>'
    assert (cue["Respuesta"], cue["Completo"]) == ("réplica de lectura", "")
    assert tags == ["tipo::esencial", "tema::a"]


def test_a_card_to_know_by_heart_stays_itself_when_its_words_change(book, tmp_path):
    def guids(known, name):
        notes, _ = made(replace(book, known=known, points=(), terms=()), tmp_path / name)
        return [guid for _, guid, _ in notes.values()]

    before = guids(KNOWN, "before")
    assert before[0] == cards.guid("guia", "row", "a abc-001")
    assert len(set(before)) == 3
    assert guids([replace(item, asked=f"{item.asked} ya", key="8") for item in KNOWN], "after") == before


def test_links_lead_to_the_public_site_if_there_is_one(book, tmp_path):
    notes, _ = made(replace(book, url="https://example.org/guia"), tmp_path / "out")
    fields, _, _ = notes["Prisa: A"]
    assert '<a href="https://example.org/guia/b/#x">de otra</a>' in fields["Respuesta"]
    assert fields["Enlace"] == '<a href="https://example.org/guia/a/#examen-a">Ver en la guía</a>'
    assert notes["conmutación"][0]["Páginas"] == '<a href="https://example.org/guia/a/">Uno &amp; dos</a>'


def test_a_note_stays_itself_when_its_texts_change(book, tmp_path):
    before, _ = made(book, tmp_path / "before")
    points = tuple(replace(point, title=f"{point.title} de nuevo") for point in book.points)
    terms = (replace(TERM, term="relevo", definition="Otra."),)
    after, _ = made(replace(book, title="Otra: guía", points=points, terms=terms), tmp_path / "after")
    assert set(before).isdisjoint(after)
    assert sorted(guid for _, guid, _ in before.values()) == sorted(guid for _, guid, _ in after.values())
    assert len({guid for _, guid, _ in before.values()}) == 3


def test_another_guide_has_notes_of_its_own(book, tmp_path):
    one, _ = made(book, tmp_path / "one")
    two, _ = made(replace(book, file="otra"), tmp_path / "two")
    assert {guid for _, guid, _ in one.values()}.isdisjoint(guid for _, guid, _ in two.values())


def test_two_runs_write_the_same_bytes(book, tmp_path, monkeypatch):
    made(book, tmp_path / "one")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        made(book, tmp_path / "far/away/two")
    finally:
        monkeypatch.undo()
        time.tzset()
    first, second = tmp_path / "one/guia.apkg", tmp_path / "far/away/two/guia.apkg"
    assert first.read_bytes() == second.read_bytes()


def test_a_guide_without_points_and_terms_has_no_cards(book, tmp_path):
    assert cards.make(replace(book, points=(), terms=()), tmp_path) == []


@pytest.mark.parametrize(
    ("lost", "message"),
    [
        ("point", r"guia\.apkg: the page a/ holds no exam point #examen-c"),
        ("drawing", r"guia\.apkg: no drawing assets/diagramas/cerca\.svg in the site"),
    ],
)
def test_what_is_missing_is_named_and_no_half_file_stays(book, tmp_path, lost, message):
    target = tmp_path / "out"
    target.mkdir()
    if lost == "point":
        book = replace(book, points=(*book.points, replace(book.points[0], id="examen-c")))
    else:
        (tmp_path / "assets/diagramas/cerca.svg").unlink()
    with pytest.raises(DownloadError, match=message):
        cards.make(book, target)
    assert list(target.iterdir()) == []
