"""What goes wrong on the pages of a browser: errors, warnings, failed requests, requests to other hosts.

Nothing waits for time: what is under way is waited for until it is over, and timers are run by a clock of ours.
"""

from __future__ import annotations

import time

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page, Request

# Chromium itself says this when a page with view transitions opens one without, such as a bare SVG.
# On a busy machine the page is there before its transition can begin, which Chromium tells as an error too.
_NO_TRANSITION = ("ViewTransition opt-in disabled", "Transition was aborted because of invalid state")
# What is queued on a page runs before a message to itself arrives, behind another page too, where nothing is idle.
_TURN = "new Promise((done) => { const way = new MessageChannel(); way.port1.onmessage = done; way.port2.postMessage(0) })"
_LONG = 60  # seconds: more than any request on loopback takes


class Watch:
    """What goes wrong in a context, late requests too: ask `troubles` at the end, or at the end of each test.

    `home` are the beginnings of addresses that pages may ask for; without `scripts`, none of theirs run.
    """

    def __init__(self, context: BrowserContext, *home: str, scripts: bool = True) -> None:
        self._turn = _TURN if scripts else "1"
        self._context, self._home = context, (*home, "data:", "blob:")
        self._told: list[str] = []
        self._under_way: set[Request] = set()
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("requestfinished", lambda request: self._under_way.discard(request))
        context.on("requestfailed", self._failed)

    def troubles(self) -> list[str]:
        """Let every open page come to rest; return what went wrong since it was asked last."""
        for page in self._context.pages:
            self._settle(page)
        told, self._told = self._told, []
        return told

    def _settle(self, page: Page) -> None:
        page.wait_for_load_state()
        end = time.monotonic() + _LONG
        while True:
            try:
                page.evaluate(self._turn)  # what was queued has run, and events on their way are here
            except Error as error:
                if "navigation" not in str(error):
                    raise
            if not self._under_way:
                return
            assert time.monotonic() < end, [request.url for request in self._under_way]

    def _console(self, message: ConsoleMessage) -> None:
        # A bare SVG names no icon, so Chromium asks for the host's, which is not ours to serve.
        host_icon = message.location["url"].endswith("/favicon.ico")
        if message.type in {"error", "warning"} and not host_icon:
            self._told.append(message.text)

    def _error(self, error: object) -> None:
        if not any(known in str(error.error) for known in _NO_TRANSITION):
            self._told.append(str(error.error))

    def _request(self, request: Request) -> None:
        self._under_way.add(request)
        if not request.url.startswith(self._home):
            self._told.append(request.url)

    def _failed(self, request: Request) -> None:
        self._under_way.discard(request)
        if request.failure != "net::ERR_ABORTED":  # a page left early takes its unfinished requests with it
            self._told.append(f"failed: {request.url}")
