"""The search box as a student uses it: over HTTP, under a sub-path, from a file, with what can go wrong."""

from __future__ import annotations

import re
import shutil

import pytest
from web import serve_folder

BOX = "[data-md-component=search-query]"
RESULT = ".md-search-result__link"


def search(page, query):
    page.locator(BOX).click()
    page.locator(BOX).fill("")
    page.keyboard.type(query, delay=5)
    return page


def first(page):
    page.locator(RESULT).first.wait_for()
    page.wait_for_timeout(150)
    return page.locator(RESULT).first.get_attribute("href")


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
def test_a_query_finds_the_page_about_it(visit, query, page_name):
    assert f"/{page_name}/" in first(search(visit(""), query))


def test_nothing_of_the_search_is_fetched_before_the_first_query(browser, address):
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(address, wait_until="networkidle")
    page.locator(BOX).click()
    page.wait_for_timeout(200)
    assert [url for url in asked if "search/" in url or "search" in url] == []
    search(page, "aurora")
    first(page)
    assert "assets/search/index.js" in asked
    page.close()


def test_results_show_page_section_and_a_marked_excerpt_with_accents(visit):
    page = search(visit(""), "retencion copias automaticas")
    first(page)
    item = page.locator(".md-search-result__item").first
    assert item.locator("h1").inner_text()
    assert item.locator("h2").count() >= 1
    marks = [text.lower() for text in item.locator("mark").all_inner_texts()]
    assert "retención" in marks


def test_a_definition_stands_above_and_is_no_result(visit):
    page = search(visit(""), "instantanea")
    first(page)
    box = page.locator(".buscar-caja")
    assert "instantánea (snapshot" in box.inner_text()
    assert box.bounding_box()["y"] < page.locator(RESULT).first.bounding_box()["y"]
    assert page.locator(f".buscar-caja {RESULT}").count() == 0


def test_the_last_word_is_found_while_it_is_typed(visit):
    assert "replicas-de-lectura" in first(search(visit(""), "replic"))


def test_a_code_is_never_taken_for_another(visit):
    page = search(visit(""), "gp9")
    page.get_by_text("No se encontraron documentos").wait_for()
    search(page, "gp3")
    assert "rds-vs-ec2" in first(page)


def test_no_answer_helps(visit):
    page = search(visit(""), "qwertyuiopas")
    page.get_by_text("No se encontraron documentos").wait_for()
    page.get_by_role("link", name="en el índice de examen").click()
    page.wait_for_url("**/indice-de-examen/?q=qwertyuiopas")


def test_words_close_to_a_wrong_one_are_offered(visit):
    page = search(visit(""), "aurorrras")
    assert page.locator(".buscar-caja a").count() <= 4
    page.locator(".buscar-caja a").first.click()
    assert "aurora" in first(page)


