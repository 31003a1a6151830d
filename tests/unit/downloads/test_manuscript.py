"""What becomes of a built page in a manuscript: known kinds and nothing else."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
import tinyhtml5.inputstream
from books import body, read
from guidekit.downloads import manuscript
from guidekit.downloads.errors import DownloadError
from guidekit.downloads.kinds import KINDS


def written(html: str) -> str:
    return ET.tostring(body(html), encoding="unicode").removeprefix("<section>").removesuffix("</section>")


@pytest.mark.parametrize(
    "html",
    [
        '<p class="filtro solo-pantalla">Busca</p>',
        '<a class="headerlink" href="#x">¶</a>',
        "<script>x</script>",
        "<style>x{}</style>",
        "<!-- nota -->",
        "<form><input></form>",
    ],
)
def test_what_only_a_screen_uses_is_left_out_but_not_what_follows(html):
    assert written(f"<p>antes{html}después</p>").replace("</p><p>", "").replace("<p />", "") in {
        "<p>antesdespués</p>",
        "<p>antes</p>después",
    }


def test_boxes_are_opened_and_looks_dropped():
    assert written('<div class="tabla" tabindex="0"><p title="x" class="y" id="a">Uno</p></div>') == (
        '<p id="a">Uno</p>'
    )


@pytest.mark.parametrize(
    ("html", "tree"),
    [
        ('<a class="termino" href="../glosario/#t">red</a>', '<a kind="term" page="glosario" at="t">red</a>'),
        ("Pulsa <kbd>Ctrl</kbd> <u>ya</u>, <b>sí</b>", "Pulsa <code>Ctrl</code> ya, <strong>sí</strong>"),
        ("Lo <mark>marcado</mark> y <abbr>RPO</abbr> quedan", "Lo marcado y RPO quedan"),
        ("Lo <del>viejo</del>, <s>dicho</s>", "Lo <del>viejo</del>, <del>dicho</del>"),
        ("Dijo <q>sí</q>", "Dijo «sí»"),
        (
            '<span class="keys"><kbd>Ctrl</kbd><span>+</span><kbd>C</kbd></span>',
            "<code>Ctrl</code>+<code>C</code>",
        ),
        ('<span class="critic comment">ojo</span>', "/* ojo */"),
        ('<a href="#x">aquí</a>', '<a page="a" at="x">aquí</a>'),
        ('<a href="https://e.org/" lang="en">x</a>', '<a lang="en" href="https://e.org/">x</a>'),
        ('<a href="nada.zip">el <em>zip</em></a>', "el <em>zip</em>"),
        ('<span class="marca" aria-hidden="true">✅</span>', '<sign name="si">✅</sign>'),
        ('<span class="marca">⚠\ufe0f</span>', '<sign name="ojo">⚠\ufe0f</sign>'),
        ("<label><input type=checkbox>Listo</label>", '<sign name="casilla">☐</sign> Listo'),
        ("<label><input type=checkbox checked>Ya</label>", '<sign name="hecha">☑</sign> Ya'),
        ("<span>suelto</span>", "suelto"),
        ('<a id="x"></a>uno <a name="y">dos</a>', '<span id="x" />uno <span id="y" />dos'),
        ('<span class="estado">Vigente</span>', '<span role="estado">Vigente</span>'),
    ],
)
def test_what_stands_in_a_line(html, tree):
    assert written(f"<p>{html}</p>") == f"<p>{tree}</p>"


def test_the_mark_of_a_fact_says_which_how_and_where():
    (mark,) = body(
        '<p><a class="hecho" id="hecho-x-1" data-hechos="x-1 x-2" data-mark="full" aria-label="Nuevo. Actualizado"'
        ' href="../vigencia/#x-1"><span class="hecho-nuevo">nuevo</span></a></p>'
    )[0]
    assert mark.tag == "mark"
    assert mark.attrib == {
        "id": "hecho-x-1", "data-fact": "x-1 x-2", "data-mark": "full", "label": "Nuevo. Actualizado",
        "new": "nuevo", "page": "vigencia", "at": "x-1",
    }  # fmt: skip


def test_a_callout_says_its_kind_in_words_and_keeps_its_answer_last():
    (callout,) = body(
        '<div class="admonition examen escenario" id="examen-b"><p class="admonition-title">'
        '<span class="examen-tipo">Escenario</span> La <em>base</em></p><p>¿Qué?</p>'
        '<details class="examen-respuesta"><summary>Respuesta</summary><p>Eso.</p></details></div>'
    )
    assert callout.attrib == {
        "id": "examen-b",
        "kind": "examen",
        "variant": "escenario",
        "label": "Escenario",
    }
    assert [child.tag for child in callout] == ["title", "p", "answer"]
    assert "".join(callout[0].itertext()) == "La base"
    assert "".join(callout[2].itertext()) == "Eso."


@pytest.mark.parametrize(
    ("html", "kind", "label"),
    [
        (
            '<div class="admonition warning"><p class="admonition-title">Ojo</p></div>',
            "warning",
            "Advertencia",
        ),
        ('<details class="note"><summary>Ojo</summary></details>', "note", "Nota"),
    ],
)
def test_a_callout_that_the_site_tells_by_an_icon_gets_the_word_too(html, kind, label):
    (callout,) = body(html)
    assert (callout.get("kind"), callout.get("label"), callout[0].text) == (kind, label, "Ojo")


def test_a_drawing_is_plain_and_light():
    (figure,) = body(
        '<figure class="diagrama" id="d"><svg viewBox="0 0 1 1" style="min-width:9px">'
        "<style>rect{fill:var(--dg-app,#eee)}</style><rect/></svg><figcaption>Pie</figcaption></figure>"
    )
    assert [child.tag for child in figure] == ["svg", "figcaption"]
    assert [child.tag for child in figure[0]] == ["style", "rect"]
    assert figure[0][0].text == "rect{fill:#eee}"
    assert "style" not in figure[0].attrib


@pytest.mark.parametrize(
    ("html", "what", "expected"),
    [
        ("<video></video>", "no book can show <video>", "its class `solo-pantalla` if books may lack it"),
        ("<input type=text>", "no book can show <input>", "words"),
        ('<div class="admonition exmaen"></div>', "no book knows the callout 'exmaen'", "examen"),
        ('<span class="marca">✨</span>', "no book has the sign ✨", "✅"),
        ('<span class="arithmatex">\\(x^2\\)</span>', "no book sets formulas", "it in words"),
    ],
)
def test_what_no_book_can_show_is_refused_and_the_rest_is_read(html, what, expected):
    tree, (refusal,) = read(f"{html}<p>b</p>")
    assert refusal.what == what
    assert expected in refusal.expected
    assert "".join(tree.itertext()) == "b"


def test_all_refusals_of_a_page_are_told_with_its_name(tmp_path):
    page = tmp_path / "index.html"
    page.write_text("<article><video></video><iframe></iframe></article>", "utf-8")
    with pytest.raises(
        DownloadError, match=r"(?s)a/: no book can show <video>; expected .*\na/: .* <iframe>;"
    ):
        manuscript.read(page, "a/", lambda href: {}, lambda src: "")


def test_a_box_that_is_opened_leaves_the_place_that_links_lead_to():
    assert written('<div id="x"><p>a</p></div>') == '<span id="x" /><p>a</p>'


def test_tabs_become_blocks_with_titles():
    labels = '<div class="tabbed-labels"><label>Uno</label><label><b>Dos</b></label></div>'
    blocks = '<div class="tabbed-block"><p>a</p></div><div class="tabbed-block"><p>b</p></div>'
    inputs = "<input type=radio checked><input type=radio>"
    assert (
        written(
            f'<div class="tabbed-set tabbed-alternate">{inputs}{labels}<div class="tabbed-content">{blocks}</div></div>'
        )
        == "<tab><title>Uno</title><p>a</p></tab><tab><title><strong>Dos</strong></title><p>b</p></tab>"
    )


def test_tabs_in_their_older_form_too():
    sets = (
        '<input type=radio><label>Uno</label><div class="tabbed-content"><p>a</p></div>'
        '<input type=radio><label>Dos</label><div class="tabbed-content"><p>b</p></div>'
    )
    tabs = body(f'<div class="tabbed-set">{sets}</div>')
    assert [(tab.tag, tab[0].text, tab[1].text) for tab in tabs] == [("tab", "Uno", "a"), ("tab", "Dos", "b")]


def test_a_footnote_and_its_number_lead_to_each_other():
    number, notes = body(
        '<p>Uno<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup></p><div class="footnote"><hr><ol>'
        '<li id="fn:a"><p>Nota <a class="footnote-backref" href="#fnref:a">↩</a></p></li></ol></div>'
    )
    assert number.find("sup").get("id") == "fnref:a"
    assert number.find("sup/a").attrib == {"kind": "note", "page": "a", "at": "fn:a"}
    assert (notes.tag, notes.get("role"), notes[0].get("id")) == ("ol", "notas", "fn:a")
    assert notes.find("li/p/a").attrib == {"kind": "back", "page": "a", "at": "fnref:a"}


def test_an_abbreviation_is_explained_where_it_comes_first_and_in_each_exam_point():
    short = '<abbr title="punto">RPO</abbr>'
    point = f'<div class="admonition examen" id="examen-a"><p>{short}</p></div>'
    assert "".join(body(f"<p>{short}, {short}</p>{point}").itertext()) == "RPO (punto), RPORPO (punto)"
    assert "".join(body(f"<p>{short} (punto de datos)</p>").itertext()) == "RPO (punto de datos)"


def test_an_icon_keeps_its_drawing_and_its_name():
    svg = '<svg viewBox="0 0 24 24"><!-- licencia --><path d="M0 0"/></svg>'
    tree = body(f'<p><span class="twemoji" title="Base">{svg}</span><span class="twemoji">{svg}</span></p>')
    named, plain = tree.iter("icon")
    assert (named.get("label"), plain.get("label")) == ("Base", None)
    assert [item.tag for item in named.iter()] == ["icon", "svg", "path"]


def test_only_known_kinds_come_out():
    tree = body(
        "<h2 id=a>A</h2><dl><div><dt>x<dd>y</div></dl><table><tr><th>a<td>b</table><ol start=3><li>c</ol>"
    )
    assert {item.tag for item in tree.iter()} <= KINDS
    assert tree.find("ol").get("start") == "3"
    assert [child.tag for child in tree.find("dl")] == ["dt", "dd"]


def test_the_parser_finds_the_patterns_it_keeps_again(tmp_path):
    page = tmp_path / "index.html"
    page.write_text('<nav><p id="x">menú</p></nav><article><p id="y">a &amp; b</p></article>', "utf-8")
    tree = manuscript.read(page, "x", lambda href: {}, lambda src: "")
    assert ET.tostring(tree, encoding="unicode") == '<section><p id="y">a &amp; b</p></section>'
    kept = [signs for signs, _ in tinyhtml5.inputstream.characters_until_regex]
    assert any("&" in signs for signs in kept)  # TypeError if its own have taken the place of the signs
