"""`python -m guidekit.commands.due [--strict]`: warn of facts that were to be checked again before today.

A warning, not an error: the site says so too, and an old date is no reason not to publish a mended word. The
weekly job is there to be told: `--strict` exits 1.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ..sources import yaml_lines
from ..sources.markdown_lines import decode
from ..sources.problems import Problem


def overdue(folder: Path, path: str, today: date) -> list[Problem]:
    """Return a warning for each fact below `folder`, named `path` in messages, that is due before `today`.

    Files that cannot be read are left to the build, which tells what is wrong with them.
    """
    warnings = []
    for file in sorted(folder.glob("*.yml")):
        text, unreadable = decode(file.read_bytes(), f"{path}/{file.name}")
        document, problems = yaml_lines.parse(text, f"{path}/{file.name}")
        sound = document and not [*unreadable, *problems] and isinstance(document.data, list)
        entries = document.data if document and sound else []
        for number, entry in enumerate(entries):
            assert document is not None  # noqa: S101 (else there are no entries)
            due = str(entry.get("check_by", "")) if isinstance(entry, dict) else ""
            if due and due < today.isoformat():
                line = document.line_of(number, "check_by")
                message = f"fact '{entry.get('id')}' was to be checked again by {due}"
                warnings.append(
                    Problem(document.path, line, message, "its sources read again and a new date")
                )
    return warnings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run in the folder of mkdocs.yml; return the exit status."""
    parser = argparse.ArgumentParser(prog="guidekit.commands.due", description=__doc__)
    parser.add_argument("--strict", action="store_true", help="exit 1 if a fact is due")
    strict = parser.parse_args(arguments).strict
    due = overdue(Path("docs/_data/facts"), "docs/_data/facts", date.today())
    for problem in due:
        print(problem if strict else f"warning: {problem}", file=sys.stderr)
    return 1 if due and strict else 0


if __name__ == "__main__":
    raise SystemExit(main())
