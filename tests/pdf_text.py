"""The texts of a PDF where they are painted, in drawings too: pypdf's own reading forgets where a form stands,
and its parser of content, made for every PDF there is, takes ten times as long as ours for what WeasyPrint writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import hypot
from pathlib import Path

from pypdf import PdfReader

Matrix = tuple[float, ...]
Operation = tuple[list, bytes]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_TOKEN = re.compile(
    rb"\s*(?:(?P<number>[-+]?(?:\d+\.?\d*|\.\d+))|(?P<open>\[)|(?P<close>\])|<(?P<hex>[0-9a-fA-F]*)>"
    rb"|(?P<name>/[^\s\[\]<>/()]+)|(?P<marks><<.*?>>)|(?P<operator>[A-Za-z'\"]+\*?)|(?P<end>$))",
    re.DOTALL,
)
_PAIR = re.compile(rb"<([0-9a-fA-F]{4})> <((?:[0-9a-fA-F]{4})+)>")


@dataclass(frozen=True)
class Piece:
    """A text as it is painted: its base line from `x` to `end` at `y`, its size in points."""

    text: str
    x: float
    end: float
    y: float
    size: float
    drawn: bool


@dataclass(frozen=True)
class _Font:
    characters: dict[int, str]
    widths: dict[int, float]


@cache
def reader(path: Path) -> PdfReader:
    return PdfReader(path)


@cache
def pieces(path: Path) -> list[list[Piece]]:
    """The texts of every page of a PDF."""
    fonts: dict[int, _Font] = {}
    forms: dict[int, list[Operation]] = {}
    return [list(_painted(page, fonts, forms)) for page in reader(path).pages]


def operations(content: bytes) -> Iterator[Operation]:
    """Read a content stream: the operands of each operator, a list where it has an array. Texts must be
    hexadecimal, as WeasyPrint writes them; the properties of marked content are left out.
    """
    place, operands, outer = 0, [], None
    while place < len(content):
        token = _TOKEN.match(content, place)
        assert token, content[place : place + 40]
        kind, place = token.lastgroup, token.end()
        value = token[kind]
        if kind == "number":
            operands.append(float(value))
        elif kind == "hex":
            operands.append(bytes.fromhex(value.decode()))
        elif kind == "name":
            operands.append(value.decode())
        elif kind == "open":
            outer, operands = operands, []
        elif kind == "close":
            operands = [*outer, operands]
        elif kind == "operator":
            yield operands, value
            operands = []


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _painted(page, fonts, forms) -> Iterator[Piece]:
    stream = operations(page["/Contents"].get_object().get_data())
    resources = page["/Resources"]
    given = {name: _font(value, fonts) for name, value in resources.get("/Font", {}).items()}
    yield from _run(stream, resources, given, _IDENTITY, forms, False)


def _run(stream, resources, fonts, matrix: Matrix, forms, drawn: bool) -> Iterator[Piece]:
    saved: list[Matrix] = []
    text, font, size = _IDENTITY, None, 0.0
    for operands, operator in stream:
        if operator == b"q":
            saved.append(matrix)
        elif operator == b"Q":
            matrix = saved.pop()
        elif operator == b"cm":
            matrix = _times(tuple(map(float, operands)), matrix)
        elif operator == b"BT":
            text = _IDENTITY
        elif operator == b"Tm":
            text = tuple(map(float, operands))
        elif operator in {b"Td", b"TD"}:
            text = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), text)
        elif operator == b"Tf":
            font, size = fonts[operands[0]], float(operands[1])
        elif operator in {b"Tj", b"TJ"}:
            yield _piece(
                operands[0] if operator == b"TJ" else operands, font, size, _times(text, matrix), drawn
            )
        elif operator == b"Do":
            name = resources["/XObject"].raw_get(operands[0])
            form = name.get_object()
            if form.get("/Subtype") == "/Form":
                if name.idnum not in forms:
                    forms[name.idnum] = list(operations(form.get_data()))
                inner = _times(tuple(map(float, form.get("/Matrix", _IDENTITY))), matrix)
                own = form.get("/Resources", resources)
                yield from _run(forms[name.idnum], own, fonts, inner, forms, True)


def _piece(parts, font: _Font, size: float, matrix: Matrix, drawn: bool) -> Piece:
    written, width = "", 0.0
    for part in parts:
        if isinstance(part, float):
            width -= part
            continue
        for code in (int.from_bytes(part[place : place + 2], "big") for place in range(0, len(part), 2)):
            written += font.characters.get(code, "")
            width += font.widths.get(code, 0)
    x, y = matrix[4], matrix[5]
    end = x + width / 1000 * size * matrix[0]
    return Piece(written, x, end, y, size * hypot(matrix[2], matrix[3]), drawn)


def _font(value, known: dict[int, _Font]) -> _Font:
    number = id(value)
    if number not in known:
        descendant = value["/DescendantFonts"][0].get_object()
        characters = {
            int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
            for code, text in _PAIR.findall(value["/ToUnicode"].get_data())
        }
        widths: dict[int, float] = {}
        entries = list(descendant["/W"])
        while entries:
            first, run = int(entries.pop(0)), entries.pop(0)
            widths |= {first + place: float(width) for place, width in enumerate(run)}
        known[number] = _Font(characters, widths)
    return known[number]
