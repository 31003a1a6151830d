"""What the makers of downloads must know of a built site beyond its pages: one JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ..ledger.statuses import Mark, Status
from ..model import Corpus, Fact


@dataclass(frozen=True)
class Site:
    """The site as mkdocs.yml describes it; `rights` is HTML, `file` what the downloads are called after."""

    title: str
    description: str
    author: str
    rights: str
    url: str
    language: str
    file: str


@dataclass(frozen=True)
class Entry:
    """A page in reading order: `uri` of its source, `url` in the site, `part` the section it is in."""

    uri: str
    title: str
    description: str
    url: str
    part: str


def build(site: Site, epoch: int, entries: Iterable[Entry], corpus: Corpus) -> dict[str, Any]:
    """Return the manifest. `epoch` is the second the site speaks of as now; the `kind` of a page is topic,
    page or, for what the build made, made.
    """
    written = {page.uri: page for page in corpus.pages}
    domains = {domain.id: domain.short for domain in corpus.domains}
    pages = []
    for entry in entries:
        page = written.get(entry.uri)
        topic = page.topic if page else None
        kind = "made" if page is None else "page" if topic is None else "topic"
        pages.append({**asdict(entry), "name": entry.uri.removesuffix(".md"), "topic": topic, "kind": kind})
    tips = [
        {
            "id": tip.id,
            "title": tip.title,
            "kind": tip.kind,
            "topic": tip.topic,
            "also": tip.also,
            "domain": tip.domain,
            "domain_name": domains.get(tip.domain or "", ""),
            "keywords": tip.keywords,
        }
        for tip in corpus.tips
    ]
    return {
        "site": asdict(site),
        "epoch": epoch,
        "pages": pages,
        "tips": tips,
        "terms": [asdict(term) for term in corpus.terms],
        "domains": [asdict(domain) for domain in corpus.domains],
        "facts": _facts(corpus.facts),
    }


def _facts(found: Sequence[Fact]) -> dict[str, Any] | None:
    if not found:
        return None
    checked = sorted(fact.checked for fact in found)
    unverified = sum(Status.of(fact.status).mark == Mark.UNKNOWN for fact in found)
    return {"count": len(found), "unverified": unverified, "oldest": checked[0], "newest": checked[-1]}
