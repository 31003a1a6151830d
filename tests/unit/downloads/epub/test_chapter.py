"""A manuscript as XHTML for e-readers."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from books import body
from guidekit.downloads.epub.chapter import Xhtml
from guidekit.web.elements import element, in_one_line


def made(html: str) -> tuple[ET.Element, Xhtml]:
    markup = Xhtml("a")
    return element("section", *markup.content(body(html))), markup


@pytest.mark.parametrize(("shape", "sign"), [("open", "○"), ("full", "●"), ("half", "●"), ("unknown", "?")])
def test_a_mark_is_a_reference_with_a_sign_that_needs_no_colour(shape, sign):
    section, _ = made(
        f'<p><a class="hecho" id="hecho-x" data-hechos="x" data-mark="{shape}" aria-label="Vigente"'
        ' href="../vigencia/#x"><span class="hecho-nuevo">nuevo</span></a></p>'
    )
    link = section.find("p/a")
    assert (link.get("href"), link.get("id"), link.get("aria-label")) == (
        "book:vigencia#x",
        "hecho-x",
        "Vigente",
    )
    assert (link.get("epub:type"), link.get("role")) == ("noteref", "doc-noteref")
    assert (link.find("sup").text, in_one_line(link)) == (sign, f"{sign} nuevo")
    legend, _ = made(f'<p><span class="hecho" data-mark="{shape}"></span></p>')
    assert legend.find("p/span/sup").text == sign


def test_links_keep_what_they_are():
    section, _ = made(
        '<p><a class="termino" href="../glosario/#t">red</a> <a href="https://e.org/" lang="en">x</a></p>'
    )
    term, outside = section.findall("p/a")
    assert (term.get("href"), term.get("epub:type")) == ("book:glosario#t", "glossref")
    assert (outside.get("href"), outside.get("lang"), outside.get("epub:type")) == (
        "https://e.org/",
        "en",
        None,
    )


def test_a_sign_is_drawn():
    section, _ = made('<p><span class="marca">✅</span> Sí</p>')
    sign = section.find("p/span")
    assert (sign.get("aria-hidden"), sign.find("svg").get("viewBox")) == ("true", "0 0 16 16")
    assert in_one_line(section) == "Sí"


def test_a_done_task_looks_other_than_an_open_one_and_its_box_is_the_bullet():
    section, _ = made(
        "<ul><li><input type=checkbox checked>Hecha</li><li><input type=checkbox>Por hacer</li></ul>"
    )
    done, todo = section.iter("li")
    assert {item.get("class") for item in (done, todo)} == {"con-casilla"}
    assert done.find("span/svg/path").get("d") != todo.find("span/svg/path").get("d")


def test_an_icon_is_as_large_as_a_letter_and_says_what_it_means():
    svg = '<svg viewBox="0 0 24 24"><path d="M0 0"/></svg>'
    section, _ = made(
        f'<p><span class="twemoji" title="Base">{svg}</span><span class="twemoji">{svg}</span></p>'
    )
    named, plain = section.iter("svg")
    assert {(icon.get("width"), icon.get("fill")) for icon in (named, plain)} == {("16", "currentColor")}
    assert (named.get("role"), named.get("aria-label"), plain.get("aria-hidden")) == ("img", "Base", "true")


def test_a_footnote_is_told_as_one_and_led_back_from():
    section, _ = made(
        '<p><sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup></p><div class="footnote"><ol>'
        '<li id="fn:a"><p>Nota<a class="footnote-backref" href="#fnref:a">↩</a></p></li></ol></div>'
    )
    number, back = section.iter("a")
    assert (number.get("epub:type"), number.get("href"), number.text) == ("noteref", "book:a#fn:a", "1")
    assert (back.get("epub:type"), back.get("href"), back.text) == ("backlink", "book:a#fnref:a", "Volver")
    assert section.find("ol/li").get("epub:type") == "footnote"


def test_tabs_and_names_of_files_are_titles():
    section, _ = made(
        '<div class="tabbed-set"><label>Uno</label><div class="tabbed-content"><p>a</p></div></div>'
        '<div class="highlight"><span class="filename">x.sql</span><pre><code>b</code></pre></div>'
    )
    assert [(box.get("class"), box[0].text, in_one_line(box[1])) for box in section] == [
        ("pestana", "Uno", "a"), ("codigo", "x.sql", "b"),
    ]  # fmt: skip


def test_a_picture_with_a_caption_is_no_diagram():
    section, markup = made("<figure><svg></svg><figcaption>Pie</figcaption></figure>")
    assert (in_one_line(section), markup.descriptions) == ("Pie", [])


def test_an_answer_goes_to_the_end_with_a_way_there_and_back():
    section, markup = made(
        '<div class="admonition examen escenario" id="examen-b"><p class="admonition-title">'
        '<span class="examen-tipo">Escenario</span> La base</p><p>¿Qué?</p>'
        '<details class="examen-respuesta"><summary>Respuesta</summary><p>Eso.</p></details></div>'
    )
    box = section.find("div")
    assert box.get("class") == "admonition examen escenario"
    assert in_one_line(box) == "Escenario La base¿Qué?Ver la respuesta"
    (entry,) = markup.answers
    assert box.find(".//a").get("href") == f"respuestas.xhtml#{entry[0].get('id')}"
    assert in_one_line(entry) == "La baseEso.Volver a la pregunta"
    assert entry.find(".//a").get("href") == "book:a#examen-b"


def test_the_answer_of_a_point_stands_below_its_cue_with_its_trap():
    section, markup = made(
        '<div class="admonition examen" id="examen-b"><p class="admonition-title">La base</p><p>La pista.</p>'
        '<details class="examen-respuesta"><summary>Ver respuesta</summary><p>Eso.</p>'
        '<p class="examen-trampa">Lo otro.</p></details></div>'
    )
    box = section.find("div")
    assert [(part.tag, part.get("class")) for part in box] == [
        ("p", "admonition-title"), ("p", None), ("div", "solucion"),
    ]  # fmt: skip
    assert [(in_one_line(part), part.get("class")) for part in box[-1]] == [
        ("Eso.", None), ("Lo otro.", "examen-trampa"),
    ]  # fmt: skip
    assert markup.answers == []


@pytest.mark.parametrize(
    ("kind", "title"),
    [("mas-alla", "Más allá del examen Uno"), ("danger", "Peligro Uno"), ("comprueba", "Uno")],
)
def test_a_fold_stands_open_with_its_word_unless_its_heading_has_it(kind, title):
    section, _ = made(f'<details class="{kind}"><summary>Uno</summary><p>Dos</p></details>')
    box = section.find("div")
    assert box.get("class") == f"admonition {kind}"
    assert [in_one_line(part) for part in box] == [title, "Dos"]


def test_a_drawing_stands_on_white_and_is_told_in_words():
    section, markup = made(
        '<figure class="diagrama" id="diagrama-d"><svg viewBox="0 0 9 9"><title>Dos</title><desc>A va a B.</desc>'
        "<rect/></svg><figcaption>Pie</figcaption></figure>"
    )
    drawing = section.find("figure/svg")
    assert [child.tag for child in drawing] == ["title", "desc", "rect", "rect"]
    assert drawing[2].attrib == {"x": "0", "y": "0", "width": "9", "height": "9", "fill": "#fff"}
    (entry,) = markup.descriptions
    assert in_one_line(entry) == "DosA va a B.Volver al diagrama"
    assert section.find("figure/figcaption/a").get("href") == f"diagramas.xhtml#{entry[0].get('id')}"


def test_tables_have_heads_and_boxes():
    section, _ = made(
        "<div class=tabla><table><thead><tr><th>a</thead><tbody><tr><td>b</tbody></table></div>"
    )
    assert section.find("div[@class='tabla']/table/thead/tr/th").get("scope") == "col"


def test_the_kind_of_a_callout_is_a_word():
    section, _ = made('<div class="admonition warning"><p class="admonition-title">Ojo</p><p>Lee.</p></div>')
    assert in_one_line(section.find("div/p")) == "Advertencia Ojo"
