"""How tests are spread over processes (`pytest -n auto`): one after another in their order, to whoever is free."""

from __future__ import annotations

import re

import pytest
from xdist.scheduler import LoadScopeScheduling

_TOGETHER = re.compile(r".*/(?:(?P<pdfs>test_pdf(?:_back|_pages)?)|test_public|test_other_guide)\.py")


class InTurn(LoadScopeScheduling):
    """Each test by itself, but in one process all that read the PDFs back, and the tests of a module that builds or
    publishes a guide of its own: that takes longer than all they ask.

    The groups of xdist 3.8 (`--dist loadgroup`) are lost on pytest 9.2, which names tests anew.
    """

    def __init__(self, config: pytest.Config, log: object) -> None:
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        together = _TOGETHER.match(nodeid)
        return nodeid if together is None else "PDFs" if together["pdfs"] else together[0]
