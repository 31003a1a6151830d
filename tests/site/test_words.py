"""The words of the guide itself."""

from guidekit.commands import style
from support import ROOT


def test_the_guide_avoids_what_it_says(capsys):
    assert style.main(["--docs", str(ROOT / "docs")]) == 0
    assert capsys.readouterr().err == ""
