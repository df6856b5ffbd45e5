"""The two search indexes as the first schema made them; a later schema that changes them brings a file of its own.

`search_index` holds words as people wrote them, for people who search. `match_index` holds text that matching prepared
(numbers masked; exact numbers and names as keys), for finding earlier claims; `match_index_words` counts the rows that
hold a word. A row's number is twice the id of a claim, or twice the id of an imported check and one.
"""

from typing import Any

SEARCH_COLUMNS = ("text", "title", "appearances", "review")
MATCH_COLUMNS = ("text", "title", "body", "keys")


def create_search_indexes(op: Any) -> None:
    """Make both indexes: FTS5 on SQLite, text search with a generated column on PostgreSQL."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    for table, columns, tokenizer in (
        ("search_index", SEARCH_COLUMNS, "porter unicode61 remove_diacritics 2"),
        ("match_index", MATCH_COLUMNS, "porter unicode61 tokenchars '#~.'"),
    ):
        if sqlite:
            op.execute(f'CREATE VIRTUAL TABLE {table} USING fts5({", ".join(columns)}, tokenize = "{tokenizer}")')
            continue
        declared = ", ".join(f"{column} text NOT NULL DEFAULT ''" for column in columns)
        words = " || ' ' || ".join(columns)
        op.execute(
            f"CREATE TABLE {table} (rowid bigint PRIMARY KEY, {declared},"
            " words tsvector GENERATED ALWAYS AS"
            f" (to_tsvector('simple', {words}) || to_tsvector('english', {words})) STORED)"
        )
        op.execute(f"CREATE INDEX ix_{table}_words ON {table} USING gin (words)")
    if sqlite:
        op.execute("CREATE VIRTUAL TABLE match_index_words USING fts5vocab(match_index, row)")
