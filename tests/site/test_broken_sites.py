"""One small broken site per message, built strict in a process of its own: one clear line, no traceback,
exit status not 0. And what must build, builds."""

import pytest
from support import FRONT, PAGE, run

DIAGRAM = """
```mermaid
---
id: uno
caption: Una leyenda suficiente.
---
flowchart TB
  accTitle: Título
  accDescr: Descripción
  a("A")
```
"""
TOPIC = FRONT.replace("---\ntitle", "---\nicon: material/database\ntopic: 1\nexam_domains: [costos]\ntitle")


def build(root, *extra):
    return run("mkdocs", "build", "--site-dir", "out", *extra, cwd=root)


CASES = {
    "no front matter": ({"a.md": "# Hola\n"}, "docs/a.md:1: no front matter; expected"),
    "front matter left open": (
        {"a.md": "---\ntitle: x\n# Hola\n"},
        "docs/a.md:1: front matter is not closed;",
    ),
    "invalid YAML": ({"a.md": "---\ntitle: [x\n---\n# Hola\n"}, "docs/a.md:2: not valid YAML:"),
    "latin-1": ({"a.md": (FRONT + "# Año\n").encode("latin-1")}, "docs/a.md:3: byte 0xE1 is not UTF-8;"),
    "unknown key": (
        {"a.md": FRONT.replace("title", "titel")},
        "docs/a.md:2: unknown key 'titel'; expected one of title, description, icon, topic, exam_domains; "
        "did you mean 'title'?",
    ),
    "missing key": ({"a.md": "---\ntitle: Uno\n---\n# Uno\n"}, "docs/a.md:2: key 'description' is missing;"),
    "short description": (
        {"a.md": "---\ntitle: Uno\ndescription: corta\n---\n# Uno\n"},
        "docs/a.md:3: description: 'corta' is not accepted; expected one sentence of 50 to 160 characters",
    ),
    "unknown icon": (
        {"a.md": TOPIC.replace("material/database", "material/databse") + "# Uno\n"},
        "docs/a.md:2: unknown icon 'material/databse'; expected an icon of the theme; did you mean 'material/database'?",
    ),
    "unknown domain": (
        {"a.md": TOPIC.replace("costos", "costes") + "# Uno\n"},
        "docs/a.md:4: unknown exam domain 'costes'; expected one of seguras, resilientes, rendimiento, costos "
        "(docs/_data/exam.yml); did you mean 'costos'?",
    ),
    "topic without domains": (
        {"a.md": FRONT.replace("---\ntitle", "---\ntopic: 1\ntitle") + "# Uno\n"},
        "docs/a.md:2: key 'exam_domains' is missing beside 'topic'; expected a list of domain ids",
    ),
    "topic twice": (
        {"a.md": TOPIC + "# A\n", "b.md": TOPIC + "# B\n"},
        "docs/b.md:3: topic 1 is already docs/a.md;",
    ),
    "topic is no number": (
        {"a.md": TOPIC.replace("topic: 1", "topic: uno") + "# A\n"},
        "docs/a.md:3: topic: 'uno' is not accepted; expected the place of the topic in the guide",
    ),
    "damaged exam data": (
        {"_data/exam.yml": "# Nada\ndomains: nada\n"},
        "docs/_data/exam.yml:2: domains:",
    ),
    "diagram without id": (
        {"a.md": PAGE + "\n```mermaid\nflowchart TB\n```\n"},
        "docs/a.md:9: diagram without id and caption; expected `---`, `id: my-diagram`",
    ),
    "diagram not drawn": (
        {"a.md": PAGE + DIAGRAM},
        "docs/a.md:9: diagram 'uno' is not drawn; expected a drawing of its present source; run `make diagrams`",
    ),
    "diagram id twice": (
        {"a.md": PAGE + DIAGRAM + DIAGRAM},
        "docs/a.md:20: diagram id 'uno' is already used at docs/a.md:9; expected an id of its own",
    ),
    "dead link": (
        {"a.md": PAGE + "\n[x](nada.md)\n"},
        "contains a link 'nada.md', but the target is not found",
    ),
    "dead anchor": ({"a.md": PAGE + "\n[x](index.md#nada)\n"}, "does not contain an anchor '#nada'"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_broken_site_says_what_is_wrong_and_where(tiny, case):
    files, message = CASES[case]
    result = build(tiny(files))
    assert result.returncode != 0
    assert message in result.stderr
    assert "Traceback" not in result.stderr + result.stdout


def test_all_problems_come_in_one_run(tiny):
    files = {"a.md": "# Sin nada\n", "b.md": FRONT.replace("title", "titel"), "c.md": PAGE + DIAGRAM}
    stderr = build(tiny(files)).stderr
    assert "4 problems in the sources:" in stderr  # b.md has an unknown key and lacks title
    assert stderr.index("docs/a.md:1:") < stderr.index("docs/b.md:2:") < stderr.index("docs/c.md:9:")


def test_a_sound_site_builds(tiny):
    root = tiny({"a.md": TOPIC + "# Uno\n\n[Inicio](index.md)\n"})
    result = build(root)
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    assert (root / "out/a/index.html").is_file()


def test_a_site_without_exam_data_builds(tiny):
    root = tiny({})
    (root / "docs/_data/exam.yml").unlink()
    assert build(root).returncode == 0


def test_data_of_authors_is_not_published(tiny):
    root = tiny({"_data/preview/mermaid.min.js": "1", "_notas.md": "# Notas\n"})
    assert build(root).returncode == 0
    assert not list((root / "out").rglob("_*"))


def test_both_url_styles_build(tiny):
    root = tiny({"a.md": TOPIC + "# Uno\n"})
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "\nuse_directory_urls: false\n", "utf-8")
    assert build(root).returncode == 0
    assert (root / "out/a.html").is_file()


def test_an_undrawn_diagram_falls_to_mermaid2_where_it_may(tiny):
    root = tiny({"a.md": PAGE + DIAGRAM.replace('"A"', '"A <b> & B"'), "_data/preview/mermaid.min.js": "1"})
    assert build(root, "--no-strict").returncode == 0
    page = (root / "out/a/index.html").read_text("utf-8")
    assert 'class="mermaid"' in page
    assert "A &lt;b&gt; &amp; B" in page
    assert "../_data/preview/mermaid.min.js" in page
    assert (root / "out/_data/preview/mermaid.min.js").is_file()
    assert 'id="diagrama-uno"' in page


def test_without_mermaid_an_undrawn_diagram_says_what_to_do(tiny):
    root = tiny({"a.md": PAGE + DIAGRAM})
    assert build(root, "--no-strict").returncode == 0
    assert "make diagrams" in (root / "out/a/index.html").read_text("utf-8")


def test_a_failed_publish_leaves_the_earlier_site_untouched(tiny):
    root = tiny({})
    assert run("guidekit.commands.publish", cwd=root).returncode == 0
    before = {p: p.read_bytes() for p in (root / "site").rglob("*") if p.is_file()}
    assert before
    (root / "docs/index.md").write_text("# Sin nada\n", "utf-8")
    result = run("guidekit.commands.publish", cwd=root)
    assert result.returncode != 0
    assert "site/ is as it was before" in result.stderr
    assert {p: p.read_bytes() for p in (root / "site").rglob("*") if p.is_file()} == before
    assert sorted(p.name for p in root.glob(".site-*")) == []


def test_edit_links_need_a_repository(tiny):
    root = tiny({})
    build(root)
    assert "edit/main" not in (root / "out/index.html").read_text("utf-8")
    run("mkdocs", "build", "--site-dir", "out", cwd=root, REPO_URL="https://example.org/grupo/guia")
    assert "https://example.org/grupo/guia/edit/main/docs/index.md" in (root / "out/index.html").read_text(
        "utf-8"
    )


def test_the_public_address_comes_from_the_environment(tiny):
    root = tiny({})
    run("mkdocs", "build", "--site-dir", "out", cwd=root, SITE_URL="https://example.org/guia/")
    assert 'rel="canonical" href="https://example.org/guia/"' in (root / "out/index.html").read_text("utf-8")
    assert "https://example.org/guia/sitemap.xml" in (root / "out/robots.txt").read_text("utf-8")
