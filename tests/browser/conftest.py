"""One Chromium for all browser tests of a process; each test gets pages of its own over loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from guidekit.diagrams.draw.browser import chromium
from playwright.sync_api import Browser, BrowserContext, Page, expect
from watching import Watch
from web import serve_folder

expect.set_options(timeout=30_000)  # a busy machine is no fault of the site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with serve_folder(site) as started:
        yield started


@pytest.fixture
def watched(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """watched(home, …, width=…, scheme=…) makes a context; at the end nothing may have gone wrong in any."""
    watches: list[tuple[BrowserContext, Watch]] = []

    def make(*home: str, width: int = 1280, scheme: str = "light", **options: object) -> BrowserContext:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, **options
        )
        scripts = bool(options.get("java_script_enabled", True))
        watches.append((context, Watch(context, *home, scripts=scripts)))
        return context

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
