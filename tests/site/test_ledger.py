"""The ledger of the real site, and its agreement with what the pages say, figure by figure."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import yaml
from bs4 import BeautifulSoup
from guidekit.ledger.references import REFERENCE, ids_of
from guidekit.ledger.statuses import Status
from guidekit.sources.markdown_lines import prose_lines
from support import CLAIMS, FRONT, ROOT, claim_ids, run

DATA = ROOT / "docs/_data/facts"
FACTS = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in sorted(DATA.glob("*.yml"))}
BY_ID = {name: e for entries in FACTS.values() for e in entries for name in [e["id"], *e.get("also", [])]}
TOPIC = FRONT.replace("---\ntitle", "---\ntopic: 1\nicon: material/database\nexam_domains: [costos]\ntitle")
SOURCES = "- {id: uno, title: Una página, url: https://example.org/uno, read: address}\n"
FACT = """\
- id: abc-001
  statement: Una réplica admite hasta 15 copias de lectura.
  status: actualizado
  before: Admitía 5.
  exam: Los bancos antiguos dan 5.
  sources: [uno]
  checked: 2026-11-01
  check_by: 2027-05-01
"""
_FIGURE = re.compile(r"(?<![\w.,/-])\d+(?: \d{3})*(?:,\d+)?(?![\w])")
# Numbers that state no fact: list numbers, years of publication, the names of alert levels.
_NO_FIGURE = re.compile(
    r"^\s*\d+\. |\b20\d\d\b|\*\*\d: |https?://\S+|`[^`]*`|\]\([^)]*\)|\{[^}]*\}|\[\[[^\]]*\]\]"
)
# Rows of worked examples: page, first words of the row.
_EXAMPLES = {("auto-escalado-de-almacenamiento", "| **Exceso previsto a 7 horas**")}


def figures(text):
    text = _NO_FIGURE.sub(" ", text.replace("\u00a0", " ").replace("–", "-"))
    return {found.replace(" ", "") for found in _FIGURE.findall(re.sub(r"(\d)-(\d)", r"\1 a \2", text))}


def statements(line):
    """What each reference of a line stands behind, with its ids: a row of a table is one statement."""
    matches = list(REFERENCE.finditer(line))
    if matches and line.lstrip().startswith("|"):
        yield line, [name for match in matches for name in ids_of(match)]
        return
    start = 0
    for match in matches:
        yield line[start : match.start()], ids_of(match)
        start = match.end()


@pytest.mark.parametrize("slug", sorted(FACTS))
def test_every_figure_on_a_page_is_in_the_ledger(slug):
    drifted = []
    for number, line in prose_lines((ROOT / f"docs/{slug}.md").read_text("utf-8")):
        if any(slug == page and line.startswith(row) for page, row in _EXAMPLES):
            continue
        for text, names in statements(line):
            told = " ".join(str(BY_ID[n].get(k, "")) for n in names for k in ("statement", "before", "exam"))
            if lost := figures(text) - figures(told):
                drifted.append(f"docs/{slug}.md:{number}: {sorted(lost)} not in {names}")
    assert drifted == []


def test_the_comparison_can_fail():
    (text, names), *_ = statements("Hasta 16 réplicas. [[rds-063]]")
    assert figures(text) - figures(BY_ID[names[0]]["statement"]) == {"16"}
    assert figures("1. Hasta 64 000 IOPS y 99,9 % en 2026, 60-120 s") == {"64000", "99,9", "60", "120"}


def test_every_checked_claim_is_in_the_ledger_once(site):
    soup = BeautifulSoup((site / "vigencia/index.html").read_text("utf-8"), "html.parser")
    there = [name for entry in soup.select("[data-hecho]") for name in entry["data-hecho"].split()]
    assert sorted(there) == sorted(name for ranges in CLAIMS.values() for name in claim_ids(ranges))
    assert len(there) == len(set(there)) == 537


def test_an_entry_tells_status_dates_sources_and_place(site):
    soup = BeautifulSoup((site / "vigencia/index.html").read_text("utf-8"), "html.parser")
    pages = {}
    for entry in soup.select("[data-hecho]"):
        fact = BY_ID[entry["id"]]
        text = entry.get_text(" ")
        assert Status.of(fact["status"]).label in text
        assert re.search(r"(Comprobado|Revisado sin poder leer la fuente) el 23 de noviembre de 2026", text)
        assert "se revisa antes del" in text
        assert ("La guía de julio de 2025 decía:" in text) == ("before" in fact)
        links = [a["href"] for a in entry.select(".fuentes a")]
        assert len(links) == min(len(fact["sources"]), 1 if fact["status"] == "vigente" else 2)
        assert all(link.startswith("https://") for link in links)
        page, anchor = entry.select_one(".entrada-nota a")["href"].removeprefix("../").split("/#")
        if page not in pages:
            pages[page] = BeautifulSoup((site / page / "index.html").read_text("utf-8"), "html.parser")
        mark = pages[page].find(id=anchor)
        assert entry["id"] in mark["data-hechos"].split()


def test_the_counts_of_the_ledger_add_up(site):
    soup = BeautifulSoup((site / "vigencia/index.html").read_text("utf-8"), "html.parser")
    cells = [
        [td.get_text().strip() for td in row.select("td")] for row in soup.select("article table tbody tr")
    ]
    shown = Counter(entry["data-estado"] for entry in soup.select("[data-hecho]"))
    assert {name: int(count) for name, _, count in cells} == {
        status.label: shown[status.id] for status in Status
    }


def test_the_changes_are_dated_newest_first(site):
    soup = BeautifulSoup((site / "vigencia/index.html").read_text("utf-8"), "html.parser")
    links = soup.select("#cambios + ul a")
    dates = [BY_ID[link["href"].removeprefix("#")]["since"] for link in links]
    assert len(dates) >= 15
    assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize("slug", sorted(FACTS))
def test_a_page_says_when_its_facts_were_checked(site, slug):
    soup = BeautifulSoup((site / slug / "index.html").read_text("utf-8"), "html.parser")
    line = soup.select_one("h1 + .revision")
    assert f"{len(FACTS[slug])} datos comprobados el 23 de noviembre de 2026" in line.get_text()
    assert line.a["href"] == f"../vigencia/?tema={slug}#{slug}"


@pytest.mark.parametrize("slug", sorted(FACTS))
def test_a_correction_has_an_address_a_date_and_sources(site, slug):
    soup = BeautifulSoup((site / slug / "index.html").read_text("utf-8"), "html.parser")
    for box in soup.select(".admonition.vigencia"):
        name = box["id"].removeprefix("vigencia-")
        assert name in BY_ID
        foot = box.select_one(".vigencia-pie")
        assert "Comprobado el" in foot.get_text()
        assert foot.select("a[href^='https://']") or not BY_ID[name]["sources"]


NEW = (
    "Clúster de base de datos Multi-AZ", "Aurora I/O-Optimized", "Aurora DSQL", "Limitless", "0 ACU", "Valkey",
    "ElastiCache Serverless", "Db2", "Blue/Green", "Extended Support", "Cifrado por defecto",
)  # fmt: skip


@pytest.mark.parametrize("feature", NEW)
def test_what_the_guide_lacked_is_there_marked_as_new_and_sourced(site, feature):
    found = [(page, e) for page, entries in FACTS.items() for e in entries if feature in e.get("feature", "")]
    assert found
    for page, entry in found:
        assert entry["sources"]
        soup = BeautifulSoup((site / page / "index.html").read_text("utf-8"), "html.parser")
        marks = [m for m in soup.select("a.hecho") if entry["id"] in m["data-hechos"].split()]
        assert any(mark.select_one(".hecho-nuevo") for mark in marks)


def small(tiny, page, fact=FACT, sources=SOURCES):
    return tiny({"a.md": TOPIC + "# Uno\n\n" + page, "_data/facts/a.yml": fact, "_data/sources.yml": sources})


def build(root, **environment):
    return run("mkdocs", "build", "--site-dir", "out", cwd=root, **environment)


def test_a_correction_may_leave_its_text_to_the_ledger(tiny):
    root = small(tiny, '!!! vigencia "Ya no son 5"\n\n    [[abc-001]]\n')
    result = build(root)
    assert result.returncode == 0, result.stderr
    box = BeautifulSoup((root / "out/a/index.html").read_text("utf-8"), "html.parser").select_one(".vigencia")
    items = [" ".join(item.get_text(" ").split()) for item in box.select("li")]
    assert items == [
        "La guía de julio de 2025 decía: Admitía 5.",
        "Hoy: Una réplica admite hasta 15 copias de lectura.",
        "El examen espera: Los bancos antiguos dan 5.",
    ]
    assert box["id"] == "vigencia-abc-001"
    assert "Comprobado el 1 de noviembre de 2026" in box.get_text()


def test_code_shows_a_reference_as_it_is_written(tiny):
    root = small(tiny, "Escribe `[[abc-999]]` así. [[abc-001]]\n\n```text\n[[abc-998]]\n```\n")
    assert build(root).returncode == 0
    page = (root / "out/a/index.html").read_text("utf-8")
    assert "<code>[[abc-999]]</code>" in page
    assert "[[abc-998]]" in page


def test_a_past_date_is_told_by_the_date_of_the_build(tiny):
    root = small(tiny, "Texto. [[abc-001]]\n")
    build(root, SOURCE_DATE_EPOCH="1767225600")  # 2026-01-01
    assert "ya pasó" not in (root / "out/vigencia/index.html").read_text("utf-8")
    build(root, SOURCE_DATE_EPOCH="1830297600")  # 2028-01-01
    assert "ya pasó" in (root / "out/vigencia/index.html").read_text("utf-8")


def test_mistakes_in_the_ledger_stop_the_build_with_all_the_others(tiny):
    root = small(tiny, "Texto. [[abc-002]]\n", FACT.replace("sources: [uno]", "sources: [dos]"))
    result = build(root)
    assert result.returncode != 0
    assert "docs/a.md:10: unknown fact 'abc-002'; expected an id of docs/_data/facts/" in result.stderr
    assert "docs/_data/facts/a.yml:6: unknown source 'dos'" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_reference_without_a_ledger_is_told(tiny):
    result = build(tiny({"a.md": TOPIC + "# Uno\n\nTexto. [[abc-001]]\n"}))
    assert "docs/a.md:10: unknown fact 'abc-001'" in result.stderr
