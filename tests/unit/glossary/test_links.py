"""The first use of a term in the prose of a page links to the glossary."""

import re

import factories
import pytest
from guidekit.glossary.links import GlossaryLinkExtension, normal
from guidekit.model import Corpus, Term
from guidekit.rendering import Rendering
from markdown import Markdown

TERMS = (
    Term("replica", "réplica de lectura", "Copia que se lee.", ("replicas",), english="read replica", abbreviation="RR"),
    Term("lectura", "lectura", "Consulta que no escribe.", ("replicas",)),
    Term("region", "región", "Zona del mundo.", ("otra",)),
    Term("propio", "tema", "Lo de esta página.", ("tema",)),
    Term("comun", "dato", "Palabra de todos.", ("otra",), linked=False),
)  # fmt: skip
PAGE = factories.topic("tema")


def links(text, page=PAGE):
    extension = GlossaryLinkExtension(Rendering(Corpus((), (), {}, {}, TERMS), page))
    html = Markdown(extensions=["admonition", "tables", extension]).convert(text)
    return re.findall(r'<a class="termino" href="glosario\.md#(\w+)">([^<]+)</a>', html)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Una réplica de lectura ayuda.", [("replica", "réplica de lectura")]),
        ("Las Réplicas de lectura ayudan.", [("replica", "Réplicas de lectura")]),
        ("En dos **regiones** distintas.", [("region", "regiones")]),
        ("La RR y la rr.", [("replica", "RR")]),
        ("Primera región.\n\nSegunda región.", [("region", "región")]),
        ("Una réplica de lectura en otra región.", [("replica", "réplica de lectura")]),  # one a paragraph
        ("- una lectura\n- una región", [("lectura", "lectura"), ("region", "región")]),
        ("El tema y el dato.", []),  # explained here; too common
        ("# Región\n\n`región` *región* [región](x.md)", []),
        ("| región |\n|---|\n| región |", []),
        ('!!! note "región"\n\n    región', []),
        ("prerregión y regional", []),
    ],
)
def test_first_uses_in_prose_are_linked(text, found):
    assert links(text) == found


def test_other_pages_are_left_alone():
    assert links("región", None) == []
    assert links("región", factories.page("inicio")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("región", "regiones"), ("Réplica", "réplicas"), ("instancia", "instancias"), ("valor", "valores")],
)
def test_singular_and_plural_are_one(one, other):
    assert normal(one) == normal(other)


def test_abbreviations_and_codes_stay_as_they_are():
    assert [normal(word) for word in ("AZ", "gp3", "IOPS")] == ["AZ", "gp3", "IOPS"]
