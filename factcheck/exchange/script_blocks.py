"""`<script type="application/ld+json">` in: whole pages, and archives that hold such a block on each line."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from factcheck.exchange.archive_file import TextBuffer
from factcheck.exchange.check_rows import CheckRow
from factcheck.exchange.json_document import (
    LONGEST_ITEM,
    SHOWN,
    BrokenItemError,
    JsonItem,
    checks_of,
    decode_json,
    items_in,
)

__all__ = ["script_rows"]

_OPEN = re.compile(r"<script\b[^<>]{0,2000}>", re.IGNORECASE)
_LINKED_DATA = re.compile(r"\bld\+json\b", re.IGNORECASE)
_CLOSE = re.compile(r"</script\b[^<>]{0,100}>", re.IGNORECASE)
_MARGIN = 2_100  # characters that an opening or closing mark may take


def script_rows(buffer: TextBuffer) -> Iterator[list[CheckRow]]:
    """Read the checks of each block, with the line on which it begins."""
    while _find_script(buffer):
        number = buffer.line
        text, is_closed = _block(buffer)
        if not is_closed:
            yield [CheckRow.broken(number, "the file ends inside a script: cut off?", text[:SHOWN])]
            return
        yield [row.at(number) for item in _items(text) for row in checks_of(item)]


def _find_script(buffer: TextBuffer) -> bool:
    """Stand behind the next opening mark of linked data, if there is one."""
    while True:
        found = _OPEN.search(buffer.text, buffer.at)
        if found:
            buffer.at = found.end()
            if _LINKED_DATA.search(found[0]):
                return True
        elif buffer.ended:
            return False
        else:
            buffer.at = max(buffer.at, len(buffer.text) - _MARGIN)
            buffer.more()


def _block(buffer: TextBuffer) -> tuple[str, bool]:
    """Give what stands up to the closing mark, and whether there is one within reach."""
    while True:
        found = _CLOSE.search(buffer.text, buffer.at)
        if found:
            text = buffer.text[buffer.at : found.start()]
            buffer.at = found.end()
            return text, True
        if buffer.held > LONGEST_ITEM or not buffer.more():
            return buffer.text[buffer.at :], False


def _items(text: str) -> Iterator[JsonItem]:
    """Read what a block holds: one value as a rule, several without a list by mistake; marks may be written as entities."""
    bare = _unwrapped(text)
    if not bare:
        return
    at = 0
    try:
        while at < len(bare):
            value, at = _decoded(bare, at)
            yield from items_in(value)
            while at < len(bare) and bare[at] in " \t\r\n,;":
                at += 1
    except BrokenItemError as fault:
        yield JsonItem(text[:SHOWN], fault.reason)


def _decoded(bare: str, at: int) -> tuple[object, int]:
    try:
        return decode_json(bare, at)
    except BrokenItemError:
        plain = html.unescape(bare) if at == 0 and "&quot;" in bare else bare
        if plain == bare:
            raise
        value, _ = decode_json(plain)
        return value, len(bare)


def _unwrapped(text: str) -> str:
    """Take off what old pages wrap a script in.

    >>> _unwrapped(" //<![CDATA[ {} //]]> ")
    '{}'
    """
    bare = text.strip().strip(";").strip()
    for start in ("//", "<!--", "//", "<![CDATA["):
        if bare.startswith(start):
            bare = bare[len(start) :].lstrip()
    for end in ("-->", "]]>", "//"):
        if bare.endswith(end):
            bare = bare[: -len(end)].rstrip()
    return bare.strip(";").strip()
