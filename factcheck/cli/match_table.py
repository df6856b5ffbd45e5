"""Match a table of claims: one row out for each row in, its own columns first, then the best match."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from factcheck.cli.console import print_csv, print_json, print_table, progress, visible_line
from factcheck.errors import InvalidValue

if TYPE_CHECKING:
    from factcheck.exchange.check_rows import CheckRow
    from factcheck.matching.matcher import Matcher
    from factcheck.matching.values import Match
    from factcheck.settings import Settings

__all__ = ["MATCH_FIELDS", "match_cells", "match_table", "open_matcher"]

MATCH_FIELDS = ("id", "relation", "score", "rule", "claim", "verdict", "date", "why")
"""What is told of a match; in a table of queries each stands in a column `match_...`."""


def open_matcher(settings: Settings) -> Matcher:
    """Open the matcher over the desk's database, on SQLite by its index, on PostgreSQL in memory."""
    from factcheck.cli.desk import open_desk
    from factcheck.matching.matcher import Matcher

    if not settings.database.startswith("postgres"):
        return Matcher.open(settings.database)
    with open_desk(settings) as desk:
        return Matcher(desk.archive())


def match_cells(match: Match | None) -> list[Any]:
    """Give a match's fields in the order of `MATCH_FIELDS`, empty ones where there is no match."""
    if match is None:
        return [""] * len(MATCH_FIELDS)
    return [
        match.claim_id, match.relation.value, f"{match.score:.4f}", match.decided_by, match.text,
        match.earlier.get("verdict") or "", match.earlier.get("date") or "", match.reasons[0] if match.reasons else "",
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Queries:
    """Hold a table of queries: its columns, its rows, and those that hold no claim."""

    columns: tuple[str, ...]
    rows: tuple[CheckRow, ...]
    broken: tuple[CheckRow, ...]


def match_table(
    settings: Settings, source: str, columns: Sequence[str], said_on: date | None, suggest: float | None, form: str
) -> bool:
    """Print the best match of each row of a table; say whether every row could be taken.

    Raises:
        UnreadableInput: the table is missing, empty, or not text.
        InvalidValue: no column holds the claims, or two columns have one name.
    """
    queries = read_queries(source, columns)
    matcher = open_matcher(settings)
    least = settings.suggest if suggest is None else suggest
    found = []
    for row in progress(queries.rows, "matching"):
        found.append((row, best_match(matcher, row, said_on, least)))
    added = [f"match_{name}" for name in MATCH_FIELDS]
    kept = [column for column in queries.columns if column not in added]  # a table matched before is matched anew
    if form == "json":
        print_json([{"query": own_cells(row, kept), "line": row.line, "match": match} for row, match in found])
    elif form == "csv":
        print_csv([*kept, *added], [[*own_cells(row, kept).values(), *match_cells(match)] for row, match in found])
    else:
        cells = [[row.fields["text"], *match_cells(match)[:5]] for row, match in found]
        print_table(["query", "", "relation", "score", "rule", "earlier claim"], cells, widest="earlier claim")
    for row in queries.broken:
        sys.stderr.write(f"factcheck: {visible_line(source)} line {row.line}: {visible_line(row.reason or '')}\n")
    return not queries.broken


def read_queries(source: str, columns: Sequence[str]) -> Queries:
    """Read a table whose column of claims is found by its name or by the map."""
    from factcheck.exchange.archive_file import ArchiveFile, TextBuffer
    from factcheck.exchange.check_table import delimiter_of, table_rows

    file = ArchiveFile(source)
    try:
        text = file.head.lstrip("\ufeff").lstrip()
        head = next(csv.reader(io.StringIO(text), delimiter=delimiter_of(text)), [])
        twice = sorted({column for column in head if column and head.count(column) > 1})
        if twice:
            raise InvalidValue(f"{visible_line(source)}: two columns are named {twice[0]!r}; rename one")
        rows = list(table_rows(TextBuffer(file.pieces()), columns, file.source))
    finally:
        file.close()
    taken, broken = [row for row in rows if row.reason is None], [row for row in rows if row.reason is not None]
    return Queries(tuple(dict.fromkeys(head)), tuple(taken), tuple(broken))


def own_cells(row: CheckRow, columns: Sequence[str]) -> Mapping[str, str]:
    """Give the row's cells by column, empty ones as they are."""
    return {column: row.raw.get(column, "") for column in columns}


def best_match(matcher: Matcher, row: CheckRow, said_on: date | None, least: float) -> Match | None:
    """Give the best match of a row that is not about something else and scores enough, or None."""
    day = day_of(row.fields.get("claimed_on")) or day_of(row.fields.get("date")) or said_on
    for match in matcher.search(row.fields["text"], date=day):
        if match.relation != "unrelated" and match.score >= least:
            return match
    return None


def day_of(cell: str | None) -> date | None:
    """Read a cell as an ISO day; a month, a year or anything else is none."""
    try:
        return date.fromisoformat(cell[:10]) if cell else None
    except ValueError:
        return None
