"""What authors may get wrong, one small guide per mistake: one clear line, and all of them in one run."""

import pytest
from factories import FRONT, PAGE, POINT, TOPIC, UNDRAWN, front, part_front, topic_front
from support import EXAM

SOURCES = "- {id: uno, title: Una página, url: https://example.org/uno, read: address}\n"
FACT = """\
- id: abc-001
  statement: Una réplica admite hasta 15 copias de lectura.
  status: vigente
  sources: [uno]
  checked: 2026-11-01
  check_by: 2027-05-01
"""

CUE = "{see: Uno, answer: dos, facts: [abc-009]}"

CASES = {
    "no front matter": ({"a.md": "# Hola\n"}, "docs/a.md:1: no front matter; expected"),
    "front matter left open": ({"a.md": "---\ntitle: x\n# Hola\n"}, "docs/a.md:1: front matter is not closed;"),
    "invalid YAML": ({"a.md": "---\ntitle: [x\n---\n# Hola\n"}, "docs/a.md:2: not valid YAML:"),
    "latin-1": ({"a.md": (FRONT + "# Año\n").encode("latin-1")}, "docs/a.md:3: byte 0xE1 is not UTF-8;"),
    "unknown key": (
        {"a.md": FRONT.replace("title", "titel")},
        "docs/a.md:2: unknown key 'titel'; expected one of title, description, icon, topic, part_of, exam_domains, "
        "summary, cues; did you mean 'title'?",
    ),
    "missing key": ({"a.md": "---\ntitle: Uno\n---\n# Uno\n"}, "docs/a.md:2: key 'description' is missing;"),
    "short description": (
        {"a.md": front("Uno").replace("descripción de longitud suficiente.", "").replace("Una página", "x")},
        "docs/a.md:3: description: 'x de prueba con una' is not accepted; expected one sentence of 50 to 160 characters",
    ),
    "unknown icon": (
        {"a.md": topic_front(icon="material/databse") + "# Uno\n"},
        "docs/a.md:3: unknown icon 'material/databse'; expected an icon of the theme; did you mean 'material/database'?",
    ),
    "unknown domain": (
        {"a.md": topic_front(exam_domains="[costes]") + "# Uno\n"},
        "docs/a.md:4: unknown exam domain 'costes'; expected one of seguras, resilientes, rendimiento, costos "
        "(docs/_data/exam.yml); did you mean 'costos'?",
    ),
    "topic without domains": (
        {"a.md": front(topic="1") + "# Uno\n"},
        "docs/a.md:2: key 'exam_domains' is missing beside 'topic'; expected a list of domain ids",
    ),
    "topic twice": ({"a.md": TOPIC + "# A\n", "b.md": TOPIC + "# B\n"}, "docs/b.md:2: topic 1 is already docs/a.md;"),
    "part of no topic": (
        {"a.md": TOPIC + "# A\n", "b.md": part_front("aa") + "# B\n"},
        "docs/b.md:2: no topic page 'aa'; expected the name of a page with `topic`, without .md; did you mean 'a'?",
    ),
    "part of a part": (
        {"a.md": TOPIC + "# A\n", "b.md": part_front("a") + "# B\n", "c.md": part_front("b") + "# C\n"},
        "docs/c.md:2: no topic page 'b'; expected",
    ),
    "topic and part": (
        {"a.md": topic_front(part_of="a") + "# A\n"},
        "docs/a.md:5: a topic that is a part of another one; expected `topic` or `part_of`",
    ),
    "domains of no topic": (
        {"a.md": front("Uno", exam_domains="[costos]") + "# Uno\n"},
        "docs/a.md:2: exam domains of no topic; expected `topic` or `part_of` beside them",
    ),
    "short summary": (
        {"a.md": topic_front(summary="[{figure: '15', says: réplicas de lectura, facts: [abc-001]}]") + "# A\n"},
        "docs/a.md:5: summary: ",
    ),
    "long row": (
        {"a.md": topic_front(cues=f"[{CUE}, {CUE.replace('Uno', 'una ' * 13)}]") + "# A\n"},
        "docs/a.md:5: see: 13 words; expected 12 words at most",
    ),
    "unknown fact of a row": (
        {"a.md": topic_front(cues=f"[{CUE}, {CUE}]") + "# A\n"},
        "docs/a.md:5: unknown fact 'abc-009'; expected an id of docs/_data/facts/",
    ),
    "topic is no number": (
        {"a.md": topic_front(topic="uno") + "# A\n"},
        "docs/a.md:2: topic: 'uno' is not accepted; expected the place of the topic in the guide",
    ),
    "damaged exam data": (
        {"_data/exam.yml": "# Nada\ndomains: nada\n"},
        "docs/_data/exam.yml:2: domains:",
    ),
    "a domain without weight": (
        {"_data/exam.yml": "# Pesos\n" + EXAM.replace(", weight: 20", "")},
        "docs/_data/exam.yml:4: 3 of 4 domains have a weight, 80 in all; expected one each, 100 in all, or none",
    ),
    "weights that are not the whole": (
        {"_data/exam.yml": EXAM.replace("weight: 20", "weight: 21")},
        "docs/_data/exam.yml:3: 4 of 4 domains have a weight, 101 in all; expected one each, 100 in all",
    ),
    "diagram without id": (
        {"a.md": PAGE + "\n```mermaid\nflowchart TB\n```\n"},
        "docs/a.md:9: diagram without id and caption; expected `---`, `id: my-diagram`",
    ),
    "diagram not drawn": (
        {"a.md": PAGE + UNDRAWN},
        "docs/a.md:9: diagram 'uno' is not drawn; expected a drawing of its present source; run `make diagrams`",
    ),
    "diagram id twice": (
        {"a.md": PAGE + UNDRAWN + UNDRAWN},
        "docs/a.md:20: diagram id 'uno' is already used at docs/a.md:9; expected an id of its own",
    ),
    "point id twice": (
        {"a.md": TOPIC + "# Uno\n" + POINT + POINT},
        "docs/a.md:14: exam point id 'examen-uno' is already used at docs/a.md:10;",
    ),
    "point outside a topic": ({"b.md": PAGE + POINT}, "docs/b.md:9: exam point outside a topic page;"),
    "term of no page": (
        {"_data/glossary.yml": "- id: x\n  term: x\n  definition: Una definición suficiente.\n  pages: [nada]\n"},
        "docs/_data/glossary.yml:4: no page 'nada'; expected the name of a page without .md",
    ),
    "fact of no ledger": (
        {"a.md": TOPIC + "# Uno\n\nTexto. [[abc-001]]\n"},
        "docs/a.md:10: unknown fact 'abc-001'; expected an id of docs/_data/facts/",
    ),
    "fact of no source": (
        {
            "a.md": TOPIC + "# Uno\n\nTexto. [[abc-001]]\n",
            "_data/facts/a.yml": FACT.replace("[uno]", "[dos]"),
            "_data/sources.yml": SOURCES,
        },
        "docs/_data/facts/a.yml:4: unknown source 'dos'; expected an id of docs/_data/sources.yml",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told_with_its_place(problems, case):
    files, message = CASES[case]
    told = problems(files)
    assert [problem for problem in told if problem.startswith(message)], told


def test_all_problems_come_in_one_run(problems):
    told = problems(
        {
            "a.md": "# Sin nada\n",
            "b.md": TOPIC.replace("title", "titel") + POINT + POINT,
            "c.md": PAGE + UNDRAWN + POINT,
            "d.md": TOPIC + "# Uno\n\nTexto. [[abc-002]]\n" + POINT.replace("#uno", "#dos"),
            "_data/facts/d.yml": FACT,
            "_data/glossary.yml": "- id: x\n",
        }
    )
    assert [problem.split(": ")[0] for problem in told] == [
        "docs/_data/facts/d.yml:4",
        *["docs/_data/glossary.yml:1"] * 3,
        "docs/a.md:1",
        "docs/b.md:2",
        "docs/b.md:5",
        "docs/c.md:9",
        "docs/c.md:20",
        "docs/d.md:10",
    ]


def test_a_sound_guide_has_none(problems):
    files = {
        "a.md": TOPIC + "# Uno\n\nTexto. [[abc-001]]\n" + POINT,
        "_data/facts/a.yml": FACT,
        "_data/sources.yml": SOURCES,
    }
    assert problems(files) == []
