"""`python -m guidekit.commands.draw [--check] [--docs DIR]`: draw what changed, remove what nobody shows.

Exit status 1, and nothing replaced, if a page has a mistake or Mermaid refuses a source. `--check`
draws nothing: it lists what is stale and exits 1 if anything is.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..diagrams import redraw
from ..diagrams.cache import DRAW, missing
from ..sources.problems import report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(prog="guidekit.commands.draw", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say what is stale")
    parser.add_argument("--docs", type=Path, default=Path("docs"))
    options = parser.parse_args(arguments)
    cache: Path = options.docs / "_data" / "diagrams"
    diagrams, problems = redraw.read_all(options.docs)
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    to_draw, orphans = redraw.stale(diagrams, cache)
    if options.check:
        for problem in missing({d.id: d for d in to_draw}, {}):
            print(problem, file=sys.stderr)
        for file in orphans:
            print(f"{file.as_posix()}:1: belongs to no diagram; {DRAW}", file=sys.stderr)
        return 1 if to_draw or orphans else 0

    def progress(number: int, name: str) -> None:
        filled = round(20 * number / len(to_draw))
        print(f"[{'#' * filled}{'.' * (20 - filled)}] {number}/{len(to_draw)} {name}", flush=True)

    drawn, problems = redraw.draw_all(to_draw, progress) if to_draw else ({}, [])
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    redraw.write(drawn, orphans, cache)
    print(f"{len(diagrams)} diagrams: {len(drawn)} drawn, {len(orphans)} old files removed")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
