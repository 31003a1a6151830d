"""The readers' scripts: what of them needs no browser, run by Node (tests/js/)."""

import os
import subprocess
import sys
from pathlib import Path

import material
from support import ROOT

NODE = Path(sys.executable).with_name("node")  # from PyPI, beside Python
STEMMER = Path(material.__file__).parent / "templates/assets/javascripts/lunr/min"


def test_the_scripts_do_what_their_tests_say():
    run = subprocess.run(
        [NODE, "--test", "tests/js/*.test.js"],
        cwd=ROOT,
        env={**os.environ, "STEMMER": str(STEMMER)},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "pass 0\n" not in run.stdout  # a pattern that names no file passes too
