"""What the EPUB has at its end."""

from __future__ import annotations

import books
from guidekit.downloads.epub import back_matter
from guidekit.downloads.epub.document import CHAPTER, NOTES, Document, section
from guidekit.downloads.manifest import Point
from guidekit.model import Domain
from guidekit.web.elements import element, in_one_line


def document(file: str, **notes) -> Document:
    return Document(file, file.upper(), CHAPTER, section("x", "x"), **notes)


def test_answers_stand_under_the_title_of_their_chapter():
    chapters = [
        document("a.xhtml", answers=[element("div", "Una"), element("div", "Dos")]),
        document("b.xhtml"),
        document("c.xhtml", answers=[element("div", "Tres")]),
    ]
    (answers,) = back_matter.answers(chapters)
    assert [in_one_line(child) for child in answers.section] == [
        "Respuestas", "A.XHTML", "Una", "Dos", "C.XHTML", "Tres",
    ]  # fmt: skip
    assert [child.get("id") for child in answers.section.iter("h2")] == ["respuestas-a", "respuestas-c"]
    assert list(back_matter.descriptions(chapters)) == []


def test_points_are_listed_by_domain_as_links():
    points = (
        Point("examen-a", "Uno", "punto", "a", "a", domain="s"),
        Point("examen-b", "Dos", "escenario", "b", "b", domain="s"),
        Point("examen-c", "Tres", "punto", "a", "a", english="without downtime"),
    )
    book = books.book(points=points, domains=(Domain("s", "Seguridad", "Seg."), Domain("r", "Resto", "R.")))
    index = back_matter.exam_index(book, "Índice")
    assert [in_one_line(item) for item in index if item.tag != "p"] == [
        "Índice", "Seguridad", "UnoDos (escenario)", "Otros", "Tres without downtime",
    ]  # fmt: skip
    assert index.find(".//em").get("lang") == "en"
    assert [link.get("href") for link in index.iter("a")] == [
        "book:a#examen-a", "book:b#examen-b", "book:a#examen-c",
    ]  # fmt: skip


def test_the_ledger_is_a_file_for_each_topic():
    topics = [element("section", element("h3", name, id=name)) for name in ("uno", "dos")]
    whole = Document("9-v.xhtml", "Vigencia", NOTES, element("section", element("h1", "V"), *topics))
    first, *parts = back_matter.split_ledger(whole)
    assert [link.get("href") for link in first.section.iter("a")] == ["9-v-01.xhtml", "9-v-02.xhtml"]
    assert [(part.file, part.title, part.under) for part in parts] == [
        ("9-v-01.xhtml", "uno", True), ("9-v-02.xhtml", "dos", True),
    ]  # fmt: skip
    assert [in_one_line(part.section) for part in parts] == ["Vigenciauno", "Vigenciados"]
