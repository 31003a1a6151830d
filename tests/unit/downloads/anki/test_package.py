"""The file Anki reads."""

from __future__ import annotations

import json
import sqlite3
import zipfile

import genanki
from guidekit.downloads.anki import package


def test_a_package_holds_notes_of_one_time_and_media_by_number(tmp_path):
    model = genanki.Model(
        1, "M", fields=[{"name": "A"}], templates=[{"name": "T", "qfmt": "{{A}}", "afmt": "x"}]
    )
    decks = [genanki.Deck(2, "Uno"), genanki.Deck(3, "Dos")]
    for number, deck in enumerate(decks):
        deck.add_note(genanki.Note(model, [f"n{number}"], guid=f"g{number}"))
    package.write(decks, {"b.svg": b"B", "a.svg": b"A"}, tmp_path / "x.apkg", 1767312000)
    with zipfile.ZipFile(tmp_path / "x.apkg") as archive:
        assert archive.namelist() == ["collection.anki2", "media", "0", "1"]
        assert json.loads(archive.read("media")) == {"0": "a.svg", "1": "b.svg"}
        assert archive.read("1") == b"B"
        collection = sqlite3.connect(":memory:")
        collection.deserialize(archive.read("collection.anki2"))
    rows = collection.execute("SELECT id, guid, mod FROM notes ORDER BY id").fetchall()
    collection.close()
    assert rows == [(1767312000000, "g0", 1767312000), (1767312000002, "g1", 1767312000)]
