"""`python -m bench.words [SITE]`: how many words of each page readers see without opening anything, and how many are
folded.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag

MINUTE = 190
"""The words one reads in a minute of a text one studies."""
_UNREAD = "svg, script, style, .headerlink, .solo-pantalla"
"""Labels of drawings, signs, what a screen offers to do: no running text."""
_LISTED = "puntos-de-examen"
"""The anchor of the list that names the exam points once more."""


class Words(NamedTuple):
    """Words of a page that stand open, and those that one opens."""

    open: int
    folded: int

    @property
    def minutes(self) -> float:
        """The minutes of reading that stand open."""
        return self.open / MINUTE


def count(file: Path) -> Words:
    """Return the words of the article of a built page."""
    article = BeautifulSoup(file.read_bytes(), "html.parser").find("article")
    assert isinstance(article, Tag), f"{file} has no article"
    for part in article.select(_UNREAD):
        part.decompose()
    if heading := article.find(id=_LISTED):
        for part in heading.find_next_siblings():
            if part.name == heading.name:
                break
            part.decompose()
        heading.decompose()
    every = _words(article)
    for fold in article.select("details:not([open])"):
        for part in [part for part in fold.children if getattr(part, "name", None) != "summary"]:
            part.extract()
    unfolded = _words(article)
    return Words(unfolded, every - unfolded)


def _words(part: Tag) -> int:
    return sum(bool(re.search(r"\w", word)) for word in part.get_text(" ").split())


def table(site: Path) -> None:
    """Print the words of each page of a built site, the longest first."""
    pages = {file.parent.relative_to(site).as_posix(): count(file) for file in site.rglob("index.html")}
    print(f"{'page':45} {'open':>8} {'folded':>8} {'minutes':>8}")
    for path, words in sorted(pages.items(), key=lambda page: -page[1].open):
        print(f"/{path.replace('.', ''):44} {words.open:8} {words.folded:8} {words.minutes:8.1f}")


if __name__ == "__main__":
    table(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
