"""What stands on one page, shown on another: references, footnotes and links are those of its own page."""

from __future__ import annotations

import re

import pytest
from guidekit.sources.block_tree import parser
from guidekit.web.elements import element
from guidekit.web.second_place import show
from markdown import Markdown

EXTENSIONS = ["abbr", "footnotes", "pymdownx.tabbed"]
CONFIGS = {"pymdownx.tabbed": {"alternate_style": True}}
NEVER = re.compile(r"(?!)")


def shown(text: str, uri: str = "a/b.md", here: str = "Aquí", *names: str) -> str:
    """The first block of `text`, a page at `uri`, on another whose Markdown is `here`, once for each name."""
    tree = parser(["pymdownx.superfences", *EXTENSIONS], CONFIGS)(text, NEVER)
    md = Markdown(extensions=EXTENSIONS, extension_configs=CONFIGS)
    insert = [
        part
        for name in names or ("x",)
        for part in show([tree.transplant(tree.root[0], md)], tree, uri, name, md)
    ]

    class _Put:
        def run(self, root):
            root.extend(insert)

    md.treeprocessors.register(_Put(), "put", 31)
    return md.convert(here)


def test_links_are_those_of_its_own_page():
    page = "[el manual][man] y [otro]\n\n[man]: https://e.org/manual\n[otro]: ../c.md#d"
    html = shown(page, here="[man]\n\n[man]: https://e.org/del-otro")
    assert '<a href="https://e.org/manual">el manual</a> y <a href="c.md#d">otro</a>' in html
    assert '<a href="https://e.org/del-otro">man</a>' in html


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("#uno", "a/b.md#uno"),
        ("c.md", "a/c.md"),
        ("../c.md#d", "c.md#d"),
        ("https://e.org/#x", "https://e.org/#x"),
        ("mailto:a@e.org", "mailto:a@e.org"),
        ("/raiz/", "/raiz/"),
    ],
)
def test_an_address_leads_where_it_did(address, there):
    assert f'href="{there}"' in shown(f"[x]({address})")
    assert f'src="{there}"' in shown(f"![x]({address})")


def test_a_footnote_comes_along_with_a_number_of_its_own():
    page = "Uno[^b] y otra vez[^b].\n\n[^a]: Otra.\n[^b]: La *nota* de [aquí](#d)."
    html = shown(page, here="Suya[^b].\n\n[^b]: La de aquí.")
    assert html.count('href="#fn:x-b">1</a>') == 2
    assert 'id="fnref:x-b"' in html
    assert re.search(r'<li id="fn:x-b">\s*<p>La <em>nota</em> de <a href="a/b.md#d">aquí</a>.</p>', html)
    assert 'href="#fnref:x-b"' in html
    assert "Otra." not in html
    assert '<a class="footnote-ref" href="#fn:b">1</a>' in html
    assert 'id="fnref2:b"' not in html


def test_an_abbreviation_means_what_it_does_on_its_own_page():
    html = shown("El RPO\n\n*[RPO]: punto", here="El RPO\n\n*[RPO]: otro")
    assert re.findall(r'<abbr title="(\w+)">RPO</abbr>', html) == ["otro", "punto"]


def test_tabs_of_two_places_are_not_tied_together():
    html = shown('=== "Uno"\n\n    a\n\n=== "Dos"\n\n    b', "a.md", "Aquí", "x", "y")
    ids = re.findall(r' id="(__tabbed[^"]*)"', html)
    assert len(set(ids)) == len(ids) == 4
    assert set(re.findall(r' for="([^"]*)"', html)) == set(ids)


def test_what_is_rendered_is_not_rendered_again():
    assert r"<p>*a* <code>*b*</code> [c]</p>" in shown(r"\*a\* `*b*` \[c]")


def test_an_empty_box_is_left_alone():
    tree = parser([], {})("", NEVER)
    assert show([element("hr")], tree, "a.md", "x", Markdown())[0].tag == "hr"
