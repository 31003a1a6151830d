"""What several test groups share: the real site built and published once, tiny sites on demand.

What loads MkDocs is imported by who needs it: the process that spreads the tests is waited for by all others.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import publication
import pytest
import yaml
from support import ROOT, run

if TYPE_CHECKING:
    import building

_publication = pytest.StashKey[publication.Publication]()
_pids = pytest.StashKey[list[int]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the golden cases anew from the code")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_pids] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need the publication come last: the others run while it is made. First of those, all that read
    the PDFs: they take longest.
    """

    def turn(item: pytest.Item) -> int:
        needs = set(getattr(item, "fixturenames", ()))
        return 1 if needs & {"book", "topics"} else 2 if "published" in needs else 0

    items.sort(key=turn)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    from spreading import InTurn  # not there without xdist

    return InTurn(config, log)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tell who outlives this process of the publication it started: another one may still wait for it."""
    started = session.config.stash.get(_publication, None)
    if started and started.process and started.process.poll() is None:
        session.config.stash[_pids].append(started.process.pid)
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput["publication"] = started.process.pid


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    node.config.stash[_pids] += [getattr(node, "workeroutput", {}).get("publication")]


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        for pid in filter(None, config.stash[_pids]):
            publication.stop(pid)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run have in common."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session", autouse=True)
def _publishing(request: pytest.FixtureRequest, shared: Path) -> publication.Publication:
    """Start the publication at once if a test of this run asks for it."""
    started = publication.Publication(shared / "published")
    request.config.stash[_publication] = started
    if any("published" in getattr(item, "fixturenames", ()) for item in request.session.items):
        started.start()
    return started


@pytest.fixture(scope="session")
def published(_publishing: publication.Publication) -> Path:
    """The real site with its downloads, as `make site` makes it. Change only copies of it."""
    return _publishing.site()


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The real site, built strict. Change only copies of it."""

    def make(out: Path) -> None:
        result = run("mkdocs", "build", "--site-dir", str(out))
        assert result.returncode == 0, result.stderr
        assert "WARNING" not in result.stderr

    return publication.once(shared / "site", make)


@pytest.fixture(scope="session")
def nav() -> list[str]:
    """The pages of the real site in reading order, as paths below docs/."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    entries = yaml.load(text.replace("!ENV", ""), yaml.SafeLoader)["nav"]

    def pages(item: object) -> Iterator[str]:
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            for value in item.values():
                yield from pages(value)
        elif isinstance(item, list):
            for value in item:
                yield from pages(value)

    return list(pages(entries))


@pytest.fixture
def tiny(tmp_path: Path) -> Callable[..., Path]:
    """Make a small site with the real hooks, theme and settings: tiny({"page.md": text or bytes, …})."""

    import corpora

    def make(files: dict[str, str | bytes], settings: str = "") -> Path:
        for folder in ("hooks", "overrides"):
            (tmp_path / folder).symlink_to(ROOT / folder)
        text = (ROOT / "mkdocs.yml").read_text("utf-8")
        start, end = text.index("\nnav:"), text.index("\ntheme:")
        (tmp_path / "mkdocs.yml").write_text(f"{text[:start]}{text[end:]}\n{settings}", "utf-8")
        (tmp_path / "CHANGELOG.md").write_text("2026-01-01\n", "utf-8")
        corpora.write(tmp_path / "docs", files)
        return tmp_path

    return make


@pytest.fixture
def built(tiny: Callable[..., Path]) -> Callable[..., building.Built]:
    """Build a small site that must be sound: built({"page.md": text, …}, settings="use_…: false")."""

    import building

    def make(files: dict[str, str | bytes], settings: str = "", **environment: str) -> building.Built:
        result = building.build(tiny(files, settings), **environment)
        assert result.sound, result.log
        assert "WARNING" not in result.log
        return result

    return make


@pytest.fixture
def problems(tmp_path: Path) -> Callable[[dict[str, str | bytes]], list[str]]:
    """Return what a build would refuse in a small site: problems({"page.md": text or bytes, …})."""
    import corpora

    return lambda files: corpora.problems(tmp_path, files)
