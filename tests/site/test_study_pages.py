"""The pages made from what authors write: the exam index, the checklist, and the lists on topic pages."""

from __future__ import annotations

import re

import pytest
import yaml
from support import ROOT, html

POINTS = yaml.safe_load((ROOT / "tests/data/exam_points.yml").read_text("utf-8"))


def soup(site, page):
    return html(site / page / "index.html")


@pytest.fixture
def index(site):
    return soup(site, "indice-de-examen")


def topics():
    return sorted(
        (f.stem for f in (ROOT / "docs").glob("[!_]*.md") if "\ntopic: " in f.read_text("utf-8")),
        key=lambda name: int(
            re.search(r"^topic: (\d+)$", (ROOT / f"docs/{name}.md").read_text("utf-8"), re.M)[1]
        ),
    )


def parts(topic):
    """The pages that are parts of a topic, in order."""
    files = sorted((ROOT / "docs").glob("[!_]*.md"))
    return [file.stem for file in files if f"\npart_of: {topic}\n" in file.read_text("utf-8")]


def test_every_exam_point_of_the_guide_has_an_answer(index):
    there = {entry["id"].removeprefix("entrada-") for entry in index.select("[data-entrada]")}
    assert {line: set(ids) - there for line, ids in POINTS.items() if not ids or set(ids) - there} == {}


def test_the_scenarios_of_the_guide_are_scenarios(index):
    kinds = {
        entry["id"].removeprefix("entrada-"): entry["data-tipo"] for entry in index.select("[data-entrada]")
    }
    for line in (552, 556, 560, 564, 1564, 1567, 1570, 1573):
        assert "escenario" in {kinds[name] for name in POINTS[line]}, line


def test_the_index_holds_every_callout_in_reading_order(site, index):
    entries = [a["href"].split("#")[1] for a in index.select("[data-entrada] .entrada-titulo a")]
    pages = [page for name in topics() for page in [name, *parts(name)]]
    callouts = [c["id"] for page in pages for c in soup(site, page).select("article .examen[id]")]
    assert entries == callouts
    assert entries


@pytest.mark.parametrize("name", topics())
def test_a_callout_says_what_it_is_and_leads_there_and_back(site, index, name):
    page = soup(site, name)
    domains = {
        d["id"]: d["short"]
        for d in yaml.safe_load((ROOT / "docs/_data/exam.yml").read_text("utf-8"))["domains"]
    }
    for callout in page.select("article .examen[id]"):
        assert callout["data-tema"] == name
        foot = callout.select_one(".examen-pie")
        assert domains[callout["data-dominio"]] in foot.get_text()
        assert foot.select_one("a")["href"] == f"#{callout['id']}"
        back = foot.select("a")[1]["href"].split("#")[1]
        entry = index.find(id=back)
        assert entry.select_one("a")["href"] == f"../{name}/#{callout['id']}"
        assert name in entry["data-tema"].split()


@pytest.mark.parametrize("name", topics())
def test_a_topic_page_lists_its_own_points(site, name):
    page = soup(site, name)
    listed = [a["href"] for a in page.select(".examen-lista a")]
    assert listed == [f"#{callout['id']}" for callout in page.select("article .examen[id]")]
    assert len(listed) >= 3
    more = page.select_one(".examen-lista + p a")["href"]
    assert more == f"../indice-de-examen/?tema={name}"


def test_the_checklist_has_the_lines_of_the_guide_and_the_questions_of_each_topic(site):
    groups = {
        g["data-grupo"]: g.select("[data-marca]")
        for g in soup(site, "lista-de-preparacion").select("[data-grupo]")
    }
    assert list(groups) == ["general", *topics()]
    assert len(groups["general"]) >= 7
    for name in topics():
        texts = [(ROOT / f"docs/{page}.md").read_text("utf-8") for page in [name, *parts(name)]]
        questions = re.findall(r'^\?\?\? comprueba "', "\n".join(texts), re.MULTILINE)
        assert len(groups[name]) == len(questions) >= 2
        assert all(box.find_parent("li").select_one("details p") for box in groups[name])
    marks = [box["data-marca"] for boxes in groups.values() for box in boxes]
    assert len(marks) == len(set(marks))


def test_a_topic_page_links_the_first_use_of_a_term(site):
    for name in topics():
        links = soup(site, name).select("article a.termino")
        assert 5 <= len(links) <= 60, name
        terms = [a["href"] for a in links]
        assert len(terms) == len(set(terms))
        assert all(a["href"].startswith("../glosario/#") for a in links)


def test_a_plan_is_ticked_where_it_stands(site):
    boxes = soup(site, "plan-de-estudio").select(".marcas > li > label > [data-marca]")
    written = (ROOT / "docs/plan-de-estudio.md").read_text("utf-8").count("\n- ☐ ")
    marks = [box["data-marca"] for box in boxes]
    assert len(marks) == len(set(marks)) == written > 20
    assert soup(site, "plan-de-estudio").select("script[src$='checklist.js']")
    everywhere = soup(site, "lista-de-preparacion").select("[data-marca]")
    assert not {*marks} & {box["data-marca"] for box in everywhere}
