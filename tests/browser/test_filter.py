"""The exam index as a reader filters it: words, facets, keyboard, names, no script."""

import pytest
from listings import INDEX, SHOWN, count, search, titles


def test_words_ignore_case_and_accents_and_all_must_match(read):
    page = read(INDEX)
    total = count(page)
    search(page, "REPLICA")
    some = count(page)
    assert 0 < some < total
    search(page, "réplica")
    assert count(page) == some
    search(page, "replica backtrack")
    assert count(page) < some
    texts = [text.lower() for text in page.locator(SHOWN).all_text_contents()]
    assert texts
    assert [text for text in texts if "réplica" not in text or "backtrack" not in text] == []


@pytest.mark.parametrize(
    ("one", "other"), [("región", "regiones"), ("instantánea", "instantáneas"), ("vez", "veces")]
)
def test_the_singular_finds_the_plural_and_back(read, one, other):
    page = read(INDEX)
    for word, wanted in ((one, other), (other, one)):
        search(page, word)
        texts = " ".join(page.locator(SHOWN).all_text_contents()).lower()
        assert wanted in texts, (word, wanted)


def test_keywords_the_text_lacks_find_a_point(read):
    page = read(INDEX)
    entry = page.locator("[data-claves]").first
    keyword = entry.get_attribute("data-claves").split(",")[0]
    search(page, keyword)
    assert entry.is_visible()


def test_facets_combine_with_each_other_and_with_words(read):
    page = read(INDEX)
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
    page.get_by_role("button", name="Quitar los filtros").click()
    page.get_by_role("button", name="Escenario").click()
    assert {e.get_attribute("data-tipo") for e in page.locator(SHOWN).all()} == {"escenario"}
    search(page, "zzzz")
    assert count(page) == 0


def test_the_status_counts_and_is_announced(read):
    page = read(INDEX)
    total = count(page)
    assert page.get_by_role("status").inner_text() == f"{total} puntos"
    search(page, "proxy")
    assert page.get_by_role("status").inner_text() == f"{count(page)} de {total} puntos"


def test_a_button_tells_how_many_it_would_leave(read):
    page = read(INDEX)
    search(page, "failover")
    button = page.get_by_role("button", name="Resiliencia")
    promised = int(button.get_attribute("data-cuenta"))
    button.click()
    assert count(page) == promised > 0


def test_topics_without_entries_hide_their_heading(read):
    page = read(INDEX)
    search(page, "backtrack")
    for group in page.locator("[data-grupo]").all():
        assert group.is_visible() == (group.locator(SHOWN).count() > 0)


def test_keyboard_alone_is_enough(read):
    page = read(INDEX)
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


def test_nothing_found_helps(read):
    page = read(INDEX)
    search(page, "bakctrack")
    assert "Nada coincide con «bakctrack»." in page.locator(".filtro-vacio").inner_text()
    page.get_by_role("button", name="Buscar «backtrack»").click()
    assert count(page) > 0
    assert not page.locator(".filtro-vacio").is_visible()
    page.get_by_role("button", name="Seguridad", exact=False).first.click()
    assert count(page) == 0
    page.locator(".filtro-vacio").get_by_role("button", name="Quitar los filtros").click()
    assert count(page) > 0


def test_markup_typed_by_a_reader_stays_text(read):
    page = read(INDEX)
    search(page, "<img src=x onerror=alert(1)>")
    assert "«<img src=x onerror=alert(1)>»" in page.locator(".filtro-vacio").inner_text()
    assert page.locator(".filtro-vacio img").count() == 0


def test_controls_have_names_for_screen_readers(read):
    page = read(INDEX)
    for name in ("Tipo", "Dominio", "Tema"):
        assert page.get_by_role("group", name=name, exact=True).get_by_role("button").count() >= 2
    assert (
        page.locator("[data-filtro] button[aria-pressed]").count()
        == page.locator("[data-filtro] [data-faceta] button").count()
    )


def test_without_javascript_the_index_is_whole_and_linked(read):
    page = read(INDEX, 390, java_script_enabled=False)
    assert page.locator(".filtro").is_hidden()
    entries = page.locator("[data-entrada]")
    assert entries.count() > 100
    assert page.locator(f"{SHOWN} .entrada-titulo a[href*='#examen-']").count() == entries.count()
