"""A diagram in the window that its button opens: by keyboard, wheel and touch, and closed again."""

import pytest
from playwright.sync_api import expect

PATH = "multi-az-para-disaster-recovery/"
FIGURE = "#diagrama-despliegue-multi-az"


def transform(page):
    return page.locator("dialog svg").evaluate(
        "(svg) => { const m = new DOMMatrix(getComputedStyle(svg).transform); return [m.e, m.f, m.a]; }"
    )


@pytest.fixture
def zoomed(read):
    page = read(PATH)
    page.locator(f"{FIGURE} .diagrama-ampliar").focus()
    page.keyboard.press("Enter")
    page.locator("dialog[open] svg").wait_for()
    return page


def test_nothing_of_the_zoom_is_loaded_before_it_is_used(read):
    page = read(PATH)
    names = "performance.getEntriesByType('resource').map((entry) => entry.name.split('/').pop())"
    assert not {"diagram-zoom.js", "despliegue-multi-az.js"} & set(page.evaluate(names))
    page.locator(f"{FIGURE} .diagrama-ampliar").click()
    page.locator("dialog[open]").wait_for()
    assert "diagram-zoom.js" in page.evaluate(names)


def test_zoom_works_by_keyboard_and_gives_the_focus_back(zoomed):
    page = zoomed
    start = transform(page)
    page.keyboard.press("+")
    assert transform(page)[2] == pytest.approx(start[2] * 1.25, rel=0.01)
    page.keyboard.press("-")
    page.keyboard.press("ArrowLeft")
    assert transform(page)[0] == pytest.approx(start[0] + 60, abs=1)
    page.keyboard.press("ArrowDown")
    assert transform(page)[1] == pytest.approx(start[1] - 60, abs=1)
    page.keyboard.press("0")
    assert transform(page) == pytest.approx(start, abs=1)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert "diagrama-ampliar" in page.evaluate("document.activeElement.className")
    assert page.locator(f"{FIGURE} > svg").count() == 1


def test_zoom_works_by_wheel_and_drag(zoomed):
    page = zoomed
    start = transform(page)
    page.mouse.move(640, 450)
    page.mouse.wheel(0, -100)
    page.wait_for_function(
        "(s) => new DOMMatrix(document.querySelector('dialog svg').style.transform).a > s", arg=start[2]
    )
    before = transform(page)
    page.mouse.down()
    page.mouse.move(700, 480)
    page.mouse.up()
    after = transform(page)
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((60, 30), abs=1)


def test_zoom_works_by_pinch(visit):
    page = visit(PATH, 390, has_touch=True)
    page.locator(f"{FIGURE} .diagrama-ampliar").click()
    page.locator("dialog[open] svg").wait_for()
    before = transform(page)
    touch = page.context.new_cdp_session(page)

    def fingers(kind, *points):
        points = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    fingers("touchStart", (150, 400), (250, 400))
    for step in range(1, 6):
        fingers("touchMove", (150 - 10 * step, 400), (250 + 10 * step, 400))
    fingers("touchEnd")
    assert transform(page)[2] == pytest.approx(before[2] * 2, rel=0.1)


def test_the_dialog_has_a_name_and_named_buttons(zoomed):
    dialog = zoomed.get_by_role("dialog", name="Despliegue Multi-AZ con una instancia en espera")
    names = [button.get_attribute("aria-label") for button in dialog.get_by_role("button").all()]
    assert names == ["Acercar", "Alejar", "Ajustar a la ventana", "Cerrar"]
    before = transform(zoomed)
    dialog.get_by_role("button", name="Acercar").click()
    assert transform(zoomed)[2] > before[2]
    dialog.get_by_role("button", name="Cerrar").click()
    expect(zoomed.locator("dialog")).to_have_count(0)


def test_the_zoom_opens_no_smaller_than_the_page_and_fits_on_demand(read):
    page = read("caso-flujos-y-costos/", 390)
    figure = page.locator("#diagrama-arquitectura-multirregion-techmart-virginia")
    inline = figure.locator("svg").bounding_box()["width"]
    figure.locator(".diagrama-ampliar").click()
    drawing = page.locator("dialog[open] svg")
    drawing.wait_for()
    assert drawing.bounding_box()["width"] >= inline - 1
    page.keyboard.press("0")
    box, stage = drawing.bounding_box(), page.locator(".diagrama-zoom-lienzo").bounding_box()
    assert box["height"] <= stage["height"] + 1
    assert box["y"] >= stage["y"] - 1  # below the buttons


def test_the_back_button_closes_the_zoom_and_stays_on_the_page(zoomed):
    zoomed.evaluate("history.back()")
    expect(zoomed.locator("dialog")).to_have_count(0)
    assert PATH in zoomed.url
    assert zoomed.locator(f"{FIGURE} > svg").count() == 1


def test_a_drawing_cannot_be_lost_and_the_page_behind_stays(zoomed):
    place = zoomed.evaluate("scrollY")
    for _ in range(60):
        zoomed.keyboard.press("ArrowLeft")
    zoomed.keyboard.press("PageDown")
    box = zoomed.locator("dialog svg").bounding_box()
    assert box["x"] <= 1280 - 50
    assert zoomed.evaluate("scrollY") == place


def test_turning_the_phone_keeps_what_the_reader_zoomed_to(zoomed):
    zoomed.keyboard.press("+")
    before = transform(zoomed)[2]
    zoomed.set_viewport_size({"width": 844, "height": 390})
    assert transform(zoomed)[2] == pytest.approx(before)


def test_printing_closes_the_zoom(zoomed):
    zoomed.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(zoomed.locator("dialog")).to_have_count(0)
    assert zoomed.locator(f"{FIGURE} > svg").count() == 1
