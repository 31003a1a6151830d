"""Words as readers type them and as addresses spell them."""

from __future__ import annotations

import re
import unicodedata


def fold(text: str) -> str:
    """Return `text` in lower case and without accents, as readers type it; ñ stays a letter of its own."""
    kept = text.lower().replace("ñ", "\0")
    plain = "".join(c for c in unicodedata.normalize("NFD", kept) if not unicodedata.combining(c))
    return plain.replace("\0", "ñ")


def slug(text: str) -> str:
    """Return `text` as an address: lower case, no accents, hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text).replace("ñ", "n")).strip("-")
