"""Every mistake in the ledger is told with its line."""

import pytest
from factories import page, topic
from guidekit.ledger import facts
from guidekit.ledger.statuses import Status
from guidekit.model import Cue

PAGES = [topic("a"), page("inicio")]
TEXT = "Uno. [[abc-001]]\n\n| Dos [[abc-002 abc-003]] |\n"
SOURCES = """\
- id: uno
  title: Una página
  url: https://example.org/uno
  read: address
"""
FACTS = """\
- id: abc-001
  statement: Una réplica admite hasta 15 copias.
  status: vigente
  sources: [uno]
  checked: 2026-11-01
  check_by: 2027-05-01
- id: abc-002
  also: [abc-003]
  statement: Una réplica admite hasta 15 copias.
  status: corregido
  before: Admitía 5.
  sources: [uno]
  checked: 2026-11-01
  check_by: 2027-05-01
"""


def read(folder, found=FACTS, sources=SOURCES, text=TEXT, name="a.yml", earlier="la edición de 2020"):
    (folder / "facts").mkdir(exist_ok=True)
    (folder / "facts" / name).write_text(found, "utf-8")
    (folder / "sources.yml").write_text(sources, "utf-8")
    entries, references, problems = facts.read(
        folder, "d/", PAGES, {"a": text, "inicio": ""}, earlier, homes=["a"]
    )
    return entries, references, [str(problem) for problem in sorted(problems)]


def test_facts_know_where_they_stand(tmp_path):
    entries, references, problems = read(tmp_path)
    assert problems == []
    assert [(fact.ids, fact.page, fact.anchor) for fact in entries] == [
        (("abc-001",), "a", "hecho-abc-001"),
        (("abc-002", "abc-003"), "a", "hecho-abc-002"),
    ]
    assert references == {"a": ("abc-001", "abc-002"), "inicio": ()}


def test_a_page_cites_the_facts_of_its_summary_too(tmp_path, monkeypatch):
    cue = Cue("Uno", "dos", ("abc-003", "abc-001", "abc-009"), 4)
    monkeypatch.setitem(globals(), "PAGES", [topic("a"), page("inicio", cues=(cue,))])
    assert read(tmp_path)[1]["inicio"] == ("abc-002", "abc-001")


def test_facts_of_one_reference_share_its_anchor(tmp_path):
    entries, _, problems = read(tmp_path, text="Todo. [[abc-002 abc-001 abc-003]] Otra vez. [[abc-001]]\n")
    assert problems == []
    assert {fact.anchor for fact in entries} == {"hecho-abc-002"}


def test_without_a_folder_there_is_no_ledger(tmp_path):
    assert facts.read(tmp_path, "d/", PAGES, {"a": "", "inicio": ""}, homes=[]) == (
        (),
        {"a": (), "inicio": ()},
        [],
    )


UNSURE = FACTS.replace("corregido", "sin-verificar").replace("  before: Admitía 5.\n", "")


def test_only_a_first_edition_may_have_said_nothing_before_of_what_has_no_source(tmp_path):
    assert read(tmp_path, UNSURE, earlier="")[2] == []
    assert "`before` does not fit the status" in read(tmp_path, UNSURE)[2][0]
    assert read(tmp_path, FACTS.replace("corregido", "sin-verificar"), earlier="")[2] == []


