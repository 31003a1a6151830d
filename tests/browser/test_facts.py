"""Marks behind facts and the ledger, as a reader uses them."""

import pytest
from guidekit import dates
from ledger_data import BY_ID
from playwright.sync_api import expect

PAGE = "rds-vs-ec2/"
LEDGER = "vigencia/"
SHOWN = "[data-entrada]:not([hidden])"
BOX = ".hecho-caja"


def open_first(page):
    mark = page.locator("article a.hecho").first
    mark.scroll_into_view_if_needed()
    mark.click()
    page.locator(BOX).wait_for(state="visible")
    return mark


@pytest.mark.parametrize("width", [390, 1280])
def test_a_mark_opens_its_fact_in_place_inside_the_window(read, width):
    page = read(PAGE, width)
    mark = open_first(page)
    box = page.get_by_role("dialog", name="De dónde sale este dato")
    fact = BY_ID[mark.get_attribute("data-hechos").split()[0]]
    expect(box).to_contain_text(f"el {dates.spanish(str(fact['checked']))}; se revisa")
    assert box.locator(".fuentes a[href^='https://']").count() >= 1
    place = box.bounding_box()
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= width
    assert place["y"] + place["height"] <= 900
    assert page.url.endswith(PAGE)
    page.keyboard.press("Escape")
    assert not box.is_visible()
    assert mark.evaluate("(e) => e === document.activeElement")


def test_the_keyboard_reaches_a_mark_and_what_it_opens(read):
    page = read(PAGE)
    page.locator("article a.hecho").nth(3).focus()
    page.keyboard.press("Enter")
    page.locator(BOX).wait_for(state="visible")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('.hecho-caja').contains(document.activeElement)")
    page.get_by_role("button", name="Cerrar").click()
    assert not page.locator(BOX).is_visible()


def test_every_mark_of_a_page_can_be_opened(read):
    page = read("consejos-para-el-examen-aws/")
    open_first(page)
    missing = page.evaluate(
        """async () => {
          const facts = await guia.load("assets/hechos/consejos-para-el-examen-aws.js");
          return [...document.querySelectorAll("a.hecho")]
            .flatMap((a) => a.dataset.hechos.split(" ")).filter((id) => !facts[id]);
        }"""
    )
    assert missing == []


def test_a_mark_without_its_script_leads_to_the_ledger(read):
    page = read(PAGE, java_script_enabled=False)
    mark = page.locator("article a.hecho").first
    with page.expect_navigation():
        mark.click()
    assert LEDGER in page.url
    assert page.locator("[data-hecho]:target").count() == 1


def test_a_mark_opens_from_a_file(watched, site):
    page = watched("file:").new_page()
    page.goto((site / PAGE / "index.html").as_uri())
    open_first(page)
    expect(page.locator(BOX)).to_contain_text("se revisa antes del")


def test_facts_that_fail_to_load_lead_to_the_ledger(visit):
    page = visit(PAGE)
    page.route(
        "**/assets/hechos/*.js", lambda route: route.fulfill(body="guia.give", content_type="text/javascript")
    )
    page.locator("article a.hecho").first.click()
    page.wait_for_url("**/vigencia/#*")


def test_every_mark_is_printed_with_its_ids_in_grey(visit):
    page = visit(PAGE)
    page.add_style_tag(
        content="*, *::before { transition: none !important }"
    )  # a colour on its way is no colour
    page.emulate_media(media="print")
    marks = page.locator("article a.hecho").evaluate_all("""(all) => all.map((mark) => {
      const { content, color } = getComputedStyle(mark, "::before");
      return [mark.dataset.mark, mark.dataset.hechos, content, color];
    })""")
    assert {mark for mark, *_ in marks} >= {"open", "full", "half"}
    for _, ids, content, colour in marks:
        assert f"[{ids}]" in content.replace('" "', "").replace('"', "").replace("\u2060", "")
        assert colour == "rgb(68, 68, 68)"


def test_the_ledger_filters_by_status_topic_and_text(read, address):
    page = read(LEDGER)
    total = page.locator(SHOWN).count()
    page.get_by_role("button", name="Corregido").click()
    assert {e.get_attribute("data-estado") for e in page.locator(SHOWN).all()} == {"corregido"}
    page.get_by_role("button", name="Amazon ElastiCache").click()
    some = page.locator(SHOWN).count()
    assert 0 < some < total
    assert page.url == f"{address}{LEDGER}?estado=corregido&tema=amazon-elasticache"
    page.reload()
    assert page.locator(SHOWN).count() == some
    page.go_back()
    assert page.locator(SHOWN).count() > some
    page.get_by_role("searchbox", name="Busca en los datos").fill("rds-063")
    page.get_by_role("button", name="Corregido").click()
    assert [e.get_attribute("data-hecho") for e in page.locator(SHOWN).all()] == ["rds-063"]


def test_the_ledger_works_with_the_keyboard(read):
    page = read(LEDGER)
    page.keyboard.press("/")
    page.keyboard.type("backtrack")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('[data-hecho]') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#hecho-*")
    assert page.locator("a.hecho:target").count() == 1


def test_the_ledger_is_complete_without_javascript(read):
    page = read(LEDGER, 390, java_script_enabled=False)
    assert page.locator(".filtro").is_hidden()
    assert page.locator(SHOWN).count() == page.locator("[data-hecho]").count() > 500
