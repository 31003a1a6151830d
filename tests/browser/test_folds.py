"""What is folded away: the answers of exam points, the switch over them, and all that opens a fold."""

import pytest
from listings import INDEX, SHOWN, count, search
from playwright.sync_api import expect

PAGE = "consejos-para-el-examen-aws/"
ANSWERS = "details.examen-respuesta"
NAME = "Mostrar respuestas al leer"


def switch(page):
    return page.get_by_role("switch", name=NAME)


def opened(page):
    return page.locator(f"{ANSWERS}[open]").count()


def card(page, place=1):
    """A point of the page that has an answer, not the first one."""
    return page.locator(f".examen:has(> {ANSWERS})").nth(place)


def test_answers_are_closed_until_the_switch_opens_them_on_every_page(read, address):
    page = read(PAGE)
    total = page.locator(ANSWERS).count()
    assert total > 1
    assert opened(page) == 0
    expect(switch(page)).not_to_be_checked()
    switch(page).focus()
    page.keyboard.press("Space")
    expect(switch(page)).to_be_checked()
    assert opened(page) == total
    page.goto(address + INDEX)
    expect(switch(page)).to_be_checked()
    assert opened(page) == page.locator(ANSWERS).count() >= total
    switch(page).uncheck()
    assert opened(page) == 0
    page.goto(address + PAGE)
    assert opened(page) == 0
    expect(switch(page)).not_to_be_checked()


def test_the_switch_stands_before_the_first_point_that_has_an_answer(read):
    page = read(PAGE)
    assert page.locator(".respuestas").count() == 1
    expect(page.locator(f".respuestas + .examen > {ANSWERS}")).to_have_count(1)
    assert (
        page.locator(ANSWERS)
        .first.evaluate("(e) => e.parentElement.previousElementSibling.className")
        .startswith("respuestas")
    )


def test_one_answer_opens_and_closes_by_itself(read):
    page = read(PAGE)
    summary = card(page).locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert opened(page) == 1
    summary.click()
    assert opened(page) == 0


def test_a_finger_hits_what_opens(read):
    page = read(PAGE, 390)
    assert page.locator(".respuestas label").bounding_box()["height"] >= 44
    boxes = [summary.bounding_box() for summary in page.locator(f"{ANSWERS} > summary").all()]
    assert min(box["height"] for box in boxes) >= 44


def test_another_tab_follows(visit):
    page = visit(PAGE)
    other = page.context.new_page()
    other.goto(page.url)
    switch(other).check()
    expect(page.locator(f"{ANSWERS}:not([open])")).to_have_count(0)
    expect(switch(page)).to_be_checked()


def test_a_browser_that_keeps_nothing_opens_them_all_the_same(read):
    page = read(PAGE)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
    switch(page).check()
    assert opened(page) == page.locator(ANSWERS).count()


@pytest.mark.parametrize("place", ["point", "mark", "entry"])
def test_an_address_opens_the_answer_it_leads_to(read, place):
    page = read(INDEX if place == "entry" else PAGE)
    if place == "entry":
        anchor = page.locator(f"[data-entrada]:has({ANSWERS})").nth(2).get_attribute("id")
    elif place == "mark":
        anchor = page.locator(f"{ANSWERS} a.hecho[id]").last.get_attribute("id")
    else:
        anchor = card(page).get_attribute("id")
    page = read(f"{INDEX if place == 'entry' else PAGE}#{anchor}")
    target = page.locator(f"[id='{anchor}']")
    expect(target).to_be_in_viewport()
    answer = target.locator("xpath=ancestor::details" if place == "mark" else ANSWERS)
    expect(answer).to_have_attribute("open", "")
    assert opened(page) == 1


def test_a_link_on_the_page_opens_the_answer_it_leads_to(read):
    page = read(PAGE)
    anchor = card(page).get_attribute("id")
    page.locator(f".examen-lista a[href='#{anchor}']").click()
    expect(page.locator(f"#{anchor} > {ANSWERS}")).to_have_attribute("open", "")
    assert opened(page) == 1


