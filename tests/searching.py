"""The search box, asked one whole query at a time: what shows is the answer to it, never to half of it."""

from __future__ import annotations

from playwright.sync_api import expect

BOX = "[data-md-component=search-query]"
RESULT = ".md-search-result__link"


def search(page, query):
    """Ask at once, once the answer to an earlier query is gone."""
    ask(page, "")
    expect(page.locator(f"{RESULT}, .buscar-caja")).to_have_count(0)
    ask(page, query)
    return page


def ask(page, query):
    page.locator(BOX).fill(query)
    page.keyboard.press("End")  # Material reads the box when a key is let go


def first(page):
    """The address of the first result."""
    page.locator(RESULT).first.wait_for()
    return page.locator(RESULT).first.get_attribute("href")
