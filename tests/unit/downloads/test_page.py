"""The page of downloads as it is built: a section for every download, places for what is not known yet."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from guidekit.downloads import page, registry
from guidekit.web.elements import element, html_of
from markdown import Markdown


def soup(name: str) -> BeautifulSoup:
    text = page.markdown(name).split("---\n", 2)[2]
    return BeautifulSoup(Markdown(extensions=["attr_list"]).convert(text), "html.parser")


def test_every_download_has_its_line_and_its_section_with_a_card():
    built = soup("guia")
    cards = [place["data-descargas"] for place in built.select("[data-descargas^=ficha]")]
    assert cards == [f"ficha guia{item.suffix}" for item in registry.FORMATS]
    lines = [item.a["href"] for item in built.find("ul").find_all("li")]
    by_choice = sorted(registry.FORMATS, key=lambda item: item.choice)
    sections = [re.search(r"\((#[\w-]+)\)", item.words()[0])[1] for item in by_choice]
    assert lines == ["#sin-conexion", *sections]
    assert all(built.find(id=line.removeprefix("#")) for line in lines)
    assert "sha256sum guia.pdf" in built.text
    assert "<!--" not in page.markdown("guia")


def test_a_place_says_what_stands_there_until_it_is_filled():
    assert soup("guia").select_one("[data-descargas^=aviso]").text.startswith("Los archivos se publican")


def test_a_place_can_be_filled_again_and_left_alone():
    text = f"<p>a</p>{html_of(page.place('ficha', 'x.pdf'))}<p>b</p>{html_of(page.place('temas'))}"
    once = page.fill(text, lambda kind, name: [element("b", name)] if kind == "ficha" else None)
    assert BeautifulSoup(once, "html.parser").get_text() == "ax.pdfb"
    assert page.fill(once, lambda kind, name: [] if kind == "ficha" else None) == text