def test_the_words_of_a_search_open_what_its_section_folds_away(read):
    page = read(PAGE)
    section, word = card(page).evaluate(
        """(card) => {
          const heads = [...document.querySelectorAll("article :is(h1, h2, h3, h4)[id]")];
          const before = heads.filter((h) => h.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING);
          return [before.at(-1).id, card.querySelector("details p").textContent.match(/\\p{L}{6,}/gu).at(-1)];
        }"""
    )
    page = read(f"{PAGE}?h=respuesta+{word}#{section}")
    expect(page.locator("mark", has_text=word).first).to_be_visible()
    closed = page.locator(f"{ANSWERS}:not([open]) mark")
    assert opened(page) >= 1
    assert closed.count() > 0  # those of other sections


def test_text_that_is_sought_in_a_closed_answer_shows(read):
    """As `find in page` does: both reveal by the same rule of browsers."""
    page = read(PAGE)
    words = card(page).locator("details > p").first.inner_text(timeout=1000) or ""
    text = card(page).locator("details > p").first.text_content().split(":", 1)[1].split(".")[0].strip()
    assert words == ""  # it is not shown
    page = read(f"{PAGE}#:~:text={text.replace(' ', '%20').replace(',', '%2C').replace('-', '%2D')}")
    expect(page.locator(f"{ANSWERS}[open]")).to_have_count(1)


def test_the_filter_of_the_index_finds_what_is_folded_away(read):
    page = read(INDEX)
    entry = page.locator(f"[data-entrada]:has({ANSWERS})").first
    words = entry.locator("details > p").first.text_content().split(":", 1)[1]
    assert not entry.locator("details > p").first.is_visible()
    search(page, words)
    assert entry.is_visible()
    assert count(page) < page.locator("[data-entrada]").count()
    search(page, "ver respuesta zzzz")
    assert page.locator(SHOWN).count() == 0


def test_without_a_script_an_answer_opens_by_a_tap_and_prints(visit):
    page = visit(PAGE, java_script_enabled=False)
    assert page.locator(".respuestas").bounding_box()["height"] == 0
    answer = card(page).locator("details > p").first
    assert not answer.is_visible()
    card(page).locator("summary").click()
    assert answer.is_visible()
    page.emulate_media(media="print")
    for folded in page.locator(ANSWERS).all():
        assert folded.locator("> p").first.bounding_box()["height"] > 0
    assert not card(page).locator("summary").is_visible()


def test_print_opens_and_closes_them(read):
    page = read(PAGE)
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert opened(page) == page.locator(ANSWERS).count()
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert opened(page) == 0


@pytest.mark.parametrize("kind", ["mas-alla", "comprueba"])
def test_what_is_folded_on_a_topic_page_opens_for_a_place_in_it_for_a_search_and_on_paper(read, kind):
    where = "replicas-de-lectura/"
    page = read(where)
    fold = page.locator(f"details.{kind}").last
    number = page.locator(f"details.{kind}").count() - 1
    assert not fold.locator("> :not(summary)").first.is_visible()
    assert fold.locator("summary").bounding_box()["height"] >= 44
    mark, section, word = fold.evaluate(
        """(fold) => {
          const heads = [...document.querySelectorAll("article :is(h1, h2, h3, h4)[id]")];
          const before = heads.filter((h) => h.compareDocumentPosition(fold) & Node.DOCUMENT_POSITION_FOLLOWING);
          const words = fold.querySelector(":scope > :not(summary)").textContent.match(/\\p{L}{6,}/gu);
          return [fold.querySelector("a.hecho[id]")?.id, before.at(-1).id, words.at(-1)];
        }"""
    )
    for address in [f"?h={word}#{section}", *([f"#{mark}"] if mark else [])]:
        fold = read(where + address).locator(f"details.{kind}").nth(number)
        expect(fold).to_have_attribute("open", "")
    page = read(where)
    page.emulate_media(media="print")
    try:
        assert (
            page.locator(f"details.{kind}")
            .nth(number)
            .locator("> :not(summary)")
            .first.bounding_box()["height"]
            > 0
        )
    finally:
        page.emulate_media(media="screen")
