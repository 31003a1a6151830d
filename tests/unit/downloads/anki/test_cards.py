"""The fronts of the flash cards, and packages of a book of one page."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
import time
import zipfile
from xml.etree import ElementTree as ET

import pytest
from guidekit.downloads.anki import cards
from guidekit.downloads.anki.fronts import REPLY, RULE, WHICH, Front, from_english, front, place, what_is
from guidekit.downloads.errors import DownloadError
from guidekit.downloads.manuscript import Book, Chapter

NAMES = ["Amazon RDS Proxy", "registro de consultas lentas", "PITR"]


@pytest.mark.parametrize(
    ("title", "ask", "shown", "hidden"),
    [
        ("Más IOPS sin ampliar el disco: gp3", REPLY, "Más IOPS sin ampliar el disco", "gp3"),
        ("El cifrado se decide al crear", RULE, "El cifrado se decide al crear", ""),
        ("Réplicas: Redis; hilos: Memcached", REPLY, "Réplicas; hilos", "Redis; Memcached"),
        ("Réplicas: Redis; o nada", REPLY, "Réplicas", "Redis; o nada"),
        ("RDS Proxy: conmutar más rápido", WHICH, "Conmutar más rápido", "RDS Proxy"),
        ("PITR: base nueva", WHICH, "Base nueva", "PITR"),
        ("Consultas lentas: el proxy no ayuda", REPLY, "Consultas lentas", "el proxy no ayuda"),
        ("Dos motores: qué palabra pide cada uno", REPLY, "Dos motores: qué palabra pide cada uno", ""),
        ("«Lo más rentable» suele apuntar a RDS", REPLY, "«Lo más rentable»", "suele apuntar a RDS"),
        ("«Siempre» y «nunca» son falsas", REPLY, "«Siempre» y «nunca»", "son falsas"),
        ("«Siempre» no es «nunca»", REPLY, "«Siempre»", "no es «nunca»"),
        ("«Sin clave» o «rotar la clave»", REPLY, "«Sin clave» o «rotar la clave»", ""),
        ("«Urgente»: réplica", REPLY, "«Urgente»", "réplica"),
        ("Ante una carga masiva, amplía antes", REPLY, "Ante una carga masiva", "amplía antes"),
        ("Con Oracle, un diseño va a EC2", RULE, "Con Oracle, un diseño va a EC2", ""),
        ("La copia de las 10:05 no basta", RULE, "La copia de las 10:05 no basta", ""),
    ],
)
def test_a_title_becomes_a_question_that_keeps_the_answer(title, ask, shown, hidden):
    assert front(title, NAMES) == Front(ask, shown, hidden)


def test_the_place_is_told_unless_it_is_the_answer():
    where = "Tema 11 · Amazon RDS Proxy"
    assert place(where, Front(REPLY, "Faltan conexiones", "RDS Proxy"), "") == ""
    assert place(where, Front(RULE, "Faltan conexiones"), "un proxy") == ""
    assert place(where, Front(RULE, "El proxy no es público"), "proxy de la VPC") == where
    assert place(where, Front(REPLY, "Consultas lentas", "el proxy no ayuda"), "proxy") == where
    assert place(where, Front(REPLY, "Lecturas repetidas", "caché"), "") == where


@pytest.mark.parametrize(
    ("term", "question"),
    [
        ("punto de conexión", "¿Qué es?"),
        ("Kerberos", "¿Qué es?"),
        ("clúster principal", "¿Qué es?"),
        ("créditos de CPU", "¿Qué son?"),
        ("tablas globales", "¿Qué son?"),
        ("detener una instancia", "¿En qué consiste?"),
        ("sin estado", "¿Qué significa?"),
    ],
)
def test_the_question_fits_the_term(term, question):
    assert what_is(term) == question


def term(name, english, abbreviation=None, linked=True):
    return {"term": name, "english": english, "abbreviation": abbreviation, "linked": linked}


@pytest.mark.parametrize(
    ("entry", "asked"),
    [
        (term("conmutación por error", "failover"), "failover"),
        (
            term("recuperación a un momento dado", "point-in-time recovery", "PITR"),
            "point-in-time recovery (PITR)",
        ),
        (term("lista de control de acceso de red", "network ACL", "ACL de red"), "network ACL"),
        (term("replicación lógica", "logical replication"), ""),
        (term("región", "Region"), ""),
        (term("zero-ETL", "zero-ETL integration"), ""),
        (term("Amazon EBS", "Amazon Elastic Block Store"), ""),
        (term("tienda en línea", "online store", linked=False), ""),
        (term("Valkey", None), ""),
    ],
)
def test_the_spanish_name_is_asked_for_only_where_that_teaches(entry, asked):
    assert from_english(entry) == asked


PAGE = """\
<article><h1>Uno</h1><figure class="diagrama" id="diagrama-lejos"/>
<h2>A</h2><figure class="diagrama" id="diagrama-cerca"><figcaption>Pie &amp; más</figcaption></figure>
<div class="admonition examen" id="examen-a"><p class="admonition-title">A</p>
<p>Cuerpo <a href="../b/#x">de otra</a><a class="hecho" href="../vigencia/#h"><span>nuevo</span></a>, fin.
<a href="https://docs.example.org/">fuera</a></p></div>
<h2>B</h2><div class="admonition examen escenario" id="examen-b"><p class="admonition-title">B</p>
<p>¿Qué eliges si 1 &lt; 2?</p><details class="examen-respuesta"><summary>Respuesta</summary>
<p><strong>Respuesta: la buena.</strong></p></details></div></article>"""
SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" style="min-width:7px"><title>Dos "cajas"</title>
<style>rect{fill:var(--dg-app,#e3edfb);stroke:var(--dg-line, black)}</style><rect/></svg>"""
TIP = {"topic": "a", "also": ["b"], "domain": "s", "domain_name": "Alta seguridad", "keywords": []}
TERM = {
    "id": "t",
    "term": "conmutación",
    "english": "failover",
    "abbreviation": None,
    "definition": "Paso\na < b.",
    "pages": ["a"],
    "linked": True,
}


