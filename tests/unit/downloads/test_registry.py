"""The downloads as they are declared."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

from guidekit.downloads import registry
from support import ROOT


def test_every_download_has_a_maker_and_its_words():
    for item in registry.FORMATS:
        assert callable(import_module(f"guidekit.downloads.{item.maker}").make)
        line, section = item.words()
        assert line.startswith("- **")
        assert section.startswith("## ")
        assert section.count("<!-- ficha -->") == 1
    assert len({item.choice for item in registry.FORMATS}) == len(registry.FORMATS)


def test_the_archive_holds_what_travels_and_no_device_keeps_a_book():
    assert {"g.pdf", "g.epub", "g.apkg"} <= registry.in_archive("g")
    assert "g-offline.zip" not in registry.in_archive("g")
    assert {".pdf", ".epub", ".apkg", ".zip"} <= registry.not_kept()


def test_the_archive_is_made_after_all_that_travels_in_it():
    names = [item.suffix for item in registry.FORMATS]
    travelling = [names.index(item.suffix) for item in registry.FORMATS if item.in_archive]
    assert max(travelling) < names.index("-offline.zip")


def test_a_plain_build_loads_no_maker():
    code = (
        "import sys; from guidekit.downloads import manifest, page, registry\n"
        "print([name for name in ('typst', 'genanki', 'tinyhtml5', 'fontTools') if name in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env={"PYTHONPATH": str(ROOT / "hooks")}, capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
