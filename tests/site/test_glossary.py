"""The glossary page of the real site."""

import yaml
from bs4 import BeautifulSoup
from support import ROOT

DATA = yaml.safe_load((ROOT / "docs/_data/glossary.yml").read_text("utf-8"))


def test_every_term_is_on_the_page_with_its_id_and_links(site):
    soup = BeautifulSoup((site / "glosario/index.html").read_text("utf-8"), "html.parser")
    terms = {dt["id"]: dt for dt in soup.select("article dl dt[id]")}
    assert set(terms) == {entry["id"] for entry in DATA}
    for entry in DATA:
        definition = terms[entry["id"]].find_next_sibling("dd")
        assert entry["term"].replace("*", "") in terms[entry["id"]].get_text().replace("\u00a0", " ")
        assert {a["href"].strip("./") for a in definition.select("a")} == set(entry["pages"])
