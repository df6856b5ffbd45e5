"""Archives of earlier checks: which form a file has, and its rows one after another, however large it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from factcheck.errors import InvalidValue, UnreadableInput
from factcheck.exchange.archive_file import ArchiveFile, TextBuffer
from factcheck.exchange.check_rows import CheckRow
from factcheck.exchange.check_table import column_map, delimiter_of, table_rows
from factcheck.exchange.json_document import document_rows
from factcheck.exchange.json_lines import line_rows, looks_like_lines
from factcheck.exchange.script_blocks import script_rows

__all__ = ["FORMS", "Archive", "Form", "open_archive", "recognise_form"]

Reader = Callable[[TextBuffer, Iterable[str], str], Iterator[list[CheckRow]]]


@dataclass(frozen=True, slots=True)
class Form:
    """Hold a form an archive may have: what it is, what its rows are counted in, and what reads it."""

    meaning: str
    counted: str
    read: Reader


def _document(buffer: TextBuffer, columns: Iterable[str], _: str) -> Iterator[list[CheckRow]]:
    return document_rows(buffer, columns)


def _lines(buffer: TextBuffer, columns: Iterable[str], _: str) -> Iterator[list[CheckRow]]:
    return line_rows(buffer, columns)


def _scripts(buffer: TextBuffer, _: Iterable[str], __: str) -> Iterator[list[CheckRow]]:
    return script_rows(buffer)


def _table(buffer: TextBuffer, columns: Iterable[str], source: str) -> Iterator[list[CheckRow]]:
    rows = table_rows(buffer, columns, source)  # the head is read, and refused, before the first row
    return ([row] for row in rows)


FORMS: Mapping[str, Form] = {
    "object": Form("ClaimReview objects, one or several", "item", _document),
    "array": Form("a list of ClaimReview objects", "item", _document),
    "graph": Form("an object with an @graph", "item", _document),
    "feed": Form("a DataFeed, as Data Commons publishes it", "item", _document),
    "answer": Form("the answer of Google's claims:search", "item", _document),
    "lines": Form("JSON Lines: an item on each line", "line", _lines),
    "scripts": Form("a script of linked data on each line", "line", _scripts),
    "page": Form("a web page with scripts of linked data", "line", _scripts),
    "table": Form("CSV or TSV with a head", "line", _table),
}  # fmt: skip
"""Every form that is read, by the name that `--format` takes."""

_SCRIPT_LINE = re.compile(r"\s*<script\b", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype|<html\b|<head\b|<body\b|<title\b|<meta\b", re.IGNORECASE)


def recognise_form(head: str, columns: Iterable[str] = ()) -> str | None:
    r"""Tell an archive's form from its beginning; nothing where it has none that is known.

    >>> recognise_form('[{"@type": "ClaimReview"}]'), recognise_form('{"claims": []}'), recognise_form("claim;rating\na;b")
    ('array', 'answer', 'table')
    """
    text = head.lstrip("\ufeff\x1e \t\r\n")
    if text.startswith("<"):
        return "scripts" if _SCRIPT_LINE.match(text) and not _PAGE.search(text) else "page"
    if text.startswith("{"):
        if looks_like_lines(text):
            return "lines"
        keys = {name: text.find(f'"{name}"') for name in ("dataFeedElement", "@graph", "claims", "claimReview")}
        found = {place: name for name, place in keys.items() if place >= 0}
        first = found[min(found)] if found else ""
        return {"dataFeedElement": "feed", "@graph": "graph", "claims": "answer", "claimReview": "answer"}.get(
            first, "object"
        )
    if text.startswith("["):
        return "array"
    line = text.split("\n", 1)[0].rstrip("\r")
    if list(columns):
        return "table"
    try:
        column_map([cell.strip(' "') for cell in line.split(delimiter_of(line))], ())
    except InvalidValue:
        return "table" if 0 < len(line) <= 2_000 and delimiter_of(line) in line and not line.endswith(".") else None
    return "table"


class Archive:
    """Go through an archive's rows once, those that cannot be taken among them with their reasons.

    Attributes:
        source: the file's name, by which errors speak of it.
        form: the form's name.
        counted: what rows are counted in: "line" or "item".
        size: the file's bytes.
        passed_over: how many items so far were of other kinds, and no checks.
    """

    def __init__(self, file: ArchiveFile, form: str, columns: Iterable[str]) -> None:
        self.source = file.source
        self.form = form
        self.counted = FORMS[form].counted
        self.size = file.size
        self.passed_over = 0
        self._file = file
        self._groups = FORMS[form].read(TextBuffer(file.pieces()), columns, file.source)

    @property
    def position(self) -> int:
        """The bytes read so far, out of `size`."""
        return self._file.position

    def __iter__(self) -> Iterator[CheckRow]:
        for group in self._groups:
            if not group:
                self.passed_over += 1
            yield from group

    def close(self) -> None:
        """Let the file go."""
        self._file.close()


def open_archive(source: str, *, form: str | None = None, columns: Iterable[str] = ()) -> Archive:
    """Open an archive of earlier checks: a path, or "-" for standard input.

    Args:
        source: the file; one packed with gzip is unpacked on the way.
        form: one of `FORMS`; without it the content decides.
        columns: for tables and plain rows, "field=column" words.

    Raises:
        UnreadableInput: the file is missing, empty, not text, or in no form that is known.
        InvalidValue: the form's name is not known, or the columns cannot be told.
    """
    if form is not None and form not in FORMS:
        raise InvalidValue(f"format {form!r} is not known: use one of {', '.join(FORMS)}")
    file = ArchiveFile(source)
    try:
        found = form or recognise_form(file.head, columns)
        if found is None:
            raise UnreadableInput(
                file.source, f"no archive of checks that is known; name its form with --format ({', '.join(FORMS)})"
            )
        return Archive(file, found, columns)
    except BaseException:
        file.close()
        raise
