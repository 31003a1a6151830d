"""Typst, held to what our PDFs are: tagged (PDF/UA), in our fonts, without a warning, the same on every run.

Typst can find the pages that a document names, in twice the time and memory. So a sheet is laid out with
those of an earlier layout, or a guess, as data, and again until they are right: after two or three times,
or at once if little has changed.
"""

from __future__ import annotations

import io
import json
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pikepdf
import typst

from ..errors import DownloadError
from . import links, tags
from .paper import FONTS
from .syntax import array, quoted

Pages = Mapping[str, int]
"""Targets of links by name, and the pages they stand on."""
Places = Mapping[str, tuple[int, float, float]]
"""Their pages, and points from the left and the upper edge."""
Timed = tuple[dict[str, int], bytes | None, float]
"""What `lay_out` returns, and the seconds it took."""


@dataclass(frozen=True)
class Sheet:
    """One PDF to be: `code` is what Typst reads behind the pages of the `targets` of its links, for each of
    which there is a guess; `pictures` are the files below `site` that it shows.
    """

    name: str
    code: str
    targets: dict[str, int]
    site: Path
    pictures: tuple[str, ...] = ()


def lay_out(sheet: Sheet, pages: Pages, epoch: int) -> tuple[dict[str, int], bytes | None]:
    """Lay a sheet out as if its targets stood on `pages`; return where they do, and if it is there the PDF,
    made in the second `epoch`. Raises DownloadError for whatever Typst tells.
    """
    with tempfile.TemporaryDirectory() as folder:
        compiler = _compiler(sheet, pages, Path(folder))
        try:
            places = _places(compiler, sheet)
            found = {name: place[0] for name, place in places.items()}
            made = _compiled(compiler, sheet, places, epoch) if found == pages else None
        except RuntimeError as error:
            _try_pictures(sheet, Path(folder))
            raise DownloadError(f"{sheet.name}.pdf: Typst: {_told(error)}") from error
    return found, made


def timed(sheet: Sheet, pages: Pages, epoch: int) -> Timed:
    """Lay a sheet out, and look at the clock."""
    start = time.perf_counter()
    return *lay_out(sheet, pages, epoch), time.perf_counter() - start


def _compiler(sheet: Sheet, pages: Pages, folder: Path) -> typst.Compiler:
    """Return a compiler whose world is `folder`: the source, and the pictures it shows."""
    known = (f"{quoted(name)}: ({pages[name]}, {number})" for number, name in enumerate(sheet.targets))
    main = folder / "main.typ"
    main.write_text(f"#let targets = (: {', '.join(known)})\n{sheet.code}", "utf-8")
    for picture in sheet.pictures:
        place = folder / picture
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes((sheet.site / picture).read_bytes())
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(main, folder, font_paths=fonts, ignore_system_fonts=True)


def _places(compiler: typst.Compiler, sheet: Sheet) -> dict[str, tuple[int, float, float]]:
    where = "let at = locate(label(name)).position(); (at.page, at.x.pt(), at.y.pt())"
    found = json.loads(compiler.eval(f"{array(map(quoted, sheet.targets))}.map(name => {{ {where} }})"))
    return {name: (place[0], place[1], place[2]) for name, place in zip(sheet.targets, found, strict=True)}


def _compiled(compiler: typst.Compiler, sheet: Sheet, places: Places, epoch: int) -> bytes:
    made, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"], timestamp=epoch)
    if warnings:
        raise DownloadError("\n".join(f"{sheet.name}.pdf: Typst warns: {_told(one)}" for one in warnings))
    return _packed(cast(bytes, made), tuple(sheet.targets), places)


def _try_pictures(sheet: Sheet, folder: Path) -> None:
    """Raise a DownloadError for the first picture that cannot be read: Typst does not name it."""
    for picture in sheet.pictures:
        alone = folder / "alone.typ"
        alone.write_text(f"#image({quoted('/' + picture)})", "utf-8")
        try:
            typst.compile(alone, root=folder, ignore_system_fonts=True)
        except RuntimeError as error:
            raise DownloadError(f"{picture}: {_told(error)}; expected a picture that can be read") from error


def _told(diagnostic: Exception) -> str:
    return "; ".join((str(diagnostic), *getattr(diagnostic, "hints", ())))


def _packed(made: bytes, targets: Sequence[str], places: Places) -> bytes:
    """Return a PDF, tags and links in order, its objects in compressed streams: half as large."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        tags.mend(pdf)
        links.name(pdf, targets, places)
        packed = io.BytesIO()
        pdf.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return packed.getvalue()
