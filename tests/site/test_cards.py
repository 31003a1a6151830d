"""The flash cards of the real site, opened as Anki opens them: a zip with an SQLite collection."""

from __future__ import annotations

import html
import json
import re
import sqlite3
import zipfile
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import pytest
from bs4 import BeautifulSoup
from guidekit.downloads.anki.fronts import WHICH, words
from guidekit.web.text import fold

DOMAINS = {"Seguridad", "Resiliencia", "Rendimiento", "Costos"}


@dataclass(frozen=True)
class Note:
    kind: str
    guid: str
    tags: tuple[str, ...]
    deck: str
    cards: int
    fields: dict[str, str]


class Package:
    def __init__(self, file):
        with zipfile.ZipFile(file) as archive:
            assert archive.testzip() is None
            self.names = archive.namelist()
            self.media = {
                name: archive.read(number).decode()
                for number, name in json.loads(archive.read("media")).items()
            }
            self._collection = archive.read("collection.anki2")

    @cached_property
    def notes(self):
        db = sqlite3.connect(":memory:")
        db.deserialize(self._collection)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        self.models, decks = (
            json.loads(text) for text in db.execute("SELECT models, decks FROM col").fetchone()
        )
        made = []
        for number, mid, guid, tags, values in db.execute(
            "SELECT id, mid, guid, tags, flds FROM notes ORDER BY id"
        ):
            names = [field["name"] for field in self.models[str(mid)]["flds"]]
            cards = db.execute("SELECT did FROM cards WHERE nid = ?", (number,)).fetchall()
            assert len(set(cards)) == 1, "the cards of a note are in one deck"
            fields = dict(zip(names, values.split("\x1f"), strict=True))
            kind = self.models[str(mid)]["name"].partition(": ")[2]
            deck = decks[str(cards[0][0])]["name"]
            made.append(Note(kind, guid, tuple(tags.split()), deck, len(cards), fields))
        self.decks = {deck["name"]: deck["desc"] for deck in decks.values()}
        db.close()
        return made

    def of(self, kind):
        return [note for note in self.notes if note.kind == kind]


@pytest.fixture(scope="module")
def package(published):
    return Package(published / "descargas/guia-rds.apkg")


@pytest.fixture(scope="module")
def points(published):
    """The exam points of the built pages by id: title, whether a scenario, and page."""
    made = {}
    for file in sorted(published.glob("*/index.html")):
        page = BeautifulSoup(file.read_text("utf-8"), "html.parser")
        for point in page.select("article .admonition.examen[id]"):
            point.select_one(".examen-tipo").decompose()
            title = " ".join(point.select_one(".admonition-title").get_text().split())
            made[point["id"]] = title, "escenario" in point["class"], point["data-tema"]
    return made


def test_every_point_and_every_term_is_a_note(package, points, published):
    glossary = BeautifulSoup((published / "glosario/index.html").read_text("utf-8"), "html.parser")
    terms = [
        entry.select_one("dt").contents[0].partition(" (")[0] for entry in glossary.select("[data-entrada]")
    ]
    scenarios = Counter(title for title, scenario, _ in points.values() if scenario)
    assert Counter(note.fields["Término"] for note in package.of("término")) == Counter(terms)
    assert Counter(note.fields["Título"] for note in package.of("escenario")) == scenarios
    titles = Counter(title for title, scenario, _ in points.values() if not scenario)
    assert Counter(note.fields["Título"] for note in package.of("punto de examen")) == titles
    assert min(len(terms), len(scenarios), len(titles)) > 0


def test_every_row_of_the_review_sheet_is_a_card(package, published):
    sheet = BeautifulSoup((published / "hoja-de-repaso/index.html").read_text("utf-8"), "html.parser")
    keys = [" ".join(key.get_text().split()) for key in sheet.select(".repaso dt, .repaso li > strong")]
    cards = [" ".join(note.fields["Respuesta"].split()) for note in package.of("esencial")]
    assert [html.unescape(re.sub("</?code>", "", card)) for card in cards] == keys
    assert len(keys) > 100


def test_no_two_notes_are_taken_for_one(package):
    assert len({note.guid for note in package.notes}) == len(package.notes)


def test_decks_are_the_topics_in_order_and_the_glossary(package, points):
    decks = list(dict.fromkeys(note.deck for note in package.notes))
    assert decks == sorted(decks)
    assert decks[0] == "Amazon RDS::01 Visión general de RDS"
    assert decks[-1] == "Amazon RDS::Glosario"
    assert decks[-2] == "Amazon RDS::Esencial"
    assert len(decks) == len({page for _, _, page in points.values()}) + 2
    assert "CC BY-SA 4.0" in package.decks["Amazon RDS"]
    assert re.search(r"edición del \d+ de [a-z]+ de \d{4}", package.decks["Amazon RDS"])


