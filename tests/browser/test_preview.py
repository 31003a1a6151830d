"""`mkdocs serve` shows a diagram before it is drawn: mermaid2 draws it in the author's browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from support import ENVIRONMENT, PAGE, ROOT

NEW = """
```mermaid
---
id: nuevo
caption: Un diagrama que todavía no está dibujado.
---
flowchart TB
  accTitle: Nuevo
  accDescr: Uno lleva a dos.
  uno("Uno < 1"):::app
  dos("Dos & más"):::app
  uno --> dos
```
"""


@pytest.fixture
def served(tiny):
    """Address of a running `mkdocs serve`, in strict mode as mkdocs.yml sets it."""
    root = tiny({"nuevo.md": PAGE + NEW})
    preview = root / "docs/_data/preview"
    preview.mkdir(parents=True)
    shutil.copy(ROOT / "node_modules/mermaid/dist/mermaid.min.js", preview)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = (root / "serve.log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--no-livereload", "--dev-addr", address],
        cwd=root,
        env=ENVIRONMENT,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://{address}/", timeout=1).close()
                break
            except OSError:
                assert process.poll() is None, (root / "serve.log").read_text()
                time.sleep(0.1)
        yield f"http://{address}/"
    finally:
        os.killpg(process.pid, 15)
        process.wait(10)
        log.close()


def test_a_new_diagram_is_drawn_in_the_browser(served, browser):
    page = browser.new_page()
    page.goto(served + "nuevo/")
    drawing = page.locator("#diagrama-nuevo svg")
    drawing.wait_for()
    assert drawing.locator(".node").all_text_contents() == ["Uno < 1", "Dos & más"]
    assert (
        page.locator("#diagrama-nuevo figcaption").inner_text() == "Un diagrama que todavía no está dibujado."
    )
    page.close()
