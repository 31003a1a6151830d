"""The sources of the ledger: each id and each address once, and each in use."""

from guidekit.ledger import citations
from guidekit.model import Fact

GOOD = """\
- id: uno
  title: Una página
  url: https://example.org/uno
  read: address
- id: dos
  title: Otra página
  url: https://example.org/dos
  read: "no"
"""


def read(tmp_path, text):
    file = tmp_path / "sources.yml"
    file.write_text(text, "utf-8")
    found, problems = citations.read(file, "d/sources.yml")
    return found, [str(problem) for problem in problems]


def test_sources_are_read_by_id_with_their_lines(tmp_path):
    sources, problems = read(tmp_path, GOOD)
    assert problems == []
    assert {name: (source.url, source.read, source.line) for name, source in sources.items()} == {
        "uno": ("https://example.org/uno", "address", 1),
        "dos": ("https://example.org/dos", "no", 5),
    }


def test_without_a_file_there_are_none(tmp_path):
    assert citations.read(tmp_path / "sources.yml", "x") == ({}, [])


def test_an_id_and_an_address_belong_to_one_source(tmp_path):
    _, problems = read(tmp_path, GOOD.replace("id: dos", "id: uno"))
    assert problems == ["d/sources.yml:5: source id 'uno' is already used; expected an id of its own"]
    _, problems = read(tmp_path, GOOD.replace("org/dos", "org/uno"))
    assert problems == ["d/sources.yml:5: the address already belongs to 'uno'; expected each address once"]


def test_a_source_that_no_fact_names_is_told(tmp_path):
    sources, _ = read(tmp_path, GOOD)
    fact = Fact("abc-001", "x", "vigente", (sources["uno"],), "2026-11-01", "2027-05-01", "a", "x", 1)
    assert [str(problem) for problem in citations.unused(sources, [fact], "d/sources.yml")] == [
        "d/sources.yml:5: no fact uses the source 'dos'; expected it used, or taken out"
    ]
