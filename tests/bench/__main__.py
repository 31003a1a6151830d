"""`make bench`: what a first visit weighs and how long the site takes to build."""

from __future__ import annotations

import gzip
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from guidekit.drawing.browser import chromium
from support import ENVIRONMENT, ROOT
from web import serve_folder

_RUNS = 3


def build(settings: Path, site: Path) -> float:
    """Build once; return the seconds of the whole process."""
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(settings), "-d", str(site)]
    start = time.perf_counter()
    subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True)
    return time.perf_counter() - start


def bare_settings(folder: Path) -> Path:
    """Settings of the same pages under plain Material, with nothing of ours."""
    settings = folder / "mkdocs.yml"
    pages = {"site_name": "x", "docs_dir": str(ROOT / "docs"), "exclude_docs": "/_data/", "theme": "material"}
    pages["markdown_extensions"] = [
        "admonition",
        "attr_list",
        "def_list",
        "md_in_html",
        "tables",
        "pymdownx.superfences",
    ]
    settings.write_text(yaml.safe_dump(pages), "utf-8")
    return settings


def build_time(folder: Path) -> None:
    """Print our build against that of plain Material, the same pages, in turn."""
    ours, bare = [], []
    for _ in range(_RUNS):
        ours.append(build(ROOT / "mkdocs.yml", folder / "ours"))
        bare.append(build(bare_settings(folder), folder / "bare"))
    ratios = [a / b for a, b in zip(ours, bare, strict=True)]
    print(
        f"build: ours {statistics.median(ours):.2f} s, plain Material {statistics.median(bare):.2f} s, ",
        end="",
    )
    print(f"ratio {statistics.median(ratios):.2f} (limit 3)")


def first_visits(site: Path) -> None:
    """Print gzip bytes and requests of a first visit to each page, by what the browser asks for."""
    print(f"{'page':45} {'KB gzip':>8} {'requests':>8} {'HTML KB':>8}")
    with serve_folder(site) as address, chromium() as browser:
        for file in sorted(site.rglob("index.html")):
            asked: list[str] = []
            page = browser.new_page()
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            path = file.parent.relative_to(site).as_posix().replace(".", "")
            page.goto(f"{address}{path}", wait_until="networkidle")
            sizes = {
                url: len(gzip.compress(local(site, url).read_bytes(), 9))
                for url in asked
                if url.startswith(address)
            }
            html = next(iter(sizes.values())) / 1024
            print(f"/{path:44} {sum(sizes.values()) / 1024:8.1f} {len(asked):8} {html:8.1f}")
            page.close()


def local(site: Path, url: str) -> Path:
    """The file behind an address."""
    path = site / urlsplit(url).path.lstrip("/")
    return path / "index.html" if path.is_dir() else path


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        build_time(Path(folder))
        first_visits(Path(folder) / "ours")
