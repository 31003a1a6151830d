"""What of a page of a PDF keeps together."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from guidekit.downloads.pdf import parts as pdf_parts


def test_short_tables_stay_whole_and_numbers_in_line():
    rows = "<tr><th>Partida</th><th>Total</th><th>Nota</th></tr>" + "".join(
        f"<tr><td>Una descripción que no cabe</td><td>{n}</td><td>sí</td></tr>"
        for n in ("4 405", "2300", "No hay")
    )
    table = ET.fromstring(f"<table>{rows}</table>")
    pdf_parts.table(table)
    assert table.get("class") == "entera"
    assert [cell.get("class") for cell in table[1]] == [None, "corta cifra", "corta"]
    long = ET.fromstring(f"<table>{rows}{rows}</table>")
    pdf_parts.table(long)
    assert long.get("class") is None


def test_what_a_list_of_sources_says_behind_a_link_is_small():
    item = ET.fromstring('<li><a class="fuera">AWS</a> (en inglés)</li>')
    pdf_parts.small_language(item)
    assert [(part.tag, part.get("class"), part.text) for part in item] == [
        ("a", "fuera", "AWS"), ("span", "idioma", " (en inglés)"),
    ]  # fmt: skip


def test_short_last_sections_stay_whole():
    long = "<p>" + "largo " * 300 + "</p>"
    body = ET.fromstring(f"<section><h2>A</h2><p>a</p><h2>B</h2>{long}<h2>C</h2><p>c</p></section>")
    pdf_parts.close(body)
    assert [child.tag for child in body] == ["h2", "p", "h2", "p", "div"]
    assert [child.text for child in body[-1]] == ["C", "c"]
