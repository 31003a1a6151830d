"""What the tests of the site kept on a device press, wait for and change."""

from __future__ import annotations

import contextlib
import re
import time

from guidekit.downloads import registry
from guidekit.web import service_worker
from playwright.sync_api import Error, expect

SUB = "guias/rds/"
_PATIENCE = 60  # seconds
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


_ASK = """async (limit) => {
  const end = Date.now() + limit;
  while (!(await (EXPRESSION)) && Date.now() < end) await new Promise((done) => requestAnimationFrame(done));
  return await (EXPRESSION);
}"""


def eventually(page, expression):
    """Wait until a promise in the page comes to something true; the page may load anew meanwhile."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(Error):
            if page.evaluate(_ASK.replace("EXPRESSION", expression), 1000 * _PATIENCE):
                return
    raise AssertionError(expression)


ONE_VERSION = "caches.keys().then((names) => names.length === 1)"
NOTHING = """Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()])
  .then((found) => found.flat().length === 0)"""
WAITING = "navigator.serviceWorker.getRegistration().then((r) => Boolean(r.waiting))"


def saved(context, address):
    page = context.new_page()
    page.goto(f"{address}descargas/")
    button(page, SAVE).click()
    expect(status(page)).to_contain_text("ya funciona sin conexión")
    return page


def changed(copy, text, name="amazon-aurora/index.html"):
    """Publish another version of the site: one page says something else."""
    file = copy / name
    file.write_text(re.sub(r"</h1>", f"{text}</h1>", file.read_text("utf-8"), count=1), "utf-8")
    service_worker.write(copy, registry.not_kept())
