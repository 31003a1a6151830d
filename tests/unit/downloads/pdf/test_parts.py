"""What of a page of a PDF keeps together."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from guidekit.downloads.pdf import parts as pdf_parts
from guidekit.web.elements import element


def test_short_tables_stay_whole():
    def table(rows: int) -> ET.Element:
        return element("table", *(element("tr", element("td", "x")) for _ in range(rows)))

    short, long = table(6), table(7)
    for each in (short, long):
        pdf_parts.keep_short(each)
    assert (short.get("whole"), long.get("whole")) == ("true", None)


def test_what_announces_a_list_stays_with_it():
    body = ET.fromstring("<chapter><p>Son tres:</p><ul/><p>No son.</p><ul/><p>Esto:</p><p>otro</p></chapter>")
    pdf_parts.keep_leads(body)
    assert [part.get("keep") for part in body if part.tag == "p"] == ["true", None, None, None]


def test_a_source_tells_its_address_and_its_language_small():
    item = ET.fromstring('<li><outside href="https://e.org">AWS</outside> (en inglés)</li>')
    pdf_parts.address(item)
    link, _, small = item
    assert (link.text, link.tail, small.get("role")) == ("AWS", None, "language")
    assert "".join(small.itertext()) == "https://e.org (en inglés)"
    plain = ET.fromstring('<li>Mira <outside href="https://e.org">AWS</outside></li>')
    pdf_parts.address(plain)
    assert len(plain) == 1


def test_short_last_sections_stay_whole():
    long = "<p>" + "largo " * 300 + "</p>"
    body = ET.fromstring(f"<chapter><h2>A</h2><p>a</p><h2>B</h2>{long}<h2>C</h2><p>c</p></chapter>")
    pdf_parts.close(body)
    assert [child.tag for child in body] == ["h2", "p", "h2", "p", "together"]
    assert [child.text for child in body[-1]] == ["C", "c"]
