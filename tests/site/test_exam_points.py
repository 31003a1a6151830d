"""The exam points of this guide: each asks first, each holds one decision, and together they weigh as the exam does."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from xml.etree import ElementTree as ET

import pytest
import yaml
from guidekit.downloads.anki.fronts import words
from guidekit.exam import points, syntax
from guidekit.exam.kinds import USUAL
from guidekit.sources import block_tree
from guidekit.sources.markdown_lines import blank_front_matter
from support import EXAM, ROOT

_PARSE = block_tree.parser(
    ["admonition", "attr_list", "tables", "pymdownx.details", syntax.CalloutExtension()], {}
)
_LEAD = re.compile(r"^(?:Respuesta|Trampa):?\s*")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
MOST = 45
"""Words of answer and trap together."""
NEAR = 3
"""Points in a hundred by which the share of a domain may differ from its weight."""
WEIGHTS = {domain["id"]: domain["weight"] for domain in yaml.safe_load(EXAM)["domains"]}


@cache
def found() -> dict[str, ET.Element]:
    """Every point of the pages by the page it stands on and its id."""
    all_points: dict[str, ET.Element] = {}
    for file in sorted((ROOT / "docs").glob("[!_]*.md")):
        tree = _PARSE(blank_front_matter(file.read_text("utf-8")), syntax.WRITTEN)
        for point in points.elements(tree.root):
            all_points[f"{file.stem}#{points.id_of(point)}"] = point
    return all_points


def said(part: ET.Element) -> str:
    return _LEAD.sub("", block_tree.plain(part))


def reply(point: ET.Element) -> list[ET.Element]:
    """The paragraph of the answer, and that of the trap."""
    whole = points.answer(point)
    return [*whole[:1], *points.traps(whole)]


@pytest.fixture(scope="module", params=sorted(found()))
def point(request):
    return found()[request.param]


def test_a_point_has_cue_answer_and_trap(point):
    whole = points.answer(point)
    cue = [part for part in point if part not in whole]
    assert [part.tag for part in cue if said(part)]
    assert len(reply(point)) == 2
    assert points.english_of(point)
    assert points.title_of(point)
    if points.kind_of(point) is USUAL:
        assert whole == reply(point)  # a scenario may say more


def test_answer_and_trap_are_short(point):
    assert sum(len(said(part).split()) for part in reply(point)) <= MOST


def test_what_is_bold_in_the_answer_is_not_given_away(point):
    """A phrase of which the question says every word is no answer."""
    whole = points.answer(point)
    asked = " ".join(
        [points.title_of(point), *(block_tree.plain(part) for part in point if part not in whole)]
    )
    bold = [_LEAD.sub("", text) for part in whole[:1] for text in _BOLD.findall(part.text or "")]
    assert [text for text in bold if words(text) and words(text) <= words(asked)] == []


def test_the_points_weigh_as_the_exam_does():
    domains = Counter(point.get("set-dominio") for point in found().values())
    assert set(domains) == set(WEIGHTS)
    shares = {name: 100 * count / domains.total() for name, count in domains.items()}
    assert {
        name: round(share, 1) for name, share in shares.items() if abs(share - WEIGHTS[name]) > NEAR
    } == {}
