"""Away from the network: the archive from its folder, the site kept on the device, the page of both."""

from __future__ import annotations

import contextlib
import functools
import re
import shutil
import threading
import zipfile
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from axe_playwright_python.sync_playwright import Axe
from guidekit import service_worker
from playwright.sync_api import Error, expect
from support import PAGE
from web import serve_preview

SUB = "guias/rds/"
SAVE, RENEW, REMOVE = "Guardar sin conexión", "Actualizar", "Quitar de este dispositivo"


# The archive


@pytest.fixture(scope="module")
def folder(published, tmp_path_factory):
    """The archive as a reader unpacks it, in a folder whose name needs escaping."""
    place = tmp_path_factory.mktemp("Mis descargas ñ")
    with zipfile.ZipFile(next((published / "descargas").glob("*-offline.zip"))) as opened:
        opened.extractall(place)
    return next(place.iterdir())


@pytest.fixture
def opened(browser, folder):
    """opened(path) opens a file of the archive without a network; nothing may ask for one or go wrong."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    troubles = []

    def go(path="index.html"):
        page = context.new_page()
        page.on("request", lambda r: troubles.append(r.url) if r.url.startswith("http") else None)
        page.on("requestfailed", lambda r: troubles.append(f"failed: {r.url}"))
        page.on("console", lambda m: troubles.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: troubles.append(str(e)))
        page.goto((folder / path).as_uri())
        return page

    yield go
    context.close()
    assert troubles == []


def test_the_archive_is_read_from_page_to_page(opened, nav):
    page = opened()
    seen = [page.url]
    while (link := page.locator(".md-footer__link--next")).count():
        link.click()
        page.wait_for_load_state()
        assert page.locator("h1").count() == 1
        seen.append(page.url)
    assert len(set(seen)) == len(nav)
    page.locator(".md-logo").first.click()
    page.wait_for_url("**/index.html")


def test_the_archive_is_searched(opened, folder):
    page = opened("amazon-aurora/index.html")
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("réplicas", delay=10)
    places = page.locator(
        ".md-search-result__link[href*='/replicas-de-lectura/index.html?h='][href*='#']:visible"
    )
    places.first.wait_for()
    page.wait_for_timeout(200)  # until the last letter is answered
    places.first.click()
    page.wait_for_url("**/replicas-de-lectura/index.html*")
    assert page.locator("article mark").count() > 0
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("xyzzyq", delay=10)
    page.get_by_role("link", name="en el índice de examen").click()
    page.wait_for_url("**/indice-de-examen/index.html?q=xyzzyq")


def test_the_archive_zooms_and_copies_a_diagram(opened):
    page = opened("amazon-aurora/index.html")
    page.locator(".diagrama-ampliar").first.click()
    expect(page.locator("dialog.diagrama-zoom svg")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".diagrama-copiar").first.click()
    expect(page.locator(".diagrama-copiar").first).not_to_have_text("Copiar Mermaid")


def test_the_archive_filters(opened):
    page = opened("indice-de-examen/index.html")
    page.locator("[data-filtro] input").fill("proxy")
    shown = page.locator("[data-entrada]:visible")
    expect(shown.first).to_contain_text(re.compile("proxy", re.IGNORECASE))
    assert 0 < shown.count() < page.locator("[data-entrada]").count()
    page.reload()
    expect(page.locator("[data-filtro] input")).to_have_value("proxy")


def test_the_archive_opens_the_marks_of_facts(opened):
    page = opened("amazon-aurora/index.html")
    mark = page.locator("a.hecho").first
    mark.click()
    box = page.locator(".hecho-caja")
    expect(box).to_contain_text("Fuentes")
    box.get_by_role("link", name="Ver en el registro").first.click()
    page.wait_for_url("**/vigencia/index.html#*")


def test_the_archive_keeps_ticks_and_the_dark_scheme(opened):
    page = opened("lista-de-preparacion/index.html")
    page.get_by_role("checkbox").first.check()
    page.locator("[data-md-component=palette] label:visible").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.reload()
    assert page.locator("[data-marca]:checked").count() == 1
    page.goto(page.url.replace("lista-de-preparacion/", ""))
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_the_archive_knows_that_it_is_one(opened, folder):
    page = opened("descargas/index.html")
    expect(page.locator(".sin-conexion")).to_contain_text("Esta copia ya está en tu dispositivo")
    assert page.locator(".sin-conexion button").count() == 0
    pdf = page.get_by_role("link", name="Descargar el libro en PDF").get_attribute("href")
    assert (folder / "descargas" / pdf).is_file()


# The site kept on the device


@pytest.fixture
def copy(published, tmp_path):
    """The published site in a folder of a host, with what must not be kept cut short."""
    shutil.copytree(published, tmp_path / SUB, ignore=shutil.ignore_patterns("*.zip", "*.apkg", "*.epub"))
    return tmp_path / SUB


class _Forgotten(SimpleHTTPRequestHandler):
    """What a browser must not keep of its own accord: offline, only the worker may answer."""

    def end_headers(self):
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *args):
        self.server.asked.append(self.path)


@pytest.fixture
def server(copy):
    started = ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Forgotten, directory=str(copy.parents[1]))
    )
    started.asked = []
    threading.Thread(target=started.serve_forever, daemon=True).start()
    yield started
    started.shutdown()
    started.server_close()


@pytest.fixture
def address(server):
    return f"http://127.0.0.1:{server.server_port}/{SUB}"


@pytest.fixture
def context(browser):
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


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


expect.set_options(timeout=30_000)  # a busy machine is no fault of the site
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


def test_nothing_is_kept_unasked(context, address):
    page = context.new_page()
    for path in ("", "descargas/", "amazon-aurora/"):
        page.goto(address + path, wait_until="networkidle")
        assert workers(page) == []
        assert kept(page) == []


def test_saving_tells_how_far_it_is(context, address, copy):
    page = context.new_page()
    page.goto(f"{address}descargas/", wait_until="networkidle")
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
    count = (copy / "sw.js").read_text("utf-8").split("\n", 1)[0].count('","')
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
        page.wait_for_load_state("networkidle")
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
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("valkey", delay=10)
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/amazon-elasticache/*")
    page.locator(".md-footer__link--next").click()
    page.wait_for_load_state("networkidle")
    assert page.locator("h1:visible").count() == 1
    assert troubles == []


def test_without_a_network_what_is_not_kept_says_so(context, address):
    page = saved(context, address)
    context.set_offline(True)
    response = page.goto(f"{address}no-existe/?q=1")
    assert response.status == 503
    assert page.locator("h1").inner_text() == "Sin conexión"
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("link", name="inicio").click()
    page.wait_for_url(address)
    assert page.locator(".md-header").count() == 1
    context.set_offline(False)
    assert page.goto(f"{address}no-existe/").status == 404
    assert page.goto(f"{address}robots.txt").status == 200


def changed(copy, text, name="amazon-aurora/index.html"):
    """Publish another version of the site: one page says something else."""
    file = copy / name
    file.write_text(re.sub(r"</h1>", f"{text}</h1>", file.read_text("utf-8"), count=1), "utf-8")
    service_worker.write(copy)


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
    expect(status(page)).to_have_text("Ya no está en este dispositivo.")
    assert workers(page) == []
    assert kept(page) == ["de-otro-sitio"]
    button(page, SAVE).click()
    expect(status(page)).to_contain_text("ya funciona sin conexión")
    assert len(kept(page)) == 2
    button(page, REMOVE).click()
    page.goto(f"{address}descargas/", wait_until="networkidle")
    expect(status(page)).to_contain_text("Todavía no está guardada")
    assert workers(page) == []
    context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(f"{address}amazon-aurora/")


def test_what_the_browser_erased_is_noticed_and_fetched_again(context, address):
    page = saved(context, address)
    page.evaluate("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))")
    page.reload(wait_until="networkidle")
    expect(status(page)).to_contain_text("borró")
    button(page, SAVE).click()
    expect(status(page)).to_contain_text("ya funciona sin conexión")


def fails(page, reason):
    button(page, SAVE).click()
    expect(status(page)).to_contain_text(reason)
    expect(button(page, SAVE)).to_be_visible()
    eventually(page, NOTHING)


def test_a_lost_connection_is_told_and_leaves_nothing(context, address, copy):
    page = context.new_page()
    page.goto(f"{address}descargas/", wait_until="networkidle")
    (copy / "assets/diagrama-zoom.js").unlink()
    fails(page, "revisa la conexión")
    context.set_offline(True)
    fails(page, "revisa la conexión")


def test_a_site_being_published_is_told_and_leaves_nothing(context, address, copy):
    page = context.new_page()
    page.goto(f"{address}descargas/", wait_until="networkidle")
    (copy / "rds-vs-ec2/index.html").write_text("otra", "utf-8")
    fails(page, "se está actualizando")


def test_a_full_device_is_told_and_leaves_nothing(context, address):
    page = context.new_page()
    page.goto(f"{address}descargas/", wait_until="networkidle")
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
    page.goto(f"{address}descargas/", wait_until="networkidle")
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
    expect(status(page)).to_have_text("Ya no está en este dispositivo.")
    assert workers(page) == [address.removesuffix(SUB)]


def test_a_preview_takes_away_what_a_built_site_left(context, address, copy):
    page = saved(context, address)
    (copy / "sw.js").write_text(service_worker.REMOVAL, "utf-8")
    page.goto(f"{address}amazon-aurora/")
    eventually(page, NOTHING)


def test_mkdocs_serve_registers_nothing(tiny, context):
    with serve_preview(tiny({"a.md": PAGE})) as served:
        page = context.new_page()
        page.goto(f"{served}descargas/", wait_until="networkidle")
        assert page.locator(".sin-conexion button").count() == 0
        assert "sitio publicado" in page.locator(".sin-conexion").inner_text()
        assert workers(page) == []
        assert page.request.get(f"{served}sw.js").text() == service_worker.REMOVAL


# The page of the downloads


@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (390, "light"), (1280, "dark"), (390, "dark")]
)
def test_the_page_of_downloads_is_accessible_before_and_after_saving(browser, address, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}descargas/", wait_until="networkidle")
    for _ in range(2):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        violations = Axe().run(page).response["violations"]
        assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in violations] == []
        if button(page, SAVE).count():
            height = page.locator(".sin-conexion").bounding_box()["height"]
            button(page, SAVE).click()
            expect(button(page, REMOVE)).to_be_visible()
            assert page.locator(".sin-conexion").bounding_box()["height"] == pytest.approx(height, abs=40)
    context.close()


def test_without_javascript_the_page_of_downloads_is_whole(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}descargas/")
    assert page.locator(".sin-conexion").is_visible()
    assert page.locator("a.descarga-boton:visible").count() == 4
    context.close()
