"""The guide as readers get it, built once and published once for all processes of a test run.

The publication takes longer than all else together, so it is started before the first test and runs beside
those that do without it; whoever needs it waits for the lock that it holds until it ends.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from support import ENVIRONMENT, ROOT

SOURCES = ("docs", "hooks", "overrides", "mkdocs.yml", "CHANGELOG.md")


def link_sources(root: Path, *names: str) -> None:
    """Make the folder `root` one where the guide can be built, or another that shares what is named."""
    root.mkdir(parents=True, exist_ok=True)
    for name in names or SOURCES:
        (root / name).symlink_to(ROOT / name)


@contextlib.contextmanager
def _held(lock: Path, how: int = fcntl.LOCK_EX) -> Iterator[int]:
    with lock.open("a") as file:
        fcntl.flock(file, how)
        yield file.fileno()


def once(target: Path, make: Callable[[Path], None]) -> Path:
    """Have `make` fill the folder `target` unless another process of this run has; return it."""
    with _held(target.with_suffix(".lock")):
        if not target.exists():
            unfinished = target.with_suffix(".unfinished")
            make(unfinished)
            unfinished.rename(target)
    return target


class Publication:
    """`make site` in the folder `root`, which all processes of the run share."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = root.with_suffix(".lock")
        self._log = root.with_suffix(".log")
        self.process: subprocess.Popen[bytes] | None = None
        """Where it was started; it leads a group of its own."""

    def start(self) -> None:
        """Start it unless another process of this run has."""
        with contextlib.suppress(BlockingIOError), _held(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB) as lock:
            if self._root.exists():
                return
            link_sources(self._root)
            with self._log.open("w") as log:
                self.process = subprocess.Popen(
                    [sys.executable, "-m", "guidekit.commands.publish"],
                    cwd=self._root,
                    env={**ENVIRONMENT, "PYTHONPATH": str(ROOT / "hooks")},
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    pass_fds=[lock],  # it and its children hold the lock until the last of them is gone
                    start_new_session=True,
                )

    def site(self) -> Path:
        """Wait until it is over and return the site."""
        self.start()
        with _held(self._lock, fcntl.LOCK_SH):
            if self.process:
                self.process.wait()
            site = self._root / "site"
            assert site.is_dir(), self._log.read_text("utf-8")[-3000:]
            return site


def stop(pid: int) -> None:
    """End a publication that nobody waits for any more."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGTERM)
