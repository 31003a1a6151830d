"""The PDF of the review sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...exam import review_sheet
from ..book import Book
from ..registry import Made
from . import books, paper, sheets


def make(book: Book, target: Path) -> Iterator[Made]:
    """Write the sheet below `target`, if the site has its page."""
    page = book.chapter(review_sheet.PAGE.removesuffix(".md"))
    if page is not None:
        yield from books.printed(book, [sheets.review(book, page, paper.chosen())], target)
