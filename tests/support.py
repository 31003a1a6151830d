"""Names the tests share. Fixtures are in conftest.py."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module in a process of its own: hooks and extensions keep nothing between builds.

    Ours need the hooks folder on their path; mkdocs must do without, as its users do.
    """
    if command[0].startswith("guidekit"):
        environment["PYTHONPATH"] = str(ROOT / "hooks")
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )
