"""The site as the workflow publishes it, with REPO_URL and below a path: no page asks another host.

`GUIA_SITE` names a finished site to look at, the one the workflow is about to publish; else one is built here.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from guidekit.downloads import book, site_copy
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from support import ROOT, run
from web import serve_folder

REPOSITORY = "https://github.com/ejemplo/guia"
ADDRESS = "https://ejemplo.github.io/guia/"
FACTS = {
    "tag_name": "v1.2.3",
    "stargazers_count": 1234,
    "forks_count": 56,
}  # what GitHub tells of a repository
KINDS = ["", "amazon-aurora/", "indice-de-examen/", "vigencia/", "descargas/", "404.html"]


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if "GUIA_SITE" in os.environ:
        return ROOT / os.environ["GUIA_SITE"]
    folder = tmp_path_factory.mktemp("public")
    site, manifest = folder / "site", folder / "manifest.json"
    result = run(
        *("mkdocs", "build", "--strict", "--site-dir", str(site)),
        REPO_URL=REPOSITORY,
        SITE_URL=ADDRESS,
        GUIA_MANIFEST=str(manifest),
    )
    assert result.returncode == 0, result.stderr
    (site / "descargas").mkdir(exist_ok=True)
    site_copy.make(book.load(manifest, site), site / "descargas")
    return site


@pytest.fixture(scope="module")
def repository(public: Path) -> str:
    return BeautifulSoup((public / "index.html").read_text("utf-8"), "html.parser").select_one(".md-source")[
        "href"
    ]


@pytest.fixture(scope="module")
def published_address(public: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site below the path that its own addresses name."""
    home = BeautifulSoup((public / "index.html").read_text("utf-8"), "html.parser")
    path = urlsplit(home.select_one("link[rel=canonical]")["href"]).path.strip("/")
    root = tmp_path_factory.mktemp("served")
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).symlink_to(public, target_is_directory=True)
    with serve_folder(root) as started:
        yield f"{started}{path}/"


@pytest.fixture(scope="module")
def unpacked(public: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(next((public / "descargas").glob("*-offline.zip"))) as archive:
        archive.extractall(place)
    return next(place.iterdir())


@dataclass
class Visits:
    """Opens pages; other hosts answer as GitHub would, and are written down."""

    open: Callable[..., Page]
    asked: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(service_workers="block")
    yield context
    context.close()


@pytest.fixture
def visits(context: BrowserContext) -> Iterator[Visits]:
    def go(address: str, width: int = 1280) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})

        def answer(route: Route) -> None:
            result.asked.append(route.request.url)
            route.fulfill(json=FACTS, headers={"access-control-allow-origin": "*"})

        home = urlsplit(address)._replace(path="", query="", fragment="").geturl()
        page.route(lambda url: not url.startswith((home, "data:", "blob:", "file:")), answer)
        page.goto(address, wait_until="load")
        return page

    result = Visits(go)
    yield result
    for page in context.pages:
        page.close()


def header_height(page: Page) -> int:
    """After what its scripts have asked for has arrived, and been drawn."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    return page.locator(".md-header").evaluate("header => header.offsetHeight")


@pytest.mark.parametrize("path", KINDS)
def test_a_page_asks_no_other_host_and_its_header_is_as_without_a_repository(
    visits, public, published_address, address, path
):
    page = visits.open(published_address + path)
    assert (visits.asked, header_height(page)) == ([], header_height(visits.open(address + path)))


def test_a_page_of_the_archive_asks_nobody_and_its_header_is_as_on_the_site(
    visits, unpacked, published_address
):
    page = visits.open((unpacked / "amazon-aurora/index.html").as_uri())
    expected = header_height(visits.open(published_address + "amazon-aurora/"))
    assert (visits.asked, header_height(page)) == ([], expected)


def test_no_page_shows_the_script_of_the_theme_whom_it_could_ask(public, unpacked):
    pages = [*public.rglob("*.html"), *unpacked.rglob("*.html")]
    assert len(pages) > 2 * len(KINDS)
    for file in pages:
        text = file.read_text("utf-8")
        assert "api.github.com" not in text
        assert 'data-md-component="source"' not in text


def test_the_header_and_on_a_phone_the_drawer_link_to_the_repository(visits, published_address, repository):
    link = visits.open(published_address).locator(".md-header .md-source")
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", repository)
    expect(link).to_have_attribute("title", "Ir al repositorio")
    expect(link).to_have_text("GitHub")
    phone = visits.open(published_address, width=390)
    expect(phone.locator(".md-header .md-source")).to_be_hidden()
    phone.locator(".md-header label[for=__drawer]").click()
    expect(phone.locator(".md-nav .md-source")).to_be_in_viewport()
    expect(phone.locator(".md-nav .md-source")).to_have_attribute("href", repository)


def test_every_page_that_an_author_wrote_links_to_its_source(public, repository, nav):
    written = [page for page in nav if (ROOT / "docs" / page).is_file()]
    assert len(written) > 1
    for name in written:
        file = public / name.removesuffix("index.md").removesuffix(".md") / "index.html"
        links = BeautifulSoup(file.read_text("utf-8"), "html.parser").select("a[rel=edit]")
        assert [link["href"] for link in links] == [f"{repository}/edit/main/docs/{name}"]
