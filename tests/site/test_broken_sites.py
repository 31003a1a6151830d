"""Commands as an author runs them, in processes of their own: what fails says why and leaves all as it was."""

from factories import FRONT, PAGE, TOPIC, UNDRAWN
from support import run


def test_a_broken_site_lists_every_problem_and_no_traceback(tiny):
    files = {"a.md": "# Sin nada\n", "b.md": FRONT.replace("title", "titel"), "c.md": PAGE + UNDRAWN}
    result = run("mkdocs", "build", "--site-dir", "out", cwd=tiny(files))
    assert result.returncode != 0
    assert "4 problems in the sources:" in result.stderr  # b.md has an unknown key and lacks title
    places = [result.stderr.index(place) for place in ("docs/a.md:1:", "docs/b.md:2:", "docs/c.md:9:")]
    assert places == sorted(places)
    assert "Traceback" not in result.stderr + result.stdout


def test_a_sound_site_builds_without_a_warning(tiny):
    root = tiny({"a.md": TOPIC + "# Uno\n\n[Inicio](index.md)\n"})
    result = run("mkdocs", "build", "--site-dir", "out", cwd=root)
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    assert (root / "out/a/index.html").is_file()


def test_a_failed_publish_leaves_the_earlier_site_untouched(tiny):
    root = tiny({"a.md": "# Sin nada\n"})
    (root / "site").mkdir()
    (root / "site/index.html").write_text("antes", "utf-8")
    result = run("guidekit.commands.publish", cwd=root)
    assert result.returncode != 0
    assert "docs/a.md:1:" in result.stderr
    assert "site/ is as it was before" in result.stderr
    assert [(f.name, f.read_text("utf-8")) for f in (root / "site").iterdir()] == [("index.html", "antes")]
    assert sorted(p.name for p in root.glob(".site-*")) == []
