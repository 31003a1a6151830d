"""What the tests of the site kept on a device press, wait for and change."""

from __future__ import annotations

import contextlib
import re

from guidekit.web import service_worker
from playwright.sync_api import Error, expect

SUB = "guias/rds/"
SAVE, RENEW, REMOVE = "Guardar sin conexión", "Actualizar", "Quitar de este dispositivo"


def button(page, name):
    return page.locator(".sin-conexion").get_by_role("button", name=name)


def status(page):
    return page.locator(".sin-conexion").get_by_role("status")


def kept(page):
    return page.evaluate("caches.keys()")


def workers(page):
    return page.evaluate(
        "navigator.serviceWorker.getRegistrations().then((found) => found.map((r) => r.scope))"
    )


def eventually(page, expression):
    """Wait until a promise in the page comes to something true; the page may load anew meanwhile."""
    for _ in range(600):
        with contextlib.suppress(Error):
            if page.evaluate(expression):
                return
        page.wait_for_timeout(100)
    raise AssertionError(expression)


ONE_VERSION = "caches.keys().then((names) => names.length === 1)"
NOTHING = """Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()])
  .then((found) => found.flat().length === 0)"""
WAITING = "navigator.serviceWorker.getRegistration().then((r) => Boolean(r.waiting))"


def saved(context, address):
    page = context.new_page()
    page.goto(f"{address}descargas/", wait_until="networkidle")
    button(page, SAVE).click()
    expect(status(page)).to_contain_text("ya funciona sin conexión")
    return page


def changed(copy, text, name="amazon-aurora/index.html"):
    """Publish another version of the site: one page says something else."""
    file = copy / name
    file.write_text(re.sub(r"</h1>", f"{text}</h1>", file.read_text("utf-8"), count=1), "utf-8")
    service_worker.write(copy)
