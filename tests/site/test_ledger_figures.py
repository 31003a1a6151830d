"""What the pages say agrees with the ledger, figure by figure and name by name, in both directions."""

from __future__ import annotations

import re

import pytest
from guidekit.ledger.references import REFERENCE, ids_of
from guidekit.sources.markdown_lines import prose_lines
from ledger_data import BY_ID, FACTS
from support import ROOT

_FIGURE = re.compile(r"(?<![\w.,/-])\d+(?: \d{3})*(?:,\d+)?(?![\w])")
# Numbers that state no fact: list numbers, years of publication, the names of alert levels.
_NO_FIGURE = re.compile(
    r"^\s*\d+\. |\b20\d\d\b|\*\*\d: |https?://\S+|`[^`]*`|\]\([^)]*\)|\{[^}]*\}|\[\[[^\]]*\]\]"
)
# Rows of worked examples: page, first words of the row.
_EXAMPLES = {("auto-escalado-de-almacenamiento", "| **Exceso previsto a 7 horas**")}
_NAME = re.compile(r"(?<![\w.-])(?=[\w./-]*[A-Z0-9])[^\W\d][\w./-]*\w")
# What a fact names and its page need not: names of metrics it shortens, a unit, the company of the worked example.
_UNNAMED = {
    "NetworkBandwidthInAllowanceExceeded", "NetworkBandwidthOutAllowanceExceeded", "GB", "TechMart",
}  # fmt: skip


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


def names_in(text):
    """Products, codes, versions: words with a capital or a digit, but for the first of a sentence."""
    return {
        match[0]
        for match in _NAME.finditer(text)
        if re.search("[A-Z0-9]", match[0][1:]) or text[: match.start()].rstrip()[-1:] not in {"", ".", ":"}
    }


@pytest.mark.parametrize("slug", sorted(FACTS))
def test_every_figure_and_name_of_a_fact_is_on_its_page(slug):
    text = (ROOT / f"docs/{slug}.md").read_text("utf-8")
    held = set().union(*(figures(line) for _, line in prose_lines(text)))
    lost = {}
    for entry in FACTS[slug]:
        unnamed = {name for name in names_in(entry["statement"]) - _UNNAMED if name not in text}
        if missing := (figures(entry["statement"]) - held) | unnamed:
            lost[entry["id"]] = sorted(missing)
    assert lost == {}


def test_the_comparison_can_fail():
    (text, names), *_ = statements("Hasta 16 réplicas. [[rds-063]]")
    assert figures(text) - figures(BY_ID[names[0]]["statement"]) == {"16"}
    assert names_in("Con gp3, Amazon RDS llega. Aurora, no.") == {"gp3", "Amazon", "RDS"}
    assert figures("1. Hasta 64 000 IOPS y 99,9 % en 2026, 60-120 s") == {"64000", "99,9", "60", "120"}
