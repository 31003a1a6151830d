"""What the guide says agrees with its ledger, figure by figure and name by name."""

from guidekit.commands import figures
from support import ROOT


def test_pages_summaries_and_definitions_state_what_the_ledger_does():
    assert [str(problem) for problem in figures.check(ROOT / "docs")] == []
