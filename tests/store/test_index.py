"""The search index: ordinary punctuation in a query is no operator."""

import sqlite3

import pytest

from factcheck.store.database import Database
from factcheck.store.index import entry_of, find_all_words, quote_words, row_number, write_entries


@pytest.fixture
def index(tmp_path):
    """A connection to a desk's index that holds two claims and a check."""
    path = tmp_path / "claims.db"
    Database.open(str(path)).close()
    connection = sqlite3.connect(path)
    texts = {
        "C1": "COVID-19 killed 40 people in the U.S.",
        "C2": "They don’t pay 20.04 euros AND tax.",
        "K1": "Łódź café: 🙂 naïve e\u0301toile",
    }
    write_entries(connection.executemany, "search_index", [(entry, {"text": text}) for entry, text in texts.items()])
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("COVID-19", ["C1"]),
        ("U.S.", ["C1"]),
        ("don't", ["C2"]),
        ("don’t", ["C2"]),
        ("20.04", ["C2"]),
        ("AND", ["C2"]),
        ("killed people", ["C1"]),
        ("people killed 40", ["C1"]),
        ("40 euros", []),
        ("cafe NAIVE", ["K1"]),
        ('"', []),
        ("a:b", []),
        ("*", []),
        ("(", []),
        ("-", []),
        ("NEAR", []),
        ("text: killed", []),
        ("kill*", ["C1"]),
        ("", []),
        ("\u2019", []),
        ('a" OR "b', []),
        ("\0", []),
    ],
)
def test_queries_are_words_and_nothing_else(index, query, found) -> None:
    """Each query finds what holds its words; none is an error."""
    assert [hit.entry for hit in find_all_words(index.execute, "search_index", query)] == found


def test_an_entry_written_again_is_there_once(index) -> None:
    """Writing an entry anew takes the place of what it said."""
    write_entries(index.executemany, "search_index", [("C1", {"text": "Rents rose"})])
    assert find_all_words(index.execute, "search_index", "covid") == []
    assert [hit.entry for hit in find_all_words(index.execute, "search_index", "rents")] == ["C1"]


def test_rows_tell_claims_from_checks() -> None:
    """A claim and a check of one number have rows of their own."""
    assert [entry_of(row_number(entry)) for entry in ("C1", "K1", "C17")] == ["C1", "K1", "C17"]
    assert row_number("C1") != row_number("K1")


def test_underscores_and_marks_part_words() -> None:
    """What the index parts, the query parts."""
    assert quote_words("a_b c\u00a0d") == ['"a b"', '"c"', '"d"']
