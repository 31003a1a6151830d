"""Seconds and memory of the downloads, for this guide and for a site of five as large."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from support import ENVIRONMENT, ROOT

_MAKE = """
import resource, sys
from pathlib import Path
from guidekit.downloads import making
making.make(Path(sys.argv[1]), Path(sys.argv[2]))
print(max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
"""


def taking(folder: Path) -> None:
    """Print seconds of each maker and megabytes of the largest process at its peak."""
    site, manifest = folder / "taken", folder / "taken.json"
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(ROOT / "mkdocs.yml"), "-d", str(site)]
    environment = {**ENVIRONMENT, "GUIA_MANIFEST": str(manifest)}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    took = {}
    for guides in (1, 5):
        copy = folder / f"taken-{guides}"
        shutil.copytree(site, copy)
        data = json.loads(manifest.read_bytes())
        data["pages"] = [*data["pages"], *_more(data["pages"], copy, guides)]
        listed = folder / f"taken-{guides}.json"
        listed.write_text(json.dumps(data), "utf-8")
        took[guides] = _measure(copy, listed)
        seconds, megabytes = took[guides]
        print(f"downloads of {guides} guide(s): {seconds:.0f} s, {megabytes:.0f} MB at most in one process")
    print(f"ratio: {took[5][0] / took[1][0]:.1f} in time, {took[5][1] / took[1][1]:.1f} in memory")


def _more(pages: list[dict[str, Any]], site: Path, guides: int) -> list[dict[str, Any]]:
    """Copy the topics of the guide `guides` - 1 times, in parts of their own; return them as the manifest does."""
    copies = []
    for number in range(1, guides):
        for page in pages:
            if page["kind"] == "topic":
                url = f"{number}/{page['url']}"
                shutil.copytree(site / page["url"], site / url)
                uri = page["uri"].replace(".md", f"-{number}.md")
                copies.append({**page, "uri": uri, "part": f"{page['part']} {number}", "url": url})
    return copies


def _measure(site: Path, manifest: Path) -> tuple[float, float]:
    """Make the downloads; return seconds and megabytes."""
    done = subprocess.run(
        [sys.executable, "-c", _MAKE, str(site), str(manifest)],
        env={**ENVIRONMENT, "PYTHONPATH": str(ROOT / "hooks")},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    *lines, peak = done.stdout.splitlines()
    return sum(float(line.split()[-2]) for line in lines), float(peak) / 1024
