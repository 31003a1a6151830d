"""`python -m bench.compare BEFORE AFTER`: what two built sites tell their readers, where it differs.

For a redesign that must change nothing: texts, anchors, addresses and drawings of the pages, what the search reads,
texts and places of PDFs, files of the EPUB, notes of the cards. Names of scripts and style sheets are no contract,
nor are classes, and are left out. Exit status 1 if anything differs.
"""

from __future__ import annotations

import difflib
import json
import re
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bs4 import BeautifulSoup
from pypdf import PdfReader

_SHOWN = 12
_ASSETS = re.compile(r"^(?:\.\./)*assets/.*\.(?:js|css|png)$")


def page(file: Path) -> list[str]:
    """Return what `lines_of` finds in a file."""
    return lines_of(file.read_text("utf-8"))


def lines_of(markup: str) -> list[str]:
    """Return a line for each text, anchor, address and drawing of a page, in order."""
    soup = BeautifulSoup(markup, "html.parser")
    for hidden in soup(["script", "style"]):
        hidden.decompose()
    lines = [f"drawing {svg.extract()}" for svg in soup.select("figure svg")]
    for tag in soup.find_all(True):
        lines += [f"#{tag['id']}"] if tag.get("id") else []
        address = tag.get("href") or tag.get("src")
        lines += [f"-> {address}"] if address and not _ASSETS.match(address) else []
        lines += [
            text for part in tag.find_all(string=True, recursive=False) if (text := " ".join(part.split()))
        ]
    return lines


def paper(file: Path) -> list[str]:
    """Return the texts of a PDF by page, and its named places by title."""
    reader = PdfReader(file)

    def titles(outline: list) -> Iterator[str]:
        for item in outline:
            yield from titles(item) if isinstance(item, list) else [f"outline {item.title}"]

    lines = [*titles(reader.outline)]
    for number, sheet in enumerate(reader.pages, 1):
        lines += [f"{number}: {line}" for line in sheet.extract_text().splitlines()]
    return lines


def book(file: Path) -> list[str]:
    """Return the texts, anchors and addresses of an EPUB's documents."""
    lines = []
    with zipfile.ZipFile(file) as archive, tempfile.TemporaryDirectory() as folder:
        for name in sorted(archive.namelist()):
            if name.endswith((".xhtml", ".opf", ".ncx")):
                unpacked = Path(folder, "page")
                unpacked.write_bytes(archive.read(name))
                lines += [f"{name}: {line}" for line in page(unpacked)]
    return lines


def cards(file: Path) -> list[str]:
    """Return the notes of a package: id, tags and fields."""
    with zipfile.ZipFile(file) as archive, tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(archive.extract("collection.anki2", folder))
        rows = database.execute("select guid, tags, flds from notes order by guid").fetchall()
        database.close()
        media = sorted(json.loads(archive.read("media")).values())
    return [*(" | ".join(row).replace("\x1f", " | ") for row in rows), *media]


def search(file: Path) -> list[str]:
    """Return the data of the search, an entry a line."""
    data = json.loads(file.read_text("utf-8").partition("=")[2].rstrip(";\n"))
    return [json.dumps(entry, ensure_ascii=False) for part in data.values() for entry in part]


def ledger(file: Path) -> list[str]:
    """Return what the marks of a page open."""
    boxes = json.loads(file.read_text("utf-8").partition("(")[2].rpartition(")")[0])
    return [f"{name}: {line}" for name, box in boxes.items() for line in lines_of(box)]


def mermaid(file: Path) -> list[str]:
    """Return the source of a drawing, the last of what its script hands over."""
    given = file.read_text("utf-8").partition("(")[2].rpartition(")")[0]
    return json.loads(f"[{given}]")[-1].splitlines()


_READERS: tuple[tuple[str, Callable[[Path], list[str]]], ...] = (
    ("**/*.html", page),
    ("assets/hechos/*.js", ledger),
    ("assets/diagramas/*.svg", lambda file: file.read_text("utf-8").splitlines()),
    ("assets/diagramas/*.js", mermaid),
    ("assets/search/index.js", search),
    ("descargas/*.pdf", paper),
    ("descargas/*.epub", book),
    ("descargas/*.apkg", cards),
)


def main(before: Path, after: Path) -> int:
    """Print what differs; return the exit status."""
    status = count = 0
    for pattern, read in _READERS:
        names = {file.relative_to(root) for root in (before, after) for file in root.glob(pattern)}
        for name in sorted(names):
            count += 1
            if not (before / name).is_file() or not (after / name).is_file():
                print(f"{name}: only {'after' if (after / name).is_file() else 'before'}")
                status = 1
            elif (before / name).read_bytes() != (after / name).read_bytes():
                pair = read(before / name), read(after / name)
                changes = [
                    line[:300]
                    for line in difflib.unified_diff(*pair, lineterm="", n=0)
                    if not line.startswith(("---", "+++", "@@"))
                ]
                if changes:
                    status = 1
                    print(f"{name}: {len(changes)} lines", *changes[:_SHOWN], sep="\n  ")
    print(f"{count} files compared: {'they differ' if status else 'the same'}")
    return status


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2])))
