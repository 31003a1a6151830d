"""The place of the link to the PDF of a topic, below what opens its page."""

import factories
import pytest
from guidekit.downloads.topic_link import TopicLinkExtension
from guidekit.ledger.marks import FactExtension
from guidekit.model import Corpus, Fact
from guidekit.rendering import Rendering
from guidekit.settings import Settings
from markdown import Markdown

TOPIC, OTHER = factories.topic("a"), factories.page("b")
PLACE = '<div class="descargas-pagina solo-pantalla" data-descargas="pagina a.pdf"></div>'


FACT = Fact("abc-001", "Uno.", "vigente", (), "2026-11-01", "2027-05-01", "a", "x", 1)


def render(text, page=TOPIC, downloads="guia", facts=()):
    settings = Settings()
    settings.load_dict({"downloads": downloads})
    rendering = Rendering(Corpus((TOPIC, OTHER), (), {}, {}, facts=facts, settings=settings), page)
    extensions = [TopicLinkExtension(rendering), FactExtension(rendering)]
    return Markdown(extensions=extensions).convert(text).split("\n")


def test_it_comes_after_the_title_and_what_belongs_to_it():
    assert render("# A\n\nUno.") == ["<h1>A</h1>", PLACE, "<p>Uno.</p>"]
    _, fresh, *rest = render("# A\n\nUno.", facts=(FACT,))
    assert "1 dato" in fresh
    assert rest == [PLACE, "<p>Uno.</p>"]


@pytest.mark.parametrize(("page", "downloads"), [(OTHER, "guia"), (None, "guia"), (TOPIC, "")])
def test_other_pages_and_guides_without_downloads_have_none(page, downloads):
    assert render("# A\n\nUno.", page, downloads) == ["<h1>A</h1>", "<p>Uno.</p>"]


def test_a_page_without_a_title_has_none():
    assert render("Uno.") == ["<p>Uno.</p>"]
