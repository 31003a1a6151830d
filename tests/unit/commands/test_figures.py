"""A page, a row of its summary and a definition state no figure that the ledger does not, each told by its line."""

import pytest
from factories import TOPIC
from guidekit.commands import figures

FACT = """\
- id: abc-001
  statement: Caben hasta 15 en Roma, de la versión 8.4 en adelante.
  status: actualizado
  before: Cabían 5.
  sources: [uno]
  checked: 2026-11-01
  check_by: 2027-05-01
"""
SOURCES = "- id: uno\n  title: Uno\n  url: https://example.org/uno\n  read: address\n"
SUMMARY = """\
summary:
""" + "".join(
    f'  - figure: "{n}"\n    says: caben hasta ahora\n    facts: [abc-001]\n' for n in (15, "8.4", 15, 15, 15)
)
PAGE = "Caben 15 en Roma, no 5, desde la 8.4. [[abc-001]]\n"


@pytest.fixture
def docs(tmp_path):
    """Return a function that writes a guide of one topic and checks its figures."""

    def check(body=PAGE, summary=SUMMARY, **data):
        folder = tmp_path / "docs"
        (folder / "_data/facts").mkdir(parents=True)
        files = {"facts/a": FACT, "sources": SOURCES, **data}
        for name, text in files.items():
            (folder / f"_data/{name}.yml").write_text(text, "utf-8")
        (folder / "a.md").write_text(TOPIC.replace("topic:", f"{summary}topic:", 1) + body, "utf-8")
        return [str(problem) for problem in figures.check(folder)]

    return check


def term(definition, facts=""):
    return f"- id: uno\n  term: uno\n  definition: {definition}\n{facts}  pages: [a]\n"


def test_what_agrees_is_right(docs):
    assert docs(glossary=term("Hasta 15 por cada uno.", "  facts: [abc-001]\n")) == []


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"body": PAGE.replace("Caben 15", "Caben 16 de 15")}, "docs/a.md:24: figures the ledger does not state: 16; expected abc-001 (15, 8.4; a)"),
        ({"body": PAGE.replace("8.4", "8.4 y 8.0")}, "docs/a.md:24: figures the ledger does not state: 8.0; expected abc-001 (15, 8.4; a)"),
        ({"body": PAGE.replace(" 15", ""), "summary": ""}, "docs/_data/facts/a.yml:1: 'abc-001' states what its page does not: 15; expected each of its figures and names in docs/a.md"),
        ({"body": PAGE.replace("Roma", "París")}, "docs/_data/facts/a.yml:1: 'abc-001' states what its page does not: Roma; expected each of its figures and names in docs/a.md"),
        ({"summary": SUMMARY.replace("15", "5", 1)}, "docs/a.md:3: figures the ledger does not state: 5; expected abc-001 (15, 8.4; a)"),
        ({"glossary": term("Hasta 5 por cada uno.", "  facts: [abc-001]\n")}, "docs/_data/glossary.yml:3: figures the ledger does not state: 5; expected abc-001 (15, 8.4; a)"),
        ({"glossary": term("Hasta 15 por cada uno.")}, "docs/_data/glossary.yml:3: the definition of 'uno' states 15 without a fact; expected `facts: [abc-001]`, ids of docs/_data/facts/ that state it"),
        ({"glossary": term("Hasta 15 por cada uno.", "  facts: [abc-002]\n")}, "docs/_data/glossary.yml:4: unknown fact 'abc-002'; expected an id of docs/_data/facts/; did you mean 'abc-001'?"),
    ],
)  # fmt: skip
def test_what_differs_is_told_with_its_line(docs, given, message):
    assert docs(**given) == [message]


def test_worked_examples_and_names_a_page_need_not_have_are_data(docs):
    rules = "terms: [{term: a}]\nfigures:\n  examples: [Por ejemplo]\n  unnamed: [Roma]\n"
    body = f"{PAGE.replace('Roma', 'París')}\nPor ejemplo, 3 y 4 suman 7. [[abc-001]]\n"
    assert docs(body, style=rules) == []


def test_what_cannot_be_read_is_left_to_the_build(docs):
    assert docs(f"{PAGE}\nDe 99. [[abc-999]]\n", glossary="- id: 3\n", style="nada\n") == []


def test_the_command_reports_and_fails(docs, tmp_path, capsys):
    docs(PAGE.replace("Caben 15", "Caben 16 de 15"))
    assert figures.main(["--docs", str(tmp_path / "docs")]) == 1
    assert "docs/a.md:24: figures" in capsys.readouterr().err
