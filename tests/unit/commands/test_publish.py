import contextlib
import subprocess
import sys
from types import SimpleNamespace

import pytest
from guidekit import dates
from guidekit.commands import publish
from guidekit.downloads import making
from guidekit.downloads.errors import DownloadError
from support import ENVIRONMENT, ROOT


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "CHANGELOG.md").write_text("## 1 (2026-01-02)\n## 0 (2025-12-31)\n")
    return tmp_path


def test_the_date_is_given_or_the_commits_or_the_changelogs(folder, monkeypatch):
    assert dates.source_date_epoch(folder) == "1767312000"  # 2026-01-02T00:00Z
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", "init", "-q"], check=True)
    assert dates.source_date_epoch(folder) == "1767312000"  # no commit yet
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-03-04T00:00:00Z")
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "x"], check=True)
    assert dates.source_date_epoch(folder) == "1772582400"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "5")
    assert dates.source_date_epoch(folder) == "5"


def test_a_swap_leaves_only_the_complete_site(folder):
    for name, text in (("next", "new"), ("site", "old")):
        (folder / name).mkdir()
        (folder / name / "f").write_text(text)
    publish.swap(folder / "next", folder / "site", folder / "old")
    assert (folder / "site" / "f").read_text() == "new"
    assert sorted(p.name for p in folder.iterdir()) == ["CHANGELOG.md", "site"]


def ended(status):
    """A process that is over."""
    return contextlib.nullcontext(SimpleNamespace(wait=lambda: status))


@pytest.fixture
def built(folder, monkeypatch):
    """A folder with a site, and a build beside it that passes; downloads fail with what is asked for."""
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("old", "utf-8")

    def build(command, env, cwd):
        (folder / ".site-next").mkdir()
        (folder / ".site-next/index.html").write_text("new", "utf-8")
        (folder / ".site-manifest.json").write_text("{}", "utf-8")
        return ended(0)

    def failing(error):
        def make(site, manifest):
            if error is not None:
                raise error

        monkeypatch.setattr(publish.subprocess, "Popen", build)
        monkeypatch.setattr(publish, "source_date_epoch", lambda root: "5")
        monkeypatch.setattr(making, "make", make)

    return failing


def left(folder):
    return sorted(path.name for path in folder.iterdir()), (folder / "site/index.html").read_text("utf-8")


def test_a_complete_site_takes_the_place_of_the_old_one(folder, built, capsys):
    built(None)
    assert publish.main() == 0
    assert left(folder) == (["CHANGELOG.md", "site"], "new")
    assert capsys.readouterr().out.startswith("site/ is complete: 1 files")


def test_a_download_that_fails_leaves_the_site_as_it_was_and_is_told_once(folder, built, capsys):
    built(DownloadError("descargas/guia.apkg: KeyError: 'trampa'"))
    assert publish.main() == 1
    assert left(folder) == (["CHANGELOG.md", "site"], "old")
    expected = "descargas/guia.apkg: KeyError: 'trampa'\nsite/ is as it was before\n"
    assert capsys.readouterr() == ("", expected)


def test_nothing_is_left_behind_even_by_who_stops_it(folder, built, capsys):
    built(KeyboardInterrupt())
    assert publish.main() == 130
    assert left(folder) == (["CHANGELOG.md", "site"], "old")
    assert capsys.readouterr().err == "site/ is as it was before\n"


def test_a_site_that_cannot_be_replaced_is_told(folder, built, monkeypatch, capsys):
    built(None)
    monkeypatch.setattr(publish, "_OLD", folder / "none/old")
    assert publish.main() == 1
    assert left(folder) == (["CHANGELOG.md", "site"], "old")
    assert capsys.readouterr().err.startswith("site/ could not be replaced: [Errno 2]")


def test_a_build_that_fails_says_how_and_makes_no_downloads(folder, built, monkeypatch, capsys):
    built(AssertionError("no downloads without a site"))
    monkeypatch.setattr(publish.subprocess, "Popen", lambda command, **settings: ended(3))
    assert publish.main() == 3
    assert left(folder) == (["CHANGELOG.md", "site"], "old")
    assert capsys.readouterr().err == "site/ is as it was before\n"


def test_a_process_that_lays_out_a_pdf_loads_no_mkdocs():
    code = "import sys, guidekit.commands.publish, guidekit.downloads.pdf.press; print(*sys.modules)"
    environment = {**ENVIRONMENT, "PYTHONPATH": str(ROOT / "hooks")}
    loaded = subprocess.check_output([sys.executable, "-c", code], env=environment, text=True).split()
    assert "typst" in loaded
    assert {"mkdocs", "jsonschema"}.isdisjoint(loaded)
