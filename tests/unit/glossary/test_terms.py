import factories
import pytest
from guidekit.glossary import page
from guidekit.glossary import terms as glossary
from guidekit.model import Corpus
from guidekit.rendering import Rendering
from guidekit.web.made import ListingExtension
from guidekit.web.text import fold
from markdown import Markdown

PAGES = [factories.page("replicas", "Réplicas")]
GOOD = """\
- id: zona
  term: zona
  definition: Una parte de una región, separada de las demás.
  pages: [replicas]
- id: conmutacion
  term: conmutación por error
  english: failover
  abbreviation: CPE
  definition: El paso a la instancia en espera cuando falla la principal.
  pages: [replicas]
  synonyms: [conmutar]
  misspellings: [feilover]
"""


def read(text):
    terms, problems = glossary.read(text.encode(), "g.yml", PAGES)
    return terms, [str(problem) for problem in problems]


def test_terms_are_read_and_sorted():
    terms, problems = read(GOOD)
    assert problems == []
    assert [term.id for term in terms] == ["conmutacion", "zona"]
    assert terms[0].synonyms == ("conmutar",)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: conmutacion", "id: zona", "g.yml:5: id 'zona' is already used; expected an id of its own"),
        (
            "pages: [replicas]\n- id",
            "pages: [replica]\n- id",
            "g.yml:4: no page 'replica'; expected the name of a page without .md; did you mean 'replicas'?",
        ),
        (
            "[conmutar]",
            "[ZONA]",
            "g.yml:11: 'ZONA' already belongs to the term 'zona'; expected each word in one term",
        ),
        ("english:", "englsh:", "g.yml:7: unknown key 'englsh'; expected one of id, term, english,"),
        ("  term: zona\n", "", "g.yml:1: key 'term' is missing; expected the term of the style sheet"),
        (
            "Una parte de una región, separada de las demás.",
            "Corta.",
            "g.yml:3: definition: 'Corta.' is not accepted;",
        ),
    ],
)
def test_each_mistake_is_told_with_its_line(old, new, expected):
    assert old in GOOD
    _, problems = read(GOOD.replace(old, new, 1))
    assert any(problem.startswith(expected) for problem in problems), problems


@pytest.mark.parametrize(
    ("word", "folded"), [("Conmutación", "conmutacion"), ("AÑO", "año"), ("ñandú", "ñandu"), ("C++", "c++")]
)
def test_words_fold_as_readers_type_them(word, folded):
    assert fold(word) == folded


def shown(text):
    terms, problems = read(text)
    assert problems == []
    rendering = Rendering(Corpus(tuple(PAGES), (), {}, {}, terms))
    listing = ListingExtension({page.MADE.name: page.listing}, rendering)
    return Markdown(extensions=[listing]).convert(page.MADE.mark)


def test_the_page_lists_letters_terms_and_links():
    html = shown(GOOD.replace("term: zona", "term: zona_x_y"))
    assert '<h2 id="letra-c">C</h2>' in html
    assert '<dt id="conmutacion">conmutación por error (<em>failover</em>, CPE)</dt>' in html
    assert '<dt id="zona">zona_x_y</dt>' in html
    assert '<a href="replicas.md">Réplicas</a>' in html
    assert 'data-claves="conmutar, feilover"' in html
    assert [t for t in ("#letra-c", "#letra-z") if f'href="{t}"' not in html] == []


def test_a_glossary_begins_with_its_essential_terms_if_some_are():
    assert "data-resto" not in shown(GOOD)
    assert "data-vista" not in shown(GOOD)
    html = shown(GOOD.replace("pages: [replicas]", "pages: [replicas]\n  essential: true", 1))
    assert "Esenciales" in html
    assert html.count("data-resto") == 1
    assert html.index("data-resto") < html.index('id="conmutacion"') < html.index('id="zona"')
