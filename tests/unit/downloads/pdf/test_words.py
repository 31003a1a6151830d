"""Where lines of a PDF may end."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from guidekit.downloads.pdf import words as pdf_words
from guidekit.model import Term

TERM = Term(id="x", term="Secrets Manager", english="", definition="x", pages=("a",))


def written(body: ET.Element) -> str:
    return ET.tostring(body, encoding="unicode").replace(' class="nombre"', "").replace("span", "s")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("usa PostgreSQL o MySQL.", "usa <s>PostgreSQL</s> o <s>MySQL</s>."),
        ("con FILESTREAM y RDS.", "con <s>FILESTREAM</s> y RDS."),
        ("en Secrets Manager va.", "en <s>Secrets</s> <s>Manager</s> va."),
        ("de 60-120 en us-east-1.", "de <J>60-120</s> en <J>us-east-1</s>."),
        ("un <b>clúster</b> Multi-AZ va.", "un <b>clúster</b> <J>Multi-AZ</s> va."),
        ("copia la instantánea.", "copia la <s>instantánea</s>."),
        ("copia la <b>instantánea</b>.", "copia la <b>instantánea</b>."),
        ("<a>PostgreSQL</a> <code>MySQL</code> va.", "<a>PostgreSQL</a> <code>MySQL</code> va."),
    ],
)
def test_names_and_last_words_stay_whole(text, kept):
    body = ET.fromstring(f"<body><p>{text}</p></body>")
    pdf_words.keep([body], [TERM])
    made = written(body).replace('<s class="nombre junto">', "<J>")
    assert made == f"<body><p>{kept}</p></body>"
    assert "".join(body.itertext()) == "".join(ET.fromstring(f"<p>{text}</p>").itertext())


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("va <strong>uno</strong> y <em>dos</em>", "va<strong> uno</strong> y<em> dos</em>"),
        ("va <a>uno</a>", "va<s> </s><a>uno</a>"),
        ("<em>a</em> <em>b</em>", "<em>a</em> <em>b</em>"),
        ("va<em>b</em>", "va<em>b</em>"),
    ],
)
def test_no_text_ends_with_a_space_before_an_inline_element(text, loose):
    body = ET.fromstring(f"<p>{text}</p>")
    pdf_words.loosen(body)
    assert written(body) == f"<p>{loose}</p>"
