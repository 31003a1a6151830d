"""Where terms are used in a book."""

from __future__ import annotations

from books import chapter, term
from guidekit.downloads.pdf import index
from guidekit.downloads.pdf.chapter import adapt
from guidekit.downloads.pdf.paper import chosen
from guidekit.web.elements import in_one_line


def adapted(*pages: str):
    return [
        adapt(chapter(f"<h1>{name}</h1>{html}", name), chosen(), collected=False)
        for name, html in zip("abc", pages, strict=False)
    ]


def test_the_first_use_in_each_chapter_counts():
    chapters = adapted(
        "<p>Nada.</p><p id=x>La conmutación.</p><p>Otra conmutación.</p>", "<p>Una conmutación.</p>"
    )
    places = index.locate([term()], chapters)
    assert places["t"]["a"] == "a--x"
    assert chapters[1].body.find(f".//*[@id='{places['t']['b']}']").text == "Una conmutación."


def test_who_explains_a_term_may_call_it_otherwise_or_not_at_all():
    found = index.locate(
        [term("relevo", synonyms=("conmutación",), pages=("a", "b"))],
        adapted("<p id=x>La conmutación.</p>", ""),
    )
    assert found["t"] == {"a": "a--x", "b": "b"}


def test_an_index_has_pages_in_order_and_other_names_that_lead_to_a_term():
    chapters = adapted("<p>La conmutación.</p>", "<p>La conmutación.</p>")
    terms = [term(english="failover", pages=("b",)), term("nunca", id="n", pages=("z",))]
    places = index.locate(terms, chapters)
    made = index.index(terms, places, ["a", "b"])
    assert [in_one_line(item) for item in made.iter("li")] == ["conmutación, ,", "failover → conmutación"]
    assert [link.get("main") for link in made.iter("number")] == ["false", "true"]
    assert [in_one_line(letter) for letter in made.iter("letter")] == ["C", "F"]


def test_letters_are_in_the_order_of_spanish():
    terms = [term(name, id=name) for name in ("ñu", "nube", "ola", "ábaco")]
    places = index.locate(terms, adapted("<p>ñu, nube, ola, ábaco</p>"))
    assert [item.find("strong").text for item in index.glossary(terms, places, ["a"]).iter("p")] == [
        "ábaco", "nube", "ñu", "ola",
    ]  # fmt: skip
