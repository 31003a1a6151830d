"""The problems of a small guide, asked of guidekit.corpus: nothing is rendered, no MkDocs runs."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from unittest import mock

from factories import PAGE
from guidekit import settings
from guidekit.corpus import build as corpus
from guidekit.corpus.pages import Source
from guidekit.sources import block_tree
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from support import EXAM, ROOT, SETTING


@cache
def _config() -> MkDocsConfig:
    """The settings of MkDocs for the real guide, with what its hooks add to them."""
    with mock.patch.dict(os.environ, SETTING):
        config = load_config(str(ROOT / "mkdocs.yml"))
        return config.plugins.on_config(config)


def write(docs: Path, files: dict[str, str | bytes]) -> None:
    """Write the files of a guide below `docs`; it has a first page and the data of the exam, if not others."""
    for name, content in {"index.md": PAGE, "_data/exam.yml": EXAM, **files}.items():
        file = docs / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def problems(root: Path, files: dict[str, str | bytes]) -> list[str]:
    """Return what a strict build of these files would refuse, in the order of places."""
    docs = root / "docs"
    write(docs, files)
    sources = [
        Source(
            file.relative_to(docs).as_posix(), f"docs/{file.relative_to(docs).as_posix()}", file.read_bytes()
        )
        for file in sorted(docs.rglob("*.md"))
    ]
    config = _config()
    parse = block_tree.parser(config.markdown_extensions, config.mdx_configs)
    guide, _ = settings.read(config.extra, ROOT / "mkdocs.yml", "mkdocs.yml")
    folders = corpus.Folders(docs, "docs")
    icons = [Path(folder, ".icons") for folder in config.theme.dirs]
    _, wrong = corpus.build(sources, folders, icons, parse, guide, require_drawings=True)
    return [str(problem) for problem in sorted(wrong)]
