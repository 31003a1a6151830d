import pytest
from guidekit.sources import yaml_lines

SCHEMA = {
    "type": "object",
    "description": "a mapping",
    "additionalProperties": False,
    "required": ["name"],
    "properties": {
        "name": {"type": "string", "description": "a name"},
        "kind": {"enum": ["alpha", "beta"], "description": "alpha or beta"},
        "items": {
            "type": "array",
            "description": "a list",
            "items": {"type": "integer", "description": "a whole number"},
        },
    },
}


def messages(text, line=1):
    document, problems = yaml_lines.parse(text, "f.yml", line)
    if document is not None:
        problems += yaml_lines.validate(document, SCHEMA)
    return [str(problem) for problem in problems]


def test_valid_yaml_has_no_problems():
    assert messages("name: x\nkind: beta\nitems: [1, 2]\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "name: x\nkinf: beta\n",
            "f.yml:2: unknown key 'kinf'; expected one of name, kind, items; did you mean 'kind'?",
        ),
        ("kind: beta\n", "f.yml:1: key 'name' is missing; expected a name"),
        (
            "name: x\nkind: bta\n",
            "f.yml:2: kind: 'bta' is not accepted; expected alpha or beta; did you mean 'beta'?",
        ),
        (
            "name: x\nitems:\n  - 1\n  - two\n",
            "f.yml:4: items: 'two' is not accepted; expected a whole number",
        ),
        ("name: x\nname: y\n", "f.yml:2: key 'name' given twice; expected it once"),
        ("name:\n", "f.yml:1: name: nothing is not accepted; expected a name"),
        ("- name\n", "f.yml:1: ['name'] is not accepted; expected a mapping"),
        ("", "f.yml:1: nothing is not accepted; expected a mapping"),
    ],
)
def test_each_mistake_is_told_with_its_line(text, expected):
    assert messages(text) == [expected]


def test_a_syntax_error_is_a_problem_not_a_traceback():
    (message,) = messages("name: [1, 2\nkind: x\n", line=5)
    assert message.startswith("f.yml:6: not valid YAML: ")


@pytest.mark.parametrize("text", ["a: &x\nb: *x\n", "a: [&x 1,\n  *x]\n", "- {a: 1, b: &x 2}\n- *x\n"])
def test_an_alias_is_refused_where_it_stands(text):
    assert messages(text) == [
        "f.yml:2: not valid YAML: aliases are not supported; expected `key: value` lines"
    ]


def test_a_sign_of_an_alias_in_words_is_none():
    assert messages("name: AT&T & *x*\n") == []


def test_lines_count_from_where_the_text_starts():
    assert messages("name: x\nkinf: beta\n", line=10)[0].startswith("f.yml:11: ")


def test_dates_and_words_stay_what_the_author_wrote():
    document, _ = yaml_lines.parse("date: 2026-11-23\nanswer: yes\nflag: true\n", "f.yml")
    assert document.data == {"date": "2026-11-23", "answer": "yes", "flag": True}


@pytest.mark.parametrize(
    "text",
    [
        "\t",
        "a: &x\n b: *y\n",
        "!!python/object:os.system x\n",
        "a: 'x",
        "\x00",
        "a: &x [*x]",
        "[" * 400,
        "[" * 990 + "]" * 990,
    ],
)
def test_no_text_raises(text):
    document, problems = yaml_lines.parse(text, "f.yml")
    assert document is None
    assert problems
