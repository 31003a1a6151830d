"""The article of a built page as a tree."""

from __future__ import annotations

import re
from collections.abc import Collection
from xml.etree import ElementTree as ET

import tinyhtml5


class _Compiled(dict[tuple[Collection[str], bool], re.Pattern[str]]):
    def __missing__(self, key: tuple[Collection[str], bool]) -> re.Pattern[str]:
        signs, opposite = key
        self[key] = re.compile(f"[{'' if opposite else '^'}{re.escape(''.join(signs))}]+")
        return self[key]


# What tinyhtml5 2.1 keeps here it never finds again, and makes anew for each word it reads: half of its time.
tinyhtml5.inputstream.characters_until_regex = _Compiled()


def article(page: str) -> ET.Element:
    """Return the article of a page, whose tags have no namespace but those of drawings."""
    start, end = page.find("<article"), page.rfind("</article>")  # a third of a page is menus
    document = tinyhtml5.parse(page[start:end], namespace_html_elements=False)
    return next(document.iter("article"))
