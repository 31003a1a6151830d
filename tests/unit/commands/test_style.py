"""Avoided words are told with their lines, all in one run, and only where readers read them as ours."""

import pytest
from guidekit.commands import style
from support import FRONT

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
never: [simplemente]
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


def test_a_mistake_in_the_list_is_told(docs):
    (problem,) = docs("El maestro.", SHEET.replace("english", "inglés"))
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
