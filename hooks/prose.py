"""Set Spanish prose right while Markdown is rendered; see guidekit.web.typography."""

from __future__ import annotations

from guidekit.web.typography import ProseExtension
from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the extension here: mkdocs.yml cannot name a class that lives in the hooks folder."""
    config.markdown_extensions.append(ProseExtension())  # type: ignore[arg-type]
    return config
