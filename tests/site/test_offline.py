"""The archive of the site, the service worker and the web manifest, as files."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
import shutil
import struct
import zipfile
import zlib
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from bs4 import BeautifulSoup
from guidekit.downloads import registry
from guidekit.web import service_worker

NAME = "guia-rds"
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def archive(published):
    return zipfile.ZipFile(published / f"descargas/{NAME}-offline.zip")


@pytest.fixture(scope="module")
def pages(archive):
    return {
        name: BeautifulSoup(archive.read(name).decode(), "html.parser")
        for name in archive.namelist()
        if name.endswith(".html")
    }


def test_the_archive_is_one_folder_in_order_with_fixed_marks(archive):
    names = archive.namelist()
    assert archive.testzip() is None
    assert names == sorted(set(names))
    assert {name.split("/")[0] for name in names} == {NAME}
    assert f"{NAME}/index.html" in names
    assert all(".." not in name.split("/") and "\\" not in name for name in names)
    assert len({entry.date_time for entry in archive.infolist()}) == 1
    assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}


def test_the_archive_is_small_beside_the_books(archive):
    books = (".pdf", ".epub")
    packed = sum(e.compress_size for e in archive.infolist() if not e.filename.endswith(books))
    assert packed <= 2 * MEGABYTE
    held = {name for name in archive.namelist() if "/descargas/" in name}
    assert {name.rsplit("/")[-1] for name in held} == {
        "index.html",
        f"{NAME}.pdf",
        f"{NAME}-repaso.pdf",
        f"{NAME}.epub",
        f"{NAME}.apkg",
    }


def test_the_archive_holds_the_whole_site_but_what_servers_need(archive, published):
    there = {name.removeprefix(f"{NAME}/") for name in archive.namelist()}
    built = {f.relative_to(published).as_posix() for f in published.rglob("*") if f.is_file()}
    lost = {name for name in built - there if not name.startswith("descargas/")}
    assert lost == {
        "404.html",
        "manifest.webmanifest",
        "robots.txt",
        "sitemap.xml",
        "sitemap.xml.gz",
        "sw.js",
    }
    assert there <= built
    assert not [name for name in there if name.endswith(".map")]


def test_every_link_in_the_archive_names_a_file_in_it(archive, pages):
    names = set(archive.namelist())
    ids = {name: {tag["id"] for tag in soup.select("[id]")} | {""} for name, soup in pages.items()}
    dead = []
    for name, soup in pages.items():
        for tag in soup.select("[href], [src]"):
            value = tag.get("href") or tag.get("src") or ""
            url, fragment = urldefrag(value)
            if urlsplit(value).scheme == "https" and tag.name == "a":
                continue
            path = posixpath.join(posixpath.dirname(name), unquote(urlsplit(url).path)) if url else name
            to = posixpath.normpath(path)
            if (
                to not in names
                or value.startswith("/")
                or unquote(fragment) not in ids.get(to, {""} | {fragment})
            ):
                dead.append(f"{name}: {value}")
    assert dead == []


def test_scripts_in_the_archive_hold_no_address_of_the_site(archive):
    scripts = [name for name in archive.namelist() if "/hechos/" in name]
    addresses = [
        address
        for name in scripts
        for address in re.findall(r'href=\\"([^"]+?)\\"', archive.read(name).decode())
    ]
    assert addresses
    assert [address for address in addresses if not address.startswith(("https://", "#"))] == []


def test_no_address_of_the_published_site_is_left(archive, pages):
    for name, soup in pages.items():
        assert "127.0.0.1" not in archive.read(name).decode()
        assert soup.select("link[rel=canonical], link[rel=manifest]") == []


def test_the_archive_tells_of_all_files_but_itself(pages):
    cards = pages[f"{NAME}/descargas/index.html"].select('[data-descargas^="ficha "]')
    told = {card["data-descargas"].split()[1]: card for card in cards}
    own = told.pop(f"{NAME}-offline.zip")
    assert own.select("a, code") == []
    assert "tienes abierta" in own.get_text()
    assert all(card.code for card in told.values())
    assert {name: card.a["href"] for name, card in told.items()} == {name: name for name in told}


def listed(site):
    head = (site / "sw.js").read_text("utf-8").split("\n", 1)[0]
    known = json.loads(re.fullmatch(r'"use strict";self\.SITE=(\{.*\});', head)[1])
    return known["version"], dict(known["files"])


def test_the_worker_lists_every_file_of_the_site_with_its_hash(published):
    _, files = listed(published)
    built = {
        re.sub(r"(^|/)index\.html$", r"\1", f.relative_to(published).as_posix()) or "./": f
        for f in published.rglob("*")
        if f.is_file() and f.suffix not in {".pdf", ".epub", ".apkg", ".zip", ".gz"}
    }
    for name in ("404.html", "robots.txt", "sitemap.xml", "sw.js"):
        built.pop(name)
    assert files == {name: hashlib.sha256(f.read_bytes()).hexdigest() for name, f in built.items()}
    size = sum(len(zlib.compress(f.read_bytes())) for f in built.values())
    assert size <= 2 * MEGABYTE
    told = re.search(r'data-sin-conexion="([\d.]+)"', (published / "descargas/index.html").read_text("utf-8"))
    assert float(told[1]) == pytest.approx(size / MEGABYTE, abs=0.06)


def test_a_change_of_any_file_is_another_version(published, tmp_path):
    copy = tmp_path / "site"
    shutil.copytree(published, copy, ignore=shutil.ignore_patterns("*.pdf", "*.zip"))
    first, _ = listed(copy)
    service_worker.write(copy, registry.not_kept())
    assert listed(copy)[0] == first
    (copy / "assets/site.css").write_text("a{}", "utf-8")
    service_worker.write(copy, registry.not_kept())
    assert listed(copy)[0] != first


def test_the_manifest_names_a_site_that_may_be_in_any_folder(site):
    manifest = json.loads((site / "manifest.webmanifest").read_bytes())
    assert manifest["name"]
    assert len(manifest["short_name"]) <= 12
    assert manifest["lang"] == "es"
    assert manifest["display"] == "standalone"
    assert [manifest[key] for key in ("start_url", "scope")] == ["./", "./"]
    assert "id" not in manifest  # it would be resolved against the host, which guides share
    assert all(re.fullmatch("#[0-9a-f]{6}", manifest[key]) for key in ("theme_color", "background_color"))
    assert manifest["theme_color"] in (site / "assets/site.css").read_text("utf-8")
    sizes = {icon["sizes"] for icon in manifest["icons"]}
    assert sizes >= {"any", "192x192", "512x512"}
    for icon in manifest["icons"]:
        data = (site / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            assert "{}x{}".format(*struct.unpack(">II", data[16:24])) == icon["sizes"]
    for file in site.rglob("*.html"):
        link = BeautifulSoup(file.read_text("utf-8"), "html.parser").select_one("link[rel=manifest]")
        assert link["href"].endswith("manifest.webmanifest")
