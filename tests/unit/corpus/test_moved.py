"""The map of places that moved."""

import pytest
from guidekit.corpus import moved
from guidekit.model import Moved
from guidekit.web import moved as ways

ONE = "- {from: a#uno, to: b#dos}\n"


def read(tmp_path, text):
    (tmp_path / "moved.yml").write_text(text, "utf-8")
    places, problems = moved.read(tmp_path / "moved.yml", "d/moved.yml", ["a", "b"])
    return places, [str(problem) for problem in problems]


def test_a_place_has_a_page_and_an_id_at_both_ends(tmp_path):
    assert read(tmp_path, ONE) == ((Moved("a", "uno", "b", "dos", "d/moved.yml", 1),), [])


def test_without_the_file_nothing_has_moved(tmp_path):
    assert moved.read(tmp_path / "moved.yml", "d/moved.yml", []) == ((), [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- {from: a, to: b#dos}\n", "d/moved.yml:1: from: 'a' is not accepted; expected a page without .md and an id"),
        ("- {from: a#uno}\n", "d/moved.yml:1: key 'to' is missing"),
        ("- {from: a#uno, to: bb#dos}\n", "d/moved.yml:1: no page 'bb'; expected the name of a page without .md; did you"),
        (ONE + ONE, "d/moved.yml:2: 'a#uno' moved at line 1 already; expected each place once"),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_told(tmp_path, text, problem):
    assert [told for told in read(tmp_path, text)[1] if told.startswith(problem)]


@pytest.mark.parametrize(
    ("page", "ids", "problem"),
    [
        ("a", ["uno"], None),
        ("a", ["uno", "dos", "uno"], "d/moved.yml:4: 'uno' is still on the page 'a'; expected an id that left its page"),
        ("b", ["dos", "uno", "uno"], None),
        ("b", ["dosis"], "d/moved.yml:4: no 'dos' on the page 'b'; expected an id of that page; did you mean 'dosis'?"),
        ("c", [], None),
    ],
)  # fmt: skip
def test_both_ends_are_looked_at_on_their_pages(page, ids, problem):
    found = ways.check(page, ids, [Moved("a", "uno", "b", "dos", "d/moved.yml", 4)])
    assert [str(told) for told in found] == ([problem] if problem else [])
