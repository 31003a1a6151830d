"""Read every source once, before anything is rendered; stop with all problems at once.

The other hooks only read what this one stores.
"""

from __future__ import annotations

from pathlib import Path

from guidekit import order, settings, state
from guidekit.corpus import build
from guidekit.corpus.pages import Source
from guidekit.sources import block_tree, problems
from guidekit.web import page_assets
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember what this process is for."""
    state.start(command)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the kit's theme over Material and under the overrides; turn on edit links."""
    state.begin(config)
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(page_assets.THEME))
    if config.repo_url:  # not in mkdocs.yml: MkDocs warns of an edit_uri without a repo_url
        config.edit_uri = f"edit/{_settings(config)[0].branch}/{_docs_path(config)}/"
    return config


@event_priority(order.READ_SOURCES)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Build the Corpus. Line numbers are true only here: later events see no front matter.

    Raises PluginError, which MkDocs prints without a traceback, with every problem found.
    """
    docs_path = _docs_path(config)
    sources = [
        Source(file.src_uri, f"{docs_path}/{file.src_uri}", Path(file.abs_src_path).read_bytes())
        for file in files.documentation_pages()
        if file.abs_src_path
    ]

    read, wrong = _settings(config)
    corpus, wrong_sources = build.build(
        sources,
        build.Folders(Path(config.docs_dir), docs_path),
        [Path(folder, ".icons") for folder in config.theme.dirs],
        block_tree.parser(config.markdown_extensions, config.mdx_configs),
        read,
        require_drawings=config.strict and not state.serving(),  # authors may look first
    )
    if wrong or wrong_sources:
        raise PluginError(problems.report([*wrong, *wrong_sources]))
    state.rendering(config).corpus = corpus
    return files


def _settings(config: MkDocsConfig) -> tuple[settings.Settings, list[problems.Problem]]:
    file = Path(config.config_file_path)
    return settings.read(config.extra, file, file.name)


def _docs_path(config: MkDocsConfig) -> str:
    """Return the folder of the sources as messages and addresses name it."""
    docs, root = Path(config.docs_dir), Path(config.config_file_path).parent
    return docs.relative_to(root).as_posix() if docs.is_relative_to(root) else docs.as_posix()
