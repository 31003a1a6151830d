"""Turn on the edit links when the site knows its repository (REPO_URL)."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set here what YAML cannot make conditional: MkDocs warns of an edit_uri without a repo_url."""
    if config.repo_url:
        docs = Path(config.docs_dir).relative_to(Path(config.config_file_path).parent).as_posix()
        config.edit_uri = f"edit/main/{docs}/"
    return config
