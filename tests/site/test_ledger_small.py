"""A ledger of one fact, in builds of a small guide."""

from __future__ import annotations

import pytest
from building import build
from factories import TOPIC

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


def files(text):
    return {"a.md": TOPIC + "# Uno\n\n" + text, "_data/facts/a.yml": FACT, "_data/sources.yml": SOURCES}


def test_a_correction_may_leave_its_text_to_the_ledger(built):
    site = built(files('!!! vigencia "Ya no son 5"\n\n    [[abc-001]]\n'))
    box = site.soup("a/index.html").select_one(".vigencia")
    assert [" ".join(item.get_text(" ").split()) for item in box.select("li")] == [
        "Antes: Admitía 5.",
        "Hoy: Una réplica admite hasta 15 copias de lectura.",
        "Examen: Los bancos antiguos dan 5.",
    ]
    assert box["id"] == "vigencia-abc-001"
    assert "Comprobado el 1 de noviembre de 2026" in box.get_text()


def test_code_shows_a_reference_as_it_is_written(built):
    site = built(files("Escribe `[[abc-999]]` así. [[abc-001]]\n\n```text\n[[abc-998]]\n```\n"))
    assert "<code>[[abc-999]]</code>" in site.text("a/index.html")
    assert "[[abc-998]]" in site.text("a/index.html")


@pytest.mark.parametrize(("epoch", "late"), [("1767225600", False), ("1830297600", True)])  # 2026 and 2028
def test_a_past_date_is_told_by_the_date_of_the_build(built, epoch, late):
    site = built(files("Texto. [[abc-001]]\n"), SOURCE_DATE_EPOCH=epoch)
    assert ("ya pasó" in site.text("vigencia/index.html")) == late


def test_facts_checked_on_several_days_are_told_by_the_oldest(built):
    second = FACT.replace("abc-001", "abc-002").replace("2026-11-01", "2026-10-30")
    site = built({**files("Texto. [[abc-001 abc-002]]\n"), "_data/facts/a.yml": FACT + second})
    revision = site.soup("a/index.html").select_one(".revision").get_text()
    assert revision.startswith("2 datos comprobados el 30 de octubre de 2026")
    shown = [entry.get_text() for entry in site.soup("vigencia/index.html").select("[data-hecho]")]
    assert ["1 de noviembre" in text for text in shown] == [True, False]


def test_a_fact_of_no_ledger_stops_the_build(tiny):
    result = build(tiny({"a.md": TOPIC + "# Uno\n\nTexto. [[abc-001]]\n"}))
    assert not result.sound
    assert "docs/a.md:10: unknown fact 'abc-001'" in result.log
