"""One Chromium for nearly all browser tests of a process, and the site on loopback."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from guidekit.diagrams.draw.browser import launch
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright
from watching import Watch
from web import serve_folder

_SHELL = "chromium-headless-shell"
expect.set_options(timeout=30_000)  # a busy machine is no fault of the site


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:  # a process can have one only
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Where it is installed, the build of Chromium without a window: half the work, the same pages."""
    with launch(playwright, None if "BROWSER_PATH" in os.environ else shutil.which(_SHELL)) as started:
        yield started


@pytest.fixture(scope="session")
def whole_browser(playwright: Playwright) -> Iterator[Browser]:
    """What readers have, for what the other one does in a way of its own: service workers without a network."""
    with launch(playwright) as started:
        yield started


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with serve_folder(site) as started:
        yield started


def _context(
    browser: Browser, *home: str, width: int = 1280, scheme: str = "light", **options: object
) -> tuple[BrowserContext, Watch]:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **options)
    return context, Watch(context, *home, scripts=bool(options.get("java_script_enabled", True)))


@pytest.fixture
def watched(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """watched(home, …, width=…, scheme=…) makes a context; at the end nothing may have gone wrong in any."""
    watches: list[tuple[BrowserContext, Watch]] = []

    def make(*home: str, **look: object) -> BrowserContext:
        watches.append(_context(browser, *home, **look))
        return watches[-1][0]

    yield make
    troubles = [trouble for _, watch in watches for trouble in watch.troubles()]
    for context, _ in watches:
        context.close()
    assert troubles == []


@pytest.fixture
def visit(watched: Callable[..., BrowserContext], address: str) -> Callable[..., Page]:
    """visit(path, width=…, scheme=…) opens a page of the site in a context of its own; with `clock`, its timers
    are run by `page.clock`.
    """

    def go(
        path: str, width: int = 1280, scheme: str = "light", clock: bool = False, **options: object
    ) -> Page:
        page = watched(address, width=width, scheme=scheme, **options).new_page()
        if clock:
            page.clock.install()
        page.goto(address + path)
        return page

    return go


@pytest.fixture(scope="session")
def _shared() -> Iterator[dict[str, tuple[Page, Watch]]]:
    """The page that tests share while they want the same look; at most one is open."""
    pages: dict[str, tuple[Page, Watch]] = {}
    yield pages
    for page, _ in pages.values():
        page.context.close()


@pytest.fixture
def read(
    browser: Browser, address: str, _shared: dict[str, tuple[Page, Watch]]
) -> Iterator[Callable[..., Page]]:
    """read(path, width=…, scheme=…) opens a page of the site as `visit` does, but where others have been read: it
    takes half the time, a third without transitions from page to page. For tests in one look that use this page only
    and change nothing in it that a load leaves.
    """

    def go(path: str, width: int = 1280, **look: object) -> Page:
        name = repr(look)
        if name not in _shared:
            for page, _ in _shared.values():
                page.context.close()
            _shared.clear()
            context, watch = _context(browser, address, reduced_motion="reduce", **look)
            _shared[name] = context.new_page(), watch
        page, _ = _shared[name]
        page.set_viewport_size({"width": width, "height": 900})
        if "#" in path:  # from one place to another on a page nothing would be loaded
            page.goto("about:blank")
        page.goto(address + path)
        return page

    yield go
    for page, watch in _shared.values():
        assert watch.troubles() == []
        page.mouse.move(0, 0)
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
