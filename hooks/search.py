"""Replace the index of MkDocs' search with ours, and leave out what only its worker needs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from guidekit import state
from guidekit.search import index as search_index
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

_KEPT = (
    "lunr.stemmer.support.min.js",
    "lunr.es.min.js",
)  # Snowball's Spanish stemmer, which our worker loads


@event_priority(-100)  # every file of the theme is known
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave out Material's worker and the languages that this site is not written in."""
    for file in list(files):
        uri = file.src_uri
        unused = uri.startswith(("assets/javascripts/workers/", "assets/javascripts/lunr/"))
        if unused and not uri.endswith(_KEPT):
            files.remove(file)
    return files


@event_priority(-50)  # after the search plugin has written its index, before style sheets are trimmed
def on_post_build(*, config: MkDocsConfig) -> None:
    """Make our index from the sections the plugin found in the rendered pages."""
    folder = Path(config.site_dir, "search")
    found = json.loads((folder / "search_index.json").read_bytes())["docs"]
    corpus = state.load(config)
    target = Path(config.site_dir, search_index.FOLDER)
    target.mkdir(parents=True, exist_ok=True)
    for name, content in search_index.scripts(search_index.build(found, corpus), corpus).items():
        (target / name).write_text(content, "utf-8")
    shutil.rmtree(folder)
