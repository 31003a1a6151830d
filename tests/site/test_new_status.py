"""The recipe for a status: one member of the Enum, and page, ledger, filter, PDF, EPUB and search know it."""

import shutil
import zipfile

from bs4 import BeautifulSoup
from pypdf import PdfReader
from support import FRONT, ROOT, run

TOPIC = (
    FRONT.replace(
        "---\ntitle: Inicio", "---\ntopic: 1\nicon: material/database\nexam_domains: [costos]\ntitle: Uno"
    )
    + "# Uno\n\nUn dato dudoso. [[abc-001]]\n"
)
FACTS = """\
- id: abc-001
  statement: La fuente dice hoy otra cosa que ayer.
  status: discutido
  before: Ayer decía lo contrario.
  sources: [uno]
  checked: 2026-11-01
  check_by: 2027-05-01
"""
SOURCES = """\
- id: uno
  title: Una página
  url: https://example.org/uno
  read: address
"""
MEMBER = """
    DISPUTED = ("discutido", "En discusión", "Las fuentes no coinciden.", Mark.UNKNOWN, True, True, True)
"""


def test_a_new_status_is_declared_once_and_found_everywhere(tiny, tmp_path):
    root = tiny({"uno.md": TOPIC, "_data/facts/uno.yml": FACTS, "_data/sources.yml": SOURCES})
    (root / "hooks").unlink()
    shutil.copytree(ROOT / "hooks", root / "hooks")
    shutil.copy(ROOT / "package.json", root)  # names the Mermaid that draws
    with (root / "hooks/guidekit/ledger/statuses.py").open("a", encoding="utf-8") as file:
        file.write(MEMBER)
    result = run("guidekit.commands.publish", cwd=root, PYTHONPATH=str(root / "hooks"))
    assert result.returncode == 0, result.stderr

    def page(name):
        return BeautifulSoup((root / f"site/{name}/index.html").read_bytes(), "html.parser")

    mark = page("uno").select_one("a.hecho")
    assert mark["data-mark"] == "unknown"
    assert mark["aria-label"] == "En discusión"
    assert "1 con cambios o matices" in page("uno").select_one(".revision").text
    ledger = page("vigencia")
    assert ledger.select_one('[data-faceta="estado"] button[value="discutido"]').text == "En discusión"
    assert ledger.select_one("#abc-001")["data-estado"] == "discutido"
    assert "Las fuentes no coinciden." in ledger.text
    assert "En discusión" in (root / "site/assets/hechos/uno.js").read_text("utf-8")
    text = " ".join(sheet.extract_text() for sheet in PdfReader(root / "site/descargas/guia-rds.pdf").pages)
    assert "En discusión" in " ".join(text.split())
    with zipfile.ZipFile(root / "site/descargas/guia-rds.epub") as book:
        documents = [book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml")]
    assert any("En discusión" in document for document in documents)
    assert any("<sup>?</sup>" in document for document in documents)
