"""Earlier checks from a table: CSV with a head, each column found by its name or by the map that was given."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import InvalidValue, UnreadableInput
from factcheck.text.decoding import decode_bytes

__all__ = ["FIELDS", "CheckRow", "CheckTable", "column_map", "read_checks", "rows_of"]

FIELDS = ("text", "verdict", "scale", "date", "claimant", "publisher", "url", "title", "review", "id")

SYNONYMS: dict[str, tuple[str, ...]] = {
    "text": ("text", "claim", "claimreviewed", "claim reviewed", "statement", "claim text"),
    "verdict": ("verdict", "rating", "label", "alternatename", "result", "textual rating"),
    "scale": ("scale", "rating scale"),
    "date": ("date", "checked", "checked on", "checked_on", "datepublished", "review date", "published"),
    "claimant": ("claimant", "speaker", "claim author", "said by", "source of claim"),
    "publisher": ("publisher", "desk", "organisation", "organization", "site", "review author"),
    "url": ("url", "link", "review url", "address"),
    "title": ("title", "headline", "question"),
    "review": ("review", "explanation", "rationale", "body", "summary", "notes"),
    "id": ("id", "key", "number"),
}
"""What other desks call a field in the heads of their tables, in lower case."""

LONGEST_CLAIM = 10_000
"""A claim longer than this many characters is a text, not a claim; its row is named and left out."""

csv.field_size_limit(
    2**31 - 1
)  # the module's own limit of 131,072 would stop at a long cell and lose the rows behind it


@dataclass(frozen=True, slots=True)
class CheckRow:
    """Hold one row: its first line in the file, its fields, or the reason why it cannot be taken."""

    line: int
    fields: Mapping[str, str]
    reason: str | None = None


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
    """Read a table of earlier checks from a file, or from standard input for "-".

    Raises:
        UnreadableInput: the file is missing, empty, or not text; raised before the first row.
        InvalidValue: the columns cannot be told.
    """
    if source == "-":
        data = sys.stdin.buffer.read()
    else:
        try:
            data = Path(source).read_bytes()
        except OSError as error:
            raise UnreadableInput(source, reason_of(error)) from error
    # a NUL inside a table is a slip of whoever wrote the file; without it the row reads as it was meant
    text = decode_bytes(data.replace(b"\x00", b"") if b"\x00\x00" not in data else data, source).text
    return rows_of(text, columns, source)


def reason_of(error: OSError) -> str:
    """Say why a file cannot be read, in the words all readers use."""
    names = {
        "FileNotFoundError": "not found",
        "IsADirectoryError": "is a directory",
        "PermissionError": "permission denied",
    }
    return names.get(type(error).__name__, (error.strerror or str(error)).lower())


def rows_of(text: str, columns: Iterable[str] = (), source: str = "table") -> Iterator[CheckRow]:
    """Read the rows of a table; a row that cannot be taken comes with its reason, and the next ones go on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    try:
        head = next(reader)
    except StopIteration:
        raise UnreadableInput(source, "empty") from None
    where = column_map(head, columns)
    return _rows(reader, head, where)


def _rows(reader: Iterator[list[str]], head: list[str], where: Mapping[str, str]) -> Iterator[CheckRow]:
    places = {field: head.index(column) for field, column in where.items()}
    line = 2
    for cells in reader:
        first, line = line, reader.line_num + 1  # type: ignore[attr-defined]  # csv's reader counts lines
        if not any(cell.strip() for cell in cells):
            continue
        fields = {field: cells[place].strip() for field, place in places.items() if place < len(cells)}
        yield CheckRow(first, fields, why_not(fields, cells, head))


def why_not(fields: Mapping[str, str], cells: list[str], head: list[str]) -> str | None:
    """Say why a row cannot be taken, or nothing."""
    claim = fields.get("text", "")
    if not any(c.isalnum() for c in claim):
        return "no claim in it"
    if len(claim) > LONGEST_CLAIM:
        return f"the claim has {len(claim):,} characters; {LONGEST_CLAIM:,} at most"
    if len(cells) > len(head):
        return f"{len(cells)} cells under {len(head)} columns: a comma outside quotation marks?"
    return None


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

    def __iter__(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        for row in self._rows:
            if row.reason is None:
                yield row.line, row.fields
            else:
                self.rejected.append((row.line, row.reason))
