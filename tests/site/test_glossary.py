"""The glossary page of the real site, and what its data may not hold."""

import yaml
from bs4 import BeautifulSoup
from support import PAGE, ROOT, run

DATA = yaml.safe_load((ROOT / "docs/_data/glossary.yml").read_text("utf-8"))


def test_every_term_is_on_the_page_with_its_id_and_links(site):
    soup = BeautifulSoup((site / "glosario/index.html").read_text("utf-8"), "html.parser")
    terms = {dt["id"]: dt for dt in soup.select("article dl dt[id]")}
    assert len(terms) >= 120
    assert set(terms) == {entry["id"] for entry in DATA}
    for entry in DATA:
        definition = terms[entry["id"]].find_next_sibling("dd")
        assert entry["term"].replace("*", "") in terms[entry["id"]].get_text().replace("\u00a0", " ")
        assert {a["href"].strip("./") for a in definition.select("a")} == set(entry["pages"])


def test_a_mistake_in_the_glossary_stops_the_build(tiny):
    root = tiny(
        {
            "_data/glossary.yml": "- id: x\n  term: x\n  definition: Una definición suficiente.\n  pages: [nada]\n"
        }
    )
    result = run("mkdocs", "build", "--site-dir", "out", cwd=root)
    assert result.returncode != 0
    assert (
        "docs/_data/glossary.yml:4: no page 'nada'; expected the name of a page without .md" in result.stderr
    )
    assert "Traceback" not in result.stderr


def test_a_site_without_a_glossary_has_no_page_of_it(tiny):
    root = tiny({"a.md": PAGE})
    assert run("mkdocs", "build", "--site-dir", "out", cwd=root).returncode == 0
    assert not (root / "out/glosario").exists()
