"""The kit serves any guide: nothing in it names what this one is about."""

import re

import pytest
import yaml
from support import ROOT

KIT = ROOT / "hooks/guidekit"
CONFIG = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))
GUIDE = CONFIG["extra"]["guide"]
NAMES = re.findall(
    r"\b[A-Z][A-Za-z]+", f"{CONFIG['site_name']} {GUIDE['vendor']} {CONFIG['site_description']}"
)
COMMON = {"Guía", "Solutions", "Architect", "Associate"}
OTHERS = [
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
OTHERS += [GUIDE["earlier"], "julio de 2025", "July 2025", *GUIDE["units"], *GUIDE["leads"]]
WORDS = sorted({*NAMES, *OTHERS} - COMMON)
# In capitals only what is short enough to be part of other words: a drawing may have a group `az`.
NAMED = re.compile(
    "|".join(rf"\b{re.escape(word)}\b" if len(word) < 3 else rf"(?i:\b{re.escape(word)}\b)" for word in WORDS)
)
TEXTS = {".css", ".html", ".js", ".json", ".md", ".py", ".svg", ".txt", ".webmanifest", ".yml"}


def named(text):
    return [(number, m[0]) for number, line in enumerate(text.split("\n"), 1) for m in NAMED.finditer(line)]


def test_the_words_are_those_of_the_guide():
    assert {"RDS", "AWS", "Aurora", "ElastiCache", "Amazon", "ACU", "RTO"} <= set(WORDS)


@pytest.mark.parametrize(
    "line", ["AWS lo cambió", "`[[rds-063]]`", "60 IOPS", "dos AZ", "la guía de julio de 2025", "Aurora"]
)
def test_a_line_that_names_the_subject_is_found(line):
    assert named(line)


def test_nothing_in_the_kit_names_the_subject():
    files = [file for file in sorted(KIT.rglob("*")) if file.suffix in TEXTS and "fonts" not in file.parts]
    assert len(files) > 100
    told = [
        f"{file.relative_to(ROOT).as_posix()}:{number}: the kit names the subject of a guide: '{word}'"
        for file in files
        for number, word in named(file.read_text("utf-8"))
    ]
    assert told == []
