"""Golden cases: Markdown in, HTML out."""

import pytest
from bs4 import BeautifulSoup
from guidekit.model import Corpus
from guidekit.rendering import Rendering
from guidekit.settings import Settings
from guidekit.web.typography import ProseExtension
from markdown import Markdown

N = "\u00a0"


SUBJECT = Settings()
SUBJECT.load_dict({"units": ["hornadas", "g/l"], "leads": ["pH"]})


def html(text, settings=None):
    rendering = Rendering(Corpus((), (), {}, {}, settings=settings or Settings()))
    return Markdown(extensions=["tables", "fenced_code", ProseExtension(rendering)]).convert(text)


def mark(sign):
    return f'<span aria-hidden="true" class="marca">{sign}</span>'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("64 000 ms", f"<p>64{N}000{N}ms</p>"),
        ("1 256 000", f"<p>1{N}256{N}000</p>"),
        ("10 % libre", f"<p>10{N}% libre</p>"),
        ("≤ 10 %", f"<p>≤{N}10{N}%</p>"),
        ("500 MiB/s y 20 GiB", f"<p>500{N}MiB/s y 20{N}GiB</p>"),
        ("60-120 segundos", f"<p>60-120{N}segundos</p>"),
        ("de **3000** a 5 minutos", f"<p>de <strong>3000</strong> a 5{N}minutos</p>"),
        ("en 2026 0001", "<p>en 2026 0001</p>"),
        ("5 réplicas", "<p>5 réplicas</p>"),
        ("`64 000 ms`", "<p><code>64 000 ms</code></p>"),
        ("Queda <!-- nota --> esto", "<p>Queda <!-- nota --> esto</p>"),
        ("a ✅ b", f"<p>a {mark('✅')} b</p>"),
        ("❌ No", f"<p>{mark('❌')} No</p>"),
        ("**⚠️ Ojo** ya", f"<p><strong>{mark('⚠️')} Ojo</strong> ya</p>"),
        ("`✅`", "<p><code>✅</code></p>"),
    ],
)
def test_a_line_becomes(source, expected):
    assert html(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("3 hornadas", f"<p>3{N}hornadas</p>"),
        ("12 g/l", f"<p>12{N}g/l</p>"),
        ("pH 5", f"<p>pH{N}5</p>"),
        ("3 hornadasx", "<p>3 hornadasx</p>"),
    ],
)
def test_a_guide_names_units_of_its_own(source, expected):
    assert html(source, SUBJECT) == expected
    assert N not in html(source)


def test_text_between_children_keeps_its_place():
    expected = f"<p>uno <strong>dos</strong> {mark('✅')} tres <em>cuatro</em> 5{N}% fin</p>"
    assert html("uno **dos** ✅ tres *cuatro* 5 % fin") == expected


def test_a_table_scrolls_by_itself_and_says_what_it_is():
    result = html("| A b | C |\n|---|---|\n| 1 | 2 |\n\nfin")
    (box,) = BeautifulSoup(result, "html.parser").select("div.tabla")
    assert (box["tabindex"], box["role"], box["aria-label"]) == ("0", "region", "Tabla: A b, C")
    assert result.count("<table>") == 1
    assert result.rstrip().endswith("<p>fin</p>")


def test_code_keeps_every_character():
    assert "64 000" in html("```\n64 000\n```")


def test_tables_with_the_same_headers_have_names_of_their_own():
    table = "| A | B |\n|---|---|\n| 1 | 2 |\n\n"
    soup = BeautifulSoup(html(f"{table}x\n\n{table}"), "html.parser")
    assert [box["aria-label"] for box in soup.select("div.tabla")] == ["Tabla: A, B", "Tabla: A, B (2)"]
