"""What Material's own script writes at run time keeps its rules, where a page turns it on, and only there."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import material
import pytest
from guidekit.web.trim import trim, words

ASSETS = Path(material.__file__).parent / "templates/assets"
(SCRIPT,) = [file.read_text("utf-8") for file in ASSETS.glob("javascripts/bundle.*.min.js")]
(_MAIN,) = [file.read_text("utf-8") for file in ASSETS.glob("stylesheets/main.*.min.css")]
FRAME = (
    '<html class="js"><article class="md-content__inner md-typeset"><p title="class=annotate">"version": null'
)
MARKS = {
    "md-annotation": [
        '<ol class="fila annotate">',
        '<script>{"features": ["content.code.annotate"]}</script>',
    ],
    "md-source__": ['<a class="md-source" data-md-component="source">'],
    "md-tag": ['<a class="md-tag">'],
    "md-version": ['<script id="__config">{"tags": null, "version": {"provider": "mike"}}</script>'],
    "tabbed-": ['<div class="tabbed-set tabbed-alternate" data-tabs="1:2">'],
}
_TOLD = re.compile(rf"\.(?:{'|'.join(MARKS)}|md-tooltip2|md-code|md-search)")
SHEET = "".join(rule for rule in re.findall(r"[^{}]*\{[^{}]*\}", _MAIN) if _TOLD.search(rule))
"""The rules these tests ask of: the whole sheet takes ten times as long to trim."""
PAGES = [(part, page) for part, pages in MARKS.items() for page in pages]


@cache
def trimmed(*pages: str) -> str:
    """The style sheet for a site of these pages; the script and the sheet are long, most tests ask of the same."""
    return trim(SHEET, words([FRAME, *pages], [SCRIPT]))


def classes(css: str, part: str) -> set[str]:
    return set(re.findall(rf"\.({part}[\w-]*)", css))


def written(part: str) -> set[str]:
    """The classes of a part that the style sheet knows and the script writes, whole or up to what it fills in."""
    names = set(re.findall(rf"(?<![\w-]){part}[\w-]*", SCRIPT))
    return {name for name in classes(SHEET, part) if name in names or re.sub("--[^-]*$", "--", name) in names}


@pytest.mark.parametrize(("part", "page"), PAGES, ids=[f"{part}-{n}" for n, (part, _) in enumerate(PAGES)])
def test_a_part_that_a_page_turns_on_keeps_what_the_script_writes(part, page):
    kept = trimmed(page)
    assert len(written(part)) > 1
    assert written(part) <= classes(kept, part)


@pytest.mark.parametrize("part", MARKS)
def test_a_part_that_no_page_turns_on_goes(part):
    kept = trimmed()
    assert not written(part) & classes(kept, part)


@pytest.mark.parametrize("name", ["md-tooltip2--active", "md-code__button", "md-search-result__more"])
def test_what_the_script_writes_on_any_page_stays(name):
    assert name in SCRIPT
    assert name in classes(trimmed(), "md-")
