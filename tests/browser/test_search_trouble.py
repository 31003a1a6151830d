"""The search box elsewhere than at home: under a sub-path, from a file, with a damaged index, with odd queries."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import expect
from searching import BOX, RESULT, first, search
from web import serve_folder


def test_enter_stays_where_nothing_was_found(visit):
    page = search(visit(""), "qwertyuiopas")
    page.locator(".buscar-caja").wait_for()
    opened = []
    page.on(
        "request", lambda request: opened.append(request.url) if request.is_navigation_request() else None
    )
    page.keyboard.press("Enter")
    page.locator(BOX).press("a")  # what Enter does is done before the next key
    expect(page.locator(".buscar-caja")).to_contain_text("qwertyuiopasa")
    assert opened == []


def test_markup_in_a_query_and_in_a_title_is_text(visit):
    page = search(visit(""), "<img src=x onerror=alert(1)> aurora")
    first(page)
    assert page.locator(".md-search-result img").count() == 0
    search(page, "zzzqqqwww<bdi>xyzzyx")
    page.locator(".buscar-caja").wait_for()
    assert "<bdi>" in page.locator(".buscar-caja").inner_text()
    assert page.locator(".buscar-caja bdi").count() == 0


def test_it_works_under_a_sub_path(watched, site, tmp_path):
    (tmp_path / "guias").mkdir()
    (tmp_path / "guias/rds").symlink_to(site)
    with serve_folder(tmp_path) as address:
        context = watched(address)
        page = context.new_page()
        page.goto(f"{address}guias/rds/amazon-aurora/")
        assert first(search(page, "proxy")).startswith(f"{address}guias/rds/amazon-rds-proxy/")
        page.close()


def test_it_works_from_a_file_without_a_network(watched, site):
    page = watched("file:", offline=True).new_page()
    page.goto((site / "amazon-aurora/index.html").as_uri())
    link = first(search(page, "conmutacion"))
    assert link.split("?")[0].endswith("/index.html")
    assert "instancia" in page.locator(".md-search-result").inner_text()
    with page.expect_navigation():
        page.locator(RESULT).first.click()
    assert page.locator("h1").count() == 1


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
