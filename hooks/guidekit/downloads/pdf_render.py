"""WeasyPrint, held to what every PDF of ours is: tagged, with embedded fonts, the same on every run."""

from __future__ import annotations

import hashlib
import logging
import os
from pathlib import Path
from xml.etree import ElementTree as ET

from ..markup import element
from . import DownloadError
from .book import Book
from .pdf_paper import RESOURCES, Paper

_LIBRARIES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def document(book: Book, title: str, body: ET.Element) -> ET.Element:
    """Return the page with its metadata around `body`."""
    about = {"author": book.author, "description": book.description, "generator": "WeasyPrint"}
    about |= {"dcterms.created": book.date.isoformat(), "dcterms.modified": book.date.isoformat()}
    metas = [element("meta", name=name, content=content) for name, content in about.items()]
    return element("html", element("head", element("title", title), *metas), body, lang=book.language)


def write(book: Book, root: ET.Element, target: Path, paper: Paper) -> Path:
    """Lay out and write `root` as `target`, complete or not at all."""
    weasyprint = _weasyprint(target.name)
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    source = "<!doctype html>" + ET.tostring(root, encoding="unicode", method="html")
    styles = (RESOURCES / "style.css").read_text("utf-8").replace("{{paper}}", paper.name)
    fonts = weasyprint.text.fonts.FontConfiguration()
    sheet = weasyprint.CSS(string=styles, base_url=f"{RESOURCES}/", font_config=fonts)
    half = target.with_suffix(".half")
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(book.epoch)  # the dates in the subsets of the fonts
    try:
        weasyprint.HTML(string=source, base_url=f"{RESOURCES}/").write_pdf(
            half,
            stylesheets=[sheet],
            font_config=fonts,
            pdf_variant="pdf/ua-1",
            pdf_identifier=hashlib.sha256(f"{target.name} {book.epoch}".encode()).digest()[:16],
        )
        half.rename(target)
    finally:
        half.unlink(missing_ok=True)
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
    return target


def _weasyprint(name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
    """Import WeasyPrint, which loads the system's text libraries at once."""
    try:
        import weasyprint
        import weasyprint.text.fonts
    except OSError as error:
        raise DownloadError(
            f"{name}: a system library is missing ({error}); install it with: apt install {_LIBRARIES}"
        ) from error
    return weasyprint
