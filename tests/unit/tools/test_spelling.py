"""Wrong words are told with their lines; the dictionary itself is npm's and runs in `make check`."""

import importlib.util

import pytest
from support import ROOT

SPEC = importlib.util.spec_from_file_location("spelling", ROOT / "tools/spelling.py")
spelling = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(spelling)

RIGHT = spelling.speller({"Multi-AZ", "escalado"}, {"base", "elige", "segura", "copia"}.__contains__)


@pytest.mark.parametrize(
    "word", ["base", "Multi-AZ", "Escalado", "AWS", "CacheHitRate", "base-copia", "elígela", "eligeselo"]
)
def test_a_word_is_right(word):
    assert RIGHT(word)


@pytest.mark.parametrize("word", ["bse", "base-cpia", "Segura", "la"])
def test_a_word_is_wrong(word):
    assert not RIGHT(word)


def test_unknown_words_come_with_path_and_line(tmp_path):
    (tmp_path / "a.md").write_text("base\n\nbse `xyz` cpia\n", "utf-8")
    (tmp_path / "b.yml").write_text("- id: zzz\n  term: bsae\n", "utf-8")
    problems = spelling.check([tmp_path / "a.md", tmp_path / "b.yml"], tmp_path, RIGHT)
    assert [str(problem) for problem in problems] == [
        "a.md:3: unknown word 'bse'; expected Spanish, or a line in tools/words.txt",
        "a.md:3: unknown word 'cpia'; expected Spanish, or a line in tools/words.txt",
        "b.yml:2: unknown word 'bsae'; expected Spanish, or a line in tools/words.txt",
    ]


def test_all_spanish_of_the_project_is_read(tmp_path):
    spanish = (
        "docs/a.md",
        "docs/_guia-de-estilo.md",
        "docs/_data/facts/a.yml",
        "docs/_data/glossary.yml",
        "hooks/guidekit/exam/texto.md",
    )
    for name in (*spanish, "docs/_data/sources.yml", "README.md", "tests/b.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert {file.relative_to(tmp_path).as_posix() for file in spelling.sources(tmp_path)} == set(spanish)
