"""Saving the site when something is in the way: told in words, and nothing half done is left."""

from __future__ import annotations

import re

import pytest
from guidekit.web import service_worker
from keeping import NOTHING, REMOVE, SAVE, SUB, button, eventually, saved, status, workers
from playwright.sync_api import expect
from support import PAGE
from web import serve_preview


def fails(page, reason):
    button(page, SAVE).click()
    expect(status(page)).to_contain_text(reason)
    expect(button(page, SAVE)).to_be_visible()
    eventually(page, NOTHING)


def test_a_lost_connection_is_told_and_leaves_nothing(context, address, copy):
    page = context.new_page()
    page.goto(f"{address}descargas/")
    (copy / "assets/diagram-zoom.js").unlink()
    fails(page, "revisa la conexión")
    context.set_offline(True)
    fails(page, "revisa la conexión")


def test_a_site_being_published_is_told_and_leaves_nothing(context, address, copy):
    page = context.new_page()
    page.goto(f"{address}descargas/")
    (copy / "rds-vs-ec2/index.html").write_text("otra", "utf-8")
    fails(page, "se está actualizando")


def test_a_full_device_is_told_and_leaves_nothing(context, address):
    page = context.new_page()
    page.goto(f"{address}descargas/")
    origin = re.match("http://[^/]+", address)[0]
    context.new_cdp_session(page).send(
        "Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 200_000}
    )
    fails(page, "No alcanza el espacio")


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("Object.defineProperty(window, 'isSecureContext', { get: () => false })", "https"),
        (
            "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })",
            "ventanas privadas",
        ),
        (
            "ServiceWorkerContainer.prototype.getRegistrations = () => Promise.reject(new DOMException('', 'SecurityError'))",
            "ventanas privadas",
        ),
    ],
)
def test_a_browser_that_cannot_keep_it_says_why(context, address, script, reason):
    page = context.new_page()
    page.add_init_script(script)
    page.goto(f"{address}descargas/")
    expect(status(page)).to_contain_text(reason)


def test_a_worker_of_the_folder_above_is_left_alone(context, address, copy):
    above = copy.parents[1]
    (above / "sw.js").write_text("addEventListener('fetch', () => {});", "utf-8")
    (above / "index.html").write_text("<script>navigator.serviceWorker.register('sw.js')</script>", "utf-8")
    page = context.new_page()
    page.goto(address.removesuffix(SUB))
    eventually(page, "navigator.serviceWorker.getRegistration().then((r) => Boolean(r?.active))")
    page = saved(context, address)
    button(page, REMOVE).click()
    expect(status(page)).to_contain_text("Ya no está en este dispositivo.")
    assert workers(page) == [address.removesuffix(SUB)]


def test_a_preview_takes_away_what_a_built_site_left(context, address, copy):
    page = saved(context, address)
    (copy / "sw.js").write_text(service_worker.REMOVAL, "utf-8")
    page.goto(f"{address}amazon-aurora/")
    eventually(page, NOTHING)


def test_mkdocs_serve_registers_nothing(tiny, context):
    with serve_preview(tiny({"a.md": PAGE})) as served:
        page = context.new_page()
        page.goto(f"{served}descargas/")
        expect(page.locator(".sin-conexion")).to_contain_text("sitio publicado")
        assert page.locator(".sin-conexion button").count() == 0
        assert workers(page) == []
        assert page.request.get(f"{served}sw.js").text() == service_worker.REMOVAL
