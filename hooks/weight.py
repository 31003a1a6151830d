"""After a build, take out of Material's style sheets what no page of this site uses."""

from __future__ import annotations

from pathlib import Path

from guidekit import weight
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files


@event_priority(-100)  # last: every file of the site is known
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave out source maps: a megabyte of the theme's sources that no reader asks for."""
    for file in [file for file in files if file.src_uri.endswith(".map")]:
        files.remove(file)
    return files


@event_priority(-100)  # last: every page is written
def on_post_build(*, config: MkDocsConfig) -> None:
    """Trim Material's style sheets in place; ours hold nothing else."""
    site = Path(config.site_dir)
    sheets = sorted(site.glob("assets/stylesheets/*.min.css"))
    readers = [*sorted(site.rglob("*.html")), *sorted(site.rglob("assets/**/*.js"))]
    known = weight.words(file.read_text("utf-8") for file in readers)
    for sheet in sheets:
        sheet.write_text(weight.trim(sheet.read_text("utf-8"), known), "utf-8")
