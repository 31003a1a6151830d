"""What the tests of the PDFs ask: the text of a page, the bookmarks, and what the site has to compare with."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml
from bs4 import BeautifulSoup
from pdf_text import Piece, pieces, reader, reading
from support import ROOT

MADE = {"hoja-de-repaso", "indice-de-examen", "lista-de-preparacion", "glosario", "vigencia", "descargas"}
APPENDICES = [
    "Respuestas de los escenarios",
    "Hoja de repaso",
    "Lista de preparación",
    "Glosario",
    "Registro de vigencia",
]
SIGNS = "✅❌⚠\ufe0f☐"
NO_PRINT = (".headerlink, .solo-pantalla, .examen-pie, .diagrama-acciones, .diagrama-texto, .marca, .hecho, .revision, "
            ".descargas-pagina, script, style, form, template, title, desc")  # fmt: skip


def plain(text: str) -> str:
    """Text without spaces, hyphens and marks, so that it is the same however its lines break."""
    return re.sub(rf"[\s\u00ad\u2060\u2010-]|[{SIGNS}]", "", text)


@cache
def written(path: Path) -> str:
    """The text in reading order."""
    return plain("".join(piece.text for piece in reading(path)))


def body(path: Path, number: int) -> list[Piece]:
    height = float(reader(path).pages[number].mediabox.height)
    return [piece for piece in pieces(path)[number] if 46 < piece.y < height - 46]


def page_text(path: Path, number: int) -> str:
    return plain("".join(piece.text for piece in body(path, number)))


def navigation() -> list[tuple[str, str]]:
    """The pages of mkdocs.yml, each with its section, the outermost one."""
    nav = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""), yaml.SafeLoader)["nav"]

    def pages(item):
        if isinstance(item, str):
            return [item]
        parts = item.values() if isinstance(item, dict) else item
        return [page for part in parts for page in pages(part)]

    return [
        (part if isinstance(content, list) else "", page)
        for entry in nav
        for part, content in entry.items()
        for page in pages(content)
    ]


def article(site: Path, name: str) -> BeautifulSoup:
    file = site / ("index.html" if name == "index" else f"{name}/index.html")
    made = BeautifulSoup(file.read_text("utf-8"), "html.parser").select_one("article")
    for part in made.select(NO_PRINT):
        part.decompose()
    return made


def headings(site: Path, name: str) -> list[tuple[int, str]]:
    return [
        (int(tag.name[1]), " ".join(tag.get_text().split()))
        for tag in article(site, name).select("h1, h2, h3, h4")
        if tag.get("id") != "puntos-de-examen"
    ]


def outline(path: Path) -> list[tuple[int, str, int]]:
    """Level, title and page of every bookmark."""
    found: list[tuple[int, str, int]] = []

    def walk(entries, level):
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, level + 1)
            else:
                found.append((level, entry.title, reader(path).get_destination_page_number(entry) + 1))

    walk(reader(path).outline, 1)
    return found
