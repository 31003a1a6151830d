"""Avoided words are told with their lines, all in one run, and only where readers read them as ours."""

import pytest
import yaml
from guidekit.commands import style
from guidekit.sources import phrases
from subject import GUIDE
from support import FRONT, ROOT

SHEET = """\
terms:
  - term: instancia principal
    english: primary
    avoid: [master, maestro]
    unless: [usuario maestro]
  - term: instancia de escritura
    avoid: [master]
  - term: recuperación a un momento dado
    avoid: [restauración puntual]
  - term: función de Lambda
    avoid: [lambda]
    unless: [Lambda]
  - term: región
    avoid: [la Región]
  - term: USD 0,26
    avoid: ['# USD']
  - term: instancia única
    avoid: [instancia sola]
    pages: [b]
never: [simplemente]
once: [Uno (v2)]
openings:
  words: [Mira, Compara]
  unless: [fila, columna]
bilingual:
  - {spanish: [punto de conexión], english: endpoint}
  - {spanish: [punto de conexión de lectura], english: reader endpoint}
mentions:
  names: [guía de mayo, esa guía]
  once: [index]
"""


@pytest.fixture
def docs(tmp_path):
    """Return a function that writes a site with SHEET and one page, and checks it."""

    def check(body="", sheet=SHEET, data=None):
        folder = tmp_path / "docs"
        (folder / "_data/facts").mkdir(parents=True)
        (folder / "_data/style.yml").write_text(sheet, "utf-8")
        (folder / "a.md").write_text(FRONT + body, "utf-8")
        for name, text in (data or {}).items():
            (folder / name).write_text(text, "utf-8")
        return [str(problem) for problem in sorted(style.check(folder))]

    return check


FLAGGED = {
    "a word": ("Un master.", "5: 'master' is avoided; expected 'instancia principal' or 'instancia de escritura'"),
    "the plural": ("Dos maestros.", "5: 'maestros' is avoided; expected 'instancia principal'"),
    "a sentence begins with it": ("Maestro y copia.", "5: 'Maestro' is avoided; expected 'instancia principal'"),
    "over the end of a line": ("Hay\nrestauración\npuntual.", "6: 'restauración puntual' is avoided; expected 'recuperación a un momento dado'"),
    "in bold": ("Hay **restauración** puntual.", "5: 'restauración puntual' is avoided; expected 'recuperación a un momento dado'"),
    "a capital letter": ("En la Región de Irlanda.", "5: 'la Región' is avoided; expected 'región'"),
    "filler": ("Es, simplemente, así.", "5: 'simplemente' is avoided; expected the sentence without it"),
    "the title of an exam point": ('!!! examen "El maestro" { #uno }\n\n    Texto.', "5: 'maestro' is avoided; expected 'instancia principal'"),
    "the text of a link": ("[El maestro](x.md)", "5: 'maestro' is avoided; expected 'instancia principal'"),
    "a label": ('```mermaid\n---\nid: x\ncaption: Uno.\n---\nflowchart TB\n  a("El<br>maestro"):::app\n```', "11: 'maestro' is avoided; expected 'instancia principal'"),
    "a number": ("Cuesta 1 200,50 USD.", "5: '1 200,50 USD' is avoided; expected 'USD 0,26'"),
    "the second time": ("Uno (v2), y otra vez\nUno (v2).", "6: 'Uno (v2)' once more; expected it at first use only"),
    "an opening that shows nothing": ("Va así. Mira\nla tabla.\n\n| a | b |\n|---|---|\n| c | d |\n", "5: 'Mira' before a table; expected the fila, columna that decides, or no such sentence"),
    "in bold before a table": ("\n**Compara** todo:\n\n| a | b |\n|---|---|\n", "6: 'Compara' before a table; expected the fila, columna that decides, or no such sentence"),
    "an edition readers never saw": ("Como decía esa guía.", "5: 'esa guía' outside the ledger; expected what holds today, or where readers meet the old figure"),
    "an edition in a quotation": ("Como decía «la guía de mayo».", "5: 'guía de mayo' outside the ledger; expected what holds today, or where readers meet the old figure"),
    "a term of the exam": ('!!! examen "El punto de conexión" { #endpoint claves="endpoint" }\n\n    Texto.\n\n    Más.\n\nUn *endpoint*.', "5: an exam point with 'punto de conexión' and without its English; expected (*endpoint*) once in the point"),
    "a longer term of the exam": ('!!! examen "Uno" { #uno }\n\n    Dos.\n\n    Los puntos de conexión\n    de lectura (*endpoint*).', "9: an exam point with 'puntos de conexión de lectura' and without its English; expected (*reader endpoint*) once in the point"),
    "a point as a paragraph": ("**🎯 Punto de examen:** Uno\ncon su punto de conexión.\n\nUn *endpoint*.", "6: an exam point with 'punto de conexión' and without its English; expected (*endpoint*) once in the point"),
    "a caption": ("```mermaid\n---\nid: x\ncaption: El maestro manda.\n---\nflowchart TB\n```", "8: 'maestro' is avoided; expected 'instancia principal'"),
}  # fmt: skip


@pytest.mark.parametrize("case", FLAGGED)
def test_an_avoided_word_is_told_with_its_line(docs, case):
    body, message = FLAGGED[case]
    assert docs(body) == [f"docs/a.md:{message}"]


