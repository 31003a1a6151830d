"""How tests are spread over processes (`pytest -n auto`): one after another in their order, to whoever is free."""

from __future__ import annotations

import re

import pytest
from xdist.scheduler import LoadScopeScheduling

_READ_PDFS = re.compile(r"/test_pdf(_back|_pages)?\.py::")


class InTurn(LoadScopeScheduling):
    """Each test by itself, but those that read the PDFs back together: reading takes longer than all they ask.

    The groups of xdist 3.8 (`--dist loadgroup`) are lost on pytest 9.2, which names tests anew.
    """

    def __init__(self, config: pytest.Config, log: object) -> None:
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        return "reads PDFs" if _READ_PDFS.search(nodeid) else nodeid
