"""The published site below a folder of a host that forbids the browser to cache it."""

from __future__ import annotations

import functools
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from keeping import SUB


@pytest.fixture
def copy(published, tmp_path):
    """The published site in a folder of a host, with what must not be kept cut short."""
    shutil.copytree(published, tmp_path / SUB, ignore=shutil.ignore_patterns("*.zip", "*.apkg", "*.epub"))
    return tmp_path / SUB


class _Forgotten(SimpleHTTPRequestHandler):
    """What a browser must not keep of its own accord: offline, only the worker may answer."""

    def end_headers(self):
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *args):
        self.server.asked.append(self.path)


@pytest.fixture
def server(copy):
    started = ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Forgotten, directory=str(copy.parents[1]))
    )
    started.asked = []
    threading.Thread(target=started.serve_forever, daemon=True).start()
    yield started
    started.shutdown()
    started.server_close()


@pytest.fixture
def address(server):
    return f"http://127.0.0.1:{server.server_port}/{SUB}"


@pytest.fixture
def context(whole_browser):
    made = whole_browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()