LEFT_ALONE = {
    "code": "Usa `master`.\n\n```bash\nmaster\n```\n",
    "a longer fence": "````markdown\n```\nmaster\n```\n````\n",
    "an address": "[Ver](https://example.org/master) y [otra](master.md).",
    "a quotation": "Decía «master», y también «el\nmaster».",
    "italics": "La instancia principal (*master*).",
    "an exception": "El usuario maestro, y los **usuario maestro** de antes.",
    "a product": "AWS Lambda.",
    "part of a word": "Es multi-master y maestría.",
    "attributes": '!!! examen "Uno" { #master claves="master, maestro" }\n\n    Texto.\n\n    { claves="maestro" }\n',
    "ids of a drawing": '```mermaid\n---\nid: master\ncaption: Una sola.\n---\nflowchart TB\n  master("Una"):::app\n  master --> master\n```\n',
    "two paragraphs": "Una restauración\n\npuntual.",
    "another page": "Una instancia sola.",
    "once": "Uno (v2).",
    "an opening that shows the column": "Mira la última columna.\n\n| a | b |\n|---|---|\n",
    "an opening before no table": "Mira esto.\n\nLa tabla:\n\n| a | b |\n|---|---|\n",
    "in the middle of a sentence": "Todo el que Mira:\n\n| a | b |\n|---|---|\n",
    "a term with its English": '!!! examen "El punto de conexión" { #uno }\n\n    Un *endpoint*.\n',
    "English on the card": '!!! examen "El punto de conexión" { #uno ingles="reader endpoint" }\n\n    De lectura.\n',
    "a term outside exam points": "Un punto de conexión.",
    "another guide": "Sigue la guía de usuario, esta guía.",
    "what was taken out between": "Una restauración `x` puntual.",
}  # fmt: skip


@pytest.mark.parametrize("case", LEFT_ALONE)
def test_what_is_no_prose_of_ours_is_left_alone(docs, case):
    assert docs(LEFT_ALONE[case]) == []


def test_the_data_is_read_and_all_comes_in_one_run(docs):
    fact = (
        "- id: abc-001\n  statement: >-\n    Uno y\n    el maestro.\n  status: vigente\n  sources: [master]\n"
    )
    term = "- id: master\n  term: maestro\n  english: master\n  definition: Un master.\n  pages: [master]\n  synonyms:\n    - master\n"
    data = {
        "_data/facts/a.yml": fact,
        "_data/glossary.yml": term,
        "_notas.md": "master",
        "_data/nota.md": "master",
    }
    assert [line.split(";")[0] for line in docs("El maestro.\n", data=data)] == [
        "docs/_data/facts/a.yml:4: 'maestro' is avoided",
        "docs/_data/glossary.yml:2: 'maestro' is avoided",
        "docs/_data/glossary.yml:4: 'master' is avoided",
        "docs/a.md:5: 'maestro' is avoided",
    ]


def test_a_rule_for_some_pages_holds_there_and_in_their_facts(docs):
    text = "- id: abc-001\n  statement: Una instancia sola.\n"
    data = {"b.md": "Una instancia sola.", "_data/facts/a.yml": text, "_data/facts/b.yml": text}
    assert [line.split(":")[0] for line in docs("Una instancia sola.", data=data)] == [
        "docs/_data/facts/b.yml",
        "docs/b.md",
    ]


def test_an_earlier_edition_stands_in_what_the_ledger_says_it_said_and_once_on_some_pages(docs):
    fact = "- id: abc-001\n  statement: Lo de esa guía.\n  before: Lo dijo esa guía.\n"
    data = {"_data/facts/a.yml": fact, "index.md": "Sale de la guía de mayo.\n\nY de esa guía."}
    assert [line.split(" outside")[0] for line in docs(data=data)] == [
        "docs/_data/facts/a.yml:2: 'esa guía'",
        "docs/index.md:3: 'esa guía'",
    ]


def test_the_list_of_this_guide_knows_what_its_earlier_edition_is_called():
    names = yaml.safe_load((ROOT / "docs/_data/style.yml").read_text("utf-8"))["mentions"]["names"]
    assert any(True for name in names for _ in phrases.find(f"Lo dice {GUIDE['earlier']}.", name))


def test_a_mistake_in_the_list_is_told(docs):
    (problem,) = docs("El maestro.", SHEET.replace("english", "inglés", 1))
    assert problem.startswith("docs/_data/style.yml:3: unknown key 'inglés'; expected one of term, english,")


def test_a_page_that_is_not_utf8_is_told(docs, tmp_path):
    docs()
    (tmp_path / "docs/b.md").write_bytes("años".encode("latin-1"))
    (problem,) = style.check(tmp_path / "docs")
    assert str(problem).startswith("docs/b.md:1: byte 0xF1 is not UTF-8")


def test_the_command_reports_and_fails(docs, tmp_path, capsys):
    docs("El maestro.\n\nSimplemente.\n")
    assert style.main(["--docs", str(tmp_path / "docs")]) == 1
    told = capsys.readouterr().err
    assert "2 problems" in told
    assert "docs/a.md:5:" in told
    assert "docs/a.md:7:" in told
