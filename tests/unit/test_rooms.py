"""Which room may import which: the contracts are in pyproject.toml."""

import shutil
import subprocess
import sys

from support import ROOT

LINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(folder):
    return subprocess.run(
        [sys.executable, "-c", LINTER, "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "hooks"), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
    )


def test_the_rules_hold():
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


BROKEN = {
    "dates": ("from . import model", "guidekit.dates is not allowed to import guidekit.model"),
    "order": ("import mkdocs", "guidekit.order is not allowed to import mkdocs"),
    "exam/checklist": (
        "from ..ledger import facts",
        "guidekit.exam is not allowed to import guidekit.ledger",
    ),
    "glossary/terms": ("from . import links", "No cycles are allowed in guidekit.glossary"),
    "downloads/atomic": (
        "import typst",
        "guidekit.downloads.atomic is not allowed to import typst",
    ),
}


def test_what_breaks_them_is_told(tmp_path):
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    kit = tmp_path / "hooks/guidekit"
    shutil.copytree(ROOT / "hooks/guidekit", kit, ignore=shutil.ignore_patterns("theme", "fonts"))
    for module, (line, _) in BROKEN.items():
        with (kit / f"{module}.py").open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")
    result = lint(tmp_path)
    assert result.returncode == 1
    assert [told for _, told in BROKEN.values() if told not in result.stdout] == []
