"""The tests' own question to axe: texts that look the same are asked about once, and none that looks different is lost."""

import pytest
from accessible import violations

GREY = "color:#aaa"


def broken(page, body):
    page.set_content(
        f"<!doctype html><html lang=es><title>Uno</title><body><main><h1>Uno</h1>{body}</main></html>"
    )
    return {rule: len(places) for rule, places in violations(page)}


@pytest.fixture
def page(browser):
    page = browser.new_page()
    yield page
    page.close()


def test_texts_that_look_the_same_are_asked_about_once(page):
    assert broken(page, f"<p style={GREY}>Uno" * 9) == {"color-contrast": 1}
    assert broken(page, "<p>Uno" * 9) == {}


@pytest.mark.parametrize(
    "body",
    [
        "<p>Uno<p style='opacity:.4'>Dos",
        "<p>Uno<div style='background:#555'><p>Dos</div>",
        "<p style='color:#777;font-size:24px'>Uno<p style='color:#888'>Dos",
        f"<p style='{GREY};display:none'>Uno<p style={GREY}>Dos",
        f"<div style='height:40px;overflow:hidden'><p style='{GREY};margin:-60px 0 40px'>Uno<p style={GREY}>Dos</div>",
        f"<p style={GREY}>·<p style={GREY}>Dos",
        f"<p><button disabled style={GREY};border:0;background:none>Uno</button><button style={GREY};border:0;background:none>Dos</button>",
    ],
)
def test_a_weak_text_is_found_behind_one_that_only_seems_to_be_like_it(page, body):
    assert broken(page, body) == {"color-contrast": 1}


def test_a_link_is_asked_about_where_it_stands_in_a_text(page):
    link = "<a href=. style='color:#222;text-decoration:none'>Uno</a>"
    assert broken(page, f"<p>{link}<p>Dos tres cuatro {link} cinco.") == {"link-in-text-block": 1}
