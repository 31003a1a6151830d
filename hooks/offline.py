"""Let a reader keep the site on a device: the service worker, over what all other hooks leave."""

from __future__ import annotations

from pathlib import Path

from guidekit import service_worker
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

_SERVING = False  # set once per process, by the command; not state of a build


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this process serves: a preview must never answer from a cache."""
    global _SERVING
    _SERVING = command == "serve"


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Add the script of the button to the page that has it."""
    if _SERVING or " data-sin-conexion=" not in output:
        return output
    root = get_relative_url(".", page.url)
    return output.replace("</body>", f'<script defer src="{root}/assets/sin-conexion.js"></script></body>', 1)


@event_priority(-200)  # after the style sheets are trimmed: the worker lists files with their hashes
def on_post_build(*, config: MkDocsConfig) -> None:
    """Write sw.js. While serving, it is one that removes what a built site left in the author's browser."""
    site = Path(config.site_dir)
    if _SERVING:
        (site / service_worker.NAME).write_text(service_worker.REMOVAL, "utf-8")
    else:
        service_worker.write(site)
