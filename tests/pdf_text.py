"""The texts of a PDF where they are painted, in drawings too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import hypot
from pathlib import Path

import pikepdf
from pypdf import PdfReader

Matrix = tuple[float, ...]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_HEX = rb"<([0-9A-Fa-f]+)>\s*"
_CHARACTERS = re.compile(_HEX + rb"<([0-9A-Fa-f]+)>\s*\n")
_RANGES = re.compile(_HEX + _HEX + rb"<([0-9A-Fa-f]+)>\s*\n")


@dataclass(frozen=True)
class Piece:
    """A text as it is painted: its base line from `x` to `end` at `y`, its size in points; `mark` is the number of
    the marked content that it is in, if any.
    """

    mark: int | None
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
def tagged(path: Path) -> pikepdf.Pdf:
    """For what is asked of tags and content: pypdf takes ten times as long."""
    return pikepdf.open(path)


@cache
def pieces(path: Path) -> list[list[Piece]]:
    """The texts of every page of a PDF."""
    fonts: dict[tuple[int, int], _Font] = {}
    drawings = marks(path, "/Figure")
    return [
        list(_painted(page, fonts, {mark for place, mark in drawings if place == number}))
        for number, page in enumerate(tagged(path).pages)
    ]


def elements(item: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The structure elements below one, in reading order."""
    kids = item.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def structure(path: Path, kind: str) -> list[pikepdf.Object]:
    root = tagged(path).Root.StructTreeRoot
    return [item for item in elements(root) if str(item.S) == kind]


@cache
def _numbers(path: Path) -> dict[tuple[int, int], int]:
    return {page.objgen: number for number, page in enumerate(tagged(path).pages)}


def content(path: Path, item: pikepdf.Object) -> Iterator[tuple[int, int]]:
    """Page and number of each piece of marked content in a structure element, in reading order."""
    kids = item.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield _numbers(path)[item.Pg.objgen], kid
        elif "/MCID" in kid:
            yield _numbers(path)[kid.get("/Pg", item.get("/Pg")).objgen], int(kid.MCID)
        elif "/S" in kid:
            yield from content(path, kid)


def reading(path: Path) -> Iterator[Piece]:
    """What a reading aloud says, in its order: nothing of the heads and feet of pages."""
    marked: dict[tuple[int, int], list[Piece]] = {}
    for number, page in enumerate(pieces(path)):
        for piece in page:
            if piece.mark is not None:
                marked.setdefault((number, piece.mark), []).append(piece)
    for place in content(path, tagged(path).Root.StructTreeRoot):
        yield from marked.get(place, ())


def marks(path: Path, kind: str) -> set[tuple[int, int]]:
    return {place for item in structure(path, kind) for place in content(path, item)}


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _painted(page, fonts, drawings: set[int]) -> Iterator[Piece]:
    matrix = _IDENTITY
    saved: list[Matrix] = []
    marked: list[int] = []
    text, font, size = _IDENTITY, None, 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                saved.append(matrix)
            case "Q":
                matrix = saved.pop()
            case "cm":
                matrix = _times(tuple(map(float, operands)), matrix)
            case "BDC":
                marked.append(int(operands[1].get("/MCID", -1)))
            case "BMC":
                marked.append(-1)
            case "EMC":
                marked.pop()
            case "BT":
                text = _IDENTITY
            case "Tm":
                text = tuple(map(float, operands))
            case "Td" | "TD":
                text = _times((1, 0, 0, 1, *map(float, operands)), text)
            case "Tf":
                font, size = _font(page.Resources.Font[operands[0]], fonts), float(operands[1])
            case "Tj" | "TJ":
                parts = operands[0] if str(operator) == "TJ" else operands
                mark = next((number for number in reversed(marked) if number >= 0), None)
                yield _piece(parts, font, size, _times(text, matrix), mark, mark in drawings)


def _piece(parts, font: _Font, size: float, matrix: Matrix, mark: int | None, drawn: bool) -> Piece:
    written, width = "", 0.0
    for part in parts:
        if not isinstance(part, pikepdf.String):
            width -= float(part)
            continue
        codes = bytes(part)
        for code in (int.from_bytes(codes[place : place + 2], "big") for place in range(0, len(codes), 2)):
            written += font.characters.get(code, "")
            width += font.widths.get(code, 0)
    x, y = matrix[4], matrix[5]
    end = x + width / 1000 * size * matrix[0]
    return Piece(mark, written, x, end, y, size * hypot(matrix[2], matrix[3]), drawn)


def _font(value, known) -> _Font:
    if value.objgen not in known:
        table = value.ToUnicode.read_bytes()
        characters = {}
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
            characters |= {int(code, 16): _text(said) for code, said in _CHARACTERS.findall(block)}
        for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
            for first, last, said in _RANGES.findall(block):
                for step in range(int(last, 16) - int(first, 16) + 1):
                    start = _text(said)
                    characters[int(first, 16) + step] = start[:-1] + chr(ord(start[-1]) + step)
        widths: dict[int, float] = {}
        entries = list(value.DescendantFonts[0].W)
        while entries:
            first, then = int(entries.pop(0)), entries.pop(0)
            if isinstance(then, pikepdf.Array):
                widths |= {first + place: float(width) for place, width in enumerate(then)}
            else:
                width = float(entries.pop(0))
                widths |= dict.fromkeys(range(first, int(then) + 1), width)
        known[value.objgen] = _Font(characters, widths)
    return known[value.objgen]


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")
