"""No reader has seen the edition the ledger compares with: only the page of the ledger names it, and the home page once."""

import re

from bs4 import BeautifulSoup
from subject import GUIDE

NAME = re.compile(rf"\b{re.escape(GUIDE['earlier'].split(' ', 1)[1])}\b", re.IGNORECASE)
ONCE = "index.html"
LEDGER = "vigencia/index.html"


def mentions(file):
    text = BeautifulSoup(file.read_text("utf-8"), "html.parser").get_text(" ")
    return len(NAME.findall(re.sub(r"\s+", " ", text)))


def test_the_earlier_edition_is_named_where_it_is_explained(site):
    named = {file.relative_to(site).as_posix(): mentions(file) for file in site.rglob("*.html")}
    assert named.pop(LEDGER) > 0
    assert named.pop(ONCE) <= 1
    assert {path: count for path, count in named.items() if count} == {}