CASES = {
    "unknown id": ({"text": TEXT + "X. [[abc-009]]\n"}, "docs/a.md:4: unknown fact 'abc-009'; expected an id of docs/_data/facts/; did you mean 'abc-00"),
    "id never used": ({"text": "| Dos [[abc-002 abc-003]] |\n"}, "d/facts/a.yml:1: fact 'abc-001' has no reference on its page; expected `[[abc-001]]` in docs/a.md"),
    "merged id never used": ({"text": "Uno. [[abc-001 abc-002]]\n"}, "d/facts/a.yml:7: id 'abc-003' is never used; expected `[[abc-003]]` on a page"),
    "missing source": ({"found": FACTS.replace("sources: [uno]", "sources: []", 1)}, "d/facts/a.yml:4: fact 'abc-001' without a source; expected one source at least, or status sin-verificar"),
    "unknown source": ({"found": FACTS.replace("sources: [uno]", "sources: [un]", 1)}, "d/facts/a.yml:4: unknown source 'un'; expected an id of docs/_data/sources.yml; did you mean 'uno'?"),
    "bad date": ({"found": FACTS.replace("2026-11-01", "2026-11-31", 1)}, "d/facts/a.yml:5: no such day: 2026-11-31; expected a day of the calendar"),
    "no date": ({"found": FACTS.replace("2026-11-01", "noviembre", 1)}, "d/facts/a.yml:5: checked: 'noviembre' is not accepted; expected a date as in 2026-11-23"),
    "check_by first": ({"found": FACTS.replace("2027-05-01", "2026-11-01", 1)}, "d/facts/a.yml:6: check_by is not after checked; expected a later day"),
    "address": ({"sources": SOURCES.replace("https", "http")}, "d/sources.yml:3: url: 'http://example.org/uno' is not accepted; expected an address that begins with https://"),
    "read": ({"sources": SOURCES.replace("address", "adress")}, "d/sources.yml:4: read: 'adress' is not accepted; expected where its text was read: address, copy (or another edition), no (only known); did you mean 'address'?"),
    "fact twice": ({"found": FACTS.replace("abc-003", "abc-001")}, "d/facts/a.yml:7: fact id 'abc-001' is already used at d/facts/a.yml:1; expected an id of its own"),
    "source twice": ({"sources": SOURCES + SOURCES}, "d/sources.yml:5: source id 'uno' is already used; expected an id of its own"),
    "address twice": ({"sources": SOURCES + SOURCES.replace("id: uno", "id: dos")}, "d/sources.yml:5: the address already belongs to 'uno'; expected each address once"),
    "source never used": ({"sources": SOURCES + SOURCES.replace("uno", "dos")}, "d/sources.yml:5: no fact uses the source 'dos'; expected it used, or taken out"),
    "status": ({"found": FACTS.replace("status: vigente", "status: vigent")}, f"d/facts/a.yml:3: status: 'vigent' is not accepted; expected one of {', '.join(status.id for status in Status)}"),
    "since": ({"found": FACTS.replace("  sources", "  since: 2026-13\n  change: Algo que cambió.\n  sources", 1)}, "d/facts/a.yml:4: no such day: 2026-13; expected a day, month or year of the calendar"),
    "before missing": ({"found": FACTS.replace("  before: Admitía 5.\n", "")}, "d/facts/a.yml:10: `before` does not fit the status; expected what was said before"),
    "before too many": ({"found": FACTS.replace("status: corregido", "status: vigente")}, "d/facts/a.yml:11: `before` does not fit the status; expected none with status vigente"),
    "since alone": ({"found": FACTS.replace("  sources", "  since: '2026'\n  sources", 1)}, "d/facts/a.yml:4: key 'change' is missing beside 'since'"),
    "unknown key": ({"found": FACTS.replace("  status", "  statsu", 1)}, "d/facts/a.yml:3: unknown key 'statsu'; expected one of id, also, statement"),
    "no such page": ({"name": "b.yml"}, "d/facts/b.yml:1: no page 'b'; expected the name of a page without .md"),
    "no YAML": ({"found": "- id: [\n"}, "d/facts/a.yml:2: not valid YAML"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_mistake_is_told_with_its_line(tmp_path, case):
    arguments, message = CASES[case]
    _, _, problems = read(tmp_path, **arguments)
    assert any(problem.startswith(message) for problem in problems), problems


@pytest.mark.parametrize("text", ["[[ABC-001]]", "[[abc001]]", "[[abc-001,]]", "[[abc-001"])
def test_what_looks_like_a_reference_and_is_none_is_told(tmp_path, text):
    _, _, problems = read(tmp_path, text=f"Uno [[abc-001]] y [[abc-002]].\n\nDos {text}\n")
    told = [problem for problem in problems if "is no reference to a fact" in problem]
    assert told == [
        f"docs/a.md:3: '{text}' is no reference to a fact; expected `[[abc-001]]`, ids in lower case, spaces "
        "between several"
    ]


def test_brackets_in_code_are_left_alone(tmp_path):
    _, _, problems = read(
        tmp_path, text="Uno [[abc-001]] [[abc-002]] `[[ -f x ]]`.\n\n```\n[[ -f x ]]\n```\n"
    )
    assert [problem for problem in problems if "is no reference" in problem] == []
