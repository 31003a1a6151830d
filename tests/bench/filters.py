"""How long a key takes in the filter of a long list."""

from __future__ import annotations

import statistics
from pathlib import Path

from playwright.sync_api import Browser
from web import serve_folder

_ENTRIES = 1000


def filtering(browser: Browser, site: Path) -> None:
    """Print milliseconds from a key to the laid out list, with 1000 entries and a CPU 4 times slower."""
    with serve_folder(site) as address:
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.add_init_script(
            f"""document.addEventListener("DOMContentLoaded", () => {{
              const entries = [...document.querySelectorAll("[data-entrada]")];
              for (let n = entries.length; n < {_ENTRIES}; n += 1) {{
                const copy = entries[n % entries.length].cloneNode(true);
                copy.removeAttribute("id");
                entries[n % entries.length].parentElement.append(copy);
              }}
            }});"""
        )
        page.goto(f"{address}indice-de-examen/", wait_until="networkidle")
        assert page.locator("[data-entrada]").count() == _ENTRIES
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        times = page.evaluate(
            """(words) => {
              const box = document.querySelector("[data-filtro] input"), times = [];
              box.focus();
              for (const word of words) for (let n = 1; n <= word.length; n += 1) {
                const start = performance.now();
                box.value = word.slice(0, n);
                box.dispatchEvent(new InputEvent("input", { bubbles: true }));
                void document.body.offsetHeight;
                times.push(performance.now() - start);
              }
              return times;
            }""",
            ["replica", "conmutacion por error", "gp3", "backtrack", ""],
        )
        page.close()
    print(
        f"\nfilter, {_ENTRIES} entries, ms a key, CPU 4x slower: median {statistics.median(times):.0f}, "
        f"most {max(times):.0f} (limit 50)"
    )
