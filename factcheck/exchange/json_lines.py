"""JSON Lines in: an item on each line; a broken line costs one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.exchange.archive_file import TextBuffer
from factcheck.exchange.check_rows import CheckRow
from factcheck.exchange.json_document import SHOWN, BrokenItemError, checks_of, decode_json, items_in

__all__ = ["line_rows", "looks_like_lines"]

_SPACE = " \t\r\n\x1e\ufeff"
_AROUND = f"{_SPACE},"


def looks_like_lines(head: str) -> bool:
    r"""Say whether a text holds an object on each line: the first lines can be read by themselves.

    >>> looks_like_lines('{"a": 1}\n{"a": 2}\n'), looks_like_lines('{\n"a": 1}'), looks_like_lines('{"a": 1}\n')
    (True, False, False)
    """
    # a comma at a line's end belongs to a list that has an item on each line
    lines = [line.strip(_SPACE) for line in head[:200_000].split("\n")[:21]]
    lines = [line for line in lines if line][:20]
    starting = [line for line in lines if line.startswith("{")]
    if len(lines) < 2 or 2 * len(starting) < len(lines):
        return False
    return _is_whole(starting[0]) or sum(map(_is_whole, starting)) >= 2


def _is_whole(line: str) -> bool:
    try:
        value, end = decode_json(line)
    except BrokenItemError:
        return False
    return end == len(line) and isinstance(value, dict)


def line_rows(buffer: TextBuffer, columns: Iterable[str] = ()) -> Iterator[list[CheckRow]]:
    """Read the checks of each line, with the line's number; a line may hold a whole feed or answer."""
    for number, line in enumerate(buffer.lines(), 1):
        text = line.strip(_AROUND)
        if not text or re.fullmatch(r"[\[\]]", text):  # a list with an item on each line is as good
            continue
        try:
            value, end = decode_json(text)
            if end < len(text):
                raise BrokenItemError("no JSON: something follows the object on its line", end)
        except BrokenItemError as fault:
            yield [CheckRow.broken(number, fault.reason, text[:SHOWN])]
            continue
        yield [row.at(number) for item in items_in(value) for row in checks_of(item, columns)]
