"""Earlier checks from a table: CSV with a head, each column found by its name or by the map that was given."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any

from factcheck.errors import InvalidValue, UnreadableInput
from factcheck.exchange.archive_file import ArchiveFile, TextBuffer
from factcheck.exchange.check_rows import FIELDS, CheckRow, why_no_claim

__all__ = ["FIELDS", "CheckRow", "CheckTable", "column_map", "read_checks", "rows_of", "table_rows"]

SYNONYMS: dict[str, tuple[str, ...]] = {
    "text": ("text", "claim", "claimreviewed", "claim reviewed", "statement", "claim text"),
    "verdict": ("verdict", "rating", "label", "alternatename", "result", "textual rating"),
    "scale": ("scale", "rating scale"),
    "claimed_on": ("claimed_on", "claimed on", "claim date", "claimdate", "said on", "said_on"),
    "date": ("date", "checked", "checked on", "checked_on", "datepublished", "review date", "published"),
    "claimant": ("claimant", "speaker", "claim author", "said by", "source of claim"),
    "publisher": ("publisher", "desk", "organisation", "organization", "site", "review author"),
    "url": ("url", "link", "review url", "address"),
    "title": ("title", "headline", "question"),
    "review": ("review", "explanation", "rationale", "body", "summary", "notes"),
    "id": ("id", "key", "number"),
}
"""What other desks call a field in the heads of their tables, in lower case."""

LONGEST_CELL = 1_000_000
"""A cell longer than this many characters is no cell: a quotation mark was opened and never closed."""


def column_map(head: Iterable[str], given: Iterable[str]) -> dict[str, str]:
    """Find which column holds which field, from "field=column" words and from the columns' own names.

    >>> column_map(["Claim", "Rating", "When"], ["date=When"])
    {'date': 'When', 'text': 'Claim', 'verdict': 'Rating'}

    Raises:
        InvalidValue: a word names no field or no column, or no column holds the claim's text.
    """
    columns = list(head)
    found: dict[str, str] = {}
    for word in given:
        field, equals, column = word.partition("=")
        if not equals or field not in FIELDS:
            raise InvalidValue(f"--column {word!r}: write FIELD=NAME, with one of the fields {', '.join(FIELDS)}")
        if column not in columns:
            raise InvalidValue(f"--column {word!r}: no column {column!r}; the columns are {', '.join(columns)}")
        found[field] = column
    by_name = {column.strip().casefold(): column for column in reversed(columns)}
    for field, names in SYNONYMS.items():
        if field not in found:
            match = next((by_name[name] for name in names if name in by_name), None)
            if match is not None and match not in found.values():
                found[field] = match
    if "text" not in found:
        raise InvalidValue(f"no column holds the claim's text; name it with --column text=NAME: {', '.join(columns)}")
    return found


def read_checks(source: str, columns: Iterable[str] = ()) -> Iterator[CheckRow]:
    """Read a table of earlier checks from a file, or from standard input for "-", a piece at a time.

    Raises:
        UnreadableInput: the file is missing, empty, or not text; raised before the first row.
        InvalidValue: the columns cannot be told.
    """
    file = ArchiveFile(source)
    try:
        rows = table_rows(TextBuffer(file.pieces()), columns, file.source)
    except BaseException:
        file.close()
        raise
    return _closing(file, rows)


def _closing(file: ArchiveFile, rows: Iterator[CheckRow]) -> Iterator[CheckRow]:
    with closing(file):
        yield from rows


def rows_of(text: str, columns: Iterable[str] = (), source: str = "table") -> Iterator[CheckRow]:
    """Read the rows of a table; a row that cannot be taken comes with its reason, and the next ones go on."""
    return table_rows(TextBuffer(iter([text])), columns, source)


def table_rows(buffer: TextBuffer, columns: Iterable[str] = (), source: str = "table") -> Iterator[CheckRow]:
    """Read the head now and the rows when they are asked for."""
    lines = _Lines(buffer.lines())
    reader = _Reader(lines)
    head, _ = next(reader, ("", 0))
    if isinstance(head, str):
        raise UnreadableInput(source, "a quotation mark in its head is never closed" if head else "empty")
    return _rows(reader, head, column_map(head, columns))


class _Lines:
    """Go through lines; those of the row being read can be taken back."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: list[str] = []
        self.row: list[str] = []
        self.read = 0
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._again:
            line = self._again.pop()
        else:
            try:
                line = next(self._lines)
            except StopIteration:
                self.ended = True
                raise
        self.row.append(line)
        self.read += 1
        return line

    def peek(self) -> str:
        """Give the first line that is not empty, and stand before it."""
        line = next(self)
        while not line.strip():
            line = next(self)
        self._again.append(line)
        self.read -= 1
        return line

    def begin_row(self) -> int:
        """Begin a row, and give its first line's number."""
        self.row = []
        return self.read + 1

    def keep_first(self) -> str:
        """Give the row's first line and take the others back."""
        first, *others = self.row
        self._again += reversed(others)
        self.read -= len(others)
        return first


