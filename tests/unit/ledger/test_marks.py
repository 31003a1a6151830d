"""What a page says of its facts: marks, corrections, how fresh they are."""

import re

import factories
import pytest
from guidekit.ledger.marks import FactExtension
from guidekit.ledger.statuses import Mark, Status
from guidekit.model import Citation, Corpus, Fact
from guidekit.rendering import Rendering
from markdown import Markdown

PAGE = factories.topic("a")
SOURCE = Citation("uno", "Una página", "https://example.org/uno", "address", 1)


def fact(number, status, **fields):
    dates = {"checked": f"2026-11-0{number}", "check_by": "2027-05-01"}
    fields = {"before": "Era 5."} | fields if Status.of(status).needs_before else fields
    name = f"abc-00{number}"
    return Fact(name, f"Hoy es {number}.", status, (SOURCE,), **dates, page="a", path="x", line=1, **fields)


def render(text, *facts, page=PAGE):
    corpus = Corpus((PAGE,), (), {}, {}, facts=facts)
    return Markdown(extensions=["admonition", FactExtension(Rendering(corpus, page))]).convert(text)


@pytest.mark.parametrize("status", Status)
def test_a_mark_shows_the_status(status):
    html = render("Uno. [[abc-001]]", fact(1, status.id))
    assert f'data-mark="{status.mark}"' in html
    assert f'aria-label="{status.label}"' in html
    assert 'href="vigencia.md#abc-001"' in html


def test_of_several_facts_the_first_that_changed_shows():
    html = render("Uno. [[abc-001 abc-002]]", fact(1, "vigente"), fact(2, "matizado"))
    assert f'data-mark="{Mark.HALF}"' in html


def test_only_the_first_reference_is_a_place_and_tells_what_is_new():
    html = render("Uno. [[abc-001]] Dos. [[abc-001]]", fact(1, "vigente", feature="Algo"))
    assert html.count('id="hecho-abc-001"') == html.count(">nuevo<") == 1
    assert html.count('class="hecho"') == 2


def test_a_page_made_by_the_build_has_no_marks():
    assert render("Uno. [[abc-001]]", fact(1, "vigente"), page=None) == "<p>Uno.</p>"


def test_a_correction_without_words_has_those_of_the_ledger():
    html = render('!!! vigencia "Ya no"\n\n    [[abc-001]]', fact(1, "corregido", exam="Que sea 5."))
    assert 'id="vigencia-abc-001"' in html
    items = re.findall(r"<li><strong>(.*?)</strong> (.*?)(?:<a.*?)?</li>", html)
    assert items == [
        ("Antes:", "Era 5."), ("Hoy:", "Hoy es 1."), ("Examen:", "Que sea 5."),
    ]  # fmt: skip
    assert "Comprobado el 1 de noviembre de 2026. Fuentes: " in html


def test_a_correction_of_a_fact_that_holds_says_what_holds():
    html = render('!!! vigencia "Sigue"\n\n    [[abc-001]]', fact(1, "vigente"))
    assert re.search(r"<li><strong>Hoy:</strong> Hoy es 1\.<a ", html)
    assert html.count("<li>") == 1


def freshness(html):
    return re.sub("<[^>]*>", "", re.search('<p class="revision".*?</p>', html)[0])


def test_a_page_says_how_fresh_it_is():
    facts = fact(1, "vigente"), fact(2, "matizado"), fact(3, "sin-verificar")
    html = render("# A\n\nUno. [[abc-001 abc-002 abc-003]]", *facts)
    assert freshness(html) == (
        "3 datos comprobados el 1 de noviembre de 2026; 1 con cambios o matices; 1 sin verificar."
    )
