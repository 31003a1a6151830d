"""The page of downloads: accessible before and after saving, whole without JavaScript."""

from __future__ import annotations

import pytest
from accessible import violations
from keeping import REMOVE, SAVE, button
from playwright.sync_api import expect


@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (390, "light"), (1280, "dark"), (390, "dark")]
)
def test_the_page_of_downloads_is_accessible_before_and_after_saving(whole_browser, address, width, scheme):
    context = whole_browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}descargas/")
    for _ in range(2):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page) == []
        if button(page, SAVE).count():
            height = page.locator(".sin-conexion").bounding_box()["height"]
            button(page, SAVE).click()
            expect(button(page, REMOVE)).to_be_visible()
            assert page.locator(".sin-conexion").bounding_box()["height"] == pytest.approx(height, abs=40)
    context.close()


def test_without_javascript_the_page_of_downloads_is_whole(whole_browser, address):
    context = whole_browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}descargas/")
    assert page.locator(".sin-conexion").is_visible()
    assert page.locator("a.descarga-boton:visible").count() == 5
    context.close()
