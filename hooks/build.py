"""What is left to do when every page is written: index, trim, list, tell the makers of downloads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guidekit import order, state
from guidekit.downloads import manifest, registry
from guidekit.search import index
from guidekit.web import service_worker, trim
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

_ORDER = "_guidekit_order"


@event_priority(order.DROP_FILES)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave out what no reader asks for: source maps (a megabyte), the search of the theme."""
    for file in list(files):
        if file.src_uri.endswith(".map") or index.replaced(file.src_uri):
            files.remove(file)
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the pages in reading order, with the section of the navigation each is in."""
    config.extra[_ORDER] = nav.pages
    return nav


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> Any:
    """Let Jinja leave out the space around statements of templates: nobody reads it, everybody loads it."""
    env.trim_blocks = env.lstrip_blocks = True
    return env


@event_priority(order.FINISH_SITE)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Each step reads what those before it have left: the worker lists all files with their hashes."""
    site = Path(config.site_dir)
    index.write(site, state.load(config))
    trim.site(site)
    service_worker.publish(site, registry.not_kept(), preview=state.serving())
    if target := os.environ.get("GUIA_MANIFEST"):  # only `make site` asks for one
        _write_manifest(config, Path(target))


def _write_manifest(config: MkDocsConfig, target: Path) -> None:
    corpus = state.load(config)
    pages: list[Page] = config.extra[_ORDER]
    entries = [
        manifest.Entry(
            page.file.src_uri, str(page.title), str(page.meta.get("description", "")), page.url, part
        )
        for page, part in _with_parts(pages)
    ]
    built = manifest.build(
        corpus,
        entries,
        title=config.site_name,
        description=config.site_description or "",
        author=config.site_author or "",
        rights=config.copyright or "",
        url=config.site_url or "",
        language=str(config.theme["language"]),
        file=corpus.settings.downloads,
        epoch=state.epoch(config),
    )
    manifest.write(built, target)


def _with_parts(pages: list[Page]) -> Iterator[tuple[Page, str]]:
    """Yield each page with the outermost section it is in: a topic may be a section too."""
    for page in pages:
        above = list(page.ancestors)
        yield page, str(above[-1].title) if above else ""
