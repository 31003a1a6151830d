"""Build a site in the process of the tests: half the time of a process of its own, and a traceback is a failure.

Hooks are read anew for each build, as MkDocs does; what a build keeps in modules of guidekit outlives it, so
this is also how builds one after another are tested. What must start from nothing goes through `support.run`.
"""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from bs4 import BeautifulSoup
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from support import SETTING


@dataclass(frozen=True)
class Built:
    """A build that is over: whether it went well, what MkDocs said of it, and its folder."""

    sound: bool
    log: str
    site: Path

    def text(self, name: str) -> str:
        return (self.site / name).read_text("utf-8")

    def soup(self, name: str) -> BeautifulSoup:
        return BeautifulSoup(self.text(name), "html.parser")


def build(root: Path, *, strict: bool | None = None, **environment: str) -> Built:
    """Do what `mkdocs build` does in the folder `root`, into its folder `out`."""
    site = root / "out"
    with mock.patch.dict(os.environ, {**SETTING, **environment}), _messages() as log:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build.build(config)
        except Abort as error:
            return Built(False, f"{log.getvalue()}{error}", site)
        finally:
            config.plugins.on_shutdown()
    return Built(True, log.getvalue(), site)


@contextmanager
def _messages() -> Iterator[io.StringIO]:
    """Collect what MkDocs logs, with the level in front."""
    logger, text = logging.getLogger("mkdocs"), io.StringIO()
    handler = logging.StreamHandler(text)
    handler.setFormatter(logging.Formatter("%(levelname)s - %(message)s"))
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield text
    finally:
        logger.setLevel(level)
        logger.removeHandler(handler)
