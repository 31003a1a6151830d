"""What axe finds wrong with a page. Its rules for colours take most of its time, and texts that look the same get the
same answer: of those it is asked about the first (`tests/browser/repeats.js`). All other rules look at everything.
"""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from support import ROOT

_AXE = Axe().axe_script
_REPEATS = (ROOT / "tests/browser/repeats.js").read_text("utf-8")
_RUN = """() => {
  axe.configure({ rules: [
    { id: "color-contrast", selector: ":not([data-repeats])" },
    { id: "link-in-text-block", selector: "a[href]:not([data-repeats])" },
  ] });
  return axe.run({ resultTypes: ["violations"] })
    .then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))]));
}"""


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Each rule that is broken, with the elements that break it."""
    page.evaluate(_AXE)
    page.evaluate(_REPEATS)
    return [(rule, places) for rule, places in page.evaluate(_RUN)]
