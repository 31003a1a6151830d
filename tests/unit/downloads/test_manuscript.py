"""What becomes of a built page in a manuscript: known kinds and nothing else."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from books import body
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
        ("Lo <mark>marcado</mark> y <abbr title='x'>RPO</abbr> quedan", "Lo marcado y RPO quedan"),
        ('<a href="#x">aquí</a>', '<a page="a" at="x">aquí</a>'),
        ('<a href="https://e.org/" lang="en">x</a>', '<a lang="en" href="https://e.org/">x</a>'),
        ('<a href="nada.zip">el <em>zip</em></a>', "el <em>zip</em>"),
        ('<span class="marca" aria-hidden="true">✅</span>', '<sign name="si">✅</sign>'),
        ('<span class="marca">⚠\ufe0f</span>', '<sign name="ojo">⚠\ufe0f</sign>'),
        ("<label><input type=checkbox>Listo</label>", '<sign name="casilla">☐</sign> Listo'),
        ("<span>suelto</span>", "suelto"),
        ('<span class="estado">Vigente</span>', '<span role="estado">Vigente</span>'),
        ('<img src="x.png" alt="Un punto">', "Un punto"),
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


def test_code_keeps_what_the_highlighter_knows():
    assert written(
        '<div class="highlight"><pre><span></span><code><span class="k">GET</span> x</code></pre></div>'
    ) == ('<pre><code><token kind="k">GET</token> x</code></pre>')


def test_raw_code_is_code_too():
    assert written("<pre>GET x</pre>") == "<pre><code>GET x</code></pre>"


def test_a_picture_of_the_site_stays_a_picture():
    (paragraph,) = body('<p><img src="p.png" alt="Un punto"></p>', lambda src: f"a/{src}")
    assert paragraph[0].attrib == {"src": "a/p.png", "alt": "Un punto"}


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<video></video>", "a/: no book knows <video>; expected one of a answer blockquote"),
        (
            '<div class="admonition exmaen"></div>',
            "a/: no book knows the callout 'exmaen'; expected one of .*examen",
        ),
        ('<span class="marca">✨</span>', "a/: no book knows the sign ✨; expected one of "),
    ],
)
def test_an_unknown_kind_is_told_with_its_page(html, message):
    with pytest.raises(DownloadError, match=message):
        body(html)


def test_only_known_kinds_come_out():
    tree = body(
        "<h2 id=a>A</h2><dl><div><dt>x<dd>y</div></dl><table><tr><th>a<td>b</table><ol start=3><li>c</ol>"
    )
    assert {item.tag for item in tree.iter()} <= KINDS
    assert tree.find("ol").get("start") == "3"
    assert [child.tag for child in tree.find("dl")] == ["dt", "dd"]
