"""A term of the glossary where a page uses it: what it means opens in place, by finger, key and mouse."""

import pytest
import yaml
from playwright.sync_api import expect
from support import ROOT

PAGE = "rds-vs-ec2/"
BOX = ".hecho-caja"
TERMS = {term["id"]: term for term in yaml.safe_load((ROOT / "docs/_data/glossary.yml").read_text("utf-8"))}


def first(page):
    link = page.locator("article a.termino").first
    link.scroll_into_view_if_needed()
    return link, TERMS[link.get_attribute("href").split("#")[1]]


@pytest.mark.parametrize("width", [390, 1280])
def test_a_term_opens_its_definition_in_place(read, width):
    page = read(PAGE, width)
    link, term = first(page)
    link.click()
    box = page.get_by_role("dialog", name="Qué significa este término")
    expect(box).to_contain_text(" ".join(term["definition"].split()))
    expect(box.locator("strong")).to_contain_text(term["term"])
    assert page.url.endswith(PAGE)
    place = box.bounding_box()
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= width
    page.keyboard.press("Escape")
    assert not box.is_visible()
    assert link.evaluate("(e) => e === document.activeElement")


def test_a_mark_and_a_term_share_the_box_and_its_name_is_right(read):
    page = read(PAGE)
    first(page)[0].click()
    expect(page.get_by_role("dialog", name="Qué significa este término")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("article a.hecho").first.click()
    expect(page.get_by_role("dialog", name="De dónde sale este dato")).to_be_visible()
    expect(page.locator(BOX)).to_have_count(1)


def test_the_box_leads_to_the_glossary(read):
    page = read(PAGE)
    link, _ = first(page)
    link.click()
    with page.expect_navigation():
        page.get_by_role("link", name="Ver en el glosario").click()
    assert page.locator("dt:target").count() == 1


def test_a_mouse_needs_no_click(read):
    page = read(PAGE)
    link, term = first(page)
    assert link.get_attribute("title") is None
    link.hover()
    expect(link).to_have_attribute("title", " ".join(term["definition"].split()))


def test_a_term_opens_from_a_file(watched, site):
    page = watched("file:").new_page()
    page.goto((site / PAGE / "index.html").as_uri())
    link, term = first(page)
    link.click()
    expect(page.locator(BOX)).to_contain_text(" ".join(term["definition"].split()))


def test_without_javascript_a_term_leads_to_the_glossary(read):
    page = read(PAGE, java_script_enabled=False)
    with page.expect_navigation():
        first(page)[0].click()
    assert page.locator("dt:target").count() == 1
