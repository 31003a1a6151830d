"""Every download, declared once: what makes it, what the page of downloads says of it, where it may go.

Imports nothing: a plain build reads this too, and most makers bring large libraries.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import NamedTuple

FOLDER = "descargas"
"""Where the site publishes them, below its root."""
SHEET = "-repaso.pdf"
"""The review sheet, which its page on the site leads to."""
_HERE = Path(__file__).parent


class Made(NamedTuple):
    """A file, and how many seconds it took to make."""

    file: Path
    seconds: float


@dataclass(frozen=True)
class Format:
    """A download called after the guide, with `suffix` behind that name.

    `maker` is a module below this package. Its `make(book, folder)` writes the file into `folder`, and
    whatever else belongs to it, and returns all it has written, or yields each file as it is done; none if
    the book holds nothing for it. One that works on several at once gives each as `Made`, with its seconds.
    Beside it stands `text`, Markdown: a line for the list that helps to choose, where it is number `choice`;
    then its section, with `<!-- ficha -->` for the button and the facts of the file. `label` is on the
    button. With `in_archive` it travels in the copy of the site, with `kept` a device that keeps the site
    keeps it too, unless another format with its extension is not kept.
    """

    suffix: str
    label: str
    maker: str
    text: str
    choice: int
    in_archive: bool
    kept: bool = False

    def words(self) -> tuple[str, str]:
        """Return the line that helps to choose, and the section."""
        line, _, section = (_HERE / self.text).read_text("utf-8").partition("\n\n")
        return line, section


FORMATS: tuple[Format, ...] = (
    Format(".pdf", "Descargar el libro en PDF", "pdf.books", "pdf/page.md", choice=2, in_archive=True),
    Format(SHEET, "Descargar la hoja de repaso", "pdf.review", "pdf/review.md", choice=3, in_archive=True),
    Format(".epub", "Descargar el EPUB", "epub.book", "epub/page.md", choice=1, in_archive=True),
    Format(".apkg", "Descargar las tarjetas", "anki.cards", "anki/page.md", choice=4, in_archive=True),
    Format("-offline.zip", "Descargar el zip", "site_copy", "site_copy.md", choice=5, in_archive=False),
)
"""In the order they are made: the copy of the site holds those before it."""


def in_archive(name: str) -> set[str]:
    """Return the files that travel in the copy of the site, of the downloads called after `name`."""
    return {f"{name}{item.suffix}" for item in FORMATS if item.in_archive}


def not_kept() -> set[str]:
    """Return the extensions of the files that no device keeps."""
    return {PurePath(f"x{item.suffix}").suffix for item in FORMATS if not item.kept}
