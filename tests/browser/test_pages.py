"""The pages as a reader meets them: both schemes, phone and laptop, with and without JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from support import ROOT

PAGES = [
    "",
    "glosario/",
    "indice-de-examen/",
    "lista-de-preparacion/",
    "vigencia/",
    "descargas/",
    *sorted(f"{f.stem}/" for f in (ROOT / "docs").glob("[!_]*.md") if f.stem != "index"),
    "404.html",
]
LOOKS = [(1280, "light"), (390, "light"), (1280, "dark"), (390, "dark")]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_a_page_is_whole_and_accessible(visit, path, width, scheme):
    page = visit(path, width, scheme)
    assert page.locator("h1:visible").count() == 1
    assert (
        page.evaluate("document.body.dataset.mdColorScheme") == {"light": "default", "dark": "slate"}[scheme]
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for figure in page.locator(".diagrama").all():
        figure.scroll_into_view_if_needed()
        box = figure.locator("svg").bounding_box()
        assert box["width"] > 150
        assert box["height"] > 100
    violations = Axe().run(page).response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in violations] == []


@pytest.mark.parametrize("path", PAGES[:-1])
def test_no_text_of_a_drawing_is_smaller_than_11_px_on_a_phone(visit, path):
    page = visit(path, 390)
    sizes = page.evaluate(
        """[...document.querySelectorAll(".diagrama svg")].flatMap((svg) => {
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          return [...svg.querySelectorAll("text")].filter((t) => t.textContent.trim())
            .map((t) => scale * parseFloat(getComputedStyle(t).fontSize));
        })"""
    )
    assert all(size >= 11 for size in sizes), min(sizes)


@pytest.mark.parametrize("path", PAGES[:-1])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_drawings_follow_the_scheme(visit, path, scheme):
    page = visit(path, scheme=scheme)
    fills = page.evaluate(
        """[...document.querySelectorAll(".diagrama .node text")].map((t) => getComputedStyle(t).fill)"""
    )
    light, dark = "rgb(27, 36, 48)", "rgb(230, 235, 244)"
    assert set(fills) <= {light if scheme == "light" else dark}


def test_the_scheme_changes_live_and_the_drawing_with_it(visit):
    page = visit("replicas-de-lectura/", scheme="light")
    text = page.locator(".diagrama .node text").first
    before = text.evaluate("(t) => getComputedStyle(t).fill")
    page.locator("[data-md-component=palette] label:visible").click()
    assert text.evaluate("(t) => getComputedStyle(t).fill") != before


@pytest.mark.parametrize("path", PAGES[:-1])
def test_a_page_is_whole_without_javascript(visit, path):
    page = visit(path, 390, java_script_enabled=False)
    assert page.locator("h1:visible").count() == 1
    assert page.locator(".diagrama svg").count() == page.locator(".diagrama").count()


def test_reading_order_is_one_path(visit, nav):
    page = visit("")
    seen = [page.locator("h1").inner_text()]
    while (link := page.locator(".md-footer__link--next")).count():
        link.click()
        page.wait_for_load_state("networkidle")
        seen.append(page.locator("h1").inner_text())
    assert len(seen) == len(nav)


def test_the_search_box_finds_a_topic(visit):
    page = visit("")
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("réplicas", delay=20)
    result = page.locator(".md-search-result__link").first
    result.wait_for()
    assert "replicas-de-lectura" in result.get_attribute("href")
