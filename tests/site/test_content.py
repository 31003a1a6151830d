"""The pages as their authors write them: drawings, claims, corrections, the order of a page."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from guidekit.diagrams import fences as diagrams
from guidekit.exam.callout import MARK
from guidekit.exam.checklist import QUESTIONS
from guidekit.ledger.references import REFERENCE, ids_of
from guidekit.sources.markdown_lines import fenced_blocks, split_front_matter
from support import CLAIMS, ROOT, claim_ids

DATA = ROOT / "tests/data"
DOCS = ROOT / "docs"


def data(name):
    return yaml.safe_load((DATA / name).read_text("utf-8"))


DIAGRAMS = data("diagrams.yml")
PAGES = {file.stem: file.read_text("utf-8") for file in DOCS.glob("[!_]*.md")}
STATING = sorted(CLAIMS)
TOPICS = sorted(name for name, text in PAGES.items() if re.search(r"^(topic|part_of):", text, re.MULTILINE))


def source(slug):
    return PAGES[slug]


@cache
def drawn():
    """Every diagram of the pages by id, with the page it stands on."""
    found = {}
    for file in sorted(DOCS.glob("[!_]*.md")):
        text = file.read_text("utf-8")
        _, first, _ = split_front_matter(text, file.name)
        found.update({d.id: (file.stem, d) for d in diagrams.read(text, file.name, first)[0]})
    return found


def test_every_page_that_states_facts_has_its_lists():
    assert {file.stem for file in (DOCS / "_data/facts").glob("*.yml")} == set(CLAIMS)
    assert set(TOPICS) <= set(CLAIMS)


def test_the_inventory_and_the_pages_hold_the_same_diagrams():
    assert {i: page for i, (page, _) in drawn().items()} == {i: d["page"] for i, d in DIAGRAMS.items()}


@pytest.mark.parametrize("name", sorted(DIAGRAMS))
def test_a_diagram_has_every_node_and_arrow_of_the_inventory(name):
    wanted = DIAGRAMS[name]
    _, diagram = drawn()[name]
    parts = json.loads(
        (DOCS / "_data/diagrams" / f"{diagrams.drawing_name(diagram)}.json").read_text("utf-8")
    )
    assert {n["id"]: n["label"] for n in parts["nodes"]} == wanted["nodes"]
    if wanted.get("type") == "sequence":
        messages = [[s["from"], s["to"], s["label"]] for s in parts["steps"] if "from" in s]
        notes = [[*s["over"], s["label"]] for s in parts["steps"] if "over" in s]
        assert messages == wanted["edges"]
        assert notes == wanted.get("notes", [])
        return
    edges = [[e["from"], e["to"], e["label"]] for e in parts["edges"]]
    arrows = [[*edge, e["arrow"]] for edge, e in zip(edges, parts["edges"], strict=True)]
    assert sorted(arrows) == sorted(
        [*edge[:2], edge[3] if len(edge) > 3 else "", edge[2]] for edge in wanted["edges"]
    )
    assert {g["id"]: g["label"] for g in parts["groups"]} == wanted["groups"]
    inside = {part["id"]: part["group"] for part in [*parts["nodes"], *parts["groups"]] if part["group"]}
    assert inside == wanted.get("inside", {})
    assert [part["id"] for part in [*parts["nodes"], *parts["groups"]] if not part["class"]] == []


@pytest.mark.parametrize("slug", STATING)
def test_every_claim_is_marked_on_its_page(slug):
    marked = {name for match in REFERENCE.finditer(source(slug)) for name in ids_of(match)}
    assert sorted(set(claim_ids(CLAIMS[slug])) - marked) == []
    assert [name for name in marked if not re.fullmatch(r"(rds|aur|cas)-\d{3}", name)] == []


@pytest.mark.parametrize("slug", STATING)
def test_a_claim_mark_follows_what_it_marks(slug):
    lines = source(slug).split("\n")
    alone = [i for i, line in enumerate(lines, 1) if re.match(r"\s*(?:[-*]|\d+\.)?\s*\[\[", line)]
    assert alone == []


@pytest.mark.parametrize("slug", TOPICS)
def test_a_topic_page_has_its_order(slug):
    text = source(slug)
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert headings[-2:] == ["Qué leer después", "Documentación oficial"]
    assert text.index(f"\n{MARK}\n") < text.index("\n## Qué leer después\n")
    assert QUESTIONS not in text
    points = re.findall(r"^!!! examen.*$", text, re.MULTILINE)
    assert len(points) >= 3
    whole = r'!!! examen .+ \{ #[\w-]+ dominio=\w+ .*claves=".+" .*ingles=".+" *\}'
    assert [point for point in points if not re.fullmatch(whole, point)] == []
    assert len(re.findall(r'^!!! vigencia "', text, re.MULTILINE)) <= 6
    h1 = re.search(r"^# (.+)$", text, re.MULTILINE)[1]
    assert f"title: {h1}" in text.replace('"', "")


@pytest.mark.parametrize("slug", sorted(PAGES))
def test_headings_are_words_and_code_names_its_language(slug):
    text = source(slug)
    for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE):
        assert re.fullmatch(r"[\w\s,;:.()¿?¡!«»\-/“”]+", heading), heading
    assert [block.line for block in fenced_blocks(text) if not block.language] == []


def test_the_topics_are_numbered_in_reading_order(nav):
    numbers = [
        int(m[1])
        for page in nav
        if (DOCS / page).is_file()
        and (m := re.search(r"^topic: (\d+)$", source(Path(page).stem), re.MULTILINE))
    ]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) == 14


@pytest.mark.parametrize("slug", TOPICS)
def test_a_topic_has_what_to_know_by_heart_and_answers_its_questions(slug):
    text = source(slug)
    if re.search(r"^topic:", text, re.MULTILINE):
        assert "\nsummary:\n" in text
        assert "\ncues:\n" in text
    checks = re.findall(r'^\?\?\? comprueba "(¿.+\?)"\n\n((?:    .*\n|\n(?=    ))+)', text, re.MULTILINE)
    assert [question for question, answer in checks if len(answer.split()) > 70] == []


def test_every_topic_answers_its_questions():
    answered = {}
    for slug in TOPICS:
        part = re.search(r"^part_of: (.+)$", source(slug), re.MULTILINE)
        topic = part[1] if part else slug
        answered[topic] = answered.get(topic, 0) + len(
            re.findall(r"^\?\?\? comprueba", source(slug), re.MULTILINE)
        )
    assert {topic: count for topic, count in answered.items() if count != 4} == {}
