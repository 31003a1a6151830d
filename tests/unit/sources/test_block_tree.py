"""The block tree sees the fences that readers get, in each of their forms."""

from __future__ import annotations

import re

import pytest
from guidekit.sources.block_tree import parser
from markdown import Markdown

EXTENSIONS = ["attr_list", "pymdownx.highlight", "pymdownx.superfences"]
MARK = re.compile(r"^☐.*$")
FORMS = [
    "sql",
    'sql title="x.sql"',
    'sql linenums="1"',
    'sql hl_lines="1 2"',
    'sql title="x" linenums="3"',
    "{ .sql }",
    '{ .sql #x title="a" }',
    '{ .sql .annotate data-x="1" }',
    'sql otra="x"',
    "",
]


@pytest.mark.parametrize("form", FORMS)
def test_what_stands_between_two_fences_is_read_if_readers_get_it(form):
    text = f"``` {form}\nSELECT 1;\n```\n\n☐ Entre\n\n```\nb\n```\n\n☐ Fin\n"
    page = Markdown(extensions=EXTENSIONS).convert(text)
    tree = parser(EXTENSIONS, {})(text, MARK)
    assert len(tree.stash) == page.count("<span></span><code>")
    lines = [item.text for item in tree.root.iter("p") if "☐" in (item.text or "")]
    assert len(lines) == len(re.findall("<p>☐", page))


def test_the_title_of_a_fence_is_kept():
    tree = parser(EXTENSIONS, {})('``` sql title="a &amp; b"\nSELECT 1 < 2;\n```', MARK)
    assert tree.stash == (
        '<div class="highlight"><span class="filename">a &amp;amp; b</span><pre><code>SELECT 1 &lt; 2;</code></pre></div>',
    )


def test_references_and_notes_of_a_page_are_kept():
    tree = parser(["footnotes"], {})("[a][b] [^c]\n\n[b]: https://e.org/ 'T'\n\n[^c]: Nota", MARK)
    assert tree.references == {"b": ("https://e.org/", "T")}
    assert tree.notes == {"c": "Nota"}
