import pytest
from guidekit.weight import trim, words


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".used{color:red}", ".used{color:red}"),
        (".unused{color:red}", ""),
        (".used .unused{color:red}", ""),
        (".unused,.used>p{color:red}", ".used>p{color:red}"),
        (".used:not(.unused){color:red}", ".used:not(.unused){color:red}"),
        ("@media print{.used{color:red}.unused{color:red}}", "@media print{.used{color:red}}"),
        ("@media print{.unused{color:red}}", ""),
        ('[data-scheme="slate"]{color:red}', ""),
        ('[data-scheme="default"]{color:red}', '[data-scheme="default"]{color:red}'),
        ("[hidden]{display:none}", "[hidden]{display:none}"),
        ('[type="checkbox"]{color:red}', '[type="checkbox"]{color:red}'),
        ("@font-face{font-family:x}", "@font-face{font-family:x}"),
        ("@keyframes k{0%{top:0}}", "@keyframes k{0%{top:0}}"),
        (":root{--a:1}/* c */p{b:c}", ":root{--a:1}p{b:c}"),
        (".a\\:b{color:red}", ".a\\:b{color:red}"),
    ],
)
def test_rules_nobody_can_match_go(css, kept):
    known = words(['<p class="used" data-scheme="default">', "x.classList.add('a:b')"]) | {"a:b"}
    assert trim(css, known) == kept


def test_words_come_from_pages_and_scripts():
    assert {"md-nav", "active", "data-x"} <= words(
        ['<a class="md-nav">', 'e.classList.toggle("active","data-x")']
    )
