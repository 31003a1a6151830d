"""The review sheet: what each topic page says to know by heart, on one page."""

import factories
from guidekit.downloads import page as downloads_page
from guidekit.exam import review_sheet
from guidekit.model import Corpus, Cue, Row
from guidekit.rendering import Rendering
from guidekit.settings import Settings
from guidekit.web.made import ListingExtension
from markdown import Markdown

ROWS = (Row("15", "réplicas admite `una` instancia.", ("abc-001",), 5),)
CUES = (Cue("los informes frenan la base", "réplica de lectura", ("abc-003",), 9),)
KNOWN = factories.topic("replicas", summary=ROWS, cues=CUES)
BARE = factories.topic("copias", number=2)


def listed(*pages, downloads="", link=lambda name: ()):
    settings = Settings()
    settings.load_dict({"downloads": downloads})
    corpus = Corpus(pages, (), {}, {}, settings=settings)

    def listing(corpus, md):
        return review_sheet.listing(corpus, md, link)

    extension = ListingExtension({review_sheet.MADE.name: listing}, Rendering(corpus))
    return Markdown(extensions=[extension]).convert(review_sheet.MADE.mark).replace("\n", "")


def test_a_topic_leads_to_its_page_and_has_its_rows_and_cues_without_marks():
    assert (
        '<div><h2 id="replicas"><a href="replicas.md">Replicas</a></h2>'
        '<dl class="resumen-datos"><dt>15</dt><dd>réplicas admite <code>una</code> instancia.</dd></dl>'
        '<ul class="resumen-pistas"><li>los informes frenan la base → <strong>réplica de lectura</strong></li></ul>'
        "</div>"
    ) in listed(KNOWN)


def test_topics_without_rows_are_left_out_and_without_any_there_is_no_page():
    assert "Copias" not in listed(KNOWN, BARE)
    assert review_sheet.MADE.lists(Corpus((KNOWN, BARE), (), {}, {})) == [KNOWN]
    assert not review_sheet.MADE.lists(Corpus((BARE,), (), {}, {}))


def test_it_leads_to_its_pdf_where_the_guide_has_downloads():
    place = '<div class="descargas-pagina solo-pantalla" data-descargas="hoja guia-repaso.pdf"></div>'
    assert listed(KNOWN, downloads="guia", link=downloads_page.sheet).startswith(place)
    assert "data-descargas" not in listed(KNOWN, link=downloads_page.sheet)
