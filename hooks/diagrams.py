"""Turn each Mermaid fence into its committed drawing; while serving, let mermaid2 draw a new one."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

from guidekit import order, state
from guidekit.diagrams import cache, fences, figures
from mermaid2.fence import fence_mermaid
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("diagrams")
_LIBRARY = "_data/preview/mermaid.min.js"  # put there by `make serve`, never committed; see mkdocs.yml


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Register the fence. YAML cannot name it: mkdocs.yml is read before hooks are."""

    def draw(source: str, language: str, css: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
        corpus = state.load(config)
        diagram = fences.of(source, corpus.diagrams)
        if diagram is None:
            # SuperFences swallows exceptions and would publish the raw code: a warning stops a strict build.
            log.warning("a Mermaid fence was rendered that the sources do not show: %.60s", source)
            return f"<pre>{html.escape(source)}</pre>"
        if diagram.id in corpus.drawings:
            return figures.drawn(diagram, corpus.drawings[diagram.id])
        where = f"{diagram.path}:{diagram.line}"
        log.info("%s: diagram '%s' is not drawn yet; %s", where, diagram.id, cache.DRAW)
        if not Path(config.docs_dir, _LIBRARY).is_file():
            return figures.preview(diagram)
        return figures.preview(
            diagram, fence_mermaid(html.escape(diagram.source), language, css, options, md)
        )

    custom = config.mdx_configs.setdefault("pymdownx.superfences", {}).setdefault("custom_fences", [])
    custom.append({"name": "mermaid", "class": "mermaid", "format": draw})
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Publish each drawing by itself, and Mermaid only while a page needs it: a finished site never does."""
    corpus = state.load(config)
    for name, drawing in corpus.drawings.items():
        uri, script = f"{figures.FOLDER}/{name}", figures.source_script(corpus.diagrams[name])
        files.append(File.generated(config, f"{uri}.svg", content=f"{drawing.svg}\n"))
        files.append(File.generated(config, f"{uri}.js", content=script))
    library = files.get_file_from_path(_LIBRARY)
    if library and corpus.drawings.keys() != corpus.diagrams.keys():
        library.inclusion = InclusionLevel.INCLUDED
    return files


@event_priority(order.PUT_DRAWINGS)
def on_page_context(
    context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Put the drawings in, with their controls."""
    root = get_relative_url(".", page.url)
    page.content = figures.put(page.content or "", state.load(config).drawings, root)
    return context
