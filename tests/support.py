"""Names the tests share. Fixtures are in conftest.py, pages as authors write them in factories.py."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from factories import FRONT, PAGE, TOPIC

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

__all__ = [
    "CLAIMS",
    "ENVIRONMENT",
    "EXAM",
    "FRONT",
    "PAGE",
    "ROOT",
    "SETTING",
    "TOPIC",
    "claim_ids",
    "html",
    "run",
]

ROOT = Path(__file__).parents[1]
SETTING = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795392000"}
ENVIRONMENT = {**os.environ, **SETTING}
EXAM = (ROOT / "docs/_data/exam.yml").read_text("utf-8")

CLAIMS: dict[str, list[str]] = yaml.load(
    (ROOT / "tests/data/claims.yml").read_text("utf-8"), yaml.CSafeLoader
)


def claim_ids(ranges: Iterable[str]) -> Iterator[str]:
    """Write out ranges of ids such as `rds-001..rds-018`."""
    for item in ranges:
        first, _, last = item.partition("..")
        name, number = first.rsplit("-", 1)
        for n in range(int(number), int((last or first).rsplit("-", 1)[1]) + 1):
            yield f"{name}-{n:03d}"


@cache
def html(file: Path) -> BeautifulSoup:
    """A built page, parsed once for all tests of a process: look, do not change."""
    from bs4 import BeautifulSoup

    return BeautifulSoup(file.read_text("utf-8"), "html.parser")


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module in a process of its own, where nothing is left of earlier builds.

    Ours need the hooks folder on their path; mkdocs must do without, as its users do.
    """
    if command[0].startswith("guidekit"):
        environment.setdefault("PYTHONPATH", str(ROOT / "hooks"))
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        timeout=1500,  # a publication on a busy machine
    )
