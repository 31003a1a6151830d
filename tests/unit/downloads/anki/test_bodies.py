"""What a callout holds, as plain HTML."""

from __future__ import annotations

import books
import pytest
from guidekit.downloads.anki.bodies import Bodies, inner_html
from guidekit.web.elements import element

PUBLIC = "https://example.org/g"


def answer(html: str, url: str = "http://127.0.0.1/") -> str:
    page = books.chapter(f'<h1>Uno</h1><div class="admonition examen" id="examen-a">{html}</div>')
    return Bodies(books.book(page, books.chapter(name="b"), url=url)).of(page, "examen-a").answer


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ('<p>Ve a <a href="../b/">Réplicas</a>.</p>', "<p>Ve a <span>«Réplicas»</span>.</p>"),
        ('<p>Una <a class="termino" href="../glosario/#t">Red</a>.</p>', "<p>Una <span>Red</span>.</p>"),
        ('<p class="x" id="y">Uno <em lang="en">two</em></p>', '<p>Uno <em lang="en">two</em></p>'),
        ('<p><span class="marca" aria-hidden="true">✅</span> Sí</p>', "<p><span>✅</span> Sí</p>"),
        ('<p>Dato.<a class="hecho" data-hechos="x" href="../vigencia/#x"></a></p>', "<p>Dato.</p>"),
        ("<p>1 &lt; 2</p>\n\n  <p>b</p>", "<p>1 &lt; 2</p>\n<p>b</p>"),
        ("<pre><code>a\n\n  <b>b</b>\n</code></pre>", "<pre><code>a\n\n  <strong>b</strong>\n</code></pre>"),
        (
            '<pre><code><span class="k">a</span><span class="hll">b</span></code></pre>',
            "<pre><code>a<strong>b</strong></code></pre>",
        ),
        ('<ol start="3" id="l"><li id="x">c</li></ol>', '<ol start="3"><li>c</li></ol>'),
        (
            "<ul><li><input type=checkbox checked>c</li></ul>",
            '<ul><li class="con-casilla"><span>☑</span> c</li></ul>',
        ),
        ("<p>Ya <del>no</del></p>", "<p>Ya <del>no</del></p>"),
        (
            '<div class="admonition note"><p class="admonition-title">Ojo</p><p>b</p></div>',
            '<div class="aviso"><p><strong>Nota: Ojo</strong></p><p>b</p></div>',
        ),
        (
            '<div class="tabbed-set"><label>Uno</label><div class="tabbed-content"><p>a</p></div></div>',
            '<div class="pestana"><p class="pestana-titulo">Uno</p><p>a</p></div>',
        ),
    ],
)
def test_a_card_has_plain_html(html, plain):
    assert answer(html) == plain


def test_a_public_guide_is_linked():
    assert answer('<p><a href="../b/#x">Réplicas</a></p>', PUBLIC) == (
        '<p><a href="https://example.org/g/b/#x">Réplicas</a></p>'
    )


NOTES = (
    '<div class="footnote"><ol><li id="fn:p"><p>Del punto <a class="footnote-backref" href="#fnref:p">↩</a></p></li>'
    '<li id="fn:r"><p>De la respuesta</p></li></ol></div>'
)


def note(name: str, number: int) -> str:
    return f'<sup id="fnref:{name}"><a class="footnote-ref" href="#fn:{name}">{number}</a></sup>'


def test_a_footnote_of_the_page_comes_along_where_its_number_stands():
    page = books.chapter(
        f'<h1>Uno</h1><div class="admonition examen escenario" id="examen-a"><p>¿Qué?{note("p", 1)}</p>'
        f'<details class="examen-respuesta"><p>Eso{note("r", 2)}</p></details></div>{NOTES}'
    )
    body = Bodies(books.book(page)).of(page, "examen-a")
    assert body.statement == '<p>¿Qué?<sup>1</sup></p><div class="nota"><sup>1</sup> <p>Del punto </p></div>'
    assert body.answer == '<p>Eso<sup>2</sup></p><div class="nota"><sup>2</sup> <p>De la respuesta</p></div>'


def test_an_annotation_that_stands_in_the_point_is_not_told_twice():
    html = answer('<p class="annotate">Uno (1)</p><ol><li>Dos</li></ol>')
    assert html == "<p>Uno (1)</p><ol><li>Dos</li></ol>"


def test_a_picture_travels_in_the_package(tmp_path):
    (tmp_path / "el año.png").write_bytes(b"png")
    point = '<h1>Uno</h1><div class="admonition examen" id="examen-a"><figure><img src="x" alt="Un año" width="40"></figure></div>'
    page = books.chapter(point, picture=lambda src: "el año.png")
    bodies = Bodies(books.book(page, site=tmp_path))
    text = bodies.of(page, "examen-a").answer
    ((name, content),) = bodies.media.items()
    assert text == f'<figure><img src="{name}" alt="Un año" width="40"></figure>'
    assert content == b"png"
    assert name.startswith("guia-el-ano-")


def test_every_drawing_of_a_point_is_beside_it(tmp_path):
    folder = tmp_path / "assets/diagramas"
    folder.mkdir(parents=True)
    for name in ("uno", "dos"):
        (folder / f"{name}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    drawings = "".join(f'<figure id="diagrama-{name}"><svg></svg></figure>' for name in ("uno", "dos"))
    page = books.chapter(f'<h1>Uno</h1><div class="admonition examen" id="examen-a">{drawings}</div>')
    body = Bodies(books.book(page, site=tmp_path)).of(page, "examen-a")
    assert ("guia-uno.svg" in body.diagram, "guia-dos.svg" in body.diagram, body.answer) == (True, True, "")


def test_what_is_bold_in_the_answer_is_its_key():
    page = books.chapter(
        '<h1>Uno</h1><div class="admonition examen escenario" id="examen-a"><p><strong>no</strong></p>'
        '<details class="examen-respuesta"><summary>R</summary><p><strong>la</strong> <strong>clave</strong></p></details></div>'
    )
    body = Bodies(books.book(page)).of(page, "examen-a")
    assert (body.key, body.statement) == ("la clave", "<p><strong>no</strong></p>")


def test_inner_html_is_what_stands_in_the_box():
    assert inner_html(element("div", "a ", element("br"), "<")) == "a <br>&lt;"
