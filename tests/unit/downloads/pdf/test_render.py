"""Units of a PDF and the numbers of their pages, with a layout made up for the test."""

from __future__ import annotations

from types import SimpleNamespace
from xml.etree import ElementTree as ET

import books
import pytest
from guidekit.downloads.errors import DownloadError
from guidekit.downloads.pdf import render
from guidekit.downloads.pdf.render import Press, Unit

REFERENCE = '<body><p id="{}"><a class="pagina" href="#{}">x</a></p></body>'


def press(monkeypatch, pages_of) -> Press:
    """A press whose units have the pages that `pages_of` says."""
    monkeypatch.setattr(render, "weasyprint_for", lambda name: None)
    monkeypatch.setattr(render, "_styles", lambda paper: (None, None))

    def lay_out(self, unit, start, shown):
        unit.start, unit.shown = start, shown
        name = unit.body[0].get("id")
        unit.pages = [
            SimpleNamespace(anchors={name: (0, 0)} if not n else {}) for n in range(pages_of(name, shown))
        ]

    monkeypatch.setattr(Press, "_lay_out", lay_out)
    monkeypatch.setattr(Press, "_close_holes", lambda self, unit: None)
    return Press(books.book(), "Guía", SimpleNamespace(name="x.pdf"), SimpleNamespace(name="A4"))


def units() -> list[Unit]:
    return [Unit(ET.fromstring(REFERENCE.format(*names))) for names in (("a", "b"), ("b", "a"))]


def test_numbers_are_put_in_until_they_stay(monkeypatch):
    first, second = made = units()
    press(monkeypatch, lambda name, shown: 2).settle(made)
    assert (first.start, second.start) == (1, 3)
    assert (first.shown, second.shown) == ({"b": 3}, {"a": 1})


def test_numbers_that_never_stay_are_told(monkeypatch):
    with pytest.raises(DownloadError, match=r"x\.pdf: the page numbers do not settle"):
        press(monkeypatch, lambda name, shown: 2 - shown.get("b", 0) % 2).settle(units())
