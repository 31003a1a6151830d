import subprocess

import pytest
from guidekit import dates
from guidekit.commands import publish


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
