"""Who may install what Debian has: .ci/debian with stand-ins for the programs it calls."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from support import ROOT

INSTALL = "env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends gato perro"


@pytest.fixture
def install(tmp_path: Path):
    """install(user, sudo, apt) runs the script as the user of that number, where sudo and apt end with the status
    given, None where there is none; it returns the status and what was called.
    """

    def run(user: int, sudo: int | None, apt: int | None) -> tuple[int, list[str]]:
        log = tmp_path / "log"
        log.touch()
        programs = {
            "id": f"echo {user}",
            "env": f'echo "env $*" >> {log}; exit {apt}',
            "apt-get": None if apt is None else f'echo "apt-get $*" >> {log}; exit {apt}',
            "sudo": None if sudo is None else f'echo "sudo $*" >> {log}; exit {sudo}',
        }
        for name, body in programs.items():
            if body is not None:
                (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n")
                (tmp_path / name).chmod(0o755)
        command = ["/bin/sh", str(ROOT / ".ci/debian"), "gato", "perro"]
        result = subprocess.run(command, env={"PATH": str(tmp_path)}, capture_output=True)
        return result.returncode, log.read_text().splitlines()

    return run


def test_root_installs(install):
    assert install(0, None, 0) == (0, ["apt-get update -qq", INSTALL])


def test_sudo_installs_if_it_asks_nothing(install):
    assert install(1000, 0, 0) == (0, ["sudo -n true", "sudo -n apt-get update -qq", f"sudo -n {INSTALL}"])


@pytest.mark.parametrize(("sudo", "called"), [(1, ["sudo -n true"]), (None, [])])
def test_who_may_not_install_leaves_it_to_the_caller_to_say_what_is_missing(install, sudo, called):
    assert install(1000, sudo, 0) == (0, called)


def test_a_machine_without_apt_is_left_alone(install):
    assert install(0, None, None) == (0, [])


def test_an_install_that_fails_is_told(install):
    assert install(0, None, 100) == (100, ["apt-get update -qq"])
