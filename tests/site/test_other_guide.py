"""A guide to another subject, made with the kit alone: no earlier edition, no overrides, no hook of its own."""

from __future__ import annotations

import gzip
import io
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from guidekit.diagrams.fences import drawing_name
from guidekit.diagrams.redraw import read_all
from pypdf import PdfReader
from pypdf.generic import Destination
from subject import TERMS, WORDS, pattern
from support import ROOT, run

BREAD = ROOT / "tests/data/other_guide"
TEXTS = {".css", ".html", ".js", ".json", ".ncx", ".opf", ".svg", ".txt", ".webmanifest", ".xhtml", ".xml"}
IMAGES = {".gif", ".jpg", ".png"}


def kit(folder: Path) -> Path:
    """The guide's sources beside the kit, its drawing under the name that the pinned Mermaid gives it."""
    shutil.copytree(BREAD, folder, dirs_exist_ok=True)
    (folder / "hooks").mkdir()
    for file in (ROOT / "hooks").iterdir():
        if file.name not in {"guide.py", "__pycache__"}:
            (folder / "hooks" / file.name).symlink_to(file)
    (diagram,), _ = read_all(folder / "docs")
    cache = folder / "docs/_data/diagrams"
    cache.mkdir()
    for suffix in (".svg", ".json"):
        (folder / f"drawing{suffix}").rename(cache / f"{drawing_name(diagram)}{suffix}")
    return folder


def publish(root: Path) -> Path:
    result = run("guidekit.commands.publish", cwd=root, REPO_URL="https://example.org/pan")
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    return root / "site"


