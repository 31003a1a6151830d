"""The search box as a student uses it: what is found, how it is shown, where it leads."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from searching import BOX, RESULT, first, search


@pytest.mark.parametrize(
    ("query", "page_name"),
    [
        ("replica", "replicas-de-lectura"),
        ("réplicas", "replicas-de-lectura"),
        ("REPLICAS DE LECTURA", "replicas-de-lectura"),
        ("conmutacion por error", "multi-az-para-disaster-recovery"),
        ("failover", "multi-az-para-disaster-recovery"),
        ("standby", "multi-az-para-disaster-recovery"),
        ("backtrak", "backups-y-restauracion-rds-aurora"),
        ("PITR", "backups-y-restauracion-rds-aurora"),
        ("cifrar bd existente", "seguridad-rds-y-aurora"),
        ("cómo cifro una base existente", "seguridad-rds-y-aurora"),
        ("demasiadas conexiones lambda", "amazon-rds-proxy"),
        ("elastikache", "amazon-elasticache"),
        ("replicas zzzyyyxxx", "replicas-de-lectura"),
        ("multiaz", "multi-az-para-disaster-recovery"),
        ("re\u0301plica", "replicas-de-lectura"),
        ("HA", "multi-az-para-disaster-recovery"),
    ],
)
def test_a_query_finds_the_page_about_it(read, query, page_name):
    assert f"/{page_name}/" in first(search(read(""), query))


def test_nothing_of_the_search_is_fetched_before_the_first_query(watched, address):
    page = watched(address).new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.clock.install()
    page.goto(address)
    page.locator(BOX).click()
    page.clock.run_for(60_000)
    assert [url for url in asked if "/search/" in url] == []
    search(page, "aurora")
    first(page)
    assert "assets/search/index.js" in asked


def test_results_show_page_section_and_a_marked_excerpt_with_accents(read):
    page = search(read(""), "retencion copias automaticas")
    first(page)
    item = page.locator(".md-search-result__item").first
    assert item.locator("h1").inner_text()
    assert item.locator("h2").count() >= 1
    marks = [text.lower() for text in item.locator("mark").all_inner_texts()]
    assert "retención" in marks


def test_a_definition_stands_above_and_is_no_result(read):
    page = search(read(""), "instantanea")
    first(page)
    box = page.locator(".buscar-caja")
    assert "instantánea (snapshot" in box.inner_text()
    assert box.bounding_box()["y"] < page.locator(RESULT).first.bounding_box()["y"]
    assert page.locator(f".buscar-caja {RESULT}").count() == 0


def test_the_last_word_is_found_while_it_is_typed(read):
    page = read("")
    page.locator(BOX).press_sequentially("replic")
    expect(page.locator(RESULT).first).to_have_attribute("href", re.compile("replicas-de-lectura"))


def test_a_code_is_never_taken_for_another(read):
    page = search(read(""), "gp9")
    page.get_by_text("No se encontraron documentos").wait_for()
    search(page, "gp3")
    assert "rds-vs-ec2" in first(page)


def test_no_answer_helps(read):
    page = search(read(""), "qwertyuiopas")
    page.get_by_text("No se encontraron documentos").wait_for()
    page.get_by_role("link", name="en el índice de examen").click()
    page.wait_for_url("**/indice-de-examen/?q=qwertyuiopas")


def test_words_close_to_a_wrong_one_are_offered(read):
    page = search(read(""), "aurorrras")
    assert page.locator(".buscar-caja a").count() <= 4
    page.locator(".buscar-caja a").first.click()
    expect(page.locator(RESULT).first).to_have_attribute("href", re.compile("aurora"))


def test_the_keyboard_works_as_before(read):
    page = search(read(""), "proxy")
    first(page)
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.md-search-result') !== null")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "proxy" in url)
    page.goto(page.url.split("?")[0])
    search(page, "valkey")
    first(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/amazon-elasticache/**")
    search(page, "aurora")
    page.keyboard.press("Escape")
    assert not page.locator(".md-search__output").is_visible()


def test_an_empty_box_says_what_to_do_and_the_cross_empties_it(read):
    page = search(read(""), "instantanea")
    first(page)
    page.locator(".md-search__form [type=reset]").click()
    page.get_by_text("Teclee para comenzar búsqueda").wait_for()
    assert page.locator(RESULT).count() == 0
    assert page.locator(".buscar-caja").count() == 0


@pytest.mark.parametrize(
    ("query", "term"),
    [
        ("Multi-AZ", "Multi-AZ"),
        ("instancia reservada", "instancia reservada"),
        ("encryption in transit", "cifrado en tránsito"),
        ("región", "región"),
        ("sin estado", "sin estado"),
    ],
)
def test_the_definition_is_that_of_the_term_typed(read, query, term):
    page = search(read(""), query)
    expect(page.locator(".buscar-caja strong")).to_have_text(re.compile(f"^{term}"))


def test_a_deep_link_searches(read):
    page = read("?q=backtrack")
    assert "backups-y-restauracion" in first(page)


def test_the_words_are_marked_where_a_result_leads(read):
    page = search(read(""), "replica sincrona")
    first(page)
    page.locator(RESULT).first.click()
    mark = page.locator("article mark[data-md-highlight]").first
    expect(mark).to_have_text(re.compile("^(réplicas?|replicación|síncrona)$", re.IGNORECASE))
