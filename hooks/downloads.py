"""Tell the makers of downloads what the site holds: a manifest, only while `make site` asks for one."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from guidekit import dates, state
from guidekit.downloads import manifest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

_ORDER = "_guidekit_order"


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: object) -> Navigation:
    """Keep the pages in reading order, with the section of the navigation each is in."""
    config.extra[_ORDER] = nav.pages
    return nav


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the manifest where the environment says."""
    target = os.environ.get("GUIA_MANIFEST")
    if not target:
        return
    order: list[Page] = config.extra[_ORDER]
    pages = [
        manifest.Entry(
            page.file.src_uri, str(page.title), str(page.meta.get("description", "")), page.url, part
        )
        for page, part in _with_parts(order)
    ]
    site = manifest.Site(
        title=config.site_name,
        description=config.site_description or "",
        author=config.site_author or "",
        rights=config.copyright or "",
        url=config.site_url or "",
        language=str(config.theme["language"]),
        file=str(config.extra.get("downloads", "guia")),
    )
    epoch = int(dates.source_date_epoch(Path(config.config_file_path).parent))
    data = manifest.build(site, epoch, pages, state.load(config))
    Path(target).write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def _with_parts(order: list[Page]) -> Iterator[tuple[Page, str]]:
    for page in order:
        yield page, str(page.parent.title) if page.parent else ""
