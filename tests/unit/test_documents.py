"""What engineers and authors are told of the project stands where it is said to stand."""

import re

import pytest
from support import ROOT

DOCUMENTS = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "docs/_guia-de-estilo.md"]
PLACES = [ROOT, ROOT / "hooks/guidekit", ROOT / "hooks/guidekit/downloads"]
MADE = (".cache/", "site/", ".site-next/", "node_modules/")
_TOKEN = re.compile(r"`([\w./-]+(?:/|\.(?:py|js|css|yml|md|txt|toml)))`")


def text(name):
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_files_and_folders_they_name_are_there(name):
    prose = re.sub(r"^( *)(`{3,}).*?^\1\2$", "", text(name), flags=re.MULTILINE | re.DOTALL)
    paths = {path for path in _TOKEN.findall(prose) if not path.startswith(("/", *MADE))}
    assert paths
    data = {file.name for file in (ROOT / "tests/data").iterdir()}
    lost = [
        path for path in paths if path not in data and not any((place / path).exists() for place in PLACES)
    ]
    assert lost == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_their_links_lead_somewhere(name):
    headings = re.findall(r"^#+ (.+)$", text(name), re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    links = re.findall(r"\]\(([^)]+)\)", re.sub(r"`[^`\n]*`", "", text(name)))
    for link in [link for link in links if not link.startswith("https://")]:
        if link.startswith("#"):
            assert link[1:] in anchors
        else:
            assert ((ROOT / name).parent / link).exists(), link


@pytest.mark.parametrize(("name", "lines"), [("CONTRIBUTING.md", 100), ("ARCHITECTURE.md", 250)])
def test_one_reads_them_in_a_sitting(name, lines):
    assert text(name).count("\n") < lines
