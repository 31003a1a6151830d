"""The Chromium that draws: found on the machine or Playwright's own, never downloaded here."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page, Playwright, sync_playwright

from ...model import Diagram
from . import MERMAID

_HERE = Path(__file__).parent
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_ARGUMENTS = [
    *("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--font-render-hinting=none"),
]
_SAMPLE = "Una muestra de letra 0123456789"
_SAMPLE_WIDTH = 1517.7  # of _SAMPLE in Arial 100 px; Liberation Sans and Arimo have the same metrics


class DrawingError(Exception):
    """What Mermaid says of a source; `line` counts from 1 within it, 0 if unknown."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def launch(playwright: Playwright, program: str | None = None) -> Browser:
    """Start a headless Chromium: `program`, else BROWSER_PATH, an installed one or Playwright's."""
    installed = os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, _NAMES)), None)
    arguments = [*_ARGUMENTS, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]
    return playwright.chromium.launch(executable_path=program or installed, args=arguments)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the headless Chromium that `launch` finds, for as long as it is needed."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def drawing_page() -> Iterator[Page]:
    """Open the page that draws. Raises SystemExit if Mermaid or the drawing font is not installed."""
    if not MERMAID.is_file():
        raise SystemExit("Mermaid is not installed; expected node_modules/ (make diagrams installs it)")
    with chromium() as browser:
        page = browser.new_page()
        page.set_content("<!doctype html><meta charset=utf-8><body>")
        page.add_script_tag(path=MERMAID)
        page.add_script_tag(path=_HERE / "draw.js")
        width = page.evaluate(
            _MEASURE, [json.loads((_HERE / "mermaid-config.json").read_text("utf-8")), _SAMPLE]
        )
        if abs(width - _SAMPLE_WIDTH) > 1:
            raise SystemExit(
                f"the drawing font is not here: a sample is {width:.1f} px wide, expected {_SAMPLE_WIDTH}; "
                "install Arial, Liberation Sans (Debian: fonts-liberation) or Arimo"
            )
        yield page


_MEASURE = """([config, sample]) => {
  const context = document.createElement("canvas").getContext("2d");
  context.font = `100px ${config.fontFamily}`;
  return context.measureText(sample).width;
}"""


def draw(page: Page, diagram: Diagram) -> tuple[str, dict[str, Any]]:
    """Return the SVG of a diagram and its parts as Mermaid's parser found them. Raises DrawingError."""
    arguments = {
        "id": diagram.id,
        "anchor": "d" + hashlib.sha256(diagram.id.encode()).hexdigest()[:6],
        "source": diagram.source,
        "config": json.loads((_HERE / "mermaid-config.json").read_text("utf-8")),
        "css": (_HERE / "theme.css").read_text("utf-8"),
    }
    try:
        result = page.evaluate(
            "(a) => draw(a).catch((e) => ({error: `${e.message ?? e}`, line: e.hash?.loc?.first_line ?? 0}))",
            arguments,
        )
    except Error as error:
        raise DrawingError(str(error)) from error
    if "error" in result:
        raise DrawingError(result["error"], result["line"])
    return result["svg"] + "\n", result["parts"]
