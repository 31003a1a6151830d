"""What the search of the built site weighs and holds."""

import gzip
import json
import re

from support import html


def test_the_index_is_small_enough(site):
    assert (
        len(gzip.compress((site / "assets/search/index.js").read_bytes(), 9)) <= 130 * 1024
    )  # loads with the first query only


def test_nothing_of_materials_search_is_left(site):
    assert not (site / "search").exists()
    assert not (site / "assets/javascripts/workers").exists()
    assert sorted(f.name for f in (site / "assets/javascripts/lunr/min").iterdir()) == [
        "lunr.es.min.js",
        "lunr.stemmer.support.min.js",
    ]
    text = (site / "assets/search/index.js").read_text("utf-8")
    assert not re.search(r"flowchart|sequenceDiagram|accTitle", text)  # Mermaid's source spoils excerpts


def test_the_search_knows_the_labels_of_a_drawing_and_not_its_source(site):
    index = (site / "assets/search/index.js").read_text("utf-8")
    assert "Instancia en espera (sin acceso)" in index
    assert '"diagrama-' in index
    assert "flowchart TB" not in index
    assert "Descripción del diagrama" not in index


def test_the_search_reads_what_is_folded_away_and_not_what_opens_it(site):
    text = (site / "assets/search/index.js").read_text("utf-8")
    data = json.loads(text.removeprefix("guia.index=").rstrip().removesuffix(";"))
    parts = " ".join(part[3] for part in data["parts"])
    folded = html(site / "replicas-de-lectura/index.html").select(
        ":is(.examen-respuesta, .mas-alla, .comprueba) > p"
    )
    assert len(folded) > 10
    said = [
        re.split(r"\s*[.:(]", paragraph.get_text().removeprefix("Respuesta:"))[0].strip()
        for paragraph in folded
    ]
    assert [words for words in said if words not in parts] == []
    assert "Ver respuesta" not in parts
