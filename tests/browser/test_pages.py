"""The pages as a reader meets them: both schemes, phone and laptop, with and without JavaScript."""

import re

import pytest
from accessible import violations
from addresses import PAGES
from playwright.sync_api import expect

LOOKS = [(1280, "light"), (390, "light"), (1280, "dark"), (390, "dark")]


@pytest.mark.parametrize("path", [*PAGES, "404.html"])
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_a_page_is_whole_and_accessible(read, path, width, scheme):
    page = read(path, width, scheme=scheme)
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
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_without_javascript(read, path):
    page = read(path, 390, java_script_enabled=False)
    assert page.locator("h1:visible").count() == 1
    assert page.locator(".diagrama > svg:visible").count() == page.locator(".diagrama").count()


def test_reading_order_is_one_path(read, nav):
    page = read("")
    seen = [page.locator("h1").inner_text()]
    while (link := page.locator(".md-footer__link--next")).count():
        with page.expect_navigation():
            link.click()
        seen.append(page.locator("h1").inner_text())
    assert len(seen) == len(set(seen)) == len(nav)


def test_the_search_box_finds_a_topic_while_it_is_typed(read):
    page = read("")
    page.locator("[data-md-component=search-query]").press_sequentially("réplicas")
    result = page.locator(".md-search-result__link").first
    expect(result).to_have_attribute("href", re.compile("replicas-de-lectura"))