def test_tags_tell_kind_domain_and_topic(package, points):
    pages = {title: page for title, _, page in points.values()}
    for note in package.notes:
        parts = [tag.partition("::")[::2] for tag in note.tags]
        kinds = [value for key, value in parts if key == "tipo"]
        assert kinds == [{"punto de examen": "punto"}.get(note.kind, note.kind)]
        assert any(key == "tema" for key, _ in parts), note
        if note.kind not in {"término", "esencial"}:
            assert {value for key, value in parts if key == "dominio"} < DOMAINS, note
            assert ("tema", pages[note.fields["Título"]]) in parts
    assert {
        value
        for note in package.notes
        for tag in note.tags
        if (value := tag.removeprefix("dominio::")) != tag
    } == DOMAINS


def test_fields_hold_nothing_of_the_screen(package):
    for note in package.notes:
        for name, value in note.fields.items():
            found = BeautifulSoup(value, "html.parser")
            assert not found.select(
                "script, style, form, button, details, [id], [class*=hecho], [data-hechos]"
            ), (name, value)
            assert all(link["href"].startswith("https://") for link in found.select("[href]")), (name, value)
            assert "\ue002" not in value
            assert "var(" not in value


def test_media_and_cards_belong_together(package):
    used = {
        image["src"]
        for note in package.notes
        for image in BeautifulSoup("".join(note.fields.values()), "html.parser").select("img")
        if image["alt"]
    }
    assert used == set(package.media)
    assert package.names == ["collection.anki2", "media", *map(str, range(len(used)))]
    assert used
    for name, drawing in package.media.items():
        assert name.endswith(".svg")
        assert drawing.startswith("<svg")
        assert "var(" not in drawing


def test_every_front_asks_and_every_back_answers(package):
    for note in package.of("punto de examen"):
        assert note.fields["Pregunta"].startswith("¿") or 'class="titulo"' in note.fields["Frente"]
        assert note.fields["Frente"]
        assert BeautifulSoup(note.fields["Respuesta"], "html.parser").get_text(strip=True)
        assert "Respuesta" not in note.fields["Frente"]
    for note in package.of("escenario"):
        assert "?" in note.fields["Enunciado"], note.fields["Título"]
        assert "Respuesta" in note.fields["Respuesta"]
        assert "Respuesta" not in note.fields["Enunciado"]
    for note in package.of("término"):
        assert note.fields["Definición"]
        assert note.cards == (2 if note.fields["Desde el inglés"] else 1)


def test_no_two_points_ask_the_same(package):
    asked = Counter(
        (note.fields["Pregunta"], note.fields["Frente"]) for note in package.of("punto de examen")
    )
    assert [front for front, count in asked.items() if count > 1] == []


def test_no_front_gives_its_back_away(package):
    for note in package.of("punto de examen"):
        if not note.fields["Pregunta"]:
            continue  # its answer stands apart: tests/site/test_exam_points.py
        title, shown, hint = (note.fields[name] for name in ("Título", "Frente", "Pista"))
        cut = title
        for part in shown.split("; "):
            cut = re.sub(re.escape(part), "", cut, count=1, flags=re.IGNORECASE)
        if shown == title:  # the whole title is the question
            assert ": " not in title or re.search(r": (qué|cuál|cuándo|cómo)\b", title), title
            continue
        assert not words(cut) & words(shown), title
        if not re.search(r"\bno\b", cut):
            assert not words(cut) & words(hint), title
        if note.fields["Pregunta"] == WHICH:
            assert fold(cut.strip(": ")) not in fold(f"{shown} {hint}")
    for note in package.of("escenario"):
        answer = BeautifulSoup(note.fields["Respuesta"], "html.parser").p.get_text()
        front = BeautifulSoup(note.fields["Título"] + note.fields["Enunciado"], "html.parser").get_text()
        assert words(answer.removeprefix("Respuesta:")) - words(front), note.fields["Título"]
        assert fold(answer.removeprefix("Respuesta: ").strip(".")) not in fold(front)
    for note in package.of("término"):
        if english := note.fields["Desde el inglés"]:
            assert fold(note.fields["Término"]) not in fold(english)


def test_cards_look_right_in_both_modes(package):
    assert package.notes
    for model in package.models.values():
        assert ".nightMode" in model["css"]
        assert "@import" not in model["css"]
        assert "url(" not in model["css"]
        for template in model["tmpls"]:
            held = set(re.findall(r"{{[#/^]?([^}]+)}}", template["qfmt"] + template["afmt"]))
            assert held <= {field["name"] for field in model["flds"]}
