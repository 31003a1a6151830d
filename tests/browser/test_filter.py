"""The exam index as a reader filters it: words, facets, address, keyboard, names, no script."""

import pytest

INDEX = "indice-de-examen/"
SHOWN = "[data-entrada]:not([hidden])"


def titles(page):
    return page.locator(f"{SHOWN} .entrada-titulo").all_text_contents()


def count(page):
    return page.locator(SHOWN).count()


def search(page, text):
    box = page.get_by_role("searchbox", name="Busca en los puntos")
    box.fill(text)
    return box


def test_words_ignore_case_and_accents_and_all_must_match(visit):
    page = visit(INDEX)
    total = count(page)
    search(page, "REPLICA")
    some = count(page)
    assert 0 < some < total
    search(page, "réplica")
    assert count(page) == some
    search(page, "replica backtrack")
    assert count(page) < some
    texts = page.locator(SHOWN).all_text_contents()
    assert all("réplica" in text.lower() and "backtrack" in text.lower() for text in texts)


@pytest.mark.parametrize(
    ("one", "other"), [("región", "regiones"), ("instantánea", "instantáneas"), ("vez", "veces")]
)
def test_the_singular_finds_the_plural_and_back(visit, one, other):
    page = visit(INDEX)
    for word, wanted in ((one, other), (other, one)):
        search(page, word)
        texts = " ".join(page.locator(SHOWN).all_text_contents()).lower()
        assert wanted in texts, (word, wanted)


def test_keywords_the_text_lacks_find_a_point(visit):
    page = visit(INDEX)
    entry = page.locator("[data-claves]").first
    keyword = entry.get_attribute("data-claves").split(",")[0]
    search(page, keyword)
    assert entry.is_visible()


def test_facets_combine_with_each_other_and_with_words(visit):
    page = visit(INDEX)
    total = count(page)
    costs = page.get_by_role("button", name="Costos")
    costs.click()
    assert costs.get_attribute("aria-pressed") == "true"
    some = count(page)
    assert 0 < some < total
    assert {e.get_attribute("data-dominio") for e in page.locator(SHOWN).all()} == {"costos"}
    page.get_by_role("button", name="Réplicas de lectura").click()
    fewer = count(page)
    assert 0 < fewer < some
    page.get_by_role("button", name="Amazon Aurora", exact=False).click()
    assert count(page) > fewer  # one of the topics, and costs
    page.get_by_role("button", name="Escenario").click()
    assert all(e.get_attribute("data-tipo") == "escenario" for e in page.locator(SHOWN).all())
    search(page, "zzzz")
    assert count(page) == 0


def test_the_status_counts_and_is_announced(visit):
    page = visit(INDEX)
    total = count(page)
    assert page.get_by_role("status").inner_text() == f"{total} puntos"
    search(page, "proxy")
    assert page.get_by_role("status").inner_text() == f"{count(page)} de {total} puntos"


def test_a_button_tells_how_many_it_would_leave(visit):
    page = visit(INDEX)
    search(page, "failover")
    button = page.get_by_role("button", name="Resiliencia")
    promised = int(button.get_attribute("data-cuenta"))
    button.click()
    assert count(page) == promised > 0


def test_topics_without_entries_hide_their_heading(visit):
    page = visit(INDEX)
    search(page, "backtrack")
    for group in page.locator("[data-grupo]").all():
        assert group.is_visible() == (group.locator(SHOWN).count() > 0)


def test_the_state_is_in_the_address_and_the_back_button_undoes_a_facet(visit, address):
    page = visit(INDEX)
    search(page, "réplica")
    page.get_by_role("button", name="Costos").click()
    assert page.url == f"{address}{INDEX}?q=r%C3%A9plica&dominio=costos"
    shown = titles(page)
    page.go_back()
    assert page.url == f"{address}{INDEX}?q=r%C3%A9plica"
    assert len(titles(page)) > len(shown)
    page.go_forward()
    assert titles(page) == shown
    page.reload()
    assert titles(page) == shown
    assert not page.locator(".md-search__output").is_visible()  # Material keeps its search for its own ?q=


def test_back_from_a_point_finds_the_list_as_it_was(visit):
    page = visit(f"{INDEX}?q=proxy&tipo=escenario")
    shown = titles(page)
    assert shown
    page.locator(f"{SHOWN} .entrada-titulo a").first.click()
    page.wait_for_load_state("networkidle")
    assert page.locator(".examen:target").count() == 1
    page.go_back()
    page.wait_for_load_state("networkidle")
    assert titles(page) == shown


def test_an_address_with_unknown_values_shows_everything(visit):
    page = visit(f"{INDEX}?tema=no-existe&dominio=%3Cb%3E")
    assert count(page) == page.locator("[data-entrada]").count()


def test_a_topic_page_leads_into_its_part_of_the_index(visit):
    page = visit("amazon-rds-proxy/")
    page.get_by_role("link", name="índice de examen", exact=True).click()
    page.wait_for_load_state("networkidle")
    assert "amazon-rds-proxy" in page.url
    assert all("amazon-rds-proxy" in e.get_attribute("data-tema") for e in page.locator(SHOWN).all())


