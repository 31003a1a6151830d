"""Every link, anchor, image and script of the built site leads somewhere; nothing comes from elsewhere."""

from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from support import html

BASE = "http://127.0.0.1:8000/"
ATTRIBUTES = {
    "a": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "use": "href",
}
LOADED = {"script", "img", "source", "iframe", "use"}


def target(site: Path, url: str) -> Path:
    path = site / unquote(urlsplit(url).path).lstrip("/")
    return path / "index.html" if url.endswith("/") or path.is_dir() else path


def test_every_link_and_anchor_of_the_site_exists(site):
    pages = {file: html(file) for file in site.rglob("*.html")}
    ids = {file: {tag["id"] for tag in soup.select("[id]")} | {""} for file, soup in pages.items()}
    assert pages
    dead = []
    for file, soup in pages.items():
        here = urljoin(BASE, file.relative_to(site).as_posix().removesuffix("index.html"))
        for tag in soup.select(",".join(ATTRIBUTES)):
            value = tag.get(ATTRIBUTES[tag.name])
            if not value or urlsplit(value).scheme in {"mailto", "data", "javascript"}:
                continue
            url, fragment = urldefrag(urljoin(here, value))
            if url.startswith(BASE):
                to = target(site, url)
                missing_anchor = to.suffix == ".html" and to in ids and unquote(fragment) not in ids[to]
                if not to.is_file() or missing_anchor:
                    dead.append(f"{file.relative_to(site)}: {value}")
            elif tag.name in LOADED or (tag.name == "link" and "stylesheet" in tag.get("rel", [])):
                dead.append(f"{file.relative_to(site)}: loads {value}")
    assert dead == []


def test_no_id_stands_twice_on_a_page(site):
    for file in site.rglob("*.html"):
        ids = [tag["id"] for tag in html(file).select("[id]")]
        assert sorted(ids) == sorted(set(ids)), file


def test_external_links_are_https(site):
    for file in site.rglob("*.html"):
        links = [a["href"] for a in html(file).select("article a[href^='http:']")]
        assert [link for link in links if not link.startswith(BASE)] == [], file


def test_a_drawing_holds_no_script_and_refers_to_nothing_outside(site):
    figures = [figure for file in site.rglob("*.html") for figure in html(file).select(".diagrama")]
    assert figures
    for figure in figures:
        (svg,) = figure.select("svg")
        assert svg["role"] == "img"
        for name in svg["aria-labelledby"].split():
            assert svg.find(id=name).get_text(strip=True)
        assert svg.title.get_text(strip=True)
        assert svg.desc.get_text(strip=True)
        assert svg.select("text")
        assert not svg.select("script, foreignObject, image, a")
        assert "http" not in str(svg).replace("http://www.w3.org/", "")
        assert figure.figcaption.get_text(strip=True)


def test_the_site_holds_no_source_map_and_no_claim_mark(site):
    assert list(site.rglob("*.map")) == []
    assert [f.name for f in site.rglob("*.html") if "hecho:" in f.read_text("utf-8")] == []
