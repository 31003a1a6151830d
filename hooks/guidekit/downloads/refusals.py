"""What no book can show, told when the site is built and not when its books are made."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from ..sources.markdown_lines import blank_front_matter, decode, prose_lines
from ..sources.problems import Problem
from . import html, manuscript
from .book import place

_TAG = re.compile(r"<([a-zA-Z][\w-]*)")


def check(
    content: str, file: str, is_file: Callable[[str], bool], source: bytes, path: str
) -> Iterator[Problem]:
    """Tell what no book can show of the content of a page, which is HTML, made of the `source` at `path`.

    `file` is where the page will stand below the root of the site, `is_file` tells whether another will.
    """
    if set(_TAG.findall(content)) <= manuscript.SHOWN and "arithmatex" not in content:
        return  # as most pages are, which need not be parsed for this

    def picture(src: str) -> str:
        other = place(src, file)
        return other if is_file(other) else ""

    article = html.article(f"<article>{content}</article>")
    _, refusals = manuscript.of(article, lambda href: {"href": href}, picture)
    text = blank_front_matter(decode(source, path)[0]) if refusals else ""
    lines = [(number, unquote(line)) for number, line in prose_lines(text)]
    seen: Counter[str] = Counter()
    for item in refusals:
        places = [number for number, line in lines if item.written in line] or [0]
        yield Problem(path, places[min(seen[item.written], len(places) - 1)], item.what, item.expected)
        seen[item.written] += 1
