"""The archive from its folder, without a network."""

from __future__ import annotations

import re
import zipfile

import pytest
from playwright.sync_api import expect
from searching import RESULT, search


@pytest.fixture(scope="module")
def folder(published, tmp_path_factory):
    """The archive as a reader unpacks it, in a folder whose name needs escaping."""
    place = tmp_path_factory.mktemp("Mis descargas ñ")
    with zipfile.ZipFile(next((published / "descargas").glob("*-offline.zip"))) as opened:
        opened.extractall(place)
    return next(place.iterdir())


@pytest.fixture
def opened(watched, folder):
    """opened(path) opens a file of the archive without a network; nothing may ask for one or go wrong."""
    context = watched(
        "file:", offline=True, reduced_motion="reduce"
    )  # the transition of a page takes as long as it

    def go(path="index.html"):
        page = context.new_page()
        page.goto((folder / path).as_uri())
        return page

    return go


def test_the_archive_is_read_from_page_to_page(opened, nav):
    page = opened()
    seen = [page.url]
    while (link := page.locator(".md-footer__link--next")).count():
        with page.expect_navigation():
            link.click()
        assert page.locator("h1").count() == 1
        seen.append(page.url)
    assert len(set(seen)) == len(nav)
    page.locator(".md-logo").first.click()
    page.wait_for_url("**/index.html")


def test_the_archive_is_searched(opened, folder):
    page = search(opened("amazon-aurora/index.html"), "réplicas")
    page.locator(f"{RESULT}[href*='/replicas-de-lectura/index.html?h='][href*='#']:visible").first.click()
    page.wait_for_url("**/replicas-de-lectura/index.html*")
    expect(page.locator("article mark").first).to_be_visible()
    search(page, "xyzzyq")
    page.get_by_role("link", name="en el índice de examen").click()
    page.wait_for_url("**/indice-de-examen/index.html?q=xyzzyq")


def test_the_archive_zooms_and_copies_a_diagram(opened):
    page = opened("amazon-aurora/index.html")
    page.locator(".diagrama-ampliar").first.click()
    expect(page.locator("dialog.diagrama-zoom svg")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".diagrama-copiar").first.click()
    expect(page.locator(".diagrama-copiar").first).not_to_have_text("Copiar Mermaid")


def test_the_archive_filters(opened):
    page = opened("indice-de-examen/index.html")
    page.locator("[data-filtro] input").fill("proxy")
    shown = page.locator("[data-entrada]:visible")
    expect(shown.first).to_contain_text(re.compile("proxy", re.IGNORECASE))
    assert 0 < shown.count() < page.locator("[data-entrada]").count()
    page.reload()
    expect(page.locator("[data-filtro] input")).to_have_value("proxy")


def test_the_archive_opens_the_marks_of_facts(opened):
    page = opened("amazon-aurora/index.html")
    mark = page.locator("a.hecho").first
    mark.click()
    box = page.locator(".hecho-caja")
    expect(box).to_contain_text("Fuentes")
    box.get_by_role("link", name="Ver en el registro").first.click()
    page.wait_for_url("**/vigencia/index.html#*")


def test_the_archive_keeps_ticks_and_the_dark_scheme(opened):
    page = opened("lista-de-preparacion/index.html")
    page.get_by_role("checkbox").first.check()
    page.locator("[data-md-component=palette] label:visible").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.reload()
    expect(page.locator("[data-marca]:checked")).to_have_count(1)
    page.goto(page.url.replace("lista-de-preparacion/", ""))
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_the_archive_knows_that_it_is_one(opened, folder):
    page = opened("descargas/index.html")
    expect(page.locator(".sin-conexion")).to_contain_text("Esta copia ya está en tu dispositivo")
    assert page.locator(".sin-conexion button").count() == 0
    expect(page.get_by_text("Agregar a la pantalla principal")).to_be_hidden()
    pdf = page.get_by_role("link", name="Descargar el libro en PDF").get_attribute("href")
    assert (folder / "descargas" / pdf).is_file()
