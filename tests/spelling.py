"""`python tests/spelling.py`: check the Spanish of every page and data file, by word and line.

Hunspell's algorithm in plain Python with the Spanish dictionary from npm; names, English terms and
words the dictionary lacks are in tests/data/words.txt, one per line.
"""

from __future__ import annotations

import functools
import re
import sys
from pathlib import Path

from spylls.hunspell import Dictionary

ROOT = Path(__file__).parents[1]
WORDS = ROOT / "tests/data/words.txt"
_SKIP = re.compile(
    r"<!--.*?-->|`[^`\n]*`|\]\([^)\s]*\)|https?://\S+|<[^>\n]*>|&\w+;"  # marks, code, addresses, tags
    r"|(?<!\*)\*[^*\n]+\*(?!\*)|^(?:icon|exam_domains|id):.*$|^[a-z_]+:|\[\[.*?\]\]|^!!! [\w ]+|\{:? #.*\}$"  # English in italics, keys, callouts and their attributes
    r"|^\s*```\w*|^\s*acc(?:Title|Descr)|:::\w+|^\s*(?:flowchart|sequenceDiagram|class|end|autonumber)\b.*$"  # Mermaid
    r"|^\s*(?:subgraph|participant|actor)\s+\w+|^\s*\w+(?=[\[({>/]+\")|\b\w*_\w*\b"
    r"|^\s*\w+\s*(?:-->|-\.->|---|<-->|~~~)\s*\w+\s*$"
    r"|^\s*\w+\s*(?:-->|-\.->|---|<-->)\||(?<=\|)\s*\w+$|^\s*\w+$"  # an edge around its label
    r"|^\s*\w+\s*--?>>\s*\w+:|^\s*Note over [\w,]+:|^\s*(?:alt|else|loop|opt)\b",  # a message, a note, a frame
    re.MULTILINE,
)
_CODE = re.compile(r"^(?P<indent>[ \t]*)```(?!mermaid)\w+\n.*?^(?P=indent)```", re.MULTILINE | re.DOTALL)
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])")
_ENCLITIC = re.compile(r"(?P<verb>.{2,}?)(?:me|te|se|nos)?(?:l[oae]s?|se)")  # elígelo, devolvérselas
_NAME = re.compile(r"[a-z][A-Z]")  # names of metrics and calls: AuroraReplicaLag
_PLAIN = str.maketrans("áéíóú", "aeiou")


_KEY = re.compile(r"^ *(?:- )?(?P<key>[a-z_]+):")
_PROSE_KEYS = {"statement", "before", "exam", "change", "term", "definition"}


def prose(text: str) -> str:
    """Keep the values of a data file that readers read, each on its line."""
    kept, key = [], ""
    for line in text.split("\n"):
        match = _KEY.match(line)
        key = match["key"] if match else key
        kept.append(_KEY.sub("", line) if key in _PROSE_KEYS else "")
    return "\n".join(kept)


def blank(match: re.Match[str]) -> str:
    """Keep line ends and columns, so that the line of a word stays its line."""
    return re.sub(r"[^\n]", " ", match[0])


def main() -> int:
    """Print `path:line: unknown word …` for each; return 1 if there is any."""
    dictionary = Dictionary.from_files(str(ROOT / "node_modules/dictionary-es/index"))
    known = set(WORDS.read_text("utf-8").split())

    @functools.cache
    def right(word: str) -> bool:
        if word in known or word.lower() in known or word.isupper() or _NAME.search(word):
            return True
        if dictionary.lookup(word):
            return True
        if "-" in word:
            return all(right(part) for part in word.split("-"))
        match = _ENCLITIC.fullmatch(word)
        return bool(match) and any(
            dictionary.lookup(v) for v in (match["verb"], match["verb"].translate(_PLAIN))
        )

    wrong = 0
    data = [*(ROOT / "docs/_data/facts").glob("*.yml"), ROOT / "docs/_data/glossary.yml"]
    for file in sorted([*(ROOT / "docs").glob("*.md"), *data]):
        text = file.read_text("utf-8")
        text = _SKIP.sub(blank, _CODE.sub(blank, prose(text) if file.suffix == ".yml" else text))
        for number, line in enumerate(text.split("\n"), 1):
            for word in _WORD.findall(line):
                if not right(word):
                    wrong += 1
                    path = file.relative_to(ROOT).as_posix()
                    print(
                        f"{path}:{number}: unknown word '{word}'; expected Spanish, or a line in tests/data/words.txt"
                    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
