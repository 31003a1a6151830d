"""Where lines of a PDF may end."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from guidekit.downloads.pdf import words as pdf_words
from guidekit.model import Term

TERM = Term(id="x", term="Secrets Manager", english="", definition="x", pages=("a",))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("una conmutación rápida va.", "una <h>conmutación</h> rápida va."),
        ("unas instantáneas automáticas van.", "unas <h>instantáneas automáticas</h> van."),
        ("usa PostgreSQL o FILESTREAM.", "usa PostgreSQL o FILESTREAM."),
        ("en Secrets Manager va.", "en Secrets Manager va."),
        ("de 60-120 en us-east-1.", "de <j>60-120</j> en <j>us-east-1</j>."),
        (
            "un <strong>clúster</strong> Multi-AZ va.",
            "un <strong><h>clúster</h></strong> <j>Multi-AZ</j> va.",
        ),
        ("copia la instantánea.", "copia la instantánea."),
        (
            "la <strong>réplicas</strong> instantánea<mark/>",
            "la <strong><h>réplicas</h></strong> instantánea<mark />",
        ),
        (
            "<outside>Documentación</outside> <em>otherwise</em> va.",
            "<outside>Documentación</outside> <em>otherwise</em> va.",
        ),
    ],
)
def test_long_words_may_be_divided_but_not_names_and_last_ones(text, marked):
    body = ET.fromstring(f"<chapter><p>{text}</p></chapter>")
    pdf_words.mark([body], [TERM])
    made = ET.tostring(body, encoding="unicode").replace("hyphenated>", "h>").replace("joined>", "j>")
    assert made == f"<chapter><p>{marked}</p></chapter>"
    assert "".join(body.itertext()) == "".join(ET.fromstring(f"<p>{text}</p>").itertext())


def test_what_is_small_or_english_keeps_its_words_whole():
    body = ET.fromstring(
        '<chapter><p role="revision">comprobados ayer</p><p lang="en">something new</p></chapter>'
    )
    pdf_words.mark([body], [])
    assert [len(paragraph) for paragraph in body] == [0, 0]


def test_what_a_row_is_about_keeps_its_words_whole():
    body = ET.fromstring(
        "<table><tr><td>Sistema operativo aquí</td><td>unas copias rápidas aquí</td></tr></table>"
    )
    pdf_words.mark([body], [])
    assert [len(cell) for cell in body[0]] == [0, 1]
