"""Walk the lines of a Markdown source: front matter and fenced blocks, with true line numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .problems import Problem

_FENCE = re.compile(r"^(?P<prefix>[ \t>]*)(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
_CODE = re.compile(r"(`+).+?(?<!`)\1(?!`)")


@dataclass(frozen=True)
class Block:
    """A fenced block: `line` of its opening fence (1-based), its language, its text without prefix."""

    line: int
    language: str
    text: str


def decode(raw: bytes, path: str) -> tuple[str, list[Problem]]:
    """Decode UTF-8, with or without byte order mark, and unify line ends."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        byte = raw[error.start]
        return "", [Problem(path, line, f"byte 0x{byte:02X} is not UTF-8", "the file saved as UTF-8")]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def split_front_matter(text: str, path: str) -> tuple[str | None, int, list[Problem]]:
    """Return the YAML between the opening `---` lines (None if absent), the index of the first body
    line (0-based) and problems.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, 0, []
    for index in range(1, len(lines)):
        if lines[index].rstrip() in {"---", "..."}:
            return "\n".join(lines[1:index]), index + 1, []
    return None, 0, [Problem(path, 1, "front matter is not closed", "a second line `---` after its keys")]


def blank_front_matter(text: str) -> str:
    """Return `text` with empty lines for its front matter: what follows keeps its line numbers."""
    _, first, _ = split_front_matter(text, "")
    return "\n".join([""] * first + text.split("\n")[first:])


def prose_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield number (1-based) and text of each line outside fences, with blanks for code between backticks."""
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        match = _FENCE.match(line)
        if fence:
            closes = match and match["fence"].startswith(fence) and not match["info"].strip()
            fence = "" if closes else fence
        elif match:
            fence = match["fence"]
        else:
            yield number, _CODE.sub(lambda code: " " * len(code[0]), line)


def fenced_blocks(text: str, first: int = 0) -> Iterator[Block]:
    """Yield the fenced blocks of `text` from line index `first`; a fence inside a longer fence is text."""
    lines = text.split("\n")
    opened: tuple[int, str, str, str] | None = None
    for index in range(first, len(lines)):
        match = _FENCE.match(lines[index])
        if opened is None:
            if match:
                language = match["info"].strip().split(" ")[0].strip("{}. ").lower()
                opened = (index, match["prefix"], match["fence"], language)
            continue
        start, prefix, fence, language = opened
        closes = match and match["fence"].startswith(fence) and not match["info"].strip()
        if closes or index == len(lines) - 1:
            end = index if closes else index + 1
            body = [_strip(line, prefix) for line in lines[start + 1 : end]]
            yield Block(start + 1, language, "\n".join(body))
            opened = None


def _strip(line: str, prefix: str) -> str:
    size = 0
    while size < len(prefix) and size < len(line) and line[size] in " \t>":
        size += 1
    return line[size:].rstrip()
