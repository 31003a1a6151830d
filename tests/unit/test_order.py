"""The numbers of guidekit.order against those of Python-Markdown itself: where its own parts move, ours must."""

import pytest
from guidekit import order
from markdown import Markdown

MD = Markdown(extensions=["admonition", "md_in_html", "attr_list", "tables", "toc"])


def number(registry, name):
    return next(item.priority for item in registry._priority if item.name == name)


@pytest.mark.parametrize(
    ("registry", "ours", "before", "after"),
    [
        (MD.preprocessors, order.POINTS_MARK, ["html_block"], ["normalize_whitespace"]),
        (MD.preprocessors, order.LISTING_MARK, ["html_block"], ["normalize_whitespace"]),
        (MD.parser.blockprocessors, order.EXAM_ADMONITION, ["admonition", "paragraph"], []),
        (MD.parser.blockprocessors, order.EXAM_PARAGRAPH, ["admonition", "paragraph"], []),
        (
            MD.inlinePatterns,
            order.REFERENCE,
            ["reference", "link", "short_reference"],
            ["backtick", "escape"],
        ),
        (MD.treeprocessors, order.LISTINGS, ["inline"], []),
        (MD.treeprocessors, order.POINTS, ["inline"], []),
        (MD.treeprocessors, order.GLOSSARY_LINKS, ["unescape"], ["inline"]),
        (MD.treeprocessors, order.MARKS, ["unescape"], ["inline"]),
        (MD.treeprocessors, order.TOPIC_LINK, ["unescape"], ["inline"]),
        (MD.treeprocessors, order.TYPOGRAPHY, ["unescape"], ["inline"]),
        (MD.treeprocessors, order.MOVED, ["unescape"], ["toc"]),
    ],
)
def test_ours_stand_where_the_reasons_say(registry, ours, before, after):
    assert [name for name in before if number(registry, name) >= ours] == []
    assert [name for name in after if number(registry, name) <= ours] == []


def test_ours_take_the_place_of_the_readers_of_admonitions():
    assert number(MD.parser.blockprocessors, "admonition") == order.ADMONITION


def test_what_walks_a_finished_page_does_so_in_turn():
    turns = [
        order.LISTINGS,
        order.POINTS,
        order.GLOSSARY_LINKS,
        order.MARKS,
        order.TOPIC_LINK,
        order.TYPOGRAPHY,
    ]
    assert turns == sorted(set(turns), reverse=True)
