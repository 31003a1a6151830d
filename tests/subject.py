"""The words by which one knows what this guide is about: the kit and other guides have none of them."""

from __future__ import annotations

import re
from collections.abc import Collection

import yaml
from support import ROOT

CONFIG = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""), yaml.CSafeLoader)
GUIDE = CONFIG["extra"]["guide"]
_COMMON = {"Guía", "Solutions", "Architect", "Associate"}
_NAMES = re.findall(r"\b[A-Z]\w+", f"{CONFIG['site_name']} {GUIDE['vendor']} {CONFIG['site_description']}")
_OTHERS = [
    "SAA-C03",
    "Valkey",
    "Memcached",
    "Redis",
    "PITR",
    "KMS",
    "Multi-AZ",
    "failover",
    "gp3",
    "us-east-1",
]
_OTHERS += [GUIDE["earlier"], "julio de 2025", "July 2025", *GUIDE["units"], *GUIDE["leads"]]
WORDS = sorted({*_NAMES, *_OTHERS} - _COMMON)
_GLOSSARY = yaml.load((ROOT / "docs/_data/glossary.yml").read_text("utf-8"), yaml.CSafeLoader)
_OF_THE_KIT = {"JSON", "lista de preparación", "registro"}
TERMS = sorted({term["term"] for term in _GLOSSARY if len(term["term"]) > 3} - _OF_THE_KIT)
"""Terms of its glossary, but those a page of any guide may have."""


def pattern(words: Collection[str]) -> re.Pattern[str]:
    """Return what finds the words; in capitals only what is short enough to stand in code."""
    short = [re.escape(word) for word in words if len(word) < 3]
    long = [re.escape(word) for word in words if len(word) >= 3]
    return re.compile(rf"\b(?:{'|'.join(short) or '(?!)'}|(?i:{'|'.join(long)}))\b")
