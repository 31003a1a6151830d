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
    ],
)
def test_a_card_has_plain_html(html, plain):
    assert answer(html) == plain


def test_a_public_guide_is_linked():
    assert answer('<p><a href="../b/#x">Réplicas</a></p>', PUBLIC) == (
        '<p><a href="https://example.org/g/b/#x">Réplicas</a></p>'
    )


def test_what_is_bold_in_the_answer_is_its_key():
    page = books.chapter(
        '<h1>Uno</h1><div class="admonition examen escenario" id="examen-a"><p><strong>no</strong></p>'
        '<details class="examen-respuesta"><summary>R</summary><p><strong>la</strong> <strong>clave</strong></p></details></div>'
    )
    body = Bodies(books.book(page)).of(page, "examen-a")
    assert (body.key, body.statement) == ("la clave", "<p><strong>no</strong></p>")


def test_inner_html_is_what_stands_in_the_box():
    assert inner_html(element("div", "a ", element("br"), "<")) == "a <br>&lt;"
