"""Serve a folder, or a project as its author sees it, on loopback, on a port the system chooses."""

from __future__ import annotations

import functools
import itertools
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from support import ENVIRONMENT


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections stay open, as with any host

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
    """Run `mkdocs serve` in `root`; yield its address, with a slash at its end, once it serves."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    with subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--no-livereload", "--dev-addr", place],
        cwd=root,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        log = list(itertools.takewhile(lambda line: "Serving on" not in line, process.stdout))
        assert process.poll() is None, "".join(log)
        rest = threading.Thread(target=process.stdout.read)  # so that it never waits for a reader
        rest.start()
        try:
            yield f"http://{place}/"
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            rest.join()
