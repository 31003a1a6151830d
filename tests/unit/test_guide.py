import pytest
from guide import RedisLexer, on_config
from mkdocs.config.defaults import MkDocsConfig
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Error, Keyword, Name, Number, String


def tokens(line):
    return [(kind, text) for kind, text in RedisLexer().get_tokens(line) if text.strip()]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# Caduca en una hora", [(Comment.Single, "# Caduca en una hora")]),
        (
            'SET key "un valor" EX 3600',
            [
                (Keyword, "SET"),
                (Name.Variable, "key"),
                (String.Double, '"un valor"'),
                (Keyword.Pseudo, "EX"),
                (Number, "3600"),
            ],
        ),
        (
            'ZADD leaderboard 1500 "player1"',
            [
                (Keyword, "ZADD"),
                (Name.Variable, "leaderboard"),
                (Number, "1500"),
                (String.Double, '"player1"'),
            ],
        ),
        ("INCR page_views:2025:01:22", [(Keyword, "INCR"), (Name.Variable, "page_views:2025:01:22")]),
    ],
)
def test_a_line_is_coloured(line, expected):
    assert tokens(line) == expected


def test_each_line_starts_a_command():
    assert [t for k, t in tokens("GET a\n\nSET b 1\n") if k is Keyword] == ["GET", "SET"]


def test_nothing_is_an_error_nor_lost():
    text = 'SET k "sin cerrar\n127.0.0.1:6379> ZRANGE z (1 inf BYSCORE\n\tñ ¡\n'
    pairs = list(RedisLexer().get_tokens(text))
    assert "".join(t for _, t in pairs) == text.lstrip("\n")
    assert Error not in {k for k, _ in pairs}


def test_pygments_finds_it_by_name():
    on_config(MkDocsConfig())
    assert isinstance(get_lexer_by_name("redis"), RedisLexer)
