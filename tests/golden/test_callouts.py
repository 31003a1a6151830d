"""The markup of exam points, case by case: what an author writes, what readers get, what is reported.

A case is a file of three parts. `python -m pytest tests/golden --update` writes the last two anew from
the code; read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import factories
import pytest
from guidekit.exam import points, syntax
from guidekit.exam.callout import ExamExtension
from guidekit.model import Corpus, Domain, Page
from guidekit.rendering import Rendering
from guidekit.sources import block_tree
from guidekit.web.typography import ProseExtension
from markdown import Markdown

CASES = sorted(Path(__file__).with_name("callouts").glob("*.txt"))
DOMAINS = (
    Domain("seguras", "Seguras", "Seguridad"),
    Domain("costos", "Costos", "Costos"),
)
TOPIC, OTHER = factories.topic("tema"), factories.page("inicio")
EXTENSIONS = [
    "admonition", "attr_list", "def_list", "md_in_html", "sane_lists", "tables", "toc",
    "pymdownx.details", "pymdownx.superfences",
]  # fmt: skip


def render(source: str, page: Page) -> str:
    rendering = Rendering(Corpus((TOPIC, OTHER), DOMAINS, {}, {}), page)
    ours = [ProseExtension(rendering), syntax.CalloutExtension(), ExamExtension(rendering)]
    md = Markdown(extensions=[*EXTENSIONS, *ours])
    return md.convert(source)


def collect(source: str, page: Page) -> tuple[str, bool]:
    parse = block_tree.parser([*EXTENSIONS, syntax.CalloutExtension()], {})
    known = points.Known(DOMAINS, ["tema", "otro"])
    tips, problems = points.read(parse(source, syntax.WRITTEN), page, known)
    problems += points.repeated(tips)
    lines = [
        f"{tip.line}: {tip.kind} {tip.id} | {tip.title} | {tip.domain} | {', '.join(tip.keywords)} | "
        f"{', '.join(tip.also)}"
        for tip in tips
    ]
    return "\n".join([*lines, *map(str, sorted(problems))]), not problems


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_reads_and_renders_as_recorded(case, request):
    source, _, _ = (case.read_text("utf-8") + "\n=====\n\n=====\n").split("\n=====\n", 2)
    page = OTHER if "no-topic" in case.stem else TOPIC
    found, sound = collect(source, page)
    shown = render(source, page) if sound else ""
    text = "\n=====\n".join([source, found, shown]).rstrip() + "\n"
    if request.config.getoption("--update"):
        case.write_text(text, "utf-8")
    assert case.read_text("utf-8") == text


def test_there_are_cases_for_every_place_and_mistake():
    assert len(CASES) >= 25


def test_no_line_number_reaches_a_reader():
    for case in CASES:
        assert "\ue000" not in case.read_text("utf-8")
