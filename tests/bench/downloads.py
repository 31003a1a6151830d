"""Seconds and memory of the downloads: the PDFs of this guide, and all downloads of a site of five as large."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from support import ENVIRONMENT, ROOT

from bench import measuring

_PDFS = """
import sys
from pathlib import Path
from guidekit.downloads import book
from guidekit.downloads.pdf import books
site, manifest, folder = map(Path, sys.argv[1:])
list(books.make(book.load(manifest, site), folder))
"""
_ALL = """
import sys
from pathlib import Path
from guidekit.downloads import making
making.make(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def taking(folder: Path) -> None:
    """Print seconds and megabytes at the peak, without a cache."""
    site, manifest = folder / "site", folder / "manifest.json"
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(ROOT / "mkdocs.yml"), "-d", str(site)]
    environment = {**ENVIRONMENT, "GUIA_MANIFEST": str(manifest)}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    many = shutil.copytree(site, folder / "many")
    _measure("PDFs of 1 guide", _PDFS, site, manifest, limits=(10, 600))
    one = _measure("downloads of 1 guide", _ALL, site, manifest)
    data = json.loads(manifest.read_bytes())
    data["pages"] += _more(data["pages"], many, 5)
    manifest.write_text(json.dumps(data), "utf-8")
    five = _measure("downloads of 5 guides", _ALL, many, manifest, limits=(50, 1200))
    print(f"ratio: {five.seconds / one.seconds:.1f} in time, {five.together / one.together:.1f} in memory")


def _more(pages: list[dict[str, Any]], site: Path, guides: int) -> list[dict[str, Any]]:
    """Copy the topics of the guide `guides` - 1 times, in parts of their own; return them as the manifest does."""
    copies = []
    for number in range(1, guides):
        for page in pages:
            if page["kind"] == "topic":
                url = f"{number}/{page['url']}"
                shutil.copytree(site / page["url"], site / url)
                uri = page["uri"].replace(".md", f"-{number}.md")
                copies.append({**page, "uri": uri, "part": f"{page['part']} {number}", "url": url})
    return copies


def _measure(
    name: str, code: str, site: Path, manifest: Path, limits: tuple[int, int] | None = None
) -> measuring.Cost:
    """Print what `code` costs in a folder of its own, where nothing is in the cache."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", code, str(site), str(manifest), folder]
        cost = measuring.run(command, Path(folder), ROOT / "hooks")
    limit = f" (limits {limits[0]} s, {limits[1]} MB)" if limits else ""
    memory = f"{cost.largest:.0f} MB in one process, {cost.together:.0f} MB in all"
    print(f"{name}: {cost.seconds:.1f} s, {memory}{limit}")
    return cost
