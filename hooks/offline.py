"""Let a reader keep the site on a device: the service worker, over what all other hooks leave."""

from __future__ import annotations

from pathlib import Path

from guidekit import state
from guidekit.web import page_assets as scripts
from guidekit.web import service_worker
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Add the script of the button to the page that has it; a preview must never answer from a cache."""
    if state.serving() or " data-sin-conexion=" not in output:
        return output
    return scripts.add(output, page, "offline.js")


@event_priority(-200)  # after the style sheets are trimmed: the worker lists files with their hashes
def on_post_build(*, config: MkDocsConfig) -> None:
    """Write sw.js. While serving, it is one that removes what a built site left in the author's browser."""
    site = Path(config.site_dir)
    if state.serving():
        (site / service_worker.NAME).write_text(service_worker.REMOVAL, "utf-8")
    else:
        service_worker.write(site)
