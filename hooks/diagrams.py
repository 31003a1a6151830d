"""Turn each Mermaid fence into its committed drawing; while serving, let mermaid2 draw a new one.

The figure is made at the Markdown stage with a placeholder; the SVG goes in when the page is
complete, so that neither the search index nor mermaid2 reads through the drawing.
"""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

from guidekit import state
from guidekit.diagrams import fences as diagrams
from guidekit.diagrams import figures as drawings
from mermaid2.fence import fence_mermaid
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

log = get_plugin_logger("diagrams")
_PLACEHOLDER = re.compile(r"<!--(dibujo|acciones):([a-z0-9-]+)-->")
_PREVIEW = "_data/preview/mermaid.min.js"  # put there by `make serve`, never committed; see mkdocs.yml


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Register the fence. YAML cannot name it: mkdocs.yml is read before hooks are."""

    def draw(
        source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any
    ) -> str:
        corpus = state.load(config)
        found, _ = diagrams.read(f"```mermaid\n{source}\n```", "")
        diagram = corpus.diagrams.get(found[0].id) if found else None
        if diagram is None:
            # SuperFences swallows exceptions and would publish the raw code: a warning stops a strict build.
            log.warning("a Mermaid fence was rendered that the sources do not show: %.60s", source)
            return f"<pre>{html.escape(source)}</pre>"
        if diagram.id in corpus.drawings:
            text = drawings.description(corpus.drawings[diagram.id])
            return drawings.figure(
                diagram, f"<!--dibujo:{diagram.id}-->", f"<!--acciones:{diagram.id}-->{text}"
            )
        if Path(config.docs_dir, _PREVIEW).is_file():
            preview = fence_mermaid(html.escape(diagram.source), language, css_class, options, md)
        else:
            preview = (
                f"<pre>{html.escape(diagram.source)}</pre><p>Falta dibujarlo: <code>make diagrams</code>.</p>"
            )
        log.info(
            "%s:%d: diagram '%s' is not drawn yet; %s", diagram.path, diagram.line, diagram.id, drawings.DRAW
        )
        return drawings.figure(diagram, preview)

    fences = config.mdx_configs.setdefault("pymdownx.superfences", {}).setdefault("custom_fences", [])
    fences.append({"name": "mermaid", "class": "mermaid", "format": draw})
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Publish each drawing by itself, and Mermaid only while a page needs it: a finished site never does."""
    corpus = state.load(config)
    for name in corpus.drawings:
        uri = f"{drawings.FOLDER}/{name}"
        files.append(File.generated(config, f"{uri}.svg", content=corpus.drawings[name].svg + "\n"))
        script = drawings.source_script(corpus.diagrams[name])
        files.append(File.generated(config, f"{uri}.js", content=script))
    library = files.get_file_from_path(_PREVIEW)
    if library and corpus.drawings.keys() != corpus.diagrams.keys():
        library.inclusion = InclusionLevel.INCLUDED
    return files


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Put the drawings in, with their controls."""
    drawn = state.load(config).drawings
    root = get_relative_url(".", page.url)

    def put(match: re.Match[str]) -> str:
        kind, name = match.groups()
        return drawn[name].svg if kind == "dibujo" else drawings.actions(name, root)

    return _PLACEHOLDER.sub(put, output)