class _Reader:
    """Go through rows as (cells, first line); a row whose quotation mark is never closed is its first line alone, as text."""

    def __init__(self, lines: _Lines) -> None:
        self._lines = lines
        self._reader: Any = None
        self._delimiter = ","

    def __iter__(self) -> Iterator[tuple[list[str] | str, int]]:
        return self

    def __next__(self) -> tuple[list[str] | str, int]:
        if self._reader is None:
            self._delimiter = delimiter_of(self._lines.peek())
            self._reader = csv.reader(self._lines, delimiter=self._delimiter)
        first = self._lines.begin_row()
        csv.field_size_limit(LONGEST_CELL)  # the limit is the whole process's: set before each use
        try:
            cells = next(self._reader)
        except csv.Error:
            return self._lines.keep_first(), first
        if self._lines.ended and len(self._lines.row) > 1 and self._is_open():
            return self._lines.keep_first(), first
        return cells, first

    def _is_open(self) -> bool:
        """Say whether the row would take in a further line: its quotation mark is not closed."""
        further = csv.reader([*self._lines.row, "\x01"], delimiter=self._delimiter)
        return next(further)[-1].endswith("\x01")


def _rows(reader: _Reader, head: list[str], where: Mapping[str, str]) -> Iterator[CheckRow]:
    places = {field: head.index(column) for field, column in where.items()}
    for cells, line in reader:
        if isinstance(cells, str):
            yield CheckRow.broken(
                line, "a quotation mark is opened and never closed", cells.rstrip("\r\n")[:LONGEST_CELL]
            )
        elif any(cell.strip() for cell in cells):
            fields = {field: cells[place].strip() for field, place in places.items() if place < len(cells)}
            raw = {name: cell for name, cell in zip(head, cells, strict=False) if cell}
            yield CheckRow(line, fields, why_not(fields, cells, head), raw)


def why_not(fields: Mapping[str, str], cells: list[str], head: list[str]) -> str | None:
    """Say why a row cannot be taken, or nothing."""
    if len(cells) > len(head):
        return f"{len(cells)} cells under {len(head)} columns: a comma outside quotation marks?"
    return why_no_claim(fields.get("text", ""))


def delimiter_of(text: str) -> str:
    r"""Tell which character separates the columns, from the head's line.

    >>> delimiter_of("claim;rating\na, b;c"), delimiter_of("claim\trating"), delimiter_of("claim,rating")
    (';', '\t', ',')
    """
    head = text.split("\n", 1)[0]
    return max(",;\t", key=head.count) if any(c in head for c in ",;\t") else ","


class CheckTable:
    """Go through a table's rows as (line, fields); rows that cannot be taken gather in `rejected` with their reasons."""

    def __init__(self, source: str, columns: Iterable[str] = ()) -> None:
        self._rows = read_checks(source, columns)
        self.rejected: list[tuple[int, str]] = []

    def __iter__(self) -> Iterator[tuple[int, Mapping[str, Any]]]:
        for row in self._rows:
            if row.reason is None:
                yield row.line, row.check()
            else:
                self.rejected.append((row.line, row.reason))
