"""Prose of pages made by the build: where the listing goes, settings it names, what is wrong with it."""

from xml.etree import ElementTree as ET

import pytest
from guidekit.model import Corpus
from guidekit.rendering import Rendering
from guidekit.web.made import ListingExtension, Made, lost_marks
from markdown import Markdown

MADE = Made("panes.md", "panes", lambda corpus: ())
SETTINGS = {"earlier": "esta guía", "vendor": "el tiempo"}
GOOD = "# Panes\n\nQué decía {{ earlier }}.\n\n<!-- listado: panes -->\n"


def problems(text):
    return [str(problem) for problem in MADE.check(text, "docs/panes.md", SETTINGS)]


def test_prose_names_settings():
    assert problems(GOOD) == []
    assert "Qué decía esta guía." in MADE.fill(GOOD, SETTINGS)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<!-- listado: panes -->", "", "1: no place for the listing of this page; expected `<!-- listado: panes -->` on a line of its own"),
        ("listado: panes", "listado: pan", "5: unknown listing 'pan'; expected `<!-- listado: panes -->` on a line of its own; did you mean 'panes'?"),
        ("listado: panes", "listado", "5: unknown listing ''; expected `<!-- listado: panes -->` on a line of its own"),
        ("<!-- listado: panes -->", "Aquí: <!-- listado: panes -->", "5: this line has more than the mark of a listing; expected `<!-- listado: panes -->` on a line of its own"),
        ("# Panes\n", "# Panes\n\n<!-- listado: panes -->\n", "7: the listing stands at line 3 already; expected it once"),
        ("{{ earlier }}", "{{ earler }}", "3: unknown setting 'earler'; expected one of earlier, vendor; did you mean 'earlier'?"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_with_its_line(old, new, expected):
    assert problems(GOOD.replace(old, new)) == [f"docs/panes.md:{expected}"]


def test_code_shows_what_authors_write():
    text = GOOD + "\nEscribe `{{ nada }}` y `<!-- listado: x -->`.\n"
    assert problems(text) == []
    assert "`{{ nada }}`" in MADE.fill(text, SETTINGS)


def test_a_mark_elsewhere_is_told():
    found = [str(problem) for problem in lost_marks("Uno.\n\n<!-- listado: panes -->\n", "docs/a.md")]
    assert found == ["docs/a.md:3: no listing goes on this page; expected a page that the build makes"]


def test_the_listing_takes_the_place_of_its_mark():
    def listing(corpus, md):
        item = ET.Element("p")
        item.text = "**Uno**"
        return [item]

    extension = ListingExtension({"panes": listing}, Rendering(Corpus((), (), {}, {})))
    html = Markdown(extensions=[extension]).convert("Antes.\n\n<!-- listado: panes -->\n\nDespués.")
    assert html == "<p>Antes.</p>\n<p><strong>Uno</strong></p>\n<p>Después.</p>"
