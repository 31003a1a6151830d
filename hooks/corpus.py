"""Read every source once, before anything is rendered; stop with all problems at once.

Listed first in mkdocs.yml: the other hooks only read what this one stores.
"""

from __future__ import annotations

from pathlib import Path

from guidekit import problems, state
from guidekit.corpus import build as corpus
from guidekit.corpus import pages
from guidekit.sources import block_tree as trees
from guidekit.web import page_assets
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember what this process is for."""
    state.start(command)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the templates, scripts and styles of the kit over the theme's and under those of this guide."""
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(page_assets.THEME))
    return config


@event_priority(100)  # before plugins that add files of their own: only the authors' sources are read
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Build the Corpus. Line numbers are true only here: later events see no front matter.

    Raises PluginError, which MkDocs prints without a traceback, with every problem found.
    """
    docs = Path(config.docs_dir)
    root = Path(config.config_file_path).parent
    docs_path = docs.relative_to(root).as_posix() if docs.is_relative_to(root) else docs.as_posix()
    sources = [
        pages.Source(file.src_uri, f"{docs_path}/{file.src_uri}", Path(file.abs_src_path).read_bytes())
        for file in files.documentation_pages()
        if file.abs_src_path
    ]

    def icons() -> list[str]:
        folders = [Path(folder) / ".icons" for folder in config.theme.dirs]
        return [f.relative_to(d).with_suffix("").as_posix() for d in folders for f in d.rglob("*.svg")]

    built, found = corpus.build(
        sources,
        corpus.Folders(docs, docs_path),
        icons,
        trees.parser(config.markdown_extensions, config.mdx_configs),
        require_drawings=config.strict and not state.serving(),  # authors may look first
        earlier=config.extra.get("earlier"),
    )
    if found:
        raise PluginError(problems.report(found))
    state.store(config, built)
    return files
