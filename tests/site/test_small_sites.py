"""Small sites: what a guide may lack, how it may be addressed, what strictness refuses."""

from building import build
from factories import PAGE, POINT, TOPIC, UNDRAWN


def test_a_link_that_leads_nowhere_stops_the_build(tiny):
    result = build(tiny({"a.md": PAGE + "\n[x](nada.md)\n\n[y](index.md#nada)\n"}))
    assert not result.sound
    assert "contains a link 'nada.md', but the target is not found" in result.log
    assert "does not contain an anchor '#nada'" in result.log


def test_a_place_that_moved_to_nowhere_or_stayed_stops_the_build_with_its_line(tiny):
    moved = "- {from: a#antes, to: index#nada}\n- {from: a#sigue, to: index#inicio}\n"
    result = build(tiny({"a.md": PAGE + "\n## Sigue\n", "_data/moved.yml": moved}))
    assert not result.sound
    assert "docs/_data/moved.yml:1: no 'nada' on the page 'index'; expected an id of that page" in result.log
    assert "docs/_data/moved.yml:2: 'sigue' is still on the page 'a'; expected an id that left" in result.log


def test_a_point_with_a_dead_link_stops_the_build_once_for_each_page(tiny):
    result = build(tiny({"a.md": TOPIC + "# Uno\n" + POINT.replace("index.md", "nada.md")}))
    assert not result.sound
    assert result.log.count("Doc file 'a.md' contains a link 'nada.md'") == 1
    assert result.log.count("Doc file 'indice-de-examen.md' contains a link 'nada.md'") == 1


def test_a_site_of_plain_pages_has_none_of_the_made_ones(built, tiny):
    site = built({"a.md": PAGE}).site
    made = {"hoja-de-repaso", "indice-de-examen", "lista-de-preparacion", "glosario", "vigencia"}
    assert (site / "a").is_dir()
    assert not {entry.name for entry in site.iterdir()} & made


def test_a_site_without_exam_data_builds(tiny):
    root = tiny({})
    (root / "docs/_data/exam.yml").unlink()
    result = build(root)
    assert result.sound, result.log


def test_data_of_authors_is_not_published(built):
    site = built({"_data/preview/mermaid.min.js": "1", "_notas.md": "# Notas\n"}).site
    assert not list(site.rglob("_*"))


def test_points_work_in_both_url_styles(built):
    site = built({"a.md": TOPIC + "# Uno\n" + POINT}, "use_directory_urls: false")
    assert 'href="a.html#examen-uno"' in site.text("indice-de-examen.html")
    assert 'href="indice-de-examen.html#entrada-uno"' in site.text("a.html")
    assert 'href="indice-de-examen.html?tema=a"' in site.text("a.html")


def test_an_undrawn_diagram_falls_to_mermaid2_where_it_may(tiny):
    result = build(tiny({"a.md": PAGE + UNDRAWN, "_data/preview/mermaid.min.js": "1"}), strict=False)
    assert result.sound, result.log
    page = result.text("a/index.html")
    assert 'class="mermaid"' in page
    assert "A &lt;b&gt; &amp; B" in page
    assert "../_data/preview/mermaid.min.js" in page
    assert (result.site / "_data/preview/mermaid.min.js").is_file()
    assert 'id="diagrama-uno"' in page


def test_without_mermaid_an_undrawn_diagram_says_what_to_do(tiny):
    result = build(tiny({"a.md": PAGE + UNDRAWN}), strict=False)
    assert result.sound, result.log
    assert "make diagrams" in result.text("a/index.html")


def test_edit_links_need_a_repository(tiny):
    root, repository = tiny({}), "https://example.org/grupo/guia"
    assert "edit/main" not in build(root).text("index.html")
    assert f"{repository}/edit/main/docs/index.md" in build(root, REPO_URL=repository).text("index.html")


def test_the_public_address_comes_from_the_environment(built):
    site = built({}, SITE_URL="https://example.org/guia/")
    assert 'rel="canonical" href="https://example.org/guia/"' in site.text("index.html")
    assert "https://example.org/guia/sitemap.xml" in site.text("robots.txt")


def test_two_builds_in_one_process_are_the_same(tiny):
    root = tiny({"a.md": TOPIC + "# Uno\n" + POINT})

    def files():
        site = build(root).site
        return {file.relative_to(site): file.read_bytes() for file in site.rglob("*") if file.is_file()}

    assert files() == files()
