"""The pages of others, here those of a server on loopback that moves, fails and dawdles."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from guidekit.commands.external_links import Manners, ask, links, main

MANNERS = Manners(timeout=5, tries=1, pause=0)


class Elsewhere(ThreadingHTTPServer):
    """Answers by the path asked for; counts what was asked and how much at the same time."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: Counter[str] = Counter()
        self.busy: Counter[str] = Counter()
        self.most = 0
        self.both = threading.Barrier(2)
        self.slow = threading.Event()


class Handler(BaseHTTPRequestHandler):
    server: Elsewhere

    def do_GET(self) -> None:
        server, host = self.server, self.headers["Host"]
        server.asked[self.path] += 1
        server.busy[host] += 1
        server.most = max(server.most, server.busy[host])
        try:
            self.answer()
        finally:
            server.busy[host] -= 1

    def answer(self) -> None:
        name, _, target = self.path[1:].partition("/")
        if name == "circle":
            name, target = "302", "circle"
        if name == "flaky":
            name = "503" if self.server.asked[self.path] == 1 else "200"
        if name == "both":
            self.server.both.wait(5)
            name = "200"
        if name == "slow":
            self.server.slow.wait(5)
            name = "200"
        self.send_response(int(name))
        if target:
            self.send_header("Location", f"/{target}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Elsewhere]:
    started = Elsewhere()
    thread = threading.Thread(target=started.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield started
    started.slow.set()
    started.shutdown()
    started.server_close()
    thread.join()


@pytest.fixture
def home(server: Elsewhere) -> str:
    return f"http://127.0.0.1:{server.server_port}"


@pytest.mark.parametrize(
    ("path", "message", "expected", "certain"),
    [
        ("/404", "answers 404", "an address that exists", True),
        ("/410", "answers 410", "an address that exists", True),
        ("/500", "answers 500", "an address that exists", True),
        ("/302/404", "answers 404", "an address that exists", True),
        ("/301/404", "answers 404", "an address that exists", True),
        ("/301/200", "has moved", "HOME/200", True),
        ("/308/301/200", "has moved", "HOME/200", True),
        ("/301/302/200", "has moved", "HOME/302/200", True),
        ("/403", "answers 403 to programs", "it opened by hand", False),
        ("/429", "answers 429 to programs", "it opened by hand", False),
        ("/circle", "redirects in circles", "an address that leads to a page", True),
    ],
)
def test_what_is_wrong_with_an_address_and_what_would_be_right(home, path, message, expected, certain):
    address = home + path
    answer = ask([address], MANNERS)[address]
    assert (answer.message, answer.expected, answer.certain) == (
        f"{address} {message}",
        expected.replace("HOME", home),
        certain,
    )


def test_a_page_that_is_there_or_elsewhere_for_now_is_right(home):
    assert ask([f"{home}/200", f"{home}/302/200", f"{home}/307/200"], MANNERS) == {}


def test_a_host_that_stumbles_is_asked_again(home, server):
    assert ask([f"{home}/flaky"], MANNERS) == {}
    assert server.asked["/flaky"] == 2


def test_a_host_that_does_not_answer_in_time_cannot_be_reached(home, server):
    answer = ask([f"{home}/slow"], Manners(timeout=0.2, tries=1, pause=0))[f"{home}/slow"]
    assert "cannot be reached" in answer.message
    assert "timed out" in answer.message
    assert server.asked["/slow"] == 2


def test_a_host_that_is_not_there_cannot_be_reached(server):
    server.server_close()
    address = f"http://127.0.0.1:{server.server_port}/200"
    assert "cannot be reached" in ask([address], MANNERS)[address].message


def test_hosts_are_asked_side_by_side_and_each_one_address_at_a_time(home, server):
    other = home.replace("127.0.0.1", "localhost")
    addresses = [f"{home}/both", f"{other}/both", *(f"{home}/200/{n}" for n in range(5)), f"{home}/both"]
    assert ask(addresses, MANNERS) == {}  # each waits until the other has been asked
    assert server.asked["/both"] == 2  # an address that stands twice is asked once
    assert server.most == 1


def test_links_come_from_prose_and_sources_with_their_lines(tmp_path):
    docs = tmp_path / "docs"
    (docs / "_data").mkdir(parents=True)
    (docs / "page.md").write_text(
        "---\ntitle: https://front.example/\n---\n"
        "[a](https://a.example/x_(y)#z), <https://b.example/>. See https://c.example/d.\n"
        "`https://code.example/`\n```text\nhttps://fence.example/\n```\n"
    )
    (docs / "_data/sources.yml").write_text("- id: one\n  url: https://s.example/\n- id: none\n")
    assert list(links(docs)) == [
        ("docs/page.md", 4, "https://a.example/x_(y)"),
        ("docs/page.md", 4, "https://b.example/"),
        ("docs/page.md", 4, "https://c.example/d"),
        ("docs/_data/sources.yml", 2, "https://s.example/"),
    ]


def test_every_place_of_a_lost_address_is_told_and_a_refusal_is_a_warning(home, tmp_path, capsys):
    docs: Path = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.md").write_text(f"[x]({home}/404) [y]({home}/404)\n\n[z]({home}/200)\n")
    (docs / "b.md").write_text(f"\n[x]({home}/404#part)\n[y]({home}/403)\n")
    assert main(docs, MANNERS) == 1
    out, error = capsys.readouterr()
    assert error.splitlines() == [
        f"docs/a.md:1: {home}/404 answers 404; expected an address that exists",
        f"docs/b.md:2: {home}/404 answers 404; expected an address that exists",
        f"warning: docs/b.md:3: {home}/403 answers 403 to programs; expected it opened by hand",
    ]
    assert out == "3 addresses of 1 hosts asked: 2 to look at\n"
    (docs / "a.md").write_text("")
    (docs / "b.md").write_text(f"[y]({home}/403)\n")
    assert main(docs, MANNERS) == 0
