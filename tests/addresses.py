"""The pages of the real site, as their addresses."""

from support import ROOT

_WRITTEN = [file for file in sorted((ROOT / "docs").glob("[!_]*.md")) if file.stem != "index"]
MADE = [
    "hoja-de-repaso/",
    "indice-de-examen/",
    "lista-de-preparacion/",
    "glosario/",
    "vigencia/",
    "descargas/",
]
"""Those made by the build."""
PAGES = ["", *MADE, *(f"{file.stem}/" for file in _WRITTEN)]
WITH_DRAWINGS = ["", *(f"{file.stem}/" for file in _WRITTEN if "```mermaid" in file.read_text("utf-8"))]
