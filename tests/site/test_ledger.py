"""The ledger of the real site, on its own page and on the pages whose facts it holds."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from guidekit import dates
from guidekit.ledger.statuses import Status
from ledger_data import BY_ID, FACTS
from support import CLAIMS, ROOT, claim_ids, html

CORRECTED = [
    slug for slug, entries in FACTS.items() if any(entry["status"] != "vigente" for entry in entries)
]
FEATURES = sorted({entry["feature"] for entry in BY_ID.values() if "feature" in entry})


@pytest.fixture
def ledger(site):
    return html(site / "vigencia/index.html")


def checked(entries):
    """When facts were checked, as readers are told: the oldest day speaks for all."""
    return dates.spanish(min(str(entry["checked"]) for entry in entries))


def test_every_checked_claim_is_in_the_ledger_once(ledger):
    shown = [name for entry in ledger.select("[data-hecho]") for name in entry["data-hecho"].split()]
    assert sorted(shown) == sorted(BY_ID)
    assert set(shown) >= {name for ranges in CLAIMS.values() for name in claim_ids(ranges)}


def test_an_entry_tells_status_dates_sources_and_place(site, ledger):
    for entry in ledger.select("[data-hecho]"):
        fact = BY_ID[entry["id"]]
        text = entry.get_text(" ")
        assert Status.of(fact["status"]).label in text
        when = f"el {checked([fact])}; se revisa antes del {dates.spanish(str(fact['check_by']))}"
        assert f"Comprobado {when}" in text or f"Revisado sin poder leer la fuente {when}" in text
        leads = [lead.get_text() for lead in entry.select("[data-aparte] > strong, strong[data-aparte]")]
        assert leads == [lead for key, lead in (("before", "Antes:"), ("exam", "Examen:")) if key in fact]
        links = [a["href"] for a in entry.select(".fuentes a")]
        assert len(links) == min(len(fact["sources"]), 1 if fact["status"] == "vigente" else 2)
        assert all(link.startswith("https://") for link in links)
        page, anchor = entry.select_one(".entrada-nota a")["href"].removeprefix("../").split("/#")
        assert entry["id"] in html(site / page / "index.html").find(id=anchor)["data-hechos"].split()


def test_the_counts_of_the_ledger_add_up(ledger):
    cells = [
        [td.get_text().strip() for td in row.select("td")] for row in ledger.select("article table tbody tr")
    ]
    held = Counter(entry["status"] for entries in FACTS.values() for entry in entries)
    assert Counter(entry["data-estado"] for entry in ledger.select("[data-hecho]")) == held
    assert {name: int(count) for name, _, count in cells} == {
        status.label: held[status.id] for status in Status
    }


def test_the_changes_are_dated_newest_first(ledger):
    listed = [link["href"].removeprefix("#") for link in ledger.select("#cambios + ul a, #anunciado + ul a")]
    assert sorted(listed) == sorted({entry["id"] for entry in BY_ID.values() if "since" in entry})
    past = [str(BY_ID[a["href"].removeprefix("#")]["since"]) for a in ledger.select("#cambios + ul a")]
    assert past == sorted(past, reverse=True)


@pytest.mark.parametrize("slug", sorted(FACTS))
def test_a_page_says_when_its_facts_were_checked(site, slug):
    line = html(site / slug / "index.html").select_one("h1 + .revision")
    words = "dato comprobado" if len(FACTS[slug]) == 1 else "datos comprobados"
    assert line.get_text().startswith(f"{len(FACTS[slug])} {words} el {checked(FACTS[slug])}")
    topic = re.search(r"^part_of: (.+)$", (ROOT / f"docs/{slug}.md").read_text("utf-8"), re.MULTILINE)
    assert line.a["href"] == f"../vigencia/?tema={topic[1] if topic else slug}#{slug}"


def test_a_correction_has_an_address_a_date_and_sources(site):
    boxes = [
        box for slug in CORRECTED for box in html(site / slug / "index.html").select(".admonition.vigencia")
    ]
    assert boxes
    for box in boxes:
        fact = BY_ID[box["id"].removeprefix("vigencia-")]
        foot = box.select_one(".vigencia-pie")
        cited = {name for mark in box.select("a.hecho") for name in mark["data-hechos"].split()}
        assert f"Comprobado el {checked(BY_ID[name] for name in cited)}." in foot.get_text(), box["id"]
        assert foot.select("a[href^='https://']") or not fact["sources"]


def test_what_the_guide_lacked_is_marked_as_new_and_sourced(site):
    assert FEATURES
    for page, entry in [(page, e) for page, entries in FACTS.items() for e in entries if "feature" in e]:
        assert entry["sources"], entry["id"]
        marks = html(site / page / "index.html").select("a.hecho")
        new = [
            mark
            for mark in marks
            if entry["id"] in mark["data-hechos"].split() and mark.select_one(".hecho-nuevo")
        ]
        assert new, entry["id"]


NEW = (
    "Clúster de base de datos Multi-AZ", "Aurora I/O-Optimized", "Aurora DSQL", "Limitless", "0 ACU", "Valkey",
    "ElastiCache Serverless", "Db2", "Blue/Green", "Extended Support", "Cifrado por defecto",
)  # fmt: skip


@pytest.mark.parametrize("feature", NEW)
def test_what_students_must_know_today_is_in_the_ledger(feature):
    assert [name for name in FEATURES if feature in name]
