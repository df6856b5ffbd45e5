"""JSON of any size, cut into its items; a broken item costs one item.

The standard decoder reads one item at a time out of a moving buffer. An event reader (ijson) was tried and not taken: it
ends at the first fault of a file, and NaN, a control character in a string or one comma too many is such a fault.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.exchange.archive_file import TextBuffer
from factcheck.exchange.check_rows import CheckRow
from factcheck.exchange.checks_in import CONTAINERS, elements_of, find_checks, nodes_of
from factcheck.exchange.loose_values import Nodes

__all__ = [
    "SHOWN",
    "BrokenItemError",
    "JsonItem",
    "checks_of",
    "decode_json",
    "document_rows",
    "items_in",
    "read_items",
]

LONGEST_ITEM = 4_000_000
"""Characters above which an item is no item: an unclosed bracket must not pull the whole file into memory."""

DEEPEST = 40
"""How deeply an item may be nested."""

SHOWN = 2_000
"""Characters of a broken item that are kept to show it."""

_SPACE = re.compile(r"[\s,;\x00-\x1f\ufeff]*")
_NEXT = re.compile(r"[},\]]\s*+(?:,\s*+)?+(?=\{)")
_CONTAINER = re.compile(rf'"(?:{"|".join(CONTAINERS)})"\s*:\s*\[')
_MARGIN = 400  # characters a container's head may take: its name, spaces, a colon and a bracket
_TRIES = 20  # places at which reading is taken up again inside one broken item, before the rest of it is skipped
_BEHIND = 65_536  # characters kept behind the reader: the decoder counts lines from the beginning at each fault
_SLACK = 16  # a fault this near the end of the buffer may be a word, number or escape cut in two


def _float(text: str) -> float | str:
    number = float(text)
    return number if math.isfinite(number) else text


def _int(text: str) -> int | str:
    return int(text) if len(text) < 20 else text


_DECODER = json.JSONDecoder(strict=False, parse_float=_float, parse_int=_int, parse_constant=str)
"""Takes control characters in strings; NaN, Infinity and numbers no database keeps stay words."""


@dataclass(frozen=True, slots=True)
class JsonItem:
    """Hold one item: its value and the graph it stands in, or why it cannot be read with its first words."""

    value: Any
    reason: str | None = None
    nodes: Nodes | None = None


class BrokenItemError(Exception):
    """Tell where an item breaks, and why."""

    def __init__(self, reason: str, place: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place


def decode_json(text: str, at: int = 0) -> tuple[Any, int]:
    """Decode the value that begins at a place, and say where it ends.

    Raises:
        BrokenItemError: it is broken.
    """
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise BrokenItemError(f"no JSON: {error.msg[:1].lower()}{error.msg[1:]}", error.pos) from None
    except RecursionError:
        raise BrokenItemError("no JSON: nested too deeply", min(len(text), at + 100_000)) from None


def read_items(buffer: TextBuffer) -> Iterator[JsonItem]:
    """Read every item of a text: the elements of lists, feeds, graphs and answers, and objects that stand alone."""
    while True:
        _skip_space(buffer)
        if not buffer.held:
            return
        mark = buffer.text[buffer.at]
        if mark == "[":
            buffer.at += 1
            yield from _elements(buffer)
        elif mark == "{":
            yield from _object(buffer)
        else:
            yield JsonItem(_shown(buffer), "no JSON: neither an object nor a list begins here")
            _skip_to(buffer, re.compile(r"\n(?=\s{0,20}[\[{])"))


def _object(buffer: TextBuffer) -> Iterator[JsonItem]:
    """Read an object whole where it is small; otherwise, or where it is broken, the lists in it, item by item."""
    shown = _shown(buffer)
    try:
        value = _decode(buffer)
    except BrokenItemError as fault:
        found = False
        while _skip_to(buffer, _CONTAINER):
            found = True
            yield from _elements(buffer)
        if not found:
            yield JsonItem(shown, fault.reason)
        return
    yield from items_in(value)


def items_in(value: Any) -> Iterator[JsonItem]:
    """Give the items of a value that was read whole: each of a list, feed, graph or answer, or the value itself."""
    inner = elements_of(value)
    if inner is None:
        yield JsonItem(value)
        return
    nodes = nodes_of(value)
    for one in inner:
        yield JsonItem(one, nodes=nodes)


def checks_of(item: JsonItem, columns: Iterable[str] = ()) -> list[CheckRow]:
    """Give the checks that an item holds; none for a thing of another kind."""
    if item.reason is not None:
        return [CheckRow.broken(0, item.reason, item.value)]
    if _is_too_deep(item.value):
        return [CheckRow.broken(0, "nested too deeply")]
    return list(find_checks(item.value, item.nodes, columns))


def _is_too_deep(value: Any) -> bool:
    """Say whether lists and objects are nested deeper than any review is."""
    level = [value] if isinstance(value, (dict, list)) else []
    for _ in range(DEEPEST):
        level = [
            inner
            for one in level
            for inner in (one.values() if isinstance(one, dict) else one)
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return False
    return True


def _elements(buffer: TextBuffer) -> Iterator[JsonItem]:
    """Read the elements of a list, up to its end."""
    while True:
        _skip_space(buffer)
        if not buffer.held:
            yield JsonItem("", "the file ends inside a list: cut off?")
            return
        if buffer.text[buffer.at] == "]":
            buffer.at += 1
            return
        shown = _shown(buffer)
        try:
            value = _decode(buffer)
        except BrokenItemError as fault:
            yield JsonItem(shown, fault.reason)
            if not (yield from _take_up(buffer)):
                return
        else:
            yield JsonItem(value)


def _take_up(buffer: TextBuffer) -> Generator[JsonItem, None, bool]:
    """Go on behind a broken item: at the next object that follows something, can be read, and holds a check.

    Returns whether there is one.
    """
    tries = 0
    while _skip_to(buffer, _NEXT):
        try:
            value = _decode(buffer)
        except BrokenItemError as again:
            tries += 1
            buffer.at += 1
            if tries > _TRIES:
                buffer.at = max(buffer.at, min(again.place, len(buffer.text)))
            continue
        if checks_of(JsonItem(value)):
            yield JsonItem(value)
            return True
    return False


def _decode(buffer: TextBuffer) -> Any:
    """Decode the value at which the reader stands, getting more text where it is cut; then stand behind it."""
    buffer.let_go(_BEHIND)
    while True:
        try:
            value, end = decode_json(buffer.text, buffer.at)
        except BrokenItemError as fault:
            is_cut = fault.place >= len(buffer.text) - _SLACK or "unterminated" in fault.reason
            if not is_cut or buffer.held > LONGEST_ITEM or not buffer.more():
                raise
        else:
            buffer.at = end
            return value


def _skip_space(buffer: TextBuffer) -> None:
    while True:
        found = _SPACE.match(buffer.text, buffer.at)
        buffer.at = found.end() if found else buffer.at
        if buffer.held or not buffer.more():
            return


def _skip_to(buffer: TextBuffer, pattern: re.Pattern[str]) -> bool:
    """Stand behind the next place that fits, if there is one; at the end otherwise."""
    while True:
        found = pattern.search(buffer.text, buffer.at)
        if found:
            buffer.at = found.end()
            return True
        if buffer.ended:
            buffer.at = len(buffer.text)
            return False
        buffer.at = max(buffer.at, len(buffer.text) - _MARGIN)
        buffer.more()


def _shown(buffer: TextBuffer) -> str:
    return buffer.text[buffer.at : buffer.at + SHOWN]


def document_rows(buffer: TextBuffer, columns: Iterable[str] = ()) -> Iterator[list[CheckRow]]:
    """Read the checks of each item, with the item's number, counted from 1."""
    for number, item in enumerate(read_items(buffer), 1):
        yield [row.at(number) for row in checks_of(item, columns)]