@pytest.fixture
def book(tmp_path):
    drawings = tmp_path / "assets/diagramas"
    drawings.mkdir(parents=True)
    (drawings / "cerca.svg").write_text(SVG, "utf-8")
    path = tmp_path / "a/index.html"
    chapter = Chapter("a", "Uno & dos", "", "", 1, "topic", "a/", path, ET.fromstring(PAGE))
    return Book(
        title="Guía: completa", description="", author="Autora", rights="CC BY-SA 4.0", licence="",
        url="http://127.0.0.1:8000/", language="es", file="guia", epoch=1767312000,
        chapters=(chapter,),
        tips=({**TIP, "id": "examen-a", "title": "Prisa: A", "kind": "punto"},
              {**TIP, "id": "examen-b", "title": "B", "kind": "escenario"}),
        terms=(TERM,), domains=(), facts=None, site=tmp_path,
    )  # fmt: skip


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


def test_a_term_becomes_a_card_each_way(book, tmp_path):
    fields, _, tags = made(book, tmp_path / "out")[0]["conmutación"]
    assert (fields["Desde el inglés"], fields["Definición"]) == ("failover", "Paso a &lt; b.")
    assert tags == ["tipo::término", "tema::a"]


def test_links_lead_to_the_public_site_if_there_is_one(book, tmp_path):
    notes, _ = made(dataclasses.replace(book, url="https://example.org/guia"), tmp_path / "out")
    fields, _, _ = notes["Prisa: A"]
    assert '<a href="https://example.org/guia/b/#x">de otra</a>' in fields["Respuesta"]
    assert fields["Enlace"] == '<a href="https://example.org/guia/a/#examen-a">Ver en la guía</a>'
    assert notes["conmutación"][0]["Páginas"] == '<a href="https://example.org/guia/a/">Uno &amp; dos</a>'


def test_a_note_stays_itself_when_its_texts_change(book, tmp_path):
    before, _ = made(book, tmp_path / "before")
    tips = tuple({**tip, "title": f"{tip['title']} de nuevo"} for tip in book.tips)
    terms = ({**TERM, "term": "relevo", "definition": "Otra."},)
    after, _ = made(dataclasses.replace(book, title="Otra: guía", tips=tips, terms=terms), tmp_path / "after")
    assert set(before).isdisjoint(after)
    assert sorted(guid for _, guid, _ in before.values()) == sorted(guid for _, guid, _ in after.values())
    assert len({guid for _, guid, _ in before.values()}) == 3


def test_another_guide_has_notes_of_its_own(book, tmp_path):
    one, _ = made(book, tmp_path / "one")
    two, _ = made(dataclasses.replace(book, file="otra"), tmp_path / "two")
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
    assert cards.make(dataclasses.replace(book, tips=(), terms=()), tmp_path) == []


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
        book = dataclasses.replace(book, tips=(*book.tips, {**book.tips[0], "id": "examen-c"}))
    else:
        (tmp_path / "assets/diagramas/cerca.svg").unlink()
    with pytest.raises(DownloadError, match=message):
        cards.make(book, target)
    assert list(target.iterdir()) == []
