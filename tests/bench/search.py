"""The search against Material's own on the same pages, in a real browser: what it finds first, and how fast."""

from __future__ import annotations

import gzip
import shutil
import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from guidekit.web.page_assets import THEME
from playwright.sync_api import Browser, Page
from support import ROOT
from web import serve_folder

QUERIES = ROOT / "tests/data/search_queries.yml"
_ASK = """async ([query, quiet]) => {
  const box = document.querySelector("[data-md-component=search-query]");
  const list = document.querySelector(".md-search-result__list");
  const settled = () => new Promise((done) => {
    let timer = setTimeout(done, 2000), first = 0;
    const watch = new MutationObserver(() => {
      first ||= performance.now();
      clearTimeout(timer);
      timer = setTimeout(() => { watch.disconnect(); done(first); }, quiet);
    });
    watch.observe(list.parentElement, { childList: true, subtree: true, characterData: true });
  });
  box.focus();
  const wait = settled(), start = performance.now();
  box.value = query;
  box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  const first = await wait;
  return [[...list.children].map((item) => item.querySelector("a").href), first - start];
}"""


def defaults(folder: Path) -> Path:
    """Copy the project with Material's own search in place of ours; return its settings."""
    (folder / "hooks").symlink_to(ROOT / "hooks")
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("preview"))
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("  - hooks/build.py", "  #")
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    (folder / "CHANGELOG.md").write_text((ROOT / "CHANGELOG.md").read_text("utf-8"), "utf-8")
    ours = (THEME / "main.html").read_text("utf-8")
    (folder / "overrides/main.html").write_text(ours.replace("assets/guide.js", "assets/none.js"), "utf-8")
    (folder / "overrides/assets/none.js").write_text("", "utf-8")
    (folder / "overrides/partials").mkdir()
    form = '<form class="md-search__form"'
    box = (THEME / "partials/search.html").read_text("utf-8").replace(form, f'{form} name="search"')
    (folder / "overrides/partials/search.html").write_text(box, "utf-8")
    return folder / "mkdocs.yml"


def ask(page: Page, query: str, quiet: int = 60) -> tuple[list[str], float]:
    """Type a query; return the names of the pages found, best first, and milliseconds to the first result."""
    links, milliseconds = page.evaluate(_ASK, [query, quiet])
    names = [link.split("?")[0].split("#")[0].rstrip("/").rsplit("/", 1)[-1] for link in links]
    return names, milliseconds


def open_page(browser: Browser, address: str, throttle: int = 1) -> Page:
    """Open the home page and let the search load with a query."""
    page = browser.new_page()
    page.goto(address, wait_until="networkidle")
    if throttle > 1:
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    ask(page, "rds", 500)
    return page


def judge(page: Page, queries: Sequence[dict[str, Any]]) -> dict[str, list[int]]:
    """Return by kind the place of the first acceptable page for each query, 99 if there is none."""
    places: dict[str, list[int]] = {}
    for query in queries:
        found, _ = ask(page, query["q"])
        place = next((i for i, name in enumerate(found) if name in query["pages"]), 99)
        places.setdefault(query["kind"], []).append(place)
    return places


def table(title: str, places: dict[str, list[int]]) -> None:
    """Print success at 1 and at 3 in percent, and the mean reciprocal rank, by kind and over all."""
    print(f"{title:44} {'queries':>8} {'first %':>8} {'top 3 %':>8} {'MRR':>6}")
    every = [place for found in places.values() for place in found]
    for kind, found in [*places.items(), ("all", every)]:
        first, three = (100 * statistics.fmean(p < n for p in found) for n in (1, 3))
        rank = statistics.fmean(1 / (p + 1) if p < 99 else 0 for p in found)
        print(f"  {kind:42} {len(found):8} {first:8.1f} {three:8.1f} {rank:6.3f}")


def compare(browser: Browser, ours: Path, theirs: Path) -> None:
    """Print both halves of the queries for both searches, then sizes and times of ours."""
    halves = yaml.safe_load(QUERIES.read_text("utf-8"))
    for name, site in (("ours", ours), ("Material's default", theirs)):
        with serve_folder(site) as address:
            page = open_page(browser, address)
            for half, queries in halves.items():
                table(f"search, {name}, {half}", judge(page, queries))
            page.close()
    files = ["engine", "index", "definitions"]
    sizes = {f: len(gzip.compress((ours / f"assets/search/{f}.js").read_bytes(), 9)) / 1024 for f in files}
    print("search, KB gzip: " + ", ".join(f"{name} {size:.1f}" for name, size in sizes.items()))
    with serve_folder(ours) as address:
        page = open_page(browser, address, throttle=4)
        times = [
            ask(page, q["q"][:n], 30)[1] for q in halves["development"][:20] for n in range(3, len(q["q"]), 4)
        ]
        print(
            f"search, ms from key to first result, CPU 4x slower: median {statistics.median(times):.0f}, "
            f"95th percentile {sorted(times)[int(len(times) * 0.95)]:.0f} (limit 50)"
        )
        page.close()


def growth(browser: Browser, site: Path, folder: Path) -> None:
    """Print seconds to load and MB of the engine for 1, 10 and 50 guides as large as this one."""
    for guides in (1, 10, 50):
        copy = folder / f"guides-{guides}"
        shutil.copytree(site / "assets", copy / "assets")
        index = copy / "assets/search/index.js"
        multiply = (
            "(()=>{const one=guia.index,many={pages:[],parts:[],terms:[]};"
            f"for(let n=0;n<{guides};n+=1){{const at=many.pages.length;"
            "many.pages.push(...one.pages.map(([a,...r])=>[`${n}/${a}`,...r]));"
            "many.parts.push(...one.parts.map(([p,...r])=>[p+at,...r]));"
            "many.terms.push(...(n?[]:one.terms));}guia.index=many;})();"
        )
        index.write_text(index.read_text("utf-8") + multiply, "utf-8")
        (copy / "index.html").write_text('<meta charset="utf-8"><title>x</title>', "utf-8")
        with serve_folder(copy) as address:
            page = browser.new_page()
            page.goto(address)
            seconds, megabytes = page.evaluate(
                """async () => {
                  const load = (f) => new Promise((d) => { const s = document.createElement("script"); s.src = "/assets/" + f; s.onload = d; document.head.append(s); });
                  const start = performance.now();
                  window.guia = { give({ startSearch }) { guia.startSearch = startSearch; } };
                  for (const f of ["search/engine.js", "javascripts/lunr/min/lunr.stemmer.support.min.js",
                    "javascripts/lunr/min/lunr.es.min.js", "search/index.js", "search/definitions.js"]) await load(f);
                  window.found = guia.startSearch(guia);
                  found("réplicas de lectura");
                  return [(performance.now() - start) / 1000, performance.memory.usedJSHeapSize / 1e6];
                }"""
            )
            print(
                f"search of {guides:2} guides: {seconds:.2f} s to load and answer, {megabytes:.0f} MB of heap"
            )
            page.close()
