"""The recipe for a download: its maker with the words beside it, and its entry among the formats."""

from __future__ import annotations

import json
import re
import shutil
import zipfile

from bs4 import BeautifulSoup
from support import ROOT, run

MAKER = '''\
"""The titles of the chapters, a line each."""

from .atomic import whole


def make(book, target):
    """Write the list."""
    file = target / f"{book.file}NAME.txt"
    with whole(file) as place:
        place.write_text("\\n".join(chapter.title for chapter in book.chapters), "utf-8")
    return [file]
'''
WORDS = """\
- **Solo los títulos:** [lista](#NAME).

## Lista { #NAME }

Los títulos, uno por línea.

<!-- ficha -->
"""
ENTRIES = """
    Format("-uno.txt", "Descargar la lista", "uno", "uno.md", choice=6, in_archive=True, kept=True),
    Format("-dos.txt2", "Descargar la otra", "dos", "dos.md", choice=7, in_archive=False),
"""


def test_a_new_download_is_declared_once_and_found_everywhere(tiny):
    root = tiny({})
    (root / "hooks").unlink()
    shutil.copytree(ROOT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "package.json", root)  # names the Mermaid that draws
    folder = root / "hooks/guidekit/downloads"
    for name, end in (("uno", "-uno.txt"), ("dos", "-dos.txt2")):
        (folder / f"{name}.py").write_text(MAKER.replace("NAME.txt", end), "utf-8")
        (folder / f"{name}.md").write_text(WORDS.replace("NAME", name), "utf-8")
    registry = folder / "registry.py"
    text = registry.read_text("utf-8")
    opening = "FORMATS: tuple[Format, ...] = ("
    assert text.count(opening) == 1
    registry.write_text(text.replace(opening, opening + ENTRIES), "utf-8")
    result = run("guidekit.commands.publish", cwd=root, PYTHONPATH=str(root / "hooks"))
    assert result.returncode == 0, result.stderr
    assert "descargas/guia-rds-uno.txt: " in result.stdout

    target = root / "site/descargas"
    assert (target / "guia-rds-uno.txt").read_text("utf-8") == "Inicio"
    page = BeautifulSoup((target / "index.html").read_bytes(), "html.parser")
    for name, label in (
        ("guia-rds-uno.txt", "Descargar la lista"),
        ("guia-rds-dos.txt2", "Descargar la otra"),
    ):
        card = page.select_one(f'[data-descargas="ficha {name}"]')
        assert (card.a["href"], card.a.text) == (name, label)
        assert "SHA-256" in card.text
    lines = [item.a["href"] for item in page.article.ul.find_all("li")]
    assert lines[-2:] == ["#uno", "#dos"]
    with zipfile.ZipFile(target / "guia-rds-offline.zip") as archive:
        inside = {name.rsplit("/")[-1] for name in archive.namelist() if "/descargas/" in name}
    assert inside == {"index.html", "guia-rds.pdf", "guia-rds.epub", "guia-rds-uno.txt"}
    worker = (root / "site/sw.js").read_text("utf-8").split("\n", 1)[0]
    kept = dict(json.loads(re.search(r"self\.SITE=(\{.*\});", worker)[1])["files"])
    assert {name for name in kept if name.startswith("descargas/")} == {
        "descargas/",
        "descargas/guia-rds-uno.txt",
    }
