"""Dates: the one every output bears, and how readers of Spanish write them."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

_MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)


def source_date_epoch(root: Path) -> str:
    """Seconds since 1970 for every date in the output: SOURCE_DATE_EPOCH, else the commit's date, else
    the last date in CHANGELOG.md, so that two builds of one state are the same.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    if (root / ".git").exists():
        log = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=root, capture_output=True, text=True)
        if log.returncode == 0 and log.stdout.strip():
            return log.stdout.strip()
    dates = re.findall(r"\b\d{4}-\d{2}-\d{2}\b", (root / "CHANGELOG.md").read_text("utf-8"))
    return str(int(datetime.fromisoformat(max(dates)).replace(tzinfo=UTC).timestamp()))


def build_date(root: Path) -> date:
    """Return the day the output speaks of as today."""
    return datetime.fromtimestamp(int(source_date_epoch(root)), UTC).date()


def spanish(text: str) -> str:
    """Return `2026-11-23` as «23 de noviembre de 2026», `2026-11` as «noviembre de 2026», `2026` as it is."""
    year, *rest = text.split("-")
    if not rest:
        return year
    month = f"{_MONTHS[int(rest[0]) - 1]} de {year}"
    return f"{int(rest[1])} de {month}" if len(rest) == 2 else month
