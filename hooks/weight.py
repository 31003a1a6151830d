"""After a build, take out of style sheets what no page uses, out of our scripts what only authors read."""

from __future__ import annotations

from pathlib import Path

import rjsmin
from guidekit.web import trim as weight
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

_DATA = {"index.js", "definitions.js"}  # of the search: words of the guide, which name no class


@event_priority(-100)  # last: every file of the site is known
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave out source maps: a megabyte of the theme's sources that no reader asks for."""
    for file in [file for file in files if file.src_uri.endswith(".map")]:
        files.remove(file)
    return files


@event_priority(-100)  # last: every page is written
def on_post_build(*, config: MkDocsConfig) -> None:
    """Trim style sheets and scripts in place."""
    assets = Path(config.site_dir, "assets")
    sheets = [*sorted(assets.glob("stylesheets/*.min.css")), *sorted(assets.glob("*.css"))]
    pages = [file.read_text("utf-8") for file in sorted(Path(config.site_dir).rglob("*.html"))]
    ours = [
        file for file in sorted([*assets.glob("*.js"), *assets.glob("search/*.js")]) if file.name not in _DATA
    ]
    scripts = [file.read_text("utf-8") for file in [*ours, *sorted(assets.glob("javascripts/*.js"))]]
    known = weight.words(pages, scripts)
    trimmed = [weight.trim(sheet.read_text("utf-8"), known) for sheet in sheets]
    for sheet, text in zip(sheets, weight.drop_variables(trimmed, [*scripts, *pages]), strict=True):
        sheet.write_text(text, "utf-8")
    for script in ours:
        script.write_text(rjsmin.jsmin(script.read_text("utf-8")), "utf-8")
