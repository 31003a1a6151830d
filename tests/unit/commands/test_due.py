"""The command that tells of facts past their date; what it finds is in tests/unit/test_dates.py."""

import pytest
from guidekit.commands import due


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs/_data/facts").mkdir(parents=True)
    return tmp_path / "docs/_data/facts"


@pytest.mark.parametrize(("arguments", "status", "prefix"), [([], 0, "warning: "), (["--strict"], 1, "")])
def test_a_fact_past_its_date_is_a_warning_or_if_asked_for_an_error(
    folder, capsys, arguments, status, prefix
):
    (folder / "a.yml").write_text("- id: abc-001\n  check_by: 2020-01-02\n")
    assert due.main(arguments) == status
    assert capsys.readouterr().err == (
        f"{prefix}docs/_data/facts/a.yml:2: fact 'abc-001' was to be checked again by 2020-01-02; "
        "expected its sources read again and a new date\n"
    )


def test_facts_that_are_not_due_yet_are_no_error(folder, capsys):
    (folder / "a.yml").write_text("- id: abc-001\n  check_by: 9999-01-02\n")
    assert due.main(["--strict"]) == 0
    assert capsys.readouterr().err == ""
