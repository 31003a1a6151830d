"""What is kept, without a network: what is not says so, in the scheme chosen, and removal asks first."""

from __future__ import annotations

import pytest
from accessible import violations
from keeping import NOTHING, REMOVE, button, eventually, saved, status
from playwright.sync_api import expect


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("no-existe/?q=1", "Esta página no está guardada"),
        ("descargas/guia-rds.pdf", "Este archivo no se guarda"),
    ],
)
def test_what_is_not_kept_says_so(context, address, path, told):
    page = saved(context, address)
    context.set_offline(True)
    response = page.goto(address + path)
    assert response.status == 503
    assert page.locator("h1").inner_text() == "Sin conexión"
    assert told in page.locator("main").inner_text()
    assert violations(page) == []
    page.get_by_role("link", name="inicio").click()
    page.wait_for_url(address)
    assert page.locator(".md-header").count() == 1
    context.set_offline(False)
    assert page.goto(f"{address}no-existe/").status == 404
    assert page.goto(f"{address}robots.txt").status == 200


def test_what_is_not_kept_is_dark_for_who_chose_that(context, address):
    page = saved(context, address)
    context.set_offline(True)
    scheme = "getComputedStyle(document.documentElement).colorScheme"
    page.goto(f"{address}no-existe/")
    assert page.evaluate(scheme) == "light"
    page.goto(address)
    page.get_by_title("Cambiar al modo oscuro").locator("visible=true").click()
    page.goto(f"{address}no-existe/")
    assert page.evaluate(scheme) == "dark"


def test_without_a_network_removing_asks_first(context, address):
    page = saved(context, address)
    context.set_offline(True)
    button(page, REMOVE).click()
    expect(status(page)).to_contain_text("no podrás leerla")
    button(page, "Conservar").click()
    expect(status(page)).to_contain_text("ya funciona sin conexión")
    button(page, REMOVE).click()
    button(page, "Quitar de todos modos").click()
    expect(status(page)).to_contain_text("Ya no está en este dispositivo")
    eventually(page, NOTHING)