def test_keyboard_alone_is_enough(visit):
    page = visit(INDEX)
    focused = lambda: page.evaluate("document.activeElement.textContent || document.activeElement.type")  # noqa: E731
    page.keyboard.press("/")
    assert focused() == "search"
    assert not page.locator(".md-search__output").is_visible()
    page.keyboard.type("proxy")
    found = titles(page)
    page.keyboard.press("ArrowDown")
    assert focused() == found[0]
    page.keyboard.press("ArrowDown")
    assert focused() == found[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focused() == "search"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert focused() == "search"
    page.keyboard.press("Escape")
    assert page.get_by_role("searchbox", name="Busca en los puntos").input_value() == ""
    assert count(page) == page.locator("[data-entrada]").count()


def test_nothing_found_helps(visit):
    page = visit(INDEX)
    search(page, "bakctrack")
    assert "Nada coincide con «bakctrack»." in page.locator(".filtro-vacio").inner_text()
    page.get_by_role("button", name="Buscar «backtrack»").click()
    assert count(page) > 0
    assert not page.locator(".filtro-vacio").is_visible()
    page.get_by_role("button", name="Seguridad", exact=False).first.click()
    assert count(page) == 0
    page.locator(".filtro-vacio").get_by_role("button", name="Quitar los filtros").click()
    assert count(page) > 0


def test_markup_typed_by_a_reader_stays_text(visit):
    page = visit(INDEX)
    search(page, "<img src=x onerror=alert(1)>")
    assert "«<img src=x onerror=alert(1)>»" in page.locator(".filtro-vacio").inner_text()
    assert page.locator(".filtro-vacio img").count() == 0


def test_controls_have_names_for_screen_readers(visit):
    page = visit(INDEX)
    for name in ("Tipo", "Dominio", "Tema"):
        assert page.get_by_role("group", name=name, exact=True).get_by_role("button").count() >= 2
    assert (
        page.locator("[data-filtro] button[aria-pressed]").count()
        == page.locator("[data-filtro] [data-faceta] button").count()
    )


def test_without_javascript_the_index_is_whole_and_linked(visit):
    page = visit(INDEX, 390, java_script_enabled=False)
    assert page.locator(".filtro").is_hidden()
    entries = page.locator("[data-entrada]")
    assert entries.count() > 100
    assert page.locator(f"{SHOWN} .entrada-titulo a[href*='#examen-']").count() == entries.count()


def test_it_filters_from_a_file(browser, site):
    page = browser.new_page()
    page.goto((site / INDEX / "index.html").as_uri() + "?q=backtrack")
    page.wait_for_function("document.querySelector('[role=status]').textContent.includes(' de ')")
    some = count(page)
    page.get_by_role("searchbox", name="Busca en los puntos").fill("proxy")
    assert count(page) not in {0, some}
    page.close()


def test_an_answer_opens_on_demand(visit):
    page = visit("consejos-para-el-examen-aws/")
    scenario = page.locator(".examen.escenario").first
    answer = scenario.locator("details > p").first
    assert not answer.is_visible()
    scenario.locator("summary", has_text="Respuesta").click()
    assert answer.is_visible()


def test_print_keeps_points_apart_without_colour_and_shows_answers(visit):
    page = visit("consejos-para-el-examen-aws/")
    page.emulate_media(media="print")
    point = page.locator(".examen").first
    style = point.evaluate(
        "(e) => { const s = getComputedStyle(e); return [s.borderTopStyle, s.borderLeftWidth, s.borderTopWidth] }"
    )
    assert style[0] == "solid"
    assert float(style[1][:-2]) > float(style[2][:-2]) > 0
    assert point.locator(".examen-tipo").is_visible()
    assert (
        page.locator(".examen.escenario details > p").first.evaluate(
            "(e) => e.getBoundingClientRect().height"
        )
        > 0
    )


def test_a_chosen_facet_is_in_view_on_a_phone_and_one_button_clears_it(visit):
    page = visit(f"{INDEX}?tema=consejos-para-el-examen-aws", 390)
    pressed = page.locator("[aria-pressed=true]").bounding_box()
    assert pressed["x"] >= 0
    assert pressed["x"] + pressed["width"] <= 390
    page.get_by_role("button", name="Quitar los filtros").click()
    assert count(page) == page.locator("[data-entrada]").count()
    assert not page.get_by_role("button", name="Quitar los filtros").is_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_addresses_into_the_index_land_below_the_header(visit, width):
    for anchor in ("amazon-rds-proxy", "backups-y-restauracion-rds-aurora", "entrada-oracle-sin-proxy"):
        page = visit(f"{INDEX}#{anchor}", width)
        page.wait_for_timeout(300)
        assert 40 <= page.locator(f"#{anchor}").bounding_box()["y"] <= 200, anchor


def test_the_contents_list_follows_the_filter(visit):
    page = visit(f"{INDEX}?q=backtrack")
    shown = page.locator(".md-nav--secondary a:visible").all_text_contents()
    assert len(shown) == page.locator("[data-grupo]:not([hidden])").count()


def test_the_glossary_puts_the_terms_before_their_mentions(visit):
    page = visit("glosario/")
    box = page.get_by_role("searchbox", name="Busca un término")
    box.fill("HA")
    assert "alta disponibilidad" in " ".join(page.locator(f"{SHOWN} dt").all_text_contents()).lower()
    assert count(page) <= 3
    box.fill("encriptación")
    assert count(page) >= 1
    box.fill("standby")
    assert "instancia en espera" in " ".join(page.locator(f"{SHOWN} dt").all_text_contents())


def test_the_index_sends_unknown_words_to_the_glossary(visit):
    page = visit(INDEX)
    search(page, "encriptación")
    page.get_by_role("link", name="Buscar «encriptación» en el glosario").click()
    page.wait_for_load_state("networkidle")
    assert count(page) >= 1
