"""Pages at rest: a minute goes by on each, by a clock of ours, and nothing is asked for or goes wrong."""

from __future__ import annotations

import pytest
from addresses import PAGES
from watching import Watch

MINUTE = 60_000


@pytest.mark.parametrize("path", PAGES)
def test_a_page_left_alone_asks_for_nothing(visit, path):
    visit(path, clock=True).clock.run_for(MINUTE)


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        (
            "setTimeout(() => fetch('http://elsewhere.test/').catch(() => 0), 30_000)",
            "http://elsewhere.test/",
        ),
        (
            "requestIdleCallback(() => fetch('http://elsewhere.test/').catch(() => 0))",
            "http://elsewhere.test/",
        ),
        ("setTimeout(() => fetch('/nowhere'), 30_000)", "404"),
        ("setTimeout(() => console.error('spoilt'), 30_000)", "spoilt"),
        ("Promise.reject(new Error('spoilt'))", "spoilt"),
    ],
)
def test_what_a_page_does_late_is_noticed(browser, address, script, trouble):
    context = browser.new_context()
    watch = Watch(context, address)
    page = context.new_page()
    page.clock.install()
    page.goto(address)
    page.evaluate(f"() => {{ {script} }}")
    page.clock.run_for(MINUTE)
    assert [told for told in watch.troubles() if trouble in told]
    context.close()


def test_a_request_under_way_is_waited_for(browser, address):
    context = browser.new_context()
    watch = Watch(context, address)
    page = context.new_page()
    page.goto(address)
    page.evaluate("() => { fetch('/nowhere').then(() => fetch('/never')) }")
    assert len([told for told in watch.troubles() if "404" in told]) == 2
    context.close()
