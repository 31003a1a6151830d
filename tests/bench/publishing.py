"""`make site` here and in another revision: seconds, weight of the PDFs, memory."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support import ROOT

from bench import measuring

_BASE = os.environ.get("BENCH_BASE", "HEAD^")
_PAGE = "docs/amazon-aurora.md"
_LEFT = shutil.ignore_patterns(".*", "node_modules", "site", "__pycache__", "preview")
_LIMITS = {
    "seconds, cold": 20,
    "seconds, nothing changed": None,
    "seconds, one page changed": 8,
    "MB of all PDFs": 6,
    "MB of the largest process": None,
    "MB of all processes": None,
}


def publishing(folder: Path) -> None:
    """Print what `make site` costs in a copy of the sources, and its ratio to the revision in BENCH_BASE."""
    here = shutil.copytree(ROOT, folder / "here", ignore=_LEFT)
    try:
        with _worktree(folder / "work") as work:  # copied too: two trees alike but for what is measured
            there = shutil.copytree(work, folder / "there", ignore=_LEFT)
        runs = [(tree, _measure(tree)) for tree in (here, there, there, here)]  # so that neither comes first
    except RuntimeError as error:
        print(f"{_BASE} does not run in this environment: {error}")
        runs = [(here, _measure(here))]
    ours, theirs = ([min(column) for column in zip(*(costs for of, costs in runs if of == tree), strict=True)]
                    for tree in (here, folder / "there"))  # fmt: skip
    load = os.getloadavg()[0]
    heads = ("here", _BASE, "ratio") if theirs else ("here",)
    print(f"{f'make site (load {load:.1f})':27}", *(f"{head:>8}" for head in heads))
    for number, (name, limit) in enumerate(_LIMITS.items()):
        pair = [column[number] for column in (ours, theirs) if column]
        ratio = [pair[0] / pair[1]] if theirs else []
        cells = [*(f"{value:8.1f}" for value in pair), *(f"{value:8.2f}" for value in ratio)]
        print(f"{name:27}", *cells, f" (limit {limit})" if limit else "")


def _measure(root: Path) -> list[float]:
    """Return the numbers of `_LIMITS` for the sources in `root`. Raises RuntimeError if they do not build."""
    compileall.compile_dir(root / "hooks", quiet=2)  # cold is a site without .cache/, not a new Python
    for made in (".cache", "site"):
        shutil.rmtree(root / made, ignore_errors=True)
    command, hooks = [sys.executable, "-m", "guidekit.commands.publish"], root / "hooks"
    cold = measuring.run(command, root, hooks)
    size = sum(file.stat().st_size for file in root.glob("site/descargas/*.pdf")) / 1e6
    same = measuring.run(command, root, hooks)
    with (root / _PAGE).open("a", encoding="utf-8") as page:
        page.write("\nUna frase más al final de la página.\n")
    changed = measuring.run(command, root, hooks)
    return [cold.seconds, same.seconds, changed.seconds, size, cold.largest, cold.together]


@contextmanager
def _worktree(folder: Path) -> Iterator[Path]:
    """Yield the sources of the other revision, checked out in `folder`, and remove them."""
    git = ["git", "-C", str(ROOT), "worktree"]
    added = subprocess.run(
        [*git, "add", "--quiet", "--detach", folder, _BASE], capture_output=True, text=True
    )
    if added.returncode:
        raise RuntimeError(added.stderr.strip())
    try:
        yield folder
    finally:
        subprocess.run([*git, "remove", "--force", folder], check=True)
