import pytest
from guidekit.web.trim import drop_variables, trim, words


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
    known = words(['<p class="used" data-scheme="default">'], ["x.classList.add('a:b')"]) | {"a:b"}
    assert trim(css, known) == kept


def test_words_come_from_pages_and_scripts():
    found = words(['<a class="md-nav" title="una cita">texto</a>'], ['e.classList.toggle("active","data-x")'])
    assert {"md-nav", "active", "data-x"} <= found
    assert not {"texto", "cita"} & found


def test_parts_of_the_theme_count_only_where_a_page_uses_them():
    script = 'e.classList.add("tabbed-set","md-version")'
    assert not {"tabbed-set", "md-version"} & words(["<p>"], [script])
    assert "tabbed-set" in words(['<div class="tabbed-set">'], [script])


def test_variables_nobody_reads_go_with_those_only_they_read():
    sheets = [":root{--a:url('x;y');--b:var(--c);--c:1;--d:2}p{color:var(--a)}", ".x{--e:1;top:0}"]
    assert drop_variables(sheets, ['s.setProperty("--d",1)']) == [
        ":root{--a:url('x;y');--d:2}p{color:var(--a)}",
        ".x{top:0}",
    ]


def test_attributes_that_scripts_set_by_their_dataset_name_count():
    known = words(["<p>"], ["e.dataset.cuenta=1;e.dataset.mdScore=2"])
    assert trim("p[data-cuenta]{color:red}p[data-md-score]{color:red}", known) == (
        "p[data-cuenta]{color:red}p[data-md-score]{color:red}"
    )
