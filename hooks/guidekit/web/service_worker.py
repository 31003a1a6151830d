"""Write the service worker of a built site: its list of files with their hashes before our script.

What it keeps is the site itself; downloads and what only crawlers read stay out.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import quote

NAME = "sw.js"
_SCRIPT = Path(__file__).with_suffix(".js")
_LEFT_OUT = {NAME, "404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
_SIZE = re.compile(r'(data-sin-conexion=")[^"]*')

REMOVAL = """\
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  const mine = `sin-conexion:${new URL("./", location).pathname}:`;
  for (const name of await caches.keys()) if (name.startsWith(mine)) await caches.delete(name);
  await registration.unregister();
  for (const client of await clients.matchAll({ type: "window" })) client.navigate(client.url);
})()));
"""
"""The worker of a preview: takes away one that a built site left at the same address."""


def publish(site: Path, downloads: Collection[str], *, preview: bool) -> None:
    """Write the worker of a built site, or that of a preview."""
    if preview:
        (site / NAME).write_text(REMOVAL, "utf-8")
    else:
        write(site, downloads)


def write(site: Path, downloads: Collection[str]) -> None:
    """Write the worker of the site as it is now, and into its pages how much there is to fetch; files with
    the extensions `downloads` are not for it.
    """
    files = list(_files(site, downloads))
    size = sum(len(zlib.compress(file.read_bytes())) for file in files)
    for page in files:
        if page.suffix == ".html":
            text = page.read_text("utf-8")
            sized = _SIZE.sub(rf"\g<1>{size / 1_000_000:.1f}", text)
            if sized != text:
                page.write_text(sized, "utf-8")
    hashes = {_address(file, site): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    listed = list(hashes.items())
    script = _SCRIPT.read_text("utf-8")
    version = hashlib.sha256(f"{listed}{script}".encode()).hexdigest()[:16]
    known = json.dumps({"version": version, "files": listed}, separators=(",", ":"))
    (site / NAME).write_text(f'"use strict";self.SITE={known};\n{script}', "utf-8")


def refresh(site: Path, downloads: Collection[str]) -> None:
    """Write the worker again, after pages have changed, if the site has one."""
    if (site / NAME).is_file():
        write(site, downloads)


def _files(site: Path, downloads: Collection[str]) -> Iterator[Path]:
    for file in sorted(site.rglob("*"), key=lambda file: file.relative_to(site).as_posix()):
        out = file.relative_to(site).as_posix() in _LEFT_OUT or file.suffix in downloads
        if file.is_file() and not out:
            yield file


def _address(file: Path, site: Path) -> str:
    """Return the address visitors use: that of the folder for its index.html."""
    path = quote(file.relative_to(site).as_posix())
    return re.sub(r"(^|/)index\.html$", r"\1", path) or "./"
