"""The facts of the real guide as its authors wrote them: what tests expect is worked out from these."""

from __future__ import annotations

import yaml
from support import ROOT

FACTS = {
    file.stem: yaml.safe_load(file.read_text("utf-8"))
    for file in sorted((ROOT / "docs/_data/facts").glob("*.yml"))
}
"""The entries of each page."""
BY_ID = {name: e for entries in FACTS.values() for e in entries for name in [e["id"], *e.get("also", [])]}
"""The entry of each id, merged ones too."""
