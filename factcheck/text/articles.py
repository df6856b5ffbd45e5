"""Articles: which piece is the title, the byline, the dateline, a heading, a caption, and which are paragraphs."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

from factcheck.text.captions import is_caption
from factcheck.text.dateline import find_dateline, is_date_line, parse_date
from factcheck.text.document import Block, BlockKind, Dateline
from factcheck.text.pieces import Piece

__all__ = ["Article", "classify_pieces"]

_FINAL = re.compile(r"[.!?…:;,][\"'”’»)\]*_]{0,4}(?:\s\([^()\n]{2,40}\))?$")
_STOPPED = re.compile(r"[.!?…][\"'”’»)\]*_]{0,4}(?:\[\w{1,4}\]){0,5}(?:\s\([^()\n]{2,40}\))?$")
_SENTENCE_LONG = 100  # a line longer than this is a paragraph whatever it ends with
_TAIL = 60  # code points looked at for a line's final punctuation and what may stand after it
_HEADING_WORDS = 12
_TITLE_WORDS = 28
_TITLE_LONG = 200
_FIGURE = re.compile(r"(?<![\w-])[$£€¥]?\d[\d.,]*\d|(?<![\w-])[$£€¥]?\d|%")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SECTION = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.)\s+(?=[^\W\d_a-z])")
_BYLINE = re.compile(
    r"(?P<cue>(?:by|words by|written by|story by|text by|from)\s*:?\s+|author:\s*)(?P<names>[^\W\d_].*)", re.IGNORECASE
)
_REPORTING = re.compile(
    r"\(?(?:additional )?(?:reporting|writing|editing|compiled|edited|reported) by\b", re.IGNORECASE
)
_HANDLE = re.compile(r"@\w{2,30}")
_BYLINE_WORD = re.compile(r"(?:[^\W\d_a-z][\w.'’\-]*|and|with|for|of|the|in|de|la|van|von|der|bin|al-\w+|el-\w+|&|\|)")
_BYLINE_PARTS = re.compile(r"\s*(?:[|•·/]|,(?=\s)|\s[–—-]\s)\s*")
_MONTH_OR_DAY = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b", re.IGNORECASE
)


@dataclass(slots=True)
class Article:
    """Gather what the pieces turned out to be.

    Attributes:
        blocks: the blocks in reading order, not numbered yet.
        title: span of the title, or None.
        byline: span of the byline, or None.
        dateline: place and day, or None.
    """

    blocks: list[Block] = field(default_factory=list)
    title: tuple[int, int] | None = None
    byline: tuple[int, int] | None = None
    dateline: Dateline | None = None


def classify_pieces(text: str, pieces: list[Piece], near: datetime.date | None = None) -> Article:
    """Say of each piece what it is: the marks' word first, then its form and its place."""
    article = Article()
    ends_later = _sentences_follow(text, pieces)
    body = False
    for index, piece in enumerate(pieces):
        kind = piece.kind or _kind_of(text, pieces, index, article, ends_later, body=body)
        if kind is BlockKind.PARAGRAPH:
            _add_paragraph(text, piece, article, near, first=not body)
        else:
            _add(text, piece, kind, article, near)
        body = body or kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    return article


def _sentences_follow(text: str, pieces: list[Piece]) -> list[bool]:
    """Say of each piece whether a later one is running text: it ends a sentence, is a list item, or is long."""
    follows: list[bool] = []
    seen = False
    for piece in reversed(pieces):
        follows.append(seen)
        stopped = _STOPPED.search(text, max(piece.start, piece.end - _TAIL), piece.end) is not None
        seen = seen or stopped or piece.kind is BlockKind.LIST_ITEM or piece.end - piece.start > _TITLE_LONG
    follows.reverse()
    return follows


