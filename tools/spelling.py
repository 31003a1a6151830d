"""`python tools/spelling.py`: check the Spanish of pages, data and texts of the kit, by word and line.

Hunspell's algorithm in plain Python with the Spanish dictionary from npm; names, English terms and
words the dictionary lacks are in tools/words.txt, one per line.
"""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from guidekit.sources import files, readable
from guidekit.sources.markdown_lines import decode
from guidekit.sources.problems import Problem, report
from spylls.hunspell import Dictionary

ROOT = Path(__file__).parents[1]
WORDS = Path(__file__).with_name("words.txt")
EXPECTED = "Spanish, or a line in tools/words.txt"
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])")
_ENCLITIC = re.compile(r"(?P<verb>.{2,}?)(?:me|te|se|nos)?(?:l[oae]s?|se)")  # elígelo, devolvérselas
_NAME = re.compile(r"[a-z][A-Z]")  # names of metrics and calls: AuroraReplicaLag
_PLAIN = str.maketrans("áéíóú", "aeiou")


def speller(known: set[str], lookup: Callable[[str], bool]) -> Callable[[str], bool]:
    """Return what tells whether a word is right: `known`, or `lookup` knows it, its parts or its verb."""

    @functools.cache
    def right(word: str) -> bool:
        if word in known or word.lower() in known or word.isupper() or _NAME.search(word):
            return True
        if lookup(word):
            return True
        if "-" in word:
            return all(right(part) for part in word.split("-"))
        match = _ENCLITIC.fullmatch(word)
        verb = match["verb"] if match else ""
        return any(lookup(form) for form in (verb, verb.translate(_PLAIN)) if form)

    return right


def unknown(text: str, path: str, right: Callable[[str], bool]) -> Iterator[Problem]:
    """Tell of each wrong word in `text`, which holds what readers read, with its line."""
    for number, line in enumerate(text.split("\n"), 1):
        for word in _WORD.findall(line):
            if not right(word):
                yield Problem(path, number, f"unknown word '{word}'", EXPECTED)


def sources(root: Path) -> list[Path]:
    """Return every file with Spanish in it: pages, what stands beside them, data, texts of the kit."""
    docs = root / "docs"
    return [
        *files.pages(docs),
        *sorted(docs.glob("_*.md")),
        *files.lists(docs),
        *sorted((root / "hooks").rglob("*.md")),
    ]


def check(paths: Iterable[Path], root: Path, right: Callable[[str], bool]) -> list[Problem]:
    """Return everything wrong with the words of the files `paths`, named as from `root`."""
    problems: list[Problem] = []
    for file in paths:
        path = file.relative_to(root).as_posix()
        text, wrong = decode(file.read_bytes(), path)
        text = readable.of_data(text) if file.suffix == ".yml" else readable.of_page(text)
        problems += [*wrong, *unknown(text, path, right)]
    return problems


def main() -> int:
    """Print each unknown word as `path:line`; return 1 if there is any."""
    dictionary = Dictionary.from_files(str(ROOT / "node_modules/dictionary-es/index"))
    right = speller(set(WORDS.read_text("utf-8").split()), dictionary.lookup)
    problems = check(sources(ROOT), ROOT, right)
    if problems:
        print(report(problems), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
