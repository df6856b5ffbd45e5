"""Readers: a file, standard input or an open file into a document, or the true reason why not."""

from __future__ import annotations

import datetime
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import InvalidValue, UnreadableInput
from factcheck.text.decoding import decode_bytes
from factcheck.text.document import Document, DocumentKind
from factcheck.text.structure import read_structure

__all__ = ["FORMATS", "SIZE_LIMIT", "read_document"]

SIZE_LIMIT = 50 * 1024 * 1024
"""Bytes above which a file is refused: no draft is that long, and a slip with a path can be."""

FORMATS = {
    ".txt": "text", ".text": "text", "": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html",
    ".htm": "html", ".xhtml": "html",
}  # fmt: skip
"""The format that each suffix stands for."""

_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{1,7}")
_BY_NAME = ("text", "markdown", "html")
_PAGE_STARTS = ("<!doctype html", "<html", "<head", "<body")


def read_document(
    source: str | Path | BinaryIO,
    *,
    dateline: datetime.date | None = None,
    kind: DocumentKind | str | None = None,
    format: str | None = None,
    size_limit: int = SIZE_LIMIT,
) -> Document:
    """Read a draft: plain text, Markdown or a saved web page.

    Nothing is fetched from a network. Of a page, the document's text is the article taken out of it.

    Args:
        source: a path, "-" for standard input, or a file open for reading bytes.
        dateline: the day that relative dates count from; wins over one in the text or its metadata.
        kind: "article", "transcript" or "statements"; without it the text decides.
        format: "text", "markdown" or "html"; without it the name's suffix decides, and then the content.
        size_limit: bytes above which a file is refused.

    Raises:
        UnreadableInput: the file is missing, a directory, empty, locked, no text, too large, or in another format.
        InvalidValue: the format or kind is not one of those above.
    """
    kind = _kind(kind)
    if format is not None and format not in _BY_NAME:
        raise InvalidValue(f"format {format!r} is not known: use one of {', '.join(_BY_NAME)}")
    name = _name(source)
    data = _read_bytes(source, name, size_limit)
    format = format or _format_of(name)
    decoded = decode_bytes(data, name, is_html=format == "html" or _looks_like_page(data))
    if format == "text" and _looks_like_page(data):
        format = "html"
    if format == "html":
        from factcheck.text.html import read_html  # lxml and trafilatura take 300 ms to import: only for pages

        document = read_html(decoded.text, dateline=dateline, kind=kind, source=name)
    else:
        document = read_structure(decoded.text, dateline=dateline, kind=kind, source=name, format=format)
    return replace(document, notes=decoded.notes + document.notes) if decoded.notes else document


def _kind(kind: DocumentKind | str | None) -> DocumentKind | None:
    try:
        return None if kind is None else DocumentKind(kind)
    except ValueError:
        known = ", ".join(DocumentKind)
        raise InvalidValue(f"document kind {kind!r} is not known: use one of {known}") from None


def _name(source: str | Path | BinaryIO) -> str:
    """Give the name by which errors speak of the source."""
    if isinstance(source, (str, Path)):
        return "standard input" if str(source) == "-" else str(source)
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else "standard input"


def _format_of(name: str) -> str:
    """Give the format of a name's suffix; a suffix that is not known is refused with what to do."""
    suffix = Path(name).suffix.lower()
    known = FORMATS.get(suffix)
    if known is not None or not _SUFFIX.fullmatch(suffix):  # "draft v1.2" has a full stop, and no suffix
        return known or "text"
    raise UnreadableInput(name, f"format {suffix} is not read yet; save it as .txt, .md or .html")


def _read_bytes(source: str | Path | BinaryIO, name: str, size_limit: int) -> bytes:
    """Read the whole source, at most one byte more than the limit."""
    try:
        if not isinstance(source, (str, Path)):
            data = source.read(size_limit + 1)
        elif str(source) == "-":
            data = sys.stdin.buffer.read(size_limit + 1)
        else:
            with Path(source).open("rb") as file:
                data = file.read(size_limit + 1)
    except (OSError, ValueError) as error:
        raise UnreadableInput(name, _reason(error)) from error
    if len(data) > size_limit:
        raise UnreadableInput(name, f"larger than {_megabytes(size_limit)}: split it, or raise the size limit")
    return data


def _reason(error: OSError | ValueError) -> str:
    """Say in the desk's words why a file cannot be opened."""
    reasons: tuple[tuple[type[Exception], str], ...] = (
        (FileNotFoundError, "not found"),
        (IsADirectoryError, "is a directory"),
        (NotADirectoryError, "not found"),
        (PermissionError, "permission denied"),
    )
    for sort, words in reasons:
        if isinstance(error, sort):
            return words
    if isinstance(error, OSError):
        return (error.strerror or "cannot be read").lower()
    return "not a file name" if "null byte" in str(error) else "cannot be read"


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:g} MB" if size >= 1024 * 1024 else f"{size} bytes"


def _looks_like_page(data: bytes) -> bool:
    """Say whether the bytes begin as a web page does."""
    head = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith(tuple(start.encode("ascii") for start in _PAGE_STARTS))
