"""What several test groups share: the real site built once, tiny sites on demand, a browser over loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from support import EXAM, PAGE, ROOT, publish, run


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the golden cases anew from the code")


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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strict."""
    out = tmp_path_factory.mktemp("built") / "site"
    result = run("mkdocs", "build", "--site-dir", str(out))
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    return out


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with its downloads, as `make site` makes it."""
    return publish(tmp_path_factory.mktemp("published"))


@pytest.fixture
def tiny(tmp_path: Path) -> Callable[..., Path]:
    """Make a small site with the real hooks, theme and settings: tiny({"page.md": text or bytes, …})."""

    def make(files: dict[str, str | bytes]) -> Path:
        for folder in ("hooks", "overrides"):
            (tmp_path / folder).symlink_to(ROOT / folder)
        settings = (ROOT / "mkdocs.yml").read_text("utf-8")
        start, end = settings.index("\nnav:"), settings.index("\ntheme:")
        (tmp_path / "mkdocs.yml").write_text(settings[:start] + settings[end:], "utf-8")
        (tmp_path / "CHANGELOG.md").write_text("2026-01-01\n", "utf-8")
        docs = tmp_path / "docs"
        for name, content in {"index.md": PAGE, "_data/exam.yml": EXAM, **files}.items():
            file = docs / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return make
