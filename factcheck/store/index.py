"""The two full-text indexes: filling them, and finding in them whatever punctuation a query holds.

`search_index` (text, title, appearances, review) holds words as people wrote them. `match_index` (text, title, body,
keys) holds text that matching prepared, with exact numbers and names as keys ("#54", "~kdhm"). An entry is "C17" for a
claim or "K3" for an imported check. The same SQL runs on a plain `sqlite3` connection, on a SQLAlchemy connection's
driver, and, with its own dialect, on PostgreSQL.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = [
    "MATCH_COLUMNS", "SEARCH_COLUMNS", "Hit", "entry_of", "find_all_words", "quote_words", "row_number",
    "write_entries",
]  # fmt: skip

SEARCH_COLUMNS = ("text", "title", "appearances", "review")
MATCH_COLUMNS = ("text", "title", "body", "keys")
COLUMNS: Mapping[str, tuple[str, ...]] = {"search_index": SEARCH_COLUMNS, "match_index": MATCH_COLUMNS}

Execute = Callable[[str, Sequence[Any]], Any]
"""Runs one statement with `?` parameters and gives something that can be iterated for its rows."""

ExecuteMany = Callable[[str, Sequence[tuple[Any, ...]]], Any]
"""Runs one statement for each of several rows of parameters."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold one entry found: its id, and its rank among the others (higher is better; no scale of its own)."""

    entry: str
    rank: float


def row_number(entry: str) -> int:
    """Give an entry's row in the indexes.

    >>> row_number("C17"), row_number("K3")
    (34, 7)
    """
    return 2 * int(entry[1:]) + (entry[0] == "K")


def entry_of(row: int) -> str:
    """Give the entry of a row.

    >>> entry_of(34), entry_of(7)
    ('C17', 'K3')
    """
    return f"{'K' if row % 2 else 'C'}{row // 2}"


def write_entries(
    execute_many: ExecuteMany, table: str, entries: Iterable[tuple[str, Mapping[str, str]]], *, new: bool = False
) -> None:
    """Write entries, or write them anew: (entry, column -> text); columns that are left out are empty.

    `new` says that none of them is in the index yet, which saves looking.
    """
    columns = COLUMNS[table]
    marks = ", ".join("?" * (len(columns) + 1))
    rows = [
        (row_number(entry), *(texts.get(column, "").replace("\0", " ") for column in columns))
        for entry, texts in entries
    ]
    if not rows:
        return
    if not new:
        execute_many(f"DELETE FROM {table} WHERE rowid = ?", [row[:1] for row in rows])
    execute_many(f"INSERT INTO {table} (rowid, {', '.join(columns)}) VALUES ({marks})", rows)


def quote_words(query: str) -> list[str]:
    r"""Split a query at white space and quote each piece, so that nothing in it is an operator.

    A piece of several words ("COVID-19", "U.S.", "20.04", "don’t") becomes a phrase; a piece without a letter or digit
    asks for nothing and is left out.

    >>> quote_words('COVID-19 AND "don’t" * a:b')
    ['"COVID 19"', '"AND"', '"don t"', '"a b"']
    """
    return [f'"{" ".join(words)}"' for words in map(_words, query.split()) if words]


def _words(piece: str) -> list[str]:
    return _WORD.findall(piece.replace("_", " "))


def find_all_words(execute: Execute, table: str, query: str, *, postgresql: bool = False) -> list[Hit]:
    """Find the entries that hold every piece of the query, best first; a query without words finds nothing."""
    if postgresql:
        # both dictionaries: the plain one finds "AND", the English one finds "seats" for "seat"
        pieces = [piece for piece in query.split() if _words(piece)]
        asked = " && ".join(["(phraseto_tsquery('simple', ?) || phraseto_tsquery('english', ?))"] * len(pieces))
        sql = (
            f"WITH asked AS (SELECT {asked} AS query) SELECT rowid, ts_rank_cd(words, query) AS fits"
            f" FROM {table}, asked WHERE words @@ query ORDER BY 2 DESC, rowid"
        )
        found = execute(sql, [piece for piece in pieces for _ in range(2)]) if pieces else []
        return [Hit(entry_of(row[0]), float(row[1])) for row in found]
    phrases = quote_words(query)
    sql = f"SELECT rowid, bm25({table}) FROM {table} WHERE {table} MATCH ? ORDER BY 2, rowid"
    found = execute(sql, (" ".join(phrases),)) if phrases else []
    return [Hit(entry_of(row[0]), -float(row[1])) for row in found]
