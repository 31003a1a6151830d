"""/descargas/ and the links to it: what the page says of a file is what the file is."""

from __future__ import annotations

import hashlib
import re

import pytest
from bs4 import BeautifulSoup
from pdf_text import reader
from support import FRONT, PAGE, ROOT, run

TOPIC = (
    FRONT.replace("---\ntitle", "---\ntopic: 1\nicon: material/database\nexam_domains: [costos]\ntitle")
    + "# Uno\n\nTexto.\n"
)
NOTICE = "Los archivos se publican con la versión completa del sitio."


def soup(file):
    return BeautifulSoup(file.read_text("utf-8"), "html.parser")


def topic_names():
    return {f.stem for f in (ROOT / "docs").glob("[!_]*.md") if "\ntopic: " in f.read_text("utf-8")}


@pytest.fixture(scope="module")
def page(published):
    return soup(published / "descargas/index.html")


def facts(file):
    """What a reader is told of a file, worked out anew."""
    size = file.stat().st_size
    told = [f"{size / 1e6:.1f} MB".replace(".", ",") if size >= 1e6 else f"{round(size / 1000)} kB"]
    if file.suffix == ".pdf":
        told.append(f"{len(reader(file).pages)} página")
    return told


def test_each_download_has_a_card_with_its_own_facts(published, page):
    files = {file.name: file for file in (published / "descargas").iterdir() if file.suffix != ".html"}
    cards = page.select('[data-descargas^="ficha "]')
    assert len(cards) == 5
    for card in cards:
        name = card["data-descargas"].split()[1]
        assert card.select_one("a.descarga-boton")["href"] == name
        text = card.get_text(" ").replace("\xa0", " ")
        assert all(fact in text for fact in facts(files[name])), text
        assert re.search(r"\d{1,2} de [a-z]+ de 20\d\d", text)
        assert card.code.get_text() == hashlib.sha256(files[name].read_bytes()).hexdigest()
    topics = {a["href"] for a in page.select(".descargas-temas li a")}
    assert topics == {f"{name}.pdf" for name in topic_names()}
    assert topics | {card["data-descargas"].split()[1] for card in cards} == files.keys()


def test_each_topic_of_the_list_has_its_facts_and_its_sum(published, page):
    for item in page.select(".descargas-temas li"):
        file = published / "descargas" / item.a["href"]
        assert all(fact in item.get_text().replace("\xa0", " ") for fact in facts(file))
    lines = [line.split("  ") for line in page.select_one(".descargas-temas pre").get_text().splitlines()]
    assert {name for _, name in lines} == {f"{name}.pdf" for name in topic_names()}
    for digest, name in lines:
        assert digest == hashlib.sha256((published / "descargas" / name).read_bytes()).hexdigest()


def test_a_topic_page_links_its_own_pdf(published):
    for name in topic_names():
        (link,) = soup(published / name / "index.html").select(".descargas-pagina a")
        assert link["href"] == f"../descargas/{name}.pdf"
        assert link.get_text().startswith("Descargar este tema en PDF (")
        assert facts(published / f"descargas/{name}.pdf")[0] in link.get_text().replace("\xa0", " ")


def test_the_page_says_for_each_how_to_open_it_on_a_phone(page):
    for section in ("sin-conexion", "pdf", "repaso", "epub", "anki", "zip"):
        steps = page.find(id=section).find_next("ul")
        assert re.search("Android|teléfono", steps.get_text()), section


def test_nothing_is_left_to_fill_where_the_files_are(published):
    assert NOTICE not in (published / "descargas/index.html").read_text("utf-8")
    for file in published.rglob("*.html"):
        assert all(place.get_text(strip=True) for place in soup(file).select("[data-descargas]")), file


def test_the_styles_of_what_is_filled_are_not_trimmed(published):
    styles = (ROOT / "hooks/guidekit/web/styles/downloads.css").read_text("utf-8")
    written = set(re.findall(r"\.(?:descarga|sin-conexion)[\w-]*", styles))
    built = (published / "assets/site.css").read_text("utf-8")
    assert len(written) >= 4
    assert [name for name in written if name not in built] == []
    assert ".descargas-temas pre" in built


def test_without_the_files_the_page_says_so_and_links_none(site):
    page = soup(site / "descargas/index.html")
    assert page.select_one('[data-descargas^="aviso"]').get_text() == NOTICE
    assert page.select("article a[href$='.pdf'], article a[href$='.zip']") == []
    for name in topic_names():
        assert soup(site / name / "index.html").select("a[href$='.pdf']") == []


def test_every_page_leads_to_the_downloads_from_its_header(site):
    for file in site.rglob("*.html"):
        (link,) = soup(file).select('.md-header a[aria-label="Descargas"]')
        up = "/" if file.name == "404.html" else "../" * (len(file.relative_to(site).parts) - 1)
        assert link["href"] in {f"{up}descargas/", "./" if file.parent.name == "descargas" else ""}


def test_a_site_without_downloads_has_neither_page_nor_link(tiny):
    root = tiny({"a.md": TOPIC})
    settings = root / "mkdocs.yml"
    settings.write_text(re.sub(r"^ +downloads: .*\n", "", settings.read_text("utf-8"), flags=re.M), "utf-8")
    result = run("mkdocs", "build", "--site-dir", "out", cwd=root)
    assert result.returncode == 0, result.stderr
    assert not (root / "out/descargas").exists()
    assert "descargas" not in (root / "out/a/index.html").read_text("utf-8").replace("site.css", "")


def test_the_page_works_in_both_url_styles(tiny):
    root = tiny({"a.md": TOPIC, "index.md": PAGE})
    settings = root / "mkdocs.yml"
    text = settings.read_text("utf-8") + "\nuse_directory_urls: false\nnav: [index.md, a.md, descargas.md]\n"
    settings.write_text(text, "utf-8")
    result = run("mkdocs", "build", "--site-dir", "out", cwd=root)
    assert result.returncode == 0, result.stderr
    assert (
        soup(root / "out/a.html").select_one('.md-header a[aria-label="Descargas"]')["href"]
        == "descargas.html"
    )
