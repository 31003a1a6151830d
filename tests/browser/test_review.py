"""The review sheet: what is to be known can be covered, one by one or all, and paper shows it."""

import io

from playwright.sync_api import expect
from pypdf import PdfReader

PAGE = "hoja-de-repaso/"
COVERS = ".repaso-tapa:visible"


def switch(page):
    return page.get_by_role("switch", name="Ocultar respuestas")


def test_the_switch_covers_everything_and_is_remembered(read, address):
    page = read(PAGE)
    known = page.locator(".repaso dt, .repaso li > strong")
    total = known.count()
    assert total > 100
    assert page.locator(COVERS).count() == 0
    words = known.first.inner_text()
    switch(page).focus()
    page.keyboard.press("Space")
    assert page.locator(COVERS).count() == total
    assert words not in known.first.inner_text()
    page.goto(address + PAGE)
    expect(switch(page)).to_be_checked()
    assert page.locator(COVERS).count() == total
    switch(page).uncheck()
    assert page.locator(COVERS).count() == 0
    assert known.first.inner_text() == words


def test_a_cover_comes_off_by_itself_and_hands_the_focus_to_what_it_covered(read):
    page = read(PAGE)
    switch(page).check()
    total = page.locator(COVERS).count()
    page.get_by_role("button", name="Ver", exact=True).first.focus()
    page.keyboard.press("Enter")
    assert page.locator(COVERS).count() == total - 1
    expect(page.locator(".repaso-dato").first).to_be_focused()
    expect(page.locator(".repaso-dato").first).to_be_visible()


def test_on_paper_nothing_is_covered_and_two_pages_hold_it(visit):
    page = visit(PAGE)
    switch(page).check()
    page.emulate_media(media="print")
    assert page.locator(COVERS).count() == 0
    expect(page.locator(".repaso-dato").first).to_be_visible()
    expect(page.locator(".repaso-dato").last).to_be_visible()
    assert len(PdfReader(io.BytesIO(page.pdf(format="A4"))).pages) == 2
