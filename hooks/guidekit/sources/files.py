"""Which files under docs/ hold words for readers."""

from __future__ import annotations

from pathlib import Path


def pages(docs: Path) -> list[Path]:
    """Return the Markdown files of the pages: nothing whose name, or whose folder's, begins with `_`."""
    return [
        file
        for file in sorted(docs.rglob("*.md"))
        if not any(part.startswith("_") for part in file.relative_to(docs).parts)
    ]


def lists(docs: Path) -> list[Path]:
    """Return the data files whose texts readers see: the ledger and the glossary."""
    data = docs / "_data"
    return [*sorted((data / "facts").glob("*.yml")), *data.glob("glossary.yml")]
