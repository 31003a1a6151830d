"""Addresses that others may have noted lead somewhere: to their place, or to where that is now."""

from __future__ import annotations

import re

import pytest
from support import ROOT

PLACES = [
    line.split("#")
    for line in (ROOT / "tests/data/anchors.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
PAGES = sorted({page for page, _ in PLACES})


@pytest.mark.parametrize("name", PAGES)
def test_every_place_of_a_page_is_there_or_has_a_way_to_it(site, name):
    folder = site if name == "index" else site / name
    ids = set(re.findall(r'\sid="([^"]+)"', (folder / "index.html").read_text("utf-8")))
    assert [anchor for page, anchor in PLACES if page == name and anchor not in ids] == []
