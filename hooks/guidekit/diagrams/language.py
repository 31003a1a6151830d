"""Which Mermaid we draw: flowcharts and sequences, coloured by our classes alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..sources.problems import Problem, did_you_mean

TYPES = ("flowchart", "sequenceDiagram")
CLASSES = (
    *("app", "db", "storage", "cache", "cache-alt", "network", "service", "external", "result"),
    *("region", "az", "group"),
)
_COLOURS = f"one of the classes {' '.join(CLASSES)} after `:::`"
_FLOWCHART = {
    r"(?:^|;)\s*(style|linkStyle|classDef)\b": _COLOURS,
    r"(?:^|;)\s*(click)\b": "no links in a drawing: they go into the text",
    r"\b(fa[bklrs]?:fa-[\w-]+)": "a label in words",
    r"\w(@\{)": "the shape written around the label: `id[…]`, `id(…)`, `id[(…)]` …",
}
_SEQUENCE = {
    r"^\s*(?:create\s+)?(actor)\s": "`participant id as Label`",
    r"^\s*(?:create\s+)?participant\s+\w+\s*(@\{)": "`participant id as Label`",
    r"^\s*(box|rect)\b": "a frame (alt, opt, loop, par) or a note, which have our colours",
    r"^\s*(links?|properties|details)\s": "no links in a drawing: they go into the text",
}
_ANY = {r"^\s*(%%\{)": "no directive: all drawings look alike"}
_HIDDEN = re.compile(
    r"^[ \t]*accDescr\s*\{[^}]*\}|^[ \t]*acc(?:Title|Descr)[ \t]*:.*$|^\s*%%(?!\{).*$", re.MULTILINE
)
"""What says nothing of looks: descriptions and comments."""
_QUOTED = re.compile(r'"[^"\n]*"')
_CLASS = re.compile(r":::([\w,-]+)|^\s*class\s+[\w,\s-]+?\s+([\w-]+)\s*;?\s*$")


def check(source: str, path: str, first: int) -> Iterator[Problem]:
    """Tell what of the Mermaid `source`, whose first row is line `first` of `path`, we do not draw."""
    lines = _HIDDEN.sub(lambda match: "\n" * match[0].count("\n"), source).split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip() and "%%{" not in line), 0)
    kind = (lines[start].split() or ["nothing"])[0].rstrip(";")
    if kind not in {*TYPES, "graph"}:
        expected, hint = " or ".join(TYPES), did_you_mean(kind, TYPES)
        yield Problem(path, first + start, f"diagrams of type '{kind}' are not drawn", expected, hint)
        return
    sequence = kind == "sequenceDiagram"
    for number, line in enumerate(lines, first):
        for pattern, expected in {**_ANY, **(_SEQUENCE if sequence else _FLOWCHART)}.items():
            # Icons stand within labels; everything else is looked for outside of them.
            text = line if "fa[" in pattern else _QUOTED.sub('""', line)
            if match := re.search(pattern, text):
                yield Problem(path, number, f"`{match[1]}` is not drawn in a {kind}", expected)
        if not sequence:
            yield from _unknown_classes(_QUOTED.sub('""', line), path, number)


def _unknown_classes(line: str, path: str, number: int) -> Iterator[Problem]:
    for match in _CLASS.finditer(line):
        for name in (match[1] or match[2]).split(","):
            if name not in CLASSES:
                hint = did_you_mean(name, CLASSES)
                yield Problem(path, number, f"unknown class '{name}'", f"one of {' '.join(CLASSES)}", hint)
