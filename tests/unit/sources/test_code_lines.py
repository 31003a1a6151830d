"""Code that a printed page cannot hold is told with its line."""

import pytest
from corpora import problems
from factories import PAGE, UNDRAWN
from guidekit.sources.code_lines import COLUMNS

TOLD = f"columns; expected at most {COLUMNS} with its indent, what a printed page holds"
CODE = {
    "a fence": "```sql\n{}\n```\n",
    "a fence with options": '```sql title="x.sql" linenums="1"\n{}\n```\n',
    "an indented block": "Texto:\n    \n\n    {}\n",
    "a fence in a list": "- Uno\n\n    ```bash\n    {}\n    ```\n",
    "an indented block in a callout": '!!! note "Nota"\n\n        {}\n',
}


def columns(text: str) -> int:
    line = next(line for line in text.split("\n") if "<x>" in line)
    return len(line) - 4 * (not text.count("```"))


@pytest.mark.parametrize("form", CODE)
def test_a_line_of_code_that_is_too_long_is_told(tmp_path, form):
    spare = COLUMNS - columns(CODE[form].format("<x>"))
    fits = CODE[form].format("<x>" + "&" * spare)
    assert columns(fits) == COLUMNS
    assert problems(tmp_path / "fits", {"a.md": PAGE + "\n" + fits}) == []
    long = fits.replace("<x>", "<x>&")
    place = (PAGE + "\n" + long).split("\n")
    line = next(number for number, text in enumerate(place, 1) if "<x>" in text)
    told = problems(tmp_path / "long", {"a.md": PAGE + "\n" + long})
    assert told == [f"docs/a.md:{line}: a line of code of {COLUMNS + 1} {TOLD}"]


def test_text_and_drawings_may_have_long_lines(tmp_path):
    text = "palabra " * 40
    drawing = UNDRAWN.replace("accDescr: ", f"accDescr: {text}")
    table = f"| Uno |\n|---|\n| {text}|\n"
    told = problems(tmp_path, {"a.md": f"{PAGE}\n{text}\n\n{table}\n- Uno\n\n    {text}\n{drawing}"})
    assert ["is not drawn" in problem for problem in told] == [True]
