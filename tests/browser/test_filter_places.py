"""Where a filter leads: its address, the way there and back, other pages, paper, a file."""

import pytest
from listings import INDEX, SHOWN, count, search, titles
from playwright.sync_api import expect

# Below the header, and near it: once the page has scrolled.
IN_VIEW = """(anchor) => {
  const y = document.getElementById(anchor).getBoundingClientRect().y;
  return 40 <= y && y <= 200;
}"""


def test_the_state_is_in_the_address_and_the_back_button_undoes_a_facet(read, address):
    page = read(INDEX)
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


def test_back_from_a_point_finds_the_list_as_it_was(read):
    page = read(f"{INDEX}?q=proxy&tipo=escenario")
    shown = titles(page)
    assert shown
    page.locator(f"{SHOWN} .entrada-titulo a").first.click()
    expect(page.locator(".examen:target")).to_have_count(1)
    page.go_back()
    expect(page.locator(f"{SHOWN} .entrada-titulo")).to_have_text(shown)


def test_an_address_with_unknown_values_shows_everything(read):
    page = read(f"{INDEX}?tema=no-existe&dominio=%3Cb%3E")
    assert count(page) == page.locator("[data-entrada]").count()


def test_a_topic_page_leads_into_its_part_of_the_index(read):
    page = read("amazon-rds-proxy/")
    with page.expect_navigation():
        page.get_by_role("link", name="índice de examen", exact=True).click()
    assert "amazon-rds-proxy" in page.url
    topics = page.locator(SHOWN).evaluate_all("(entries) => entries.map((entry) => entry.dataset.tema)")
    assert topics
    assert [names for names in topics if "amazon-rds-proxy" not in names.split()] == []


def test_it_filters_from_a_file(watched, site):
    page = watched("file:").new_page()
    page.goto((site / INDEX / "index.html").as_uri() + "?q=backtrack")
    expect(page.get_by_role("status")).to_contain_text(" de ")
    some = count(page)
    search(page, "proxy")
    assert count(page) not in {0, some}


def test_an_answer_opens_on_demand(read):
    page = read("consejos-para-el-examen-aws/")
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


def test_a_chosen_facet_is_in_view_on_a_phone_and_one_button_clears_it(read):
    page = read(f"{INDEX}?tema=consejos-para-el-examen-aws", 390)
    pressed = page.locator("[aria-pressed=true]").bounding_box()
    assert pressed["x"] >= 0
    assert pressed["x"] + pressed["width"] <= 390
    page.get_by_role("button", name="Quitar los filtros").click()
    assert count(page) == page.locator("[data-entrada]").count()
    assert not page.get_by_role("button", name="Quitar los filtros").is_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_addresses_into_the_index_land_below_the_header(read, width):
    for anchor in ("amazon-rds-proxy", "backups-y-restauracion-rds-aurora", "entrada-oracle-sin-proxy"):
        page = read(f"{INDEX}#{anchor}", width)
        page.wait_for_function(IN_VIEW, arg=anchor)


def test_the_contents_list_follows_the_filter(read):
    page = read(f"{INDEX}?q=backtrack")
    shown = page.locator(".md-nav--secondary a:visible").all_text_contents()
    assert len(shown) == page.locator("[data-grupo]:not([hidden])").count()


def test_the_glossary_puts_the_terms_before_their_mentions(read):
    page = read("glosario/")
    box = page.get_by_role("searchbox", name="Busca un término")
    box.fill("HA")
    assert "alta disponibilidad" in " ".join(page.locator(f"{SHOWN} dt").all_text_contents()).lower()
    assert count(page) <= 3
    box.fill("encriptación")
    assert count(page) >= 1
    box.fill("standby")
    assert "instancia en espera" in " ".join(page.locator(f"{SHOWN} dt").all_text_contents())


def test_the_glossary_begins_with_the_essential_terms(read, address):
    page = read("glosario/")
    all_terms, rest = page.locator("[data-entrada]").count(), page.locator("[data-resto]").count()
    assert 100 < count(page) == all_terms - rest <= 200
    assert page.get_by_role("status").inner_text() == f"{all_terms - rest} de {all_terms} términos"
    links = page.locator(".letras a:visible").all_text_contents()
    assert links == page.locator("[data-grupo]:not([hidden]) > h2").evaluate_all(
        "(h) => h.map((one) => one.firstChild.data)"
    )
    page.get_by_role("button", name="Todos").click()
    assert count(page) == all_terms
    assert page.get_by_role("status").inner_text() == f"{all_terms} términos"
    assert page.url == f"{address}glosario/?ver=todos"
    page.go_back()
    assert count(page) == all_terms - rest


def test_words_and_addresses_find_terms_that_are_not_essential(read):
    page = read("glosario/")
    other = page.locator("[data-resto] > dt").first
    box = page.get_by_role("searchbox", name="Busca un término")
    box.fill(other.text_content().split(" (")[0])
    assert other.is_visible()
    box.fill("")
    assert not other.is_visible()
    anchor = other.get_attribute("id")
    page.evaluate("(anchor) => { location.hash = anchor; }", anchor)
    page.wait_for_function(IN_VIEW, arg=anchor)
    assert page.get_by_role("button", name="Todos").get_attribute("aria-pressed") == "true"


def test_without_javascript_the_glossary_is_whole(read):
    page = read("glosario/", 390, java_script_enabled=False)
    assert page.locator("[data-resto]").count() > 0
    assert page.locator("[data-entrada]:visible").count() == page.locator("[data-entrada]").count()


def test_the_index_sends_unknown_words_to_the_glossary(read):
    page = read(INDEX)
    search(page, "encriptación")
    with page.expect_navigation():
        page.get_by_role("link", name="Buscar «encriptación» en el glosario").click()
    assert page.get_by_role("searchbox", name="Busca un término").input_value() == "encriptación"
    assert count(page) >= 1
