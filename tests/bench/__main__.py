"""`make bench`: what `make site` and the downloads cost; weights and words of pages, drawings against Mermaid's in
the browser, filter, search. `python -m bench publishing` measures that part alone.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from guidekit.diagrams.draw.browser import chromium
from playwright.sync_api import Browser
from support import ENVIRONMENT, ROOT
from web import serve_folder

from bench import words
from bench.downloads import taking
from bench.filters import filtering
from bench.publishing import publishing
from bench.search import compare, defaults, growth

_RUNS = 3
_PAGE = "caso-flujos-y-costos"


def build(settings: Path, site: Path) -> float:
    """Build once; return the seconds of the whole process."""
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(settings), "-d", str(site)]
    start = time.perf_counter()
    subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True)
    return time.perf_counter() - start


def bare_settings(folder: Path) -> Path:
    """Settings of the same pages under plain Material, with nothing of ours."""
    settings = folder / "mkdocs.yml"
    pages = {"site_name": "x", "docs_dir": str(ROOT / "docs"), "exclude_docs": "_*", "theme": "material"}
    pages["markdown_extensions"] = [
        "admonition",
        "attr_list",
        "def_list",
        "md_in_html",
        "tables",
        "pymdownx.superfences",
    ]
    settings.write_text(yaml.safe_dump(pages), "utf-8")
    return settings


def build_time(folder: Path) -> None:
    """Print our build against that of plain Material, the same pages, in turn."""
    ours, bare = [], []
    for _ in range(_RUNS):
        ours.append(build(ROOT / "mkdocs.yml", folder / "ours"))
        bare.append(build(bare_settings(folder), folder / "bare"))
    ratios = [a / b for a, b in zip(ours, bare, strict=True)]
    print(
        f"build: ours {statistics.median(ours):.2f} s, plain Material {statistics.median(bare):.2f} s, ",
        end="",
    )
    print(f"ratio {statistics.median(ratios):.2f} (limit 3)")


def first_visits(site: Path) -> None:
    """Print gzip bytes and requests of a first visit to each page, by what the browser asks for."""
    print(f"{'page':45} {'KB gzip':>8} {'requests':>8} {'HTML KB':>8}")
    with serve_folder(site) as address, chromium() as browser:
        for file in sorted(site.rglob("index.html")):
            asked: list[str] = []
            page = browser.new_page()
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            path = file.relative_to(site).as_posix().removesuffix("index.html")
            page.goto(f"{address}{path}", wait_until="networkidle")
            sizes = {
                url: len(gzip.compress(local(site, url).read_bytes(), 9))
                for url in asked
                if url.startswith(address)
            }
            html = next(iter(sizes.values())) / 1024
            print(f"/{path:44} {sum(sizes.values()) / 1024:8.1f} {len(asked):8} {html:8.1f}")
            page.close()


def client_side(folder: Path) -> Path:
    """Build the same site without drawings: mermaid2 then draws each diagram in the reader's browser."""
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("diagrams", "preview"))
    (folder / "docs/_data/preview").mkdir(parents=True)
    shutil.copy(ROOT / "node_modules/mermaid/dist/mermaid.min.js", folder / "docs/_data/preview")
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8") + "strict: false\n"
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    build(folder / "mkdocs.yml", folder / "site")
    return folder / "site"


def drawings(ours: Path, theirs: Path) -> None:
    """Print one page with committed drawings against the same page drawn by the browser, 4x slower CPU."""
    results = {}
    with chromium() as browser:
        for name, site in (("committed", ours), ("in the browser", theirs)):
            with serve_folder(site) as address:
                results[name] = [one_visit(browser, site, address) for _ in range(_RUNS)]
    print(f"\n{_PAGE}, CPU 4x slower: {'KB gzip':>18} {'requests':>8} {'ms to diagrams':>14} {'CLS':>6}")
    medians = {}
    for name, runs in results.items():
        medians[name] = [statistics.median(column) for column in zip(*runs, strict=True)]
        size, requests, milliseconds, shift = medians[name]
        print(f"{name:68} {size:8.1f} {requests:8.0f} {milliseconds:14.0f} {shift:6.3f}")
    a, b = medians.values()
    print(f"{'ratio':68} {a[0] / b[0]:8.2f} {a[1] / b[1]:8.2f} {a[2] / b[2]:14.2f}")


def one_visit(browser: Browser, site: Path, address: str) -> tuple[float, int, float, float]:
    """Return KB gzip, requests, milliseconds until every diagram is visible, cumulative layout shift."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}{_PAGE}/", wait_until="commit")
    page.wait_for_function(
        """() => { const all = [...document.querySelectorAll(".diagrama")];
           return document.readyState !== "loading" && all.length && all.every((f) => f.querySelector("svg .node, svg .actor")); }""",
        timeout=120_000,
    )
    milliseconds = page.evaluate(
        "new Promise((done) => requestAnimationFrame(() => done(performance.now())))"
    )
    page.wait_for_load_state("networkidle")
    shift = page.evaluate(
        """new Promise((done) => { let sum = 0; new PerformanceObserver((list) => {
           for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value;
           }).observe({type: "layout-shift", buffered: true}); setTimeout(() => done(sum), 300); })"""
    )
    kilobytes = sum(len(gzip.compress(local(site, url).read_bytes(), 9)) for url in asked) / 1024
    page.close()
    return kilobytes, len(asked), milliseconds, shift


def local(site: Path, url: str) -> Path:
    """The file behind an address."""
    path = site / urlsplit(url).path.lstrip("/")
    return path / "index.html" if path.is_dir() else path


def reading(folder: Path) -> None:
    """Print what readers wait for, and the build of MkDocs."""
    build_time(folder)
    first_visits(folder / "ours")
    words.table(folder / "ours")
    client = folder / "client"
    client.mkdir()
    drawings(folder / "ours", client_side(client))
    theirs = folder / "default-search"
    theirs.mkdir()
    build(defaults(theirs), theirs / "site")
    with chromium() as browser:
        filtering(browser, folder / "ours")
        compare(browser, folder / "ours", theirs / "site")
        growth(browser, folder / "ours", folder)


_PARTS = {"publishing": publishing, "downloads": taking, "reading": reading}


if __name__ == "__main__":
    for name in sys.argv[1:] or _PARTS:
        with tempfile.TemporaryDirectory() as folder:
            _PARTS[name](Path(folder))
