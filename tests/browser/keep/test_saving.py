"""The site kept on the device: only when asked, without a network, through new versions, removed again."""

from __future__ import annotations

import json
import re

import pytest
from keeping import (
    ONE_VERSION,
    REMOVE,
    RENEW,
    SAVE,
    SUB,
    WAITING,
    button,
    changed,
    eventually,
    kept,
    saved,
    status,
    workers,
)
from playwright.sync_api import expect
from searching import first, search


def test_nothing_is_kept_unasked(context, address):
    page = context.new_page()
    page.clock.install()
    for path in ("", "descargas/", "amazon-aurora/"):
        page.goto(address + path)
        page.clock.run_for(60_000)
        assert workers(page) == []
        assert kept(page) == []


def test_saving_tells_how_far_it_is(context, address, copy):
    page = context.new_page()
    page.goto(f"{address}descargas/")
    expect(status(page)).to_contain_text(re.compile(r"Ocupa \d,\d MB"))
    page.evaluate(
        """() => { window.told = []; window.bars = new Set();
          new MutationObserver(() => {
            told.push(document.querySelector(".sin-conexion [role=status]").textContent);
            bars.add(document.querySelector(".sin-conexion progress").value);
          }).observe(document.querySelector(".sin-conexion"), { subtree: true, childList: true, attributes: true }); }"""
    )
    button(page, SAVE).focus()
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("ya funciona sin conexión")
    head = (copy / "sw.js").read_text("utf-8").split("\n", 1)[0]
    count = len(json.loads(re.search(r"self\.SITE=(\{.*\});", head)[1])["files"])
    assert page.evaluate("bars.size") > count / 2
    told = set(page.evaluate("told"))
    steps = {text for text in told if re.fullmatch(rf"Guardando: \d+ de {count} archivos\.", text)}
    assert 5 <= len(steps) <= 11
    assert page.evaluate("document.activeElement.closest('.sin-conexion') !== null")
    assert page.locator(".sin-conexion progress").is_hidden()
    assert workers(page) == [address]
    assert (
        page.evaluate("(async () => (await (await caches.open((await caches.keys())[0])).keys()).length)()")
        == count
    )
    used = page.evaluate("navigator.storage.estimate().then((e) => e.usageDetails?.caches ?? e.usage)")
    assert used <= 2_000_000


def test_without_a_network_the_site_goes_on(context, address):
    page = saved(context, address)
    context.set_offline(True)
    troubles = []
    page.on("requestfailed", lambda r: troubles.append(r.url))
    for path in (
        "",
        "amazon-aurora/",
        "amazon-aurora/?h=clave#rendimiento",
        "index.html",
        "glosario/?q=replica",
        "vigencia",
    ):
        page.goto(address + path)
        assert page.locator("h1:visible").count() == 1, path
        assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    assert page.url == f"{address}vigencia/"
    page.goto(f"{address}amazon-aurora/")
    page.locator(".diagrama-ampliar").first.click()
    expect(page.locator("dialog.diagrama-zoom svg")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("a.hecho").first.click()
    expect(page.locator(".hecho-caja")).to_contain_text("Fuentes")
    drawing = page.locator(".diagrama-acciones a[download]").first.evaluate(
        "(a) => fetch(a.href).then((r) => r.headers.get('Content-Type') + r.status)"
    )
    assert drawing == "image/svg+xml200"
    page.keyboard.press("Escape")
    assert "/amazon-elasticache/" in first(search(page, "valkey"))
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/amazon-elasticache/*")
    with page.expect_navigation():
        page.locator(".md-footer__link--next").click()
    assert page.locator("h1:visible").count() == 1
    assert troubles == []


def test_a_new_version_is_fetched_behind_and_taken_on_request(context, address, copy, server):
    page = saved(context, address)
    (first,) = kept(page)
    changed(copy, "DOS")
    server.asked.clear()
    other = context.new_page()
    other.goto(f"{address}amazon-aurora/")  # an old page stays old
    assert "DOS" not in other.locator("h1").inner_text()
    expect(button(page, RENEW)).to_be_visible()
    assert len(kept(page)) == 2
    assert set(server.asked) <= {f"/{SUB}{name}" for name in ("sw.js", "amazon-aurora/")}  # only what changed
    with page.expect_navigation():
        button(page, RENEW).click()
    expect(status(page)).to_contain_text("ya funciona sin conexión")
    eventually(page, ONE_VERSION)
    assert kept(page) != [first]
    context.set_offline(True)
    other.reload()
    assert "DOS" in other.locator("h1").inner_text()


def test_no_visit_hangs_while_a_new_version_waits_and_another_page_is_open(context, address, copy):
    page = saved(context, address)
    changed(copy, "DOS")
    page.reload()
    eventually(page, WAITING)
    other = context.new_page()
    for name in ("glosario/", "amazon-aurora/", "vigencia/"):
        for tab in (other, page):
            tab.goto(address + name, timeout=15_000)
            assert tab.locator("h1:visible").count() == 1
    assert "DOS" not in page.goto(f"{address}amazon-aurora/").text()
    other.close()
    page.goto(f"{address}amazon-aurora/")
    expect(page.locator("h1")).to_contain_text("DOS")


def test_a_new_version_is_taken_at_the_next_visit(context, address, copy):
    page = saved(context, address)
    changed(copy, "DOS")
    page.goto(f"{address}amazon-aurora/")
    eventually(page, WAITING)
    context.set_offline(True)
    page.goto(f"{address}amazon-aurora/#rendimiento")
    page.reload()
    expect(page.locator("h1")).to_contain_text("DOS")
    eventually(page, ONE_VERSION)


def test_a_new_version_that_cannot_be_fetched_changes_nothing(context, address, copy):
    page = saved(context, address)
    before = kept(page)
    changed(copy, "DOS")
    (copy / "amazon-aurora/index.html").write_text("otra", "utf-8")  # not what this version lists
    page.evaluate(
        """async () => {
          const found = await navigator.serviceWorker.getRegistration();
          await new Promise((done) => {
            found.addEventListener("updatefound", () => found.installing.addEventListener("statechange", done));
            found.update();
          });
        }"""
    )
    eventually(page, ONE_VERSION)
    assert kept(page) == before
    context.set_offline(True)
    page.goto(f"{address}amazon-aurora/")
    assert "Aurora" in page.locator("h1").inner_text()


def test_one_click_takes_everything_away_and_another_brings_it_back(context, address):
    page = saved(context, address)
    page.evaluate("caches.open('de-otro-sitio')")
    button(page, REMOVE).click()
    expect(status(page)).to_contain_text(
        "Ya no está en este dispositivo. Tus marcas de la lista se conservan."
    )
    assert workers(page) == []
    assert kept(page) == ["de-otro-sitio"]
    button(page, SAVE).click()
    expect(status(page)).to_contain_text("ya funciona sin conexión")
    assert len(kept(page)) == 2
    button(page, REMOVE).click()
    page.goto(f"{address}descargas/")
    expect(status(page)).to_contain_text("Todavía no está guardada")
    assert workers(page) == []
    context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(f"{address}amazon-aurora/")


def test_what_the_browser_erased_is_noticed_and_fetched_again(context, address):
    page = saved(context, address)
    page.evaluate("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))")
    page.reload()
    expect(status(page)).to_contain_text("borró")
    button(page, SAVE).click()
    expect(status(page)).to_contain_text("ya funciona sin conexión")