def test_the_keyboard_works_as_before(visit):
    page = search(visit(""), "proxy")
    first(page)
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.md-search-result') !== null")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "proxy" in url)
    page.goto(page.url.split("?")[0], wait_until="networkidle")
    search(page, "valkey")
    first(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/amazon-elasticache/**")
    search(page, "aurora")
    page.keyboard.press("Escape")
    assert not page.locator(".md-search__output").is_visible()


def test_an_empty_box_says_what_to_do_and_the_cross_empties_it(visit):
    page = search(visit(""), "instantanea")
    first(page)
    page.locator(".md-search__form [type=reset]").click()
    page.get_by_text("Teclee para comenzar búsqueda").wait_for()
    assert page.locator(RESULT).count() == 0
    assert page.locator(".buscar-caja").count() == 0


def test_enter_stays_where_nothing_was_found(visit):
    page = search(visit(""), "qwertyuiopas")
    page.locator(".buscar-caja").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert "indice" not in page.url


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
def test_the_definition_is_that_of_the_term_typed(visit, query, term):
    page = search(visit(""), query)
    page.locator(".buscar-caja strong").wait_for()
    page.wait_for_timeout(200)
    assert page.locator(".buscar-caja strong").inner_text().startswith(term)


def test_a_deep_link_searches(visit):
    page = visit("?q=backtrack")
    assert "backups-y-restauracion" in first(page)


def test_the_words_are_marked_where_a_result_leads(visit):
    page = search(visit(""), "replica sincrona")
    first(page)
    page.locator(RESULT).first.click()
    page.wait_for_load_state("networkidle")
    marks = {text.lower() for text in page.locator("article mark[data-md-highlight]").all_inner_texts()}
    assert marks & {"réplica", "réplicas", "síncrona"}


def test_markup_in_a_query_and_in_a_title_is_text(visit):
    page = search(visit(""), "<img src=x onerror=alert(1)> aurora")
    first(page)
    assert page.locator(".md-search-result img").count() == 0
    search(page, "zzzqqqwww<bdi>xyzzyx")
    page.locator(".buscar-caja").wait_for()
    assert "<bdi>" in page.locator(".buscar-caja").inner_text()
    assert page.locator(".buscar-caja bdi").count() == 0


def test_it_works_under_a_sub_path(browser, site, tmp_path):
    shutil.copytree(site, tmp_path / "guias/rds")
    with serve_folder(tmp_path) as address:
        page = browser.new_page()
        page.goto(f"{address}guias/rds/amazon-aurora/", wait_until="networkidle")
        assert first(search(page, "proxy")).startswith(f"{address}guias/rds/amazon-rds-proxy/")
        page.close()


def test_it_works_from_a_file_without_a_network(browser, site):
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((site / "amazon-aurora/index.html").as_uri())
    link = first(search(page, "conmutacion"))
    assert link.split("?")[0].endswith("/index.html")
    assert "instancia" in page.locator(".md-search-result").inner_text()
    page.locator(RESULT).first.click()
    page.wait_for_load_state()
    assert page.locator("h1").count() == 1
    context.close()


@pytest.mark.parametrize("how", ["missing", "damaged"])
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_damaged_index_says_so_and_heals(browser, site, tmp_path, how, scheme):
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    index = copy / "assets/search/index.js"
    sound = index.read_bytes()
    index.unlink() if how == "missing" else index.write_bytes(sound[:1000])
    with serve_folder(copy) as address:
        page = browser.new_page()
        page.goto(address if scheme == "http" else (copy / "index.html").as_uri())
        search(page, "aurora")
        page.get_by_text("No se pudo cargar el buscador").wait_for()
        index.write_bytes(sound)
        if scheme == "http":  # a page from a file keeps what it has loaded
            search(page, "proxy")
            assert "proxy" in first(page)
        page.close()


def test_workers_of_others_are_the_browsers(visit):
    page = visit("")
    assert page.evaluate("Function.prototype.toString.call(Worker)") == "function Worker() { [native code] }"
    echo = """new Promise((done) => {
      const worker = new Worker(URL.createObjectURL(new Blob(["onmessage = ({ data }) => postMessage(data + 1)"])));
      worker.onmessage = ({ data }) => { worker.terminate(); done([data, worker instanceof Worker]); };
      worker.postMessage(1);
    })"""
    assert page.evaluate(echo) == [2, True]
    search(page, "aurora")
    assert "aurora" in first(page)


def test_the_index_is_small_enough(site):
    import gzip

    assert len(gzip.compress((site / "assets/search/index.js").read_bytes(), 9)) <= 120 * 1024


def test_nothing_of_materials_search_is_left(site):
    assert not (site / "search").exists()
    assert not (site / "assets/javascripts/workers").exists()
    assert sorted(f.name for f in (site / "assets/javascripts/lunr/min").iterdir()) == [
        "lunr.es.min.js",
        "lunr.stemmer.support.min.js",
    ]
    text = (site / "assets/search/index.js").read_text("utf-8")
    assert not re.search(r"flowchart|sequenceDiagram|accTitle", text)  # Mermaid's source spoils excerpts
