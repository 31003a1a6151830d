"""`python -m guidekit.commands.due`: warn of facts whose date to be checked again is past, by today's clock.

A warning, not an error: the site says so too, and an old date is no reason not to publish a mended word.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from ..problems import Problem
from ..sources import yaml_lines


def overdue(folder: Path, path: str, today: date) -> list[Problem]:
    """Return a warning for each fact below `folder`, named `path` in messages, that is due before `today`.

    Files that cannot be read are left to the build, which tells what is wrong with them.
    """
    warnings = []
    for file in sorted(folder.glob("*.yml")):
        document, problems = yaml_lines.parse(file.read_text("utf-8"), f"{path}/{file.name}")
        entries = document.data if document and not problems and isinstance(document.data, list) else []
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


if __name__ == "__main__":
    for problem in overdue(Path("docs/_data/facts"), "docs/_data/facts", date.today()):
        print(f"warning: {problem}", file=sys.stderr)
