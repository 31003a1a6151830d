"""What the EPUB says, against the site: every text, drawing, answer, mark and exam point is there."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from guidekit.web.callouts import CALLOUTS

SCREEN_ONLY = (
    ".headerlink, .examen-pie, .diagrama-acciones, .diagrama-texto, .filtro, .filtro-vacio, .avance, .letras, "
    ".md-content__button, script, style, summary, .hecho, .marca, .descargas-pagina, .solo-pantalla, title, desc"
)
EPUB_ONLY = ".hecho, .marca, .warning .tipo, .note .tipo, style, title, desc"
BLOCKS = "p, li, td, th, dt, dd, h1, h2, h3, h4, figcaption, pre, text"
MADE = {"indice-de-examen"}  # its points stand in their chapters


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_every_text_of_the_site_is_there(guide, published, printed):
    texts = {}
    for name, page in guide.pages.items():
        copy = BeautifulSoup(str(page), "html.parser")
        for tag in copy.select(EPUB_ONLY):
            tag.decompose()
        texts[name] = squeezed(copy.get_text())
    lost, seen = [], 0
    for slug in [page.removesuffix(".md") for page in printed]:
        file = published / ("index.html" if slug == "index" else f"{slug}/index.html")
        article = BeautifulSoup(file.read_text("utf-8"), "html.parser").select_one("article")
        for tag in article.select(SCREEN_ONLY):
            tag.decompose()
        own = "".join(texts[n] for n in texts if n.startswith(guide.chapter(slug).removesuffix(".xhtml")))
        for block in article.select(BLOCKS if slug not in MADE else "h1"):
            text = squeezed(block.get_text())
            seen += 1
            if slug == "index" and block.name == "h1":
                continue  # the book's own title
            if text not in own + texts["respuestas.xhtml"] and block.select_one(".examen-respuesta") is None:
                lost.append(f"{slug}: {block.get_text()[:80]}")
    assert lost == []
    assert seen > 4000


def test_every_drawing_is_there_with_its_words(guide, published, printed):
    described = guide.pages["diagramas.xhtml"]
    count = 0
    for slug in [page.removesuffix(".md") for page in printed]:
        file = published / ("index.html" if slug == "index" else f"{slug}/index.html")
        wanted = BeautifulSoup(file.read_text("utf-8"), "html.parser").select(".diagrama > svg")
        figures = guide.pages[guide.chapter(slug)].select(".diagrama")
        assert len(figures) == len(wanted)
        for figure, drawing in zip(figures, wanted, strict=True):
            svg = figure.svg
            assert svg["role"] == "img"
            assert svg.find(id=svg["aria-labelledby"]).text == drawing.title.text != ""
            assert svg.find(id=svg["aria-describedby"]).text == drawing.desc.text != ""
            assert [t.text for t in svg.select("text")] == [t.text for t in drawing.select("text")]
            file, _, anchor = figure.figcaption.a["href"].partition("#")
            entry = described.find(id=anchor).parent
            assert (file, entry.p.text) == ("diagramas.xhtml", drawing.desc.text)
            back = entry.select_one(".volver a")["href"]
            assert back == f"{guide.chapter(slug)}#{figure['id']}"
            count += 1
    assert count >= 40
    assert count == len(described.select(".volver"))


def test_no_drawing_needs_what_readers_lack_and_each_says_what_it_is(guide):
    for name, page in guide.pages.items():
        for svg in page.select("svg"):
            hidden = svg.get("aria-hidden") == "true" or svg.find_parent(attrs={"aria-hidden": "true"})
            assert hidden or svg.title.text, name
            assert "var(" not in str(svg), name
            assert not svg.select("script, foreignobject, image"), name
        assert not page.select("script, details, form, input, button, iframe, img:not([alt])"), name
    assert guide.soup("portada.xhtml").title.text == "Portada"
    assert b"background" not in re.sub(rb"/\*.*?\*/", b"", guide.files["EPUB/style.css"], flags=re.S)


def test_signs_are_drawn_because_fonts_of_readers_lack_them(guide):
    assert {name for name, page in guide.pages.items() if re.search("[✅❌⚠☐]", page.get_text())} == set()
    marks = [mark for page in guide.pages.values() for mark in page.select(".marca")]
    assert len(marks) > 100
    assert [mark for mark in marks if mark.svg is None or mark.get("aria-hidden") != "true"] == []


def test_answers_are_at_the_end_and_linked_both_ways(guide, published, printed):
    answers = guide.pages["respuestas.xhtml"]
    count = 0
    for slug in [page.removesuffix(".md") for page in printed if page.removesuffix(".md") not in MADE]:
        name = guide.chapter(slug)
        for question in guide.pages[name].select(".escenario"):
            count += 1
            file, _, anchor = question.select_one(".examen-respuesta a")["href"].partition("#")
            assert file == "respuestas.xhtml"
            answer = answers.find(id=anchor).parent
            assert answer.select_one(".volver a")["href"] == f"{name}#{question['id']}"
            assert answer.strong.text.startswith("Respuesta")
            assert answer.h3.text in question.text
            assert squeezed(answer.find_all("p")[0].text) not in squeezed(guide.pages[name].text)
    assert count == len(answers.select(".respuesta")) >= 10


def test_every_mark_of_a_fact_leads_to_its_entry_and_the_entry_back(guide):
    entries = {
        f"{name}#{item['id']}": item
        for name, page in guide.pages.items()
        for item in page.select(".entradas > li")
    }
    marks = [mark for page in guide.pages.values() for mark in page.select("a.hecho")]
    assert len(entries) > 500
    assert len(marks) > 1000
    for mark in marks:
        assert mark["href"] in entries
        assert mark["aria-label"]
        assert mark.sup.text == ({"open": "○", "full": "●", "half": "●", "unknown": "?"}[mark["data-mark"]])
    for item in entries.values():
        file, _, anchor = item.select_one(".entrada-nota a")["href"].partition("#")
        assert guide.pages[file].find(id=anchor), item["id"]


def test_every_exam_point_is_in_the_index(guide):
    links = [a["href"] for a in guide.pages[guide.chapter("indice-de-examen")].select("li a")]
    points = [
        f"{name}#{box['id']}"
        for name, page in guide.pages.items()
        for box in page.select(".admonition.examen")
    ]
    assert sorted(links) == sorted(points)


def test_a_callout_names_its_kind_in_words(guide):
    for name, page in guide.pages.items():
        for box in page.select(".admonition:not(.comprueba)"):  # those stand under a heading that says it
            label = box.select_one(".admonition-title > span")
            assert label, f"{name}: {box.text[:60]}"
            assert label.text in {"Escenario", *CALLOUTS.values()}
