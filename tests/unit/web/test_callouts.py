"""The closed list of callouts: what is none is told with its line, and what is no callout is left alone."""

import re

import pytest
from guidekit.sources.block_tree import parser
from guidekit.web.callouts import CALLOUTS, CalloutTitles, check
from markdown import Markdown

EXTENSIONS = ["admonition", "attr_list", "md_in_html", "tables", "pymdownx.details", "pymdownx.superfences"]
NOTHING = re.compile("(?!)")


def problems(text):
    tree = parser(EXTENSIONS, {})(text, NOTHING)
    return [str(problem) for problem in check(tree, text, "docs/a.md")]


@pytest.mark.parametrize("opening", ["!!!", "???", "???+"])
@pytest.mark.parametrize("kind", ["note", "warning inline end"])
def test_those_of_the_list_are_callouts(opening, kind):
    assert problems(f'Antes.\n\n{opening} {kind} "Título"\n\n    Texto.\n') == []


@pytest.mark.parametrize(
    ("text", "line", "kind", "hint"),
    [
        ('!!! exmaen "T" { #id dominio=costos }\n\n    Texto.', 1, "exmaen", "examen"),
        ('Texto.\n\n!!! exmaen "T"\n\n    Texto.', 3, "exmaen", "examen"),
        ("- uno\n\n    !!! warnign\n\n        Texto.", 3, "warnign", "warning"),
        ('??? noet "T"\n\n    Texto.', 1, "noet", "note"),
        ('> !!! vijencia "T"\n>\n>     Texto.', 1, "vijencia", "vigencia"),
    ],
)
def test_an_unknown_kind_is_told_with_its_line(text, line, kind, hint):
    (problem,) = problems(text)
    assert problem.startswith(
        f"docs/a.md:{line}: unknown callout '{kind}'; expected one of {', '.join(CALLOUTS)}"
    )
    assert problem.endswith(f"did you mean '{hint}'?")


def test_every_one_is_told():
    assert len(problems('!!! uno "T"\n\n    a\n\n!!! dos\n\n    b\n\n!!! uno "U"\n\n    c')) == 3


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('!!! note "T" { #id }\n\n    Texto.', 1),
        ('!!! note "Uno"\n\n    Texto.\n\n!!! note “Otro”\n\n    Texto.', 5),
        ("!!! vigencia “Ya no son 5”\n\n    Texto.", 1),
    ],
)
def test_a_line_that_opens_nothing_is_told(text, line):
    (problem,) = problems(text)
    assert problem.startswith(
        f"docs/a.md:{line}: this line does not open a callout where it stands; expected an empty line before it"
    )


@pytest.mark.parametrize("kind", ["note", "vigencia"])
def test_a_title_without_quotes_is_told(kind):
    (problem,) = problems(f"Antes.\n\n!!! {kind} Un aparte\n\n    Texto.")
    assert problem == f'docs/a.md:3: the title of a callout without quotes; expected `!!! {kind} "Title"`'


@pytest.mark.parametrize(
    "text",
    [
        '```\n!!! exmaen "T"\n```',
        'Texto.\n\n    !!! exmaen "T"\n',
        'El código `!!! exmaen "T"` se cita.',
        "¡Atención!!! no es nada.",
        "<!-- !!! exmaen -->",
    ],
)
def test_code_and_prose_are_left_alone(text):
    assert problems(text) == []


def test_without_a_title_a_callout_has_its_word():
    html = Markdown(extensions=["admonition", CalloutTitles()]).convert(
        '!!! tip\n\n    a\n\n!!! note ""\n\n    b'
    )
    assert re.findall("admonition-title.>([^<]*)<", html) == [CALLOUTS["tip"]]
