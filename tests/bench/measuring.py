"""What a command costs: seconds, and megabytes of all the processes it starts."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from support import ENVIRONMENT

_EVERY = 0.05


class Cost(NamedTuple):
    """Seconds, and at their peaks the MB of the largest process and of all together; these count what
    processes share for each of them.
    """

    seconds: float
    largest: float
    together: float


def run(command: Sequence[str], folder: Path, hooks: Path) -> Cost:
    """Run `command` in `folder` with the kit in `hooks`. Raises RuntimeError, with the last it said, if it fails.

    Memory is looked up while it runs: workers are children of a fork server, whose use nobody is told.
    """
    start, largest, together = time.perf_counter(), 0, 0
    environment = {**ENVIRONMENT, "PYTHONPATH": str(hooks)}
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        while process.poll() is None:
            sizes = _sizes(process.pid)
            largest, together = max(largest, *sizes, 0), max(together, sum(sizes))
            time.sleep(_EVERY)
        seconds = time.perf_counter() - start
        if process.returncode:
            log.seek(0)
            raise RuntimeError((log.read().splitlines() or [f"exit status {process.returncode}"])[-1])
    return Cost(seconds, largest / 1000, together / 1000)


def _sizes(group: int) -> list[int]:
    """Return the resident kB of each process of a group."""
    command = ["ps", "-A", "-o", "pgid=,rss="]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = (line.split() for line in listed.splitlines())
    return [int(size) for owner, size in rows if int(owner) == group]
