"""Write a package: SQLite and media in a zip, the same bytes for the same cards."""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import genanki

from .. import atomic as files


def write(decks: Sequence[genanki.Deck], media: Mapping[str, bytes], file: Path, epoch: int) -> None:
    """Write `file` whole or not at all; `epoch` is the time every note bears.

    genanki's own writer would put the time of its temporary file into the zip.
    """
    names = sorted(media)
    parts = {
        "collection.anki2": _collection(decks, epoch),
        "media": json.dumps({str(number): name for number, name in enumerate(names)}).encode(),
        **{str(number): media[name] for number, name in enumerate(names)},
    }
    files.archive(file, parts.items(), epoch=0)  # Anki reads no dates of the archive


def _collection(decks: Sequence[genanki.Deck], epoch: int) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        ids = itertools.count(epoch * 1000)
        genanki.Package(decks).write_to_db(connection.cursor(), float(epoch), ids)
        connection.commit()
        connection.execute("VACUUM")  # genanki writes the lists of decks and models once for every deck
        return connection.serialize()
