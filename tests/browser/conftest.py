"""One Chromium for all browser tests; each test gets pages of its own over loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from guidekit.diagrams.draw.browser import chromium
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect
from web import serve_folder

expect.set_options(timeout=30_000)  # a busy machine is no fault of the site

# Chromium itself says this when a page with view transitions opens one without, such as a bare SVG.
NO_TRANSITION = "ViewTransition opt-in disabled"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with serve_folder(site) as started:
        yield started


def _is_trouble(message: ConsoleMessage) -> bool:
    # A bare SVG names no icon, so Chromium asks for the host's, which is not ours to serve.
    host_icon = message.location["url"].endswith("/favicon.ico")
    return message.type in {"error", "warning"} and not host_icon


def _is_lost(request: Request) -> bool:
    # A page left early takes its unfinished requests with it.
    return request.failure != "net::ERR_ABORTED"


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """visit(path, width=…, scheme=…) opens a page; at the end nothing may have gone wrong on any."""
    troubles: list[str] = []
    contexts = []

    def go(path: str, width: int = 1280, scheme: str = "light", **options: object) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: troubles.append(m.text) if _is_trouble(m) else None)
        page.on("pageerror", lambda e: None if NO_TRANSITION in str(e) else troubles.append(str(e)))
        page.on(
            "request",
            lambda r: None if r.url.startswith((address, "data:", "blob:")) else troubles.append(r.url),
        )
        page.on("requestfailed", lambda r: troubles.append(f"failed: {r.url}") if _is_lost(r) else None)
        page.goto(address + path, wait_until="networkidle")
        return page

    yield go
    for context in contexts:
        context.close()
    assert troubles == []
