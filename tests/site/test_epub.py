"""The EPUB: valid, complete against the site, every link leading somewhere, fit for readers of all kinds."""

from __future__ import annotations

import posixpath
import re
import uuid
import zipfile
from urllib.parse import urlsplit

from epub_file import checked
from support import ROOT


def test_epubcheck_has_nothing_to_say(guide):
    assert checked(guide.path) == []


def test_the_archive_is_in_the_order_and_of_the_dates_it_must_be(guide):
    first, *rest = guide.entries
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert guide.files["mimetype"] == b"application/epub+zip"
    assert [entry.filename for entry in rest] == sorted(entry.filename for entry in rest)
    (modified,) = guide.said("dcterms:modified")
    moment = tuple(int(part) for part in re.findall(r"\d+", modified))
    assert {entry.date_time for entry in guide.entries} == {(*moment[:5], moment[5] // 2 * 2)}


def test_the_spine_is_in_the_order_of_the_contents(guide, printed):
    toc = guide.soup("nav.xhtml").select_one('nav[epub\\:type="toc"]')
    listed = list(dict.fromkeys(link["href"].split("#")[0] for link in toc.select("a")))
    assert [file for file in guide.spine if file not in {"portada.xhtml", "nav.xhtml"}] == listed
    assert guide.spine[:3] == ["portada.xhtml", "edicion.xhtml", "nav.xhtml"]
    chapters = [guide.chapter(page.removesuffix(".md")) for page in printed]
    assert [file for file in listed if file in chapters] == chapters
    assert listed[-2:] == ["respuestas.xhtml", "diagramas.xhtml"]


def test_the_contents_have_parts_chapters_and_sections(guide):
    toc = guide.soup("nav.xhtml").select_one('nav[epub\\:type="toc"]')
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    parts = re.findall(r"^  - ([^:\n]+):$", config[config.index("\nnav:") : config.index("\ntheme:")], re.M)
    assert [span.text for span in toc.select("ol > li > span")] == [*parts, "Apéndices"]
    sections = [
        f"{name}#{head['id']}"
        for name in guide.spine
        for head in guide.pages[name].select("h2[id]")
        if name != "nav.xhtml"
    ]
    assert len(sections) > 100
    assert [link["href"] for link in toc.select("a") if "#" in link["href"]] == sections
    landmarks = guide.soup("nav.xhtml").select('nav[epub\\:type="landmarks"] a')
    assert [a["epub:type"] for a in landmarks] == ["cover", "toc", "bodymatter", "glossary", "endnotes"]


def test_the_old_contents_say_the_same(guide):
    toc = guide.soup("nav.xhtml").select_one('nav[epub\\:type="toc"]')
    points = guide.soup("toc.ncx").select("navpoint")
    assert [p.select_one("text").text for p in points] == [
        label.text for label in toc.select("li > a, li > span")
    ]
    assert [p.select_one("content")["src"] for p in points if "#" in p.select_one("content")["src"]] == [
        a["href"] for a in toc.select("a") if "#" in a["href"]
    ]


def test_every_link_leads_somewhere(guide):
    ids = {name: {tag["id"] for tag in page.select("[id]")} | {""} for name, page in guide.pages.items()}
    dead, outside = [], []
    for name, page in guide.pages.items():
        for tag in page.select("[href], [src]"):
            link = tag.get("href") or tag.get("src")
            parts = urlsplit(link)
            if parts.scheme:
                outside.append(link)
                continue
            target = posixpath.normpath(parts.path) if parts.path else name
            if f"EPUB/{target}" not in guide.files or parts.fragment not in ids.get(target, {""}):
                dead.append(f"{name}: {link}")
    assert dead == []
    assert len(outside) > 100
    assert [link for link in outside if not link.startswith("https://")] == []


def test_no_id_stands_twice_in_a_file(guide):
    for name, page in guide.pages.items():
        ids = [tag["id"] for tag in page.select("[id]")]
        assert sorted(ids) == sorted(set(ids)), name


def test_files_are_small_enough_for_old_readers(guide):
    assert [n for n, content in guide.files.items() if n.endswith(".xhtml") and len(content) > 260_000] == []


def test_the_metadata_say_what_it_is_and_who_can_read_it(guide):
    package = guide.package.package

    def values(name):
        return [tag.text for tag in package.select(name)]

    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert (package["version"], package["xml:lang"]) == ("3.0", "es")
    assert values("dc\\:title") == [re.search(r"^site_name: (.+)$", config, re.M)[1].strip('"')]
    assert values("dc\\:language") == ["es"]
    assert values("dc\\:creator") == [re.search(r"^site_author: (.+)$", config, re.M)[1]]
    assert "Sin afiliación" in values("dc\\:rights")[0]
    (identifier,) = values("dc\\:identifier")
    assert uuid.UUID(identifier.removeprefix("urn:uuid:")).version == 5
    assert guide.soup("toc.ncx").select_one('meta[name="dtb:uid"]')["content"] == identifier
    assert guide.said("dcterms:modified")[0].startswith(values("dc\\:date")[0])
    assert guide.said("schema:accessMode") == ["textual", "visual"]
    assert guide.said("schema:accessModeSufficient") == ["textual", "textual,visual"]
    features = {"structuralNavigation", "tableOfContents", "alternativeText", "longDescription"}
    assert features <= set(guide.said("schema:accessibilityFeature"))
    assert guide.said("schema:accessibilityHazard") == ["none"]
    assert len(guide.said("schema:accessibilitySummary")[0]) > 100
    for name, page in guide.pages.items():
        assert page.html["lang"] == page.html["xml:lang"] == "es"
        assert page.title.text, name
    imprint = guide.pages["edicion.xhtml"].text
    assert "Sin afiliación" in imprint
    assert "CC BY-SA 4.0" in imprint
