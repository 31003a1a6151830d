"""What a book has before and behind its chapters."""

from __future__ import annotations

import books
from guidekit.downloads.manifest import Point
from guidekit.downloads.pdf import matter
from guidekit.downloads.pdf.chapter import adapt
from guidekit.downloads.pdf.paper import chosen
from guidekit.web.elements import in_one_line


def test_the_cover_says_what_the_guide_is():
    assert list(matter.cover(books.book()).attrib.values()) == [
        "De todo.", "Guía", "Completa", "Autora · 2 de enero de 2026",
    ]  # fmt: skip


def test_an_imprint_says_only_what_there_is_to_say():
    plain = [in_one_line(row) for row in matter.imprint(books.book())]
    assert plain[:4] == [
        "Guía: completa", "Edición del 2 de enero de 2026. Versión 2026-01-02.", "De todo.", "CC BY-SA 4.0",
    ]  # fmt: skip
    assert len(plain) == 5
    more = books.book(licence="https://e.org/l", url="https://e.org/g", facts=(books.fact(),))
    rows = matter.imprint(more)
    assert [link.get("href") for link in rows.iter("address")] == ["https://e.org/l", "https://e.org/g/"]
    assert "1 datos revisados el 2 de enero de 2026." in [in_one_line(row) for row in rows]


def test_points_stand_by_chapter_and_the_first_with_their_heading():
    page = books.chapter()
    points = tuple(Point(f"examen-{n}", f"Punto {n}", "punto", "a", "a") for n in range(11))
    adapted = [adapt(page, chosen(), collected=True)]
    together, rest = matter.points(books.book(page, points=points), 2, "Caché", adapted)
    assert [in_one_line(part) for part in together] == [
        "Puntos de examen: Caché",
        "Uno",
        "Punto 0Punto 1Punto 2",
    ]
    assert [link.get("to") for link in rest.iter("point")] == [f"a--examen-{n}" for n in range(3, 11)]
    assert len(matter.points(books.book(page, points=points[:10]), 2, "Caché", adapted)) == 1
    assert matter.points(books.book(page), 2, "Caché", adapted) is None


def test_a_legend_counts_nothing():
    page = books.chapter(
        "<h1>R</h1><table><tr><th>Marca<th>Datos</tr><tr><td>Vigente<td>3</tr></table>", "vigencia"
    )
    assert in_one_line(matter.ledger_legend(page, chosen())) == "MarcaVigente"


def test_the_usual_kind_of_point_is_not_told():
    page = books.chapter()
    points = (
        Point("x", "X", "punto", "a", "a", domain_name="Costos"),
        Point("y", "Y", "escenario", "a", "a"),
        Point("z", "Z", "punto", "a", "a", english="without downtime"),
    )
    made = matter.points(books.book(page, points=points), 1, "Parte", [adapt(page, chosen(), collected=True)])
    assert [point.get("note") for part in made for point in part.iter("point")] == [
        "Costos",
        "Escenario",
        None,
    ]
    listed = [point for part in made for point in part.iter("point")]
    assert [in_one_line(point) for point in listed] == ["X", "Y", "Z without downtime"]
    assert listed[2].find("em").get("lang") == "en"
