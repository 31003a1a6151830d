"""`python -m guidekit.commands.draw [--check] [--docs DIR]`: draw what changed, remove what nobody shows.

Exit status 1, and nothing replaced, if a page has a mistake or Mermaid refuses a source. `--check`
draws nothing: it lists what is stale and exits 1 if anything is.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from ..diagrams import fences
from ..diagrams.cache import DRAW, missing
from ..model import Diagram
from ..problems import Problem, report
from ..sources import files
from ..sources.markdown_lines import decode, split_front_matter


def read_all(docs: Path) -> tuple[list[Diagram], list[Problem]]:
    """Read the diagrams of every page below `docs`."""
    diagrams: list[Diagram] = []
    problems: list[Problem] = []
    for file in files.pages(docs):
        path = file.relative_to(docs.parent).as_posix()
        text, wrong = decode(file.read_bytes(), path)
        problems += wrong
        _, first, wrong = split_front_matter(text, path)
        problems += wrong
        read, wrong = fences.read(text, path, first)
        problems += wrong
        diagrams += read
    return diagrams, problems


def stale(diagrams: Sequence[Diagram], cache: Path) -> tuple[list[Diagram], list[Path]]:
    """Return the diagrams without a present drawing and the files that belong to no diagram."""
    names = {fences.drawing_name(diagram) for diagram in diagrams}
    present = sorted(f for f in cache.glob("*") if f.suffix in {".svg", ".json"}) if cache.is_dir() else []
    here = {(file.stem, file.suffix) for file in present}
    to_draw = [
        d
        for d in diagrams
        if not {(fences.drawing_name(d), ".svg"), (fences.drawing_name(d), ".json")} <= here
    ]
    return to_draw, [file for file in present if file.stem not in names]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(prog="guidekit.commands.draw", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say what is stale")
    parser.add_argument("--docs", type=Path, default=Path("docs"))
    options = parser.parse_args(arguments)
    cache: Path = options.docs / "_data" / "diagrams"
    diagrams, problems = read_all(options.docs)
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    to_draw, orphans = stale(diagrams, cache)
    if options.check:
        for problem in missing({d.id: d for d in to_draw}, {}):
            print(problem, file=sys.stderr)
        for file in orphans:
            print(f"{file.as_posix()}:1: belongs to no diagram; {DRAW}", file=sys.stderr)
        return 1 if to_draw or orphans else 0
    drawn, problems = _draw(to_draw) if to_draw else ({}, [])
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    cache.mkdir(parents=True, exist_ok=True)
    for name, (svg, parts) in drawn.items():
        (cache / f"{name}.svg").write_text(svg, "utf-8")
        (cache / f"{name}.json").write_text(json.dumps(parts, ensure_ascii=False, indent=1) + "\n", "utf-8")
    for file in orphans:
        file.unlink()
    print(f"{len(diagrams)} diagrams: {len(drawn)} drawn, {len(orphans)} old files removed")
    return 0


def _draw(to_draw: Sequence[Diagram]) -> tuple[dict[str, tuple[str, dict[str, object]]], list[Problem]]:
    from ..diagrams.draw.browser import DrawingError, draw, drawing_page  # only drawing needs a browser

    drawn: dict[str, tuple[str, dict[str, object]]] = {}
    problems: list[Problem] = []
    with drawing_page() as page:
        for number, diagram in enumerate(to_draw, 1):
            print(_progress(number, len(to_draw), diagram.id), flush=True)
            try:
                drawn[fences.drawing_name(diagram)] = draw(page, diagram)
            except DrawingError as error:
                line = diagram.line + diagram.offset + max(error.line, 1) - 1
                reason = " ".join(str(error).split())
                problems.append(
                    Problem(diagram.path, line, f"diagram '{diagram.id}': {reason}", "valid Mermaid")
                )
    return drawn, problems


def _progress(number: int, total: int, name: str) -> str:
    filled = round(20 * number / total)
    return f"[{'#' * filled}{'.' * (20 - filled)}] {number}/{total} {name}"


if __name__ == "__main__":
    raise SystemExit(main())
