"""`python -m guidekit.commands.external_links`: ask every page of others that the guide links to.

Reads the pages below docs/ and docs/_data/sources.yml. Exit status 1 if an address no longer leads where it
says: gone, unreachable after several tries, or moved for good. A site that refuses programs gets a warning:
a person has to look. Hosts are asked side by side, each host one address at a time.
"""

from __future__ import annotations

import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import Retry

from ..sources import files, yaml_lines
from ..sources.markdown_lines import blank_front_matter, decode, prose_lines
from ..sources.problems import Problem

_ADDRESS = re.compile(r"https?://[^\s<>()\"'\]]+(?:\([^\s<>()\"']*\)[^\s<>()\"'\]]*)*")
_MOVED = {301, 308}
_REFUSED = {401, 403, 405, 429}
"""What sites answer to programs that they show their pages to people only."""
_NAME = "Mozilla/5.0 (compatible; guidekit-external-links)"


@dataclass(frozen=True)
class Manners:
    """How hosts are asked: seconds to wait for an answer, tries after the first, seconds between two
    questions to one host (doubling before another try), hosts asked at the same time.
    """

    timeout: float = 20
    tries: int = 3
    pause: float = 0.3
    hosts: int = 8


_MANNERS = Manners()


@dataclass(frozen=True)
class Answer:
    """What is wrong with an address. `certain` is false if only a person can tell."""

    message: str
    expected: str
    certain: bool = True


def links(docs: Path) -> Iterator[tuple[str, int, str]]:
    """Yield path, line and address, without its fragment, of every link to another site; code is skipped.

    Files that cannot be read are left to the build, which tells what is wrong with them.
    """
    for file in files.pages(docs):
        path = file.relative_to(docs.parent).as_posix()
        text, _ = decode(file.read_bytes(), path)
        for number, line in prose_lines(blank_front_matter(text)):
            for match in _ADDRESS.finditer(line):
                yield path, number, urldefrag(match[0].rstrip(".,;:!?»*_")).url
    sources = docs / "_data" / "sources.yml"
    if sources.is_file():
        text, _ = decode(sources.read_bytes(), "")
        document, _ = yaml_lines.parse(text, sources.relative_to(docs.parent).as_posix())
        entries = document.data if document and isinstance(document.data, list) else []
        for index, entry in enumerate(entries):
            if document and isinstance(entry, dict) and "url" in entry:
                yield document.path, document.line_of(index, "url"), urldefrag(str(entry["url"])).url


def ask(addresses: Iterable[str], manners: Manners) -> dict[str, Answer]:
    """Ask every address once; return what is wrong with those that have a fault."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in dict.fromkeys(addresses):
        hosts[urlsplit(address).netloc].append(address)

    def ask_host(queue: Sequence[str]) -> dict[str, Answer]:
        faults = {}
        with _session(manners) as session:
            for address in queue:
                if answer := _ask(session, address, manners.timeout):
                    faults[address] = answer
                time.sleep(manners.pause)
        return faults

    with ThreadPoolExecutor(manners.hosts) as pool:
        return {address: a for faults in pool.map(ask_host, hosts.values()) for address, a in faults.items()}


def _session(manners: Manners) -> requests.Session:
    session = requests.Session()
    session.headers["User-Agent"] = _NAME
    again = Retry(
        manners.tries,
        status_forcelist=(429, 500, 502, 503, 504),
        backoff_factor=manners.pause,
        raise_on_status=False,
        retry_after_max=60,
    )
    session.mount("http://", HTTPAdapter(max_retries=again))
    session.mount("https://", HTTPAdapter(max_retries=again))
    return session


def _ask(session: requests.Session, address: str, timeout: float) -> Answer | None:
    try:
        with session.get(address, timeout=timeout, stream=True) as response:  # the head is enough
            status, history = response.status_code, [*response.history, response]
    except requests.TooManyRedirects:
        return Answer(f"{address} redirects in circles", "an address that leads to a page")
    except requests.RequestException as error:
        return Answer(f"{address} cannot be reached: {_reason(error)}", "an address that answers")
    if status in _REFUSED:
        return Answer(f"{address} answers {status} to programs", "it opened by hand", certain=False)
    if status >= 400:
        return Answer(f"{address} answers {status}", "an address that exists")
    for step, following in pairwise(history):
        if step.status_code not in _MOVED:
            break
        if following.status_code not in _MOVED:
            return Answer(f"{address} has moved", following.url)
    return None


def _reason(error: requests.RequestException) -> str:
    cause = getattr(error.args[0], "reason", error.args[0]) if error.args else error
    return str(cause).rpartition(": ")[2]


def main(docs: Path = Path("docs"), manners: Manners = _MANNERS) -> int:
    """Run in the folder of mkdocs.yml; return the exit status."""
    places = list(links(docs))
    faults = ask((address for _, _, address in places), manners)
    wrong = sorted(
        (Problem(path, line, faults[address].message, faults[address].expected), faults[address].certain)
        for path, line, address in places
        if address in faults
    )
    for problem, certain in dict.fromkeys(wrong):
        print(problem if certain else f"warning: {problem}", file=sys.stderr)
    addresses = {address for _, _, address in places}
    hosts = {urlsplit(address).netloc for address in addresses}
    print(f"{len(addresses)} addresses of {len(hosts)} hosts asked: {len(faults)} to look at")
    return 1 if any(certain for _, certain in wrong) else 0


if __name__ == "__main__":
    raise SystemExit(main())