def _kind_of(
    text: str, pieces: list[Piece], index: int, article: Article, ends_later: list[bool], *, body: bool
) -> BlockKind:
    """Say what a piece is that no mark tells."""
    piece = pieces[index]
    if piece.end - piece.start > 400:
        return BlockKind.PARAGRAPH
    words = text[piece.start : piece.end]
    if (not body or index < 4) and is_date_line(words):
        return BlockKind.DATELINE
    if (not body and _is_byline(words)) or (_REPORTING.match(words) and len(words) <= 200):
        return BlockKind.BYLINE
    if is_caption(words):
        return BlockKind.CAPTION
    headed = article.title is not None or any(block.kind is BlockKind.HEADING for block in article.blocks[:8])
    if not headed and not body and _is_title(text, pieces, index, ends_later):
        return BlockKind.TITLE
    if _is_heading(words) and (ends_later[index] or (" " not in words and len(pieces) > 1)):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _add(text: str, piece: Piece, kind: BlockKind, article: Article, near: datetime.date | None) -> None:
    """Add a piece that is one block, and note what the story's head says."""
    span = (piece.start, piece.end)
    words = text[piece.start : piece.end]
    if kind is BlockKind.TITLE:
        if article.title is None:
            article.title = span
        else:
            kind = BlockKind.HEADING
    elif kind is BlockKind.BYLINE:
        if article.byline is None:
            article.byline = span
        date = _date_beside(words, near)
        if date is not None and article.dateline is None:
            article.dateline = Dateline(date)
    elif kind is BlockKind.DATELINE:
        date = parse_date(words, near)
        if article.dateline is None or article.dateline.date is None:
            article.dateline = Dateline(date, article.dateline.place if article.dateline else None, *span)
    article.blocks.append(Block(kind, *span, locator=piece.locator))


def _add_paragraph(text: str, piece: Piece, article: Article, near: datetime.date | None, *, first: bool) -> None:
    """Add a paragraph, its dateline parted from it."""
    start = piece.start
    near = near or (article.dateline.date if article.dateline else None)
    found = find_dateline(text, piece.start, piece.end, near, first=first)
    if found is not None:
        line = found.dateline
        stop = piece.start if line.end is None else line.end
        article.blocks.append(Block(BlockKind.DATELINE, piece.start, stop))
        start = found.body
        known = article.dateline
        if known is None or known.place is None:
            # A line of its own gave the day before: it is the fuller one, and the place joins it.
            day = known.date if known and known.date else line.date
            article.dateline = Dateline(day, line.place, line.start, line.end)
    article.blocks.append(Block(BlockKind.PARAGRAPH, start, piece.end, locator=piece.locator))


def _is_title(text: str, pieces: list[Piece], index: int, ends_later: list[bool]) -> bool:
    """Say whether the first words of a text are its title: short, without a full stop, and apart from what follows."""
    piece = pieces[index]
    words = text[piece.start : piece.end]
    if len(words) > _TITLE_LONG or len(words.split()) > _TITLE_WORDS or "\n" in words or not ends_later[index]:
        return False
    if _FINAL.search(words) and words.rstrip("\"'”’)")[-1:] not in "?!":
        return False
    if any(block_start.kind is BlockKind.LIST_ITEM for block_start in pieces[:index]) or words[0].islower():
        return False
    after = pieces[index + 1]
    if after.kind is BlockKind.LIST_ITEM:  # it heads the list
        return False
    if piece.alone:
        return True
    following = text[after.start : after.end]
    return is_date_line(following) or _is_byline(following) or bool(_STOPPED.search(following[-_TAIL:]))


def _is_heading(words: str) -> bool:
    """Say whether a line is a heading: few words, no final punctuation, no figure, no quotation of its own."""
    if len(words) > _SENTENCE_LONG or "\n" in words or _FINAL.search(words):
        return False
    count = len(words.split())
    first = words[0]
    if count > _HEADING_WORDS or first.islower() or first in "\"“‘'(" or words[-1] in "–—-":
        return False
    section = _SECTION.match(words)
    rest = words[section.end() :] if section else words
    if not rest or not any(map(str.isalpha, rest)):
        return False
    return all(_YEAR.fullmatch(figure.group()) for figure in _FIGURE.finditer(rest))


def _is_byline(words: str) -> bool:
    """Say whether a line names the author: "By Ana Bell, Health Correspondent | 4 May 2021"."""
    if len(words) > 160 or words[-1:] in ".!?:;" or "\n" in words:
        return False
    if _HANDLE.fullmatch(words):
        return True
    match = _BYLINE.fullmatch(words)
    if match is None:
        return False
    parts = _BYLINE_PARTS.split(match["names"])
    names = parts[0].split()
    if not names or len(names) > 10 or _MONTH_OR_DAY.fullmatch(names[0]) or not names[0][0].isupper():
        return False
    if match["cue"].lower().startswith("from") and len(parts) > 1:
        return False
    if len(names) < 2 and len(parts) < 2 and not match["cue"][0].isupper():
        return False
    rest_is_short = all(len(part.split()) <= 8 for part in parts[1:])
    return rest_is_short and all(_BYLINE_WORD.fullmatch(name) for name in names)


def _date_beside(words: str, near: datetime.date | None) -> datetime.date | None:
    """Find a day that stands in the author's line."""
    dates = (parse_date(part, near) for part in re.split(r"\s*[|•·]\s*|\s[–—-]\s", words))
    return next((date for date in dates if date is not None), None)
