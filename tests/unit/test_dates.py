from datetime import date

import pytest
from guidekit import dates
from guidekit.commands import due


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026-11-23", "23 de noviembre de 2026"),
        ("2027-01-01", "1 de enero de 2027"),
        ("2026-02", "febrero de 2026"),
        ("2024", "2024"),
    ],
)
def test_dates_are_told_in_spanish(text, told):
    assert dates.spanish(text) == told


def test_the_day_of_the_output_is_not_that_of_the_clock(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767312000")
    assert dates.build_date(tmp_path) == date(2026, 1, 2)


FACTS = """\
- id: abc-001
  check_by: 2026-11-20
- id: abc-002
  check_by: 2026-11-30
"""


def test_facts_past_their_date_are_warned_of_by_line(tmp_path):
    (tmp_path / "a.yml").write_text(FACTS, "utf-8")
    (tmp_path / "b.yml").write_text("- id: [", "utf-8")  # for the build to tell of
    found = due.overdue(tmp_path, "docs/_data/facts", date(2026, 11, 25))
    assert [str(problem) for problem in found] == [
        "docs/_data/facts/a.yml:2: fact 'abc-001' was to be checked again by 2026-11-20; "
        "expected its sources read again and a new date"
    ]
    assert len(due.overdue(tmp_path, "docs/_data/facts", date(2027, 1, 1))) == 2
    assert due.overdue(tmp_path, "docs/_data/facts", date(2026, 11, 20)) == []
