"""The workflows' own steps, in a clean clone: the cheap ones run, of the others what they would run is read."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import ROOT

WORKFLOWS = {
    file.stem: yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    for file in (ROOT / ".github/workflows").glob("*.yml")
}
JOBS: dict[str, dict[str, Any]] = WORKFLOWS["ci"]["jobs"]
TESTED = ["check", "unit", "site", "browser"]
TESTS = ["make unit", "make test-site", "make test-browser"]
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(
        ("MAKE", "MFLAGS", "PYTEST_", "GUIA_", "SITE_URL", "REPO_URL", "SOURCE_DATE_EPOCH")
    )
}


def steps(job: dict[str, Any]) -> list[tuple[str, dict[str, str]]]:
    """The commands of a job, each with the environment it sets."""
    return [(step["run"], step.get("env", {})) for step in job["steps"] if "run" in step]


def shell(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a step as the runner does."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command],
        cwd=folder,
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        timeout=600,
    )


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is committed, with the packages of the tree under test: `.ci/run` tries how those are installed."""
    folder = tmp_path_factory.mktemp("clone") / "guia"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    for name in (".venv", "node_modules"):
        (folder / name).symlink_to((ROOT / name).resolve(), target_is_directory=True)
    for name in ("requirements.txt", "requirements-dev.txt", "package-lock.json", ".npmrc", ".ci/venv"):
        os.utime(folder / name, (0, 0))  # older than what was installed from them
    return folder


@pytest.mark.parametrize("job", [*(JOBS[name] for name in TESTED), *WORKFLOWS["weekly"]["jobs"].values()])
def test_every_step_is_a_target_of_make(clone, job):
    assert steps(job)
    for command, environment in steps(job):
        assert re.fullmatch(r"make [a-z-]+", command)
        trial = shell(command.replace("make", "make -n"), clone, **environment)
        assert trial.returncode == 0, trial.stderr


@pytest.mark.parametrize("job", ["check", "unit"])
def test_a_cheap_job_passes_in_a_clean_clone_and_leaves_nothing(clone, job):
    for command, environment in steps(JOBS[job]):
        result = shell(command, clone, **environment)
        assert result.returncode == 0, f"{result.stdout}\n{result.stderr}"
    left = shell("git status --short", clone).stdout.splitlines()
    assert [line for line in left if not line.endswith((".venv", "node_modules"))] == []


def test_the_jobs_together_run_every_test_once(clone):
    commands = [command for job in TESTED for command, _ in steps(JOBS[job])]
    assert [command for command in commands if "unit" in command or "test" in command] == TESTS
    folders = [folder for command in TESTS for folder in selected(clone, command)]
    files = [file.relative_to(clone).as_posix() for file in (clone / "tests").rglob("test_*.py")]
    assert [file for file in files if sum(file.startswith(f"{folder}/") for folder in folders) != 1] == []
    assert all(any(file.startswith(f"{folder}/") for file in files) for folder in folders)
    assert selected(clone, "make test") == []


def selected(clone: Path, command: str) -> list[str]:
    """The folders that a call of make has pytest look for tests in; none: all. Nothing else may choose among them."""
    trial = shell(command.replace("make", "make -n"), clone).stdout
    (folders,) = re.findall(r"^\S+ -m pytest -n auto((?: tests/\w+)*)$", trial, re.MULTILINE)
    return folders.split()


@pytest.mark.parametrize(
    ("results", "status"),
    [
        ("success success success success", 0),
        ("success failure success success", 1),
        ("skipped success success success", 1),
        ("success success success cancelled", 1),
    ],
)
def test_all_green_needs_every_job_and_fails_if_one_did_not_pass(tmp_path, results, status):
    job = JOBS["all-green"]
    assert job["needs"] == TESTED
    assert job["if"] == "always()"
    (step,) = job["steps"]
    assert step["env"] == {"RESULTS": "${{ join(needs.*.result, ' ') }}"}
    assert shell(step["run"], tmp_path, RESULTS=results).returncode == status


def test_only_what_passed_is_published_and_only_from_main():
    publish = JOBS["publish"]
    assert publish["needs"] == "all-green"
    assert publish["if"] == "github.ref == 'refs/heads/main'"
    assert list(WORKFLOWS["pages"]["on"]) == ["workflow_call"]
    uses = [step.get("uses", step.get("run", "")).partition("@")[0] for step in JOBS["browser"]["steps"]]
    assert uses[-3:] == ["make site", "make test-browser", "actions/upload-pages-artifact"]
    site, look = [step.get("env", {}) for step in JOBS["browser"]["steps"][-3:-1]]
    assert {"SITE_URL", "REPO_URL"} <= site.keys()
    assert look == {"GUIA_SITE": "site"}
    assert JOBS["browser"]["steps"][-1]["with"] == {"path": "site"}


def test_the_weekly_tests_run_with_the_newest_and_the_lowest_versions_allowed(clone):
    job = WORKFLOWS["weekly"]["jobs"]["versions"]
    assert [run["resolution"] for run in job["strategy"]["matrix"]["include"]] == ["highest", "lowest-direct"]
    (lock, environment), (tests, _) = steps(job)
    assert (environment, tests) == ({"RESOLUTION": "${{ matrix.resolution }}"}, "make test")
    trial = shell(lock.replace("make", "make -n"), clone, RESOLUTION="lowest-direct").stdout
    assert trial.count("--upgrade --resolution lowest-direct") == 2


def test_no_job_that_may_write_runs_our_code():
    for name, workflow in WORKFLOWS.items():
        assert workflow["permissions"] == {}, name
        for job in workflow["jobs"].values():
            if "write" in job["permissions"].values():
                actions = [step.get("uses", "").partition("@")[0] for step in job.get("steps", [])]
                assert actions in ([], ["actions/deploy-pages"]), name
                assert job.get("uses", "./.github/workflows/pages.yml") == "./.github/workflows/pages.yml"


def test_the_clean_run_is_what_the_readme_tells_a_newcomer():
    first_block = re.search(r"```bash\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    commands = re.findall(r"^make \S+", first_block[1], re.MULTILINE)
    assert re.findall(r"^make .*$", (ROOT / ".ci/run").read_text("utf-8"), re.MULTILINE) == commands
