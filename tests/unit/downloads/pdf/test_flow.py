"""Drawings that leave a hole shrink or let the text behind them come first."""

from __future__ import annotations

from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest
from guidekit.downloads.pdf import flow

Line = type("LineBox", (), {"position_y": 0.0, "height": 0.0})


def page(end: float, **anchors: float):
    """A page whose text of 1000 pixels from 0 on ends at `end`; places by how far down they are."""
    line = Line()
    line.height = end
    content = SimpleNamespace(descendants=lambda: [line])
    box = SimpleNamespace(content_box_y=lambda: 0.0, height=1000.0, children=[content])
    return SimpleNamespace(
        _page_box=box, anchors={name.replace("_", "-"): (0, y) for name, y in anchors.items()}
    )


def body(height: int, after: str = "<p>Texto que sigue.</p>") -> ET.Element:
    figure = f'<figure id="d"><svg viewBox="0 0 100 {height}" height="{height * 0.6}pt"/><figcaption>Pie</figcaption></figure>'
    return ET.fromstring(f"<body>{figure}{after}</body>")


def test_a_drawing_shrinks_into_the_hole_before_it():
    tree = body(500)
    assert flow.fill(tree, [page(600), page(900, d=10)])
    assert tree.find("figure/svg").get("height") == "268.80pt"


def test_text_comes_before_a_drawing_that_cannot_shrink():
    tree = body(1500)
    assert flow.fill(tree, [page(600), page(900, d=10)])
    assert [child.tag for child in tree] == ["p", "figure"]


@pytest.mark.parametrize("pages", [[page(950), page(900, d=10)], [page(600), page(900, d=300)], [page(600)]])
def test_without_a_hole_all_stays(pages):
    tree = body(1500)
    assert not flow.fill(tree, pages)
    assert [child.tag for child in tree] == ["figure", "p"]


def test_a_heading_is_not_left_alone():
    tree = body(1500, "<h3>Título</h3><p>Texto.</p>")
    assert not flow.fill(tree, [page(800), page(900, d=10)])
