"""Which pages the build makes, from whose prose."""

import pytest
from guidekit.corpus import build, made
from guidekit.corpus.pages import Source, read
from guidekit.settings import Settings
from guidekit.sources import block_tree
from guidekit.web.made import PROSE

TERM = "- {id: miga, term: miga, definition: La parte blanda del pan por dentro., pages: [index]}\n"
FRONT = (
    "---\ntitle: Panes\ndescription: Una página de prueba con una descripción de longitud suficiente.\n---\n"
)
INDEX = FRONT + "\n# Panes\n"
OURS = FRONT + "\n# Panes\n\nPalabras del pan.\n\n<!-- listado: glosario -->\n"


def corpus(folder, **texts):
    (folder / "_data").mkdir()
    (folder / "_data/glossary.yml").write_text(TERM, "utf-8")
    sources = [Source(f"{name}.md", f"docs/{name}.md", text.encode()) for name, text in texts.items()]
    folders, parse = build.Folders(folder, "docs"), block_tree.parser([], {})
    site, problems = build.build(sources, folders, [], parse, Settings(), require_drawings=True)
    return site, [str(problem) for problem in problems]


def test_a_page_is_made_of_the_prose_of_the_kit_where_there_is_something_to_list(tmp_path):
    site, problems = corpus(tmp_path, index=INDEX)
    assert problems == []
    assert list(site.made) == ["glosario.md"]
    assert "Cada término dice qué es" in site.made["glosario.md"]


def test_a_page_of_that_name_takes_its_place(tmp_path):
    site, problems = corpus(tmp_path, index=INDEX, glosario=OURS)
    assert problems == []
    assert site.made["glosario.md"] == OURS
    assert [page.name for page in site.pages] == ["index"]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("glosario", OURS.replace("listado: glosario", "listado: glosari"), "docs/glosario.md:10: unknown listing 'glosari'"),
        ("glosario", OURS.replace("title: Panes\n", ""), "docs/glosario.md:2: key 'title' is missing"),
        ("glosario", OURS + "\n!!! nada\n\n    Uno.\n", "docs/glosario.md:12: unknown callout 'nada'"),
        ("vigencia", OURS, "docs/vigencia.md:1: the build makes a page of this name, and there is nothing to list on it"),
        ("otra", OURS, "docs/otra.md:10: no listing goes on this page"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_page_of_that_name_is_told(tmp_path, name, text, expected):
    _, problems = corpus(tmp_path, index=INDEX, **{name: text})
    assert [problem for problem in problems if problem.startswith(expected)], problems


@pytest.mark.parametrize("uri", made.PAGES)
def test_the_prose_of_the_kit_is_what_we_ask_of_authors(uri):
    page, problems = read(Source(uri, uri, (PROSE / uri).read_bytes()))
    assert problems == []
    assert page.icon
    text = (PROSE / uri).read_text("utf-8")
    settings = {**dict.fromkeys(Settings(), ""), "earlier": "esta guía"}
    assert list(made.PAGES[uri].check(text, uri, settings)) == []
    assert "{{" not in made.PAGES[uri].fill(text, settings)


def test_no_prose_lies_about():
    assert sorted(file.name for file in PROSE.iterdir()) == sorted(made.PAGES)
