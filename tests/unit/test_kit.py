"""The kit serves any guide: nothing in it names what this one is about."""

import pytest
from subject import WORDS, pattern
from support import ROOT

KIT = ROOT / "hooks/guidekit"
TEXTS = {".css", ".html", ".js", ".json", ".md", ".py", ".svg", ".txt", ".webmanifest", ".yml"}
NAMED = pattern(WORDS)


def named(text):
    return [(number, m[0]) for number, line in enumerate(text.split("\n"), 1) for m in NAMED.finditer(line)]


def test_the_words_are_those_of_the_guide():
    assert {"RDS", "AWS", "Aurora", "ElastiCache", "Amazon", "ACU", "RTO"} <= set(WORDS)


@pytest.mark.parametrize(
    "line", ["AWS lo cambió", "`[[rds-063]]`", "60 IOPS", "dos AZ", "la guía de julio de 2025", "aurora"]
)
def test_a_line_that_names_the_subject_is_found(line):
    assert named(line)


def test_nothing_in_the_kit_names_the_subject():
    files = [file for file in sorted(KIT.rglob("*")) if file.suffix in TEXTS and "fonts" not in file.parts]
    assert len(files) > 100
    hits = [
        f"{file.relative_to(ROOT).as_posix()}:{number}: the kit names the subject of a guide: '{word}'"
        for file in files
        for number, word in named(file.read_text("utf-8"))
    ]
    assert hits == []
