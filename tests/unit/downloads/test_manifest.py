"""What one process tells the other survives the file between them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from books import fact, source, term
from factories import page
from guidekit.downloads import manifest
from guidekit.downloads.manifest import Entry, Known
from guidekit.model import Cue, Domain, Row
from guidekit.settings import Settings

ABOUT = {"title": "G", "description": "", "author": "", "url": "https://e.org/g", "language": "es", "file": "g",
         "epoch": 5}  # fmt: skip


ROWS = (Row("15", "el 10 % por instancia.", ("x-1",), 5),)
CUES = (Cue("informes lentos", "una réplica", ("x-1", "x-2"), 7),)


def corpus(**about):
    given = {"pages": (), "domains": (), "tips": (), "terms": (), "facts": ()}
    settings = Settings()
    settings.load_dict({"licence": "https://creativecommons.org/x"})
    return SimpleNamespace(**{**given, **about}, settings=settings)


def test_a_manifest_comes_back_as_it_was(tmp_path):
    tip = SimpleNamespace(
        id="examen-a",
        title="A",
        kind="punto",
        page="b",
        topic="a",
        also=("b",),
        domain="s",
        english="at rest",
    )
    pages = page("a", topic=3, summary=ROWS, cues=CUES), page("b", part_of="a"), page("index")
    site = corpus(
        pages=pages, tips=(tip,), terms=(term(synonyms=("paso",)),), facts=(fact(also=("x-9",)),),
        domains=(Domain("s", "Seguridad de datos", "Seguridad"),),
    )  # fmt: skip
    entries = [Entry(f"{name}.md", name, "", f"{name}/", "") for name in ("index", "a", "b", "glosario")]
    built = manifest.build(site, entries, rights="Bajo <a href=x>CC&nbsp;BY</a>\n 4.0", **ABOUT)
    assert [(page.name, page.number, page.kind, page.subject) for page in built.pages] == [
        ("index", "", "page", "index"), ("a", "3", "topic", "a"), ("b", "3.2", "part", "a"),
        ("glosario", "", "made", "glosario"),
    ]  # fmt: skip
    assert built.points[0].domain_name == "Seguridad"
    assert (built.rights, built.licence) == ("Bajo CC BY 4.0", site.settings.licence)
    assert built.points[0].english == "at rest"
    assert built.known == (
        Known("row", "a", "el 10\u00a0% por instancia.", "15", ("x-1",)),
        Known("cue", "a", "informes lentos", "una réplica", ("x-1", "x-2")),
    )
    manifest.write(built, tmp_path / "m.json")
    assert manifest.read(tmp_path / "m.json") == built


@pytest.mark.parametrize(
    ("url", "file"),
    [("", "index.html"), ("a/", "a/index.html"), ("a.html", "a.html"), ("a/#x", "a/index.html")],
)
def test_an_address_names_a_file(url, file):
    assert Entry("a.md", "", "", url, "").file == file


def test_facts_are_set_as_the_pages_are():
    told = fact(before="Eran 5 minutos.", sources=(source(title="Los 10 minutos"),), statement="Son 10 %.")
    (made,) = manifest.build(corpus(facts=(told,)), (), rights="", **ABOUT).facts
    nbsp = "\N{NO-BREAK SPACE}"
    assert (made.statement, made.before, made.exam) == (f"Son 10{nbsp}%.", f"Eran 5{nbsp}minutos.", None)
    assert made.sources[0].title == f"Los 10{nbsp}minutos"
