"""Plain text cut into pieces: blank lines, wrapped lines, list markers and ruled lines."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.text.document import BlockKind
from factcheck.text.pieces import Piece, lines_of, trimmed

__all__ = ["cut_group", "cut_list_line", "cut_plain"]

LIST_MARKER = re.compile(
    r"(?:[-*+•‣◦▪■●○–—·∙]|\(?(?P<number>\d{1,3})[.)]|\(?[a-z]\)|\((?:[ivx]{1,5})\)|(?:i{1,3}|iv|vi{1,3}|ix)[.)])[^\S\n]+(?=\S)"
)
_NEXT_NUMBER = re.compile(r"(?<=[.!?;”\"’')])[^\S\n]+\(?(?P<number>\d{1,3})[.)][^\S\n]+(?=\S)")
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_RULE = re.compile(r"[\s\-–—_*=~#•·+.]*")
_WRAP_WIDEST = 100  # hard-wrapped text is set to 60-100 characters; a longer line is a paragraph of its own
_WRAP_NARROWEST = 40
_TAIL = 20  # code points looked at for a line's final punctuation


def cut_plain(text: str, start: int = 0, end: int | None = None) -> list[Piece]:
    r"""Cut a plain text into pieces: one for each paragraph, list item or line that stands by itself.

    Lines set to a width are joined again; lines that each end a sentence, or are short, stay apart.

    >>> text = "Findings\n- Rents rose\n- Fares fell"
    >>> [text[piece.start:piece.end] for piece in cut_plain(text)]
    ['Findings', 'Rents rose', 'Fares fell']
    """
    pieces: list[Piece] = []
    group: list[tuple[int, int]] = []
    for a, b in lines_of(text, start, end):
        if _is_rule(text, a, b):
            pieces.extend(cut_group(text, group))
            group = []
        else:
            group.append((a, b))
    pieces.extend(cut_group(text, group))
    return pieces


def cut_list_line(text: str, start: int, end: int, *, alone: bool = True) -> list[Piece] | None:
    """Cut a line that begins with a list marker into its items, or give None where it has no marker.

    Numbered items that follow one another in the line ("1. ... 2. ...") are parted, each without its number.
    """
    marker = LIST_MARKER.match(text, start, end)
    if marker is None:
        return None
    cuts = [(start, marker.end())]
    if marker["number"]:
        wanted = int(marker["number"]) + 1
        for found in _NEXT_NUMBER.finditer(text, marker.end(), end):
            if int(found["number"]) == wanted:
                cuts.append((found.start(), found.end()))
                wanted += 1
    stops = [cut[0] for cut in cuts[1:]] + [end]
    spans = [trimmed(text, cut[1], stop) for cut, stop in zip(cuts, stops, strict=True)]
    return [
        Piece(a, b, BlockKind.LIST_ITEM, alone=alone or index + 1 < len(spans)) for index, (a, b) in enumerate(spans)
    ]


def _is_rule(text: str, start: int, end: int) -> bool:
    """Say whether a line is empty, a ruled line or a row of asterisks: a break, and no words."""
    return not text[start : start + 1].isalnum() and _RULE.fullmatch(text, start, end) is not None


def cut_group(text: str, lines: list[tuple[int, int]]) -> list[Piece]:
    """Cut the lines between two blank ones, given by their spans."""
    wrapped = _is_wrapped(text, lines)
    pieces: list[Piece] = []
    for index, (start, end) in enumerate(lines):
        last = index == len(lines) - 1
        items = cut_list_line(text, start, end, alone=last)
        if items is not None:
            pieces.extend(items)
        elif pieces and _goes_on(text, pieces[-1], lines[index - 1], start, wrapped=wrapped):
            before = pieces[-1]
            pieces[-1] = Piece(before.start, end, before.kind, alone=last)
        else:
            pieces.append(Piece(start, end, alone=last))
    return pieces


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Say whether the lines were broken at a width: nearly all as wide as the widest, and some in mid-sentence."""
    widest = max((end - start for start, end in lines), default=0)
    if len(lines) < 2 or not _WRAP_NARROWEST <= widest <= _WRAP_WIDEST:
        return False
    # A line is full when the next line's first word would not have fitted.
    full = sum((a[1] - a[0]) + 1 + _first_word(text, *b) > widest * 0.9 for a, b in pairwise(lines))
    open_ended = any(not _ends_line(text, *line) for line in lines[:-1])
    return open_ended and full >= 0.75 * (len(lines) - 1)


def _goes_on(text: str, before: Piece, line_before: tuple[int, int], start: int, *, wrapped: bool) -> bool:
    """Say whether the line at `start` goes on with the piece before it."""
    indented = (start >= 2 and text[start - 2 : start] == "  ") or text[start - 1 : start] == "\t"
    if before.kind is BlockKind.LIST_ITEM:
        return indented or (text[start].islower() and not _ends_line(text, *line_before))
    if wrapped:
        return True
    long_enough = line_before[1] - line_before[0] >= _WRAP_NARROWEST
    return text[start].islower() and long_enough and not _ends_line(text, *line_before)


def _ends_line(text: str, start: int, end: int) -> bool:
    return _ENDS.search(text, max(start, end - _TAIL), end) is not None


def _first_word(text: str, start: int, end: int) -> int:
    """Give the length of the line's first word."""
    return len(text[start : min(end, start + 40)].split(None, 1)[0])
