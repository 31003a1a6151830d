"""Serve a folder, or a project as its author sees it, on loopback, on a port the system chooses."""

from __future__ import annotations

import functools
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from support import ENVIRONMENT

_TRIES = 300


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """Yield the address of `folder`, with a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def serve_preview(root: Path) -> Iterator[str]:
    """Run `mkdocs serve` in `root`; yield its address, with a slash at its end, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-livereload", "--dev-addr", place]
    with (root / "serve.log").open("w") as log:
        process = subprocess.Popen(
            command, cwd=root, env=ENVIRONMENT, stdout=log, stderr=log, start_new_session=True
        )
        try:
            for _ in range(_TRIES):
                try:
                    urllib.request.urlopen(f"http://{place}/", timeout=1).close()
                    break
                except OSError:
                    assert process.poll() is None, (root / "serve.log").read_text()
                    time.sleep(0.1)
            yield f"http://{place}/"
        finally:
            os.killpg(process.pid, 15)
            process.wait(10)
