"""What stands under a diagram: copy, download, description; without JavaScript, and on paper."""

import pytest
from playwright.sync_api import expect

PATH = "multi-az-para-disaster-recovery/"
FIGURE = "#diagrama-despliegue-multi-az"


def test_the_mermaid_source_is_copied(visit):
    page = visit(PATH, clock=True, permissions=["clipboard-read", "clipboard-write"])
    button = page.locator(f"{FIGURE} .diagrama-copiar")
    button.click()
    expect(button).to_have_text("Copiado")
    assert page.evaluate("navigator.clipboard.readText()").startswith("flowchart TB\n  accTitle: Despliegue")
    page.clock.run_for(4000)
    assert button.inner_text() == "Copiar Mermaid"


def test_the_drawing_is_downloaded_by_its_name(read):
    page = read(PATH)
    with page.expect_download() as download:
        page.locator(f"{FIGURE} a[download]").click()
    assert download.value.suggested_filename == "despliegue-multi-az.svg"
    assert download.value.path().read_text("utf-8").startswith("<svg")


def test_without_javascript_a_link_opens_the_drawing_itself(read):
    page = read(PATH, java_script_enabled=False)
    assert page.locator(f"{FIGURE} .diagrama-copiar").is_hidden()
    page.locator(f"{FIGURE} .diagrama-ampliar").click()
    page.wait_for_url("**/assets/diagramas/despliegue-multi-az.svg")


def test_the_description_tells_parts_and_connections(read):
    page = read(PATH)
    text = page.locator(f"{FIGURE} .diagrama-texto")
    assert not text.locator("ul").first.is_visible()
    text.locator("summary").click()
    assert (
        "De «Instancia principal (lectura y escritura)» a «Instancia en espera (sin acceso)»: Replicación síncrona"
        in (text.inner_text())
    )
    assert text.locator("li li li").all_inner_texts() == [
        "Instancia principal (lectura y escritura)",
        "Instancia en espera (sin acceso)",
    ]


def test_in_print_each_drawing_stays_whole_and_the_controls_go(visit):
    page = visit(PATH, scheme="dark")
    page.emulate_media(media="print")
    assert not page.locator(f"{FIGURE} .diagrama-acciones").is_visible()
    assert not page.locator(f"{FIGURE} .diagrama-texto").is_visible()
    style = page.locator(FIGURE).evaluate("(f) => getComputedStyle(f).breakInside")
    assert style == "avoid"
    assert page.locator(f"{FIGURE} svg").bounding_box()["height"] <= 23 / 2.54 * 96 + 1
    fill = page.locator(f"{FIGURE} .node text").first.evaluate("(t) => getComputedStyle(t).fill")
    assert fill == "rgb(27, 36, 48)"  # the light colours, whatever the scheme on screen


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ids_are_unique_with_several_drawings_on_a_page(read, scheme):
    page = read("caso-flujos-y-costos/", scheme=scheme)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))
