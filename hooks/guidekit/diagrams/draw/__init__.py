"""Draw diagrams with the official Mermaid in a headless Chromium. Building a site needs only FINGERPRINT."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

_HERE = Path(__file__).resolve().parent
ROOT = _HERE.parents[3]
MERMAID_VERSION: str = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]["mermaid"]
MERMAID = ROOT / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
RECIPE = ("mermaid-config.json", "theme.css", "draw.js")


def _fingerprint() -> str:
    digest = hashlib.sha256(MERMAID_VERSION.encode())
    for name in RECIPE:
        digest.update((_HERE / name).read_text("utf-8").encode())
    return digest.hexdigest()


FINGERPRINT = _fingerprint()
"""Changes when the pinned Mermaid or anything in the recipe changes, and with it every drawing."""
