"""Markdown cut into pieces: front matter, headings, lists, tables, quotations, code; offsets into the raw text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.text.document import BlockKind
from factcheck.text.pieces import Piece, lines_of, trimmed
from factcheck.text.plain import cut_group

__all__ = ["MarkdownPieces", "cut_markdown"]

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"(?:=+|-{2,})")
_BREAK = re.compile(r"(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:[*#~=+•·][ \t]*)+")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_QUOTE = re.compile(r"(?:>[ \t]?)+[ \t]*")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-{1,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]\n]{0,500})\]\([^)\n]{0,1000}\)")
_REFERENCE = re.compile(r"\[(?!\^)[^\]\n]{1,100}\]:[ \t]*\S+.*")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,50}\]:[ \t]*")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_KEY = re.compile(r"(?P<key>[A-Za-z_-]{1,30})[ \t]*:[ \t]*(?P<mark>[\"']?)")
_FRONT_KINDS = {
    "title": BlockKind.TITLE,
    "headline": BlockKind.TITLE,
    "author": BlockKind.BYLINE,
    "authors": BlockKind.BYLINE,
    "byline": BlockKind.BYLINE,
    "date": BlockKind.DATELINE,
    "published": BlockKind.DATELINE,
}


@dataclass(slots=True)
class MarkdownPieces:
    """Gather the pieces while the lines are read.

    Attributes:
        pieces: what was cut so far.
        group: lines that wait for the end of their paragraph.
        fence: the mark that closes the code block we are in; empty outside.
        comment: whether we are inside an HTML comment.
    """

    text: str
    pieces: list[Piece] = field(default_factory=list)
    group: list[tuple[int, int]] = field(default_factory=list)
    fence: str = ""
    comment: bool = False

    def flush(self) -> None:
        """Cut the lines that wait."""
        for piece in cut_group(self.text, self.group):
            task = _TASK.match(self.text, piece.start, piece.end) if piece.kind is BlockKind.LIST_ITEM else None
            start = task.end() if task and task.end() < piece.end else piece.start
            self.pieces.append(Piece(start, piece.end, piece.kind, piece.alone))
        self.group = []

    def add(self, start: int, end: int, kind: BlockKind) -> None:
        """Add one piece whose kind the marks tell."""
        self.flush()
        start, end = trimmed(self.text, start, end)
        if start < end:
            self.pieces.append(Piece(start, end, kind))


def cut_markdown(text: str) -> list[Piece]:
    r"""Cut a Markdown text into pieces; marks stay outside their spans, emphasis and links inside a line stay.

    >>> text = "# Bridge closed\n\nIt is **shut**.\n\n- Rents rose"
    >>> [(str(piece.kind), text[piece.start:piece.end]) for piece in cut_markdown(text)]
    [('title', 'Bridge closed'), ('None', 'It is **shut**.'), ('list_item', 'Rents rose')]
    """
    front, body = _cut_front_matter(text)
    state = MarkdownPieces(text, list(front))
    for start, end in lines_of(text, body):
        if not (_in_skipped(state, start, end) or _cut_marked(state, start, end)):
            state.group.append((start, end))
    state.flush()
    return _with_title(state.pieces, text, body)


def _cut_front_matter(text: str) -> tuple[list[Piece], int]:
    """Cut the title, author and date of a front matter between two lines of `---`; give where the body begins."""
    if not re.match(r"---[ \t]*\n", text):
        return [], 0
    close = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE).search(text, 4)
    if close is None or not _KEY.match(text, *trimmed(text, 4, close.start())):
        return [], 0
    pieces = []
    for start, end in lines_of(text, 4, close.start()):
        key = _KEY.match(text, start, end)
        kind = _FRONT_KINDS.get(key["key"].lower()) if key else None
        if key is None or kind is None:
            continue
        stop = end - 1 if key["mark"] and text[end - 1] == key["mark"] and end - 1 > key.end() else end
        if key.end() < stop:
            pieces.append(Piece(key.end(), stop, kind))
    return pieces, close.end()


def _in_skipped(state: MarkdownPieces, start: int, end: int) -> bool:
    """Take a line of code or of an HTML comment, and say whether it was one."""
    text = state.text
    if state.fence:
        if text.startswith(state.fence, start) and not text[start:end].strip(state.fence[0]):
            state.fence = ""
        elif start < end:
            state.add(start, end, BlockKind.CAPTION)  # code is shown, and said by nobody
        return True
    if state.comment:
        state.comment = text.find("-->", start, end) < 0
        return True
    fence = _FENCE.match(text, start, end)
    if fence and "`" not in text[fence.end() : end]:
        state.flush()
        state.fence = fence[1]
        return True
    if text.startswith("<!--", start) and (text.endswith("-->", start, end) or text.find("-->", start, end) < 0):
        state.flush()
        state.comment = not text.endswith("-->", start, end)
        return True
    return False


def _cut_marked(state: MarkdownPieces, start: int, end: int) -> bool:
    """Take a line that its marks set apart, and say whether it was one."""
    text = state.text
    if start == end:
        state.flush()
        return True
    quote = _QUOTE.match(text, start, end)
    if quote:
        if quote.end() == end:
            state.flush()
        elif not _cut_marked(state, quote.end(), end):
            state.group.append((quote.end(), end))
        return True
    if len(state.group) == 1 and _UNDERLINE.fullmatch(text, start, end) and text[state.group[0][1] - 1] not in ".,;":
        (line,) = state.group
        state.group = []
        state.add(*line, BlockKind.HEADING)
        return True
    heading = _HEADING.match(text, start, end)
    if heading:
        closed = text[heading.end() : end].rstrip("#")
        stop = heading.end() + len(closed) if closed[-1:].isspace() else end
        state.add(heading.end(), stop, BlockKind.HEADING)
        return True
    image = _IMAGE.fullmatch(text, start, end)
    if image:
        state.add(image.start("alt"), image.end("alt"), BlockKind.CAPTION)
        return True
    return _cut_ruled(state, start, end)


def _cut_ruled(state: MarkdownPieces, start: int, end: int) -> bool:
    """Take a break, a table's row or rule, a link's address or a footnote."""
    text = state.text
    if _BREAK.fullmatch(text, start, end) or _REFERENCE.fullmatch(text, start, end):
        state.flush()
        return True
    if "|" in text[start:end] and _TABLE_RULE.fullmatch(text, start, end):
        if len(state.group) == 1:  # the row above the rule is the table's head
            (line,) = state.group
            state.group = []
            state.add(*line, BlockKind.TABLE_ROW)
        return True
    row = text[start] == "|" or (not state.group and bool(state.pieces) and _follows_row(state, start, end))
    if row:
        inner = text[start:end].strip("|")
        left = start + text[start:end].index(inner) if inner else end
        state.add(left, left + len(inner), BlockKind.TABLE_ROW)
        return True
    footnote = _FOOTNOTE.match(text, start, end)
    if footnote and footnote.end() < end:
        state.flush()
        state.group.append((footnote.end(), end))
        return True
    return False


def _follows_row(state: MarkdownPieces, start: int, end: int) -> bool:
    """Say whether the line goes on with the table above it."""
    last = state.pieces[-1]
    between = state.text[last.end : start]
    return last.kind is BlockKind.TABLE_ROW and "|" in state.text[start:end] and "\n\n" not in between


def _with_title(pieces: list[Piece], text: str, body: int) -> list[Piece]:
    """Make the first heading the title where it opens the body and the front matter has none."""
    if any(piece.kind is BlockKind.TITLE for piece in pieces):
        return pieces
    for index, piece in enumerate(pieces):
        if piece.start < body:
            continue
        if piece.kind is BlockKind.HEADING and _is_top(text, piece, body):
            pieces[index] = Piece(piece.start, piece.end, BlockKind.TITLE)
        break
    return pieces


def _is_top(text: str, piece: Piece, body: int) -> bool:
    """Say whether a heading is of the first rank: one hash, or underlined by `===`."""
    line_start = text.rfind("\n", body, piece.start) + 1 or body
    below = text.find("\n", piece.end)
    return text[line_start : piece.start].strip() == "#" or (below >= 0 and text.startswith("=", below + 1))