@pytest.fixture(scope="module")
def bread(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide, published."""
    return publish(kit(tmp_path_factory.mktemp("bread")))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same where mkdocs.yml says nothing of the guide, published."""
    root = kit(tmp_path_factory.mktemp("plain"))
    text = (root / "mkdocs.yml").read_text("utf-8")
    extra, nav = text.index("extra:"), text.index("nav:")
    text = text[:extra] + text[nav:].replace("      - descargas.md\n", "")
    (root / "mkdocs.yml").write_text(text, "utf-8")
    return publish(root)


def texts(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Every text in a published file, that of archives too, with the name of the file."""
    yield name, name
    suffix = Path(name).suffix
    if suffix in TEXTS:
        yield name, data.decode()
    elif suffix == ".pdf":
        reader = PdfReader(io.BytesIO(data))
        yield name, " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
        yield (
            name,
            f"{dict(reader.metadata or {})} {reader.xmp_metadata and reader.xmp_metadata.stream.get_data()}",
        )
    elif suffix in {".apkg", ".epub", ".zip"}:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inner in archive.namelist():
                yield from texts(f"{name}/{inner}", archive.read(inner))
    elif suffix == ".anki2":
        yield name, cards(data)
    elif suffix == ".gz":
        yield name, gzip.decompress(data).decode()
    elif Path(name).parent.suffix == ".apkg":  # media, called by numbers
        yield name, data.decode()
    else:
        assert suffix in IMAGES or Path(name).name == "mimetype", name


def cards(data: bytes) -> str:
    database = sqlite3.connect(":memory:")
    database.deserialize(data)
    return "\n".join(line for line in database.iterdump() if line.startswith("INSERT"))


@cache
def published(site: Path) -> list[tuple[str, str]]:
    files = (file for file in sorted(site.rglob("*")) if file.is_file())
    return [pair for file in files for pair in texts(file.relative_to(site).as_posix(), file.read_bytes())]


def texts_of(file: str, everything: list[tuple[str, str]]) -> list[str]:
    """The texts of a file and of all files in it."""
    return [text for name, text in everything if name.startswith(file)]


def flat(outline: list[object]) -> Iterator[Destination]:
    """The bookmarks of a PDF in order."""
    for entry in outline:
        if isinstance(entry, list):
            yield from flat(entry)
        elif isinstance(entry, Destination):
            yield entry


def soup(site: Path, page: str) -> BeautifulSoup:
    return BeautifulSoup((site / page / "index.html").read_bytes(), "html.parser")


@pytest.mark.parametrize("site", ["bread", "plain"])
def test_nothing_published_names_the_subject_of_this_guide(site, request):
    # Code of others has words by chance that a term of ours may have too («caché»): there only names count.
    names, terms = pattern([word for word in WORDS if len(word) > 2]), pattern({*WORDS, *TERMS})
    hits = [
        (name, match[0])
        for name, text in published(request.getfixturevalue(site))
        for match in (names if name.endswith((".js", ".css")) else terms).finditer(text)
    ]
    assert hits == []


def test_everything_a_guide_offers_is_there(bread):
    downloads = {file.name for file in (bread / "descargas").iterdir()}
    pdfs = {f"{name}.pdf" for name in ("guia-pan", "masa-madre", "coccion")}
    assert downloads == {*pdfs, "guia-pan.epub", "guia-pan.apkg", "guia-pan-offline.zip", "index.html"}
    everything = published(bread)
    for name in (*pdfs, "guia-pan.epub", "guia-pan.apkg", "guia-pan-offline.zip", "search/index.js"):
        assert "levaduras" in " ".join(text for file, text in everything if name in file), name
    page = soup(bread, "masa-madre")
    assert page.select_one("figure#diagrama-de-la-harina-al-pan svg title").text == "De la harina al pan"
    assert page.select_one(".descargas-pagina a")["href"] == "../descargas/masa-madre.pdf"
    assert "3\u00a0hornadas" in page.text
    entries = soup(bread, "indice-de-examen").select("[data-entrada] .entrada-titulo")
    assert [entry.text for entry in entries] == [
        "Si flota, está lista",
        "La masa no dobla",
        "Tres semanas fuera",
        "Vapor al principio",
    ]
    assert len(soup(bread, "lista-de-preparacion").select("[data-marca]")) == 6


def test_a_part_is_a_page_of_its_own_within_its_topic(bread):
    page = soup(bread, "conservar-la-masa")
    assert page.select_one(".descargas-pagina a")["href"] == "../descargas/masa-madre.pdf"
    assert page.select_one("article .examen")["data-tema"] == "masa-madre"
    around = [page.select_one(f'link[rel="{way}"]')["href"] for way in ("prev", "next")]
    assert around == ["../masa-madre/", "../coccion/"]
    (entry,) = soup(bread, "indice-de-examen").select("#entrada-vacaciones")
    assert entry["data-tema"].split() == ["masa-madre"]
    assert entry.select_one(".entrada-titulo a")["href"] == "../conservar-la-masa/#examen-vacaciones"
    questions = soup(bread, "lista-de-preparacion").select('[data-grupo="masa-madre"] label')
    assert [len(questions), questions[-1].text] == [3, "¿Cómo despiertas una masa guardada?"]
    pdfs = [link["href"] for link in soup(bread, "descargas").select('li a[href$=".pdf"]')]
    assert pdfs == ["masa-madre.pdf", "coccion.pdf"]


def test_every_format_has_the_part_behind_its_topic(bread):
    for name in ("guia-pan.pdf", "masa-madre.pdf"):
        titles = [entry.title for entry in flat(PdfReader(bread / "descargas" / name).outline)]
        first = titles.index("La masa madre")
        assert titles.index("Conservar la masa", first) > titles.index("Alimentarla", first), name
        assert "Comprueba que lo sabes" in titles, name
    everything = published(bread)
    (nav,) = [
        text for text in texts_of("descargas/guia-pan.epub/EPUB/nav.xhtml", everything) if "<nav" in text
    ]
    chapters = [
        link.text
        for link in BeautifulSoup(nav, "html.parser").select("nav[role=doc-toc] > ol > li > ol > li > a")
    ]
    assert chapters[1:4] == ["1. La masa madre", "1.2. Conservar la masa", "2. La cocción"]
    notes = "".join(texts_of("descargas/guia-pan.apkg", everything)).split("INSERT")
    (card,) = [note for note in notes if "Tres semanas fuera" in note]
    assert "Tema 1" in card
    assert "tema::masa-madre" in card
    for name in ("descargas/guia-pan-offline.zip", "assets/search/index.js"):
        assert "conservar-la-masa" in " ".join(texts_of(name, everything)), name


def test_a_page_that_teaches_no_topic_cites_facts_of_others(bread):
    page = soup(bread, "plan")
    assert page.select_one("a.hecho")["href"] == "../vigencia/#pan-005"
    assert page.select_one(".descargas-pagina") is None
    assert "pan-005" in (bread / "assets/hechos/plan.js").read_text("utf-8")
    assert soup(bread, "vigencia").select_one("li#pan-005 a[href*='hecho-']")["href"] == (
        "../conservar-la-masa/#hecho-pan-005"
    )


def test_an_address_of_before_leads_to_the_part(bread):
    ways = soup(bread, "masa-madre").select(".mudado > p[id]")
    assert {way["id"]: way.a["href"] for way in ways} == {
        "en-la-nevera": "../conservar-la-masa/#conservar-la-masa",
        "examen-vacaciones": "../conservar-la-masa/#examen-vacaciones",
    }
    books = [
        text for name, text in published(bread) if name.endswith((".pdf", ".xhtml")) or "search/" in name
    ]
    assert not [text for text in books if "Lo que buscas" in text]


def test_the_ledger_of_a_first_edition_speaks_of_no_other(bread):
    page = soup(bread, "vigencia")
    assert [row.td.text.strip() for row in page.select("table tbody tr")] == ["Vigente", "Sin verificar"]
    facets = {group["data-faceta"]: len(group.select("button")) for group in page.select("[data-faceta]")}
    assert facets == {"estado": 2, "tema": 2}
    assert "si sigue vigente, qué decía esta guía cuando era otra cosa" in " ".join(page.text.split())
    assert soup(bread, "coccion").select_one(".revision").text.strip() == (
        "1 dato comprobado el 2 de noviembre de 2026."
    )
    assert not [name for name, text in published(bread) if "edición anterior" in text]


def test_a_page_of_the_author_stands_around_the_listing(bread):
    page = soup(bread, "glosario")
    assert page.h1.find(string=True) == "Palabras del obrador"
    assert "Lo que dice un panadero cuando lee Pan." in page.text
    assert [term["id"] for term in page.select("dt")] == ["masa-madre", "miga"]
    assert page.select_one('.md-content__button[rel="edit"]')["href"].endswith("/edit/main/docs/glosario.md")
    assert soup(bread, "vigencia").select_one('.md-content__button[rel="edit"]') is None


def test_its_identity_is_its_own_or_that_of_the_kit(bread):
    manifest = json.loads((bread / "manifest.webmanifest").read_text("utf-8"))
    assert (manifest["name"], manifest["short_name"]) == ("Pan de masa madre: guía de repaso", "Pan")
    for icon in manifest["icons"]:
        assert (bread / icon["src"]).read_bytes() == (
            ROOT / "hooks/guidekit/web/theme" / icon["src"]
        ).read_bytes()
    assert soup(bread, "coccion").select_one('link[rel="icon"]')["href"] == "../assets/favicon.svg"


def test_a_guide_that_says_nothing_of_itself_has_defaults(plain):
    assert not (plain / "descargas").exists()
    assert (
        json.loads((plain / "manifest.webmanifest").read_text("utf-8"))["short_name"] == "Pan de masa madre"
    )
    assert soup(plain, "masa-madre").select_one(".descargas-pagina") is None
    assert soup(plain, "vigencia").select_one("[data-filtro] input").get("placeholder") is None
