"""A printed tree as Typst source."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from guidekit.downloads.pdf import sheets, source
from guidekit.web.elements import element


def written(xml: str, width: float = 455) -> str:
    return source.of([ET.fromstring(xml)], width).removeprefix("{\n").removesuffix("\n}\n")


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ("<p>a #b *c* $d$ @e &lt;f></p>", 'k-p({"a #b *c* $d$ @e <f>"})'),
        ('<p>di "\\n" ya</p>', r'k-p({"di \"\\n\" ya"})'),
        ("<p> uno\n  <strong> dos </strong> tres</p>", 'k-p({"uno "; k-strong({"dos "}); "tres"})'),
        ('<p id="x" keep="true">a</p>', 'k-p(id: "x", keep: true, {"a"})'),
        ("<p>a<br/> b</p>", 'k-p({"a"; linebreak(); "b"})'),
        ("<p><code>a  b</code> c</p>", 'k-p({k-code("a  b"); " c"})'),
        ("<h2>Uno</h2>", 'k-heading(2, {"Uno"})'),
        ('<ol start="3"> <li>a</li> <li>b</li> </ol>', 'k-ol(start: 3, k-li({"a"}), k-li({"b"}))'),
        ('<p><term>a</term> <reference to="x">b</reference></p>', 'k-p({k-term({"a"}); " "; k-reference(to: "x", {"b"})})'),
        ('<callout kind="note"><name id="t">A</name><p>b</p></callout>', 'k-callout(kind: "note", title: {anchor("t"); {"A"}}, {k-p({"b"})})'),
        ('<p><img src="a b.png" alt="A" width="9.00pt"/></p>', 'k-p({k-img(src: "a b.png", alt: "A", width: 9.00pt)})'),
        ('<tab><name>A</name><p>b</p></tab>', 'k-tab(title: {"A"}, {k-p({"b"})})'),
    ],
)  # fmt: skip
def test_an_element_is_a_call_and_text_a_string(xml, code):
    assert written(xml) == code


def test_code_tells_its_width_its_kinds_and_the_lines_to_look_at():
    code = written(
        '<pre><code><token kind="hll">SELECT <token kind="mi">1</token>\n</token>uno dos tres\n</code></pre>',
        100,
    )
    tokens = '(("", "lit", "SELECT ", ), ("mi", "lit", "1", ), ("", "lit", "\\n", ), ("", "", "uno dos tres\\n", ), )'
    assert code == f'k-pre(width: 100.00pt, columns: 12, "SELECT 1\\nuno dos tres", {tokens})'


def test_a_table_keeps_the_ids_of_its_head_once():
    code = written('<table><tr><th id="a">A</th></tr><tr><td>b</td></tr></table>')
    assert code.startswith('k-table(ids: ("a", ), head: (k-cell(id: none, {"A"}), )')
    assert code.endswith('((k-cell({"b"}), ), ))')


def test_a_table_in_a_box_is_as_wide_as_the_box():
    table = "<table><tr><th>Algo de texto</th><th>Algo de texto</th></tr></table>"
    outside, inside = (written(xml, 400) for xml in (table, f"<callout>{table}</callout>"))
    assert [sum(map(float, re.findall(r"([\d.]+)fr", code))) for code in (outside, inside)] == pytest.approx(
        [400, 373]
    )


def test_every_kind_has_its_function():
    style = "".join(
        (Path(sheets.__file__).parent / "style" / name).read_text("utf-8") for name in sheets.PARTS
    )
    functions = set(re.findall(r"#let k-([\w-]+)", style)) - {"document"}
    written_otherwise = {"br", "heading", "drawing", "cell", *(f"h{n}" for n in range(1, 7))}
    assert functions ^ (source.INLINE | source.BLOCKS) == written_otherwise


def test_an_empty_cell_of_a_head_is_not_the_column_that_keeps_rows_together():
    assert element("th").text is None
    assert 'k-cell(id: none, {"\u00a0"})' in written("<table><tr><th>a</th><th/></tr></table>")


@pytest.mark.parametrize(
    "atom", ["<sign name='si'/>", "<mark/>", "<code>x</code>", "<img src='x'/>", "<number to='x'/>"]
)
def test_a_space_behind_what_has_no_words_stays(atom):
    assert written(f"<p>a {atom} b</p>").endswith('; " b"})')
