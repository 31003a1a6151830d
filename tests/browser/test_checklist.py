"""The checklist as a student keeps it."""

from pathlib import Path

PAGE = "lista-de-preparacion/"


def ticked(page):
    return page.locator("[data-marca]:checked").count()


def test_ticks_and_progress_stay_in_this_browser(read):
    page = read(PAGE)
    total = page.locator("[data-marca]").count()
    assert page.get_by_role("status").inner_text() == f"0 de {total} marcadas"
    page.get_by_role("checkbox").nth(0).check()
    page.get_by_role("checkbox").nth(12).check()
    assert page.get_by_role("status").inner_text() == f"2 de {total} marcadas"
    assert page.get_by_role("progressbar", name="Avance").evaluate("(e) => [e.value, e.max]") == [2, total]
    assert page.locator("#general .avance-cuenta").inner_text().startswith("1/")
    page.reload()
    assert ticked(page) == 2


def test_one_click_erases_and_another_undoes(read):
    page = read(PAGE)
    page.get_by_role("checkbox").nth(3).check()
    page.get_by_role("button", name="Borrar las marcas").click()
    assert ticked(page) == 0
    page.get_by_role("button", name="Deshacer").click()
    assert ticked(page) == 1
    page.get_by_role("button", name="Borrar las marcas").click()
    page.reload()
    assert ticked(page) == 0


def test_the_export_says_what_is_done(read):
    page = read(PAGE)
    page.get_by_role("checkbox").first.check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Exportar").click()
    text = Path(download.value.path()).read_text("utf-8")
    assert download.value.suggested_filename == "lista-de-preparacion.txt"
    assert text.startswith("Lista de preparación\n1 de ")
    assert text.count("[x] ") == 1
    assert text.count("[ ] ") == page.locator("[data-marca]").count() - 1


def test_another_tab_follows(visit):
    page = visit(PAGE)
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("checkbox").first.check()
    page.wait_for_function("document.querySelectorAll('[data-marca]:checked').length === 1")


def test_a_browser_that_keeps_nothing_says_so(read):
    page = read(PAGE)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
    page.get_by_role("checkbox").first.check()
    assert "no deja guardar" in page.get_by_role("status").inner_text()


def test_damaged_storage_is_no_trouble(read):
    page = read(PAGE)
    page.get_by_role("checkbox").first.check()
    page.evaluate(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('lista:')) localStorage.setItem(key, '{]')"
    )
    page.reload()
    assert ticked(page) == 0


def test_every_box_has_its_line_as_name(read):
    boxes = read(PAGE).get_by_role("checkbox")
    names = boxes.evaluate_all("(boxes) => boxes.map((box) => box.labels[0].textContent.trim())")
    assert min(map(len, names)) > 10


def test_a_plan_is_ticked_in_place_and_keeps_its_ticks_apart(visit):
    page = visit("plan-de-estudio/")
    plan = page.url
    page.get_by_role("checkbox").nth(1).check()
    assert page.get_by_role("status").inner_text() == "Marcadas: 1"
    assert page.locator("#dos-semanas .avance-cuenta").inner_text() == "1/14"
    page.goto(plan.replace("plan-de-estudio/", PAGE))
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Borrar las marcas").click()
    assert ticked(page) == 0
    page.goto(plan)
    assert ticked(page) == 1


def test_without_javascript_the_boxes_tick_all_the_same(visit):
    page = visit(PAGE, java_script_enabled=False)
    page.locator("[data-marca]").first.check()
    assert ticked(page) == 1
    assert page.locator(".avance").is_hidden()
