"""Names the tests share. Fixtures are in conftest.py."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
ENVIRONMENT = {
    **os.environ,
    "NO_MKDOCS_2_WARNING": "1",
    "SOURCE_DATE_EPOCH": "1795392000",
}
FRONT = """\
---
title: Inicio
description: Una página de prueba con una descripción de longitud suficiente.
---
"""
PAGE = FRONT + "# Inicio\n\nTexto.\n"
EXAM = (ROOT / "docs/_data/exam.yml").read_text("utf-8")

CLAIMS: dict[str, list[str]] = yaml.safe_load((ROOT / "tests/data/claims.yml").read_text("utf-8"))


def claim_ids(ranges: Iterable[str]) -> Iterator[str]:
    """Write out ranges of ids such as `rds-001..rds-018`."""
    for item in ranges:
        first, _, last = item.partition("..")
        name, number = first.rsplit("-", 1)
        for n in range(int(number), int((last or first).rsplit("-", 1)[1]) + 1):
            yield f"{name}-{n:03d}"


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module in a process of its own: hooks and extensions keep nothing between builds.

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


def publish(root: Path, **environment: str) -> Path:
    """Make the real site with its downloads in the folder `root`, beside the sources; return the site."""
    for name in ("docs", "hooks", "overrides", "mkdocs.yml", "CHANGELOG.md"):
        (root / name).symlink_to(ROOT / name)
    result = run("guidekit.commands.publish", cwd=root, **environment)
    assert result.returncode == 0, result.stderr[-3000:]
    return root / "site"
