"""The structure of a text: from pieces to a document with blocks, paragraph numbers and sentences."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from factcheck.errors import InvalidValue
from factcheck.text.articles import Article, classify_pieces
from factcheck.text.cleaning import CleanText, clean_text
from factcheck.text.document import Block, BlockKind, Dateline, Document, DocumentKind, Sentence
from factcheck.text.markdown import cut_markdown
from factcheck.text.pieces import Piece
from factcheck.text.plain import cut_plain
from factcheck.text.sentences import split_sentences
from factcheck.text.transcripts import find_labels, pieces_within, read_turns

__all__ = ["build_document", "read_structure"]

_Part = TypeVar("_Part", Block, Sentence)

_LIST_NUMBER = re.compile(r"\(?(?P<number>\d{1,2})[.)]\s+(?=\S)")
_FIRST_NUMBER = re.compile(r"(?<=[:;,]\s)\(?1[.)]\s+(?=\S)")
_CUTTERS: dict[str, Callable[[str], list[Piece]]] = {"text": cut_plain, "markdown": cut_markdown}
_NUMBERED = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_WITHOUT_SENTENCES = (BlockKind.LABEL, BlockKind.BYLINE, BlockKind.DATELINE)


def read_structure(
    text: str,
    *,
    dateline: datetime.date | None = None,
    kind: DocumentKind | None = None,
    source: str | None = None,
    format: str = "text",
) -> Document:
    """Read a text's title, byline, dateline, headings, paragraphs, lists, captions, turns and sentences.

    The text is read as the eye reads it (see `clean_text`), and every span points into the text as it was given.
    Whatever lies outside all blocks is white space, a list's or heading's mark, or markup.

    Args:
        text: the text, decoded.
        dateline: the day that relative dates count from; wins over one found in the text.
        kind: what sort of text it is; a text with speakers' labels is a transcript unless this says otherwise.
        source: where it was read from.
        format: "text" or "markdown".

    Raises:
        InvalidValue: the format is neither.
    """
    cut = _CUTTERS.get(format)
    if cut is None:
        raise InvalidValue(f"format {format!r} is not known: use {' or '.join(_CUTTERS)}")
    clean = clean_text(text)
    return _build(clean, cut(clean.text), dateline=dateline, kind=kind, source=source, format=format)


def build_document(
    text: str,
    pieces: list[Piece],
    *,
    dateline: datetime.date | None = None,
    near: datetime.date | None = None,
    kind: DocumentKind | None = None,
    source: str | None = None,
) -> Document:
    """Build a document from pieces that a reader of another format has cut; their spans point into `text`.

    `near` is the day that the file's metadata give: a dateline in the text wins over it, and `dateline` over both.
    """
    clean = clean_text(text)
    moved = [replace(piece, start=a, end=b) for piece in pieces for a, b in (clean.clean_span(piece.start, piece.end),)]
    return _build(clean, moved, dateline=dateline, near=near, kind=kind, source=source, format="text")


def _build(
    clean: CleanText,
    pieces: list[Piece],
    *,
    dateline: datetime.date | None,
    kind: DocumentKind | None,
    source: str | None,
    format: str,
    near: datetime.date | None = None,
) -> Document:
    """Classify the pieces, number the paragraphs, split the sentences, and point every span into the source."""
    text = clean.text
    labels = find_labels(text, sure=kind is DocumentKind.TRANSCRIPT) if kind in (None, DocumentKind.TRANSCRIPT) else []
    if labels:
        article = classify_pieces(text, pieces_within(text, pieces, 0, 0, labels[0].start), dateline or near)
        article.blocks.extend(read_turns(text, labels, pieces))
    elif kind is DocumentKind.STATEMENTS:
        article = Article([Block(piece.kind or BlockKind.PARAGRAPH, piece.start, piece.end) for piece in pieces])
    else:
        article = classify_pieces(text, pieces, dateline or near)
    blocks = _numbered(article.blocks)
    found_kind = kind or (DocumentKind.TRANSCRIPT if labels else DocumentKind.ARTICLE)
    return Document(
        text=clean.source,
        blocks=tuple(_in_source(block, clean) for block in blocks),
        sentences=tuple(_in_source(sentence, clean) for sentence in _sentences(text, blocks)),
        title=_words(text, article.title),
        byline=_words(text, article.byline),
        dateline=_dateline(clean, article.dateline, dateline, near),
        kind=found_kind,
        source=source,
        format=format,
    )


def _numbered(blocks: list[Block]) -> list[Block]:
    """Number the paragraphs and list items from 1, and name the place by it where nothing better is known."""
    numbered = []
    number = 0
    for block in blocks:
        if block.kind in _NUMBERED:
            number += 1
            block = replace(block, number=number, locator=block.locator or f"paragraph {number}")
        numbered.append(block)
    return numbered


def _sentences(text: str, blocks: list[Block]) -> list[Sentence]:
    """Split every block that holds sentences; labels, bylines and datelines hold none."""
    return [
        Sentence(start, end, index, block.number, number)
        for index, block in enumerate(blocks)
        if block.kind not in _WITHOUT_SENTENCES
        for number, (start, end) in enumerate(_unnumbered(text, split_sentences(text, block.start, block.end)), start=1)
    ]


def _unnumbered(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Begin a sentence behind its list number where the numbers of a paragraph run on: "... two parts: 1. ... 2. ..."."""
    if not any(text[start].isdecimal() or text[start] == "(" for start, _ in spans[1:]):
        return spans
    shortened = []
    numbers = [_LIST_NUMBER.match(text, start, end) for start, end in spans]
    has_second = any(found and found["number"] == "2" for found in numbers)
    last = 0
    for (start, end), found in zip(spans, numbers, strict=True):
        if found and found.end() < end and int(found["number"]) == last + 1 and (last or has_second):
            last += 1
            start = found.end()
        elif _FIRST_NUMBER.search(text, start, end):
            last = 1
        shortened.append((start, end))
    return shortened


def _dateline(
    clean: CleanText, found: Dateline | None, given: datetime.date | None, near: datetime.date | None
) -> Dateline | None:
    """Join what the text says with the day from outside, which wins, and the metadata's, which fills the gap."""
    if found is None:
        day = given or near
        return Dateline(day) if day else None
    start, end = found.start, found.end
    if start is not None and end is not None:
        start, end = clean.source_span(start, end)
    return Dateline(given or found.date or near, found.place, start, end)


def _words(text: str, span: tuple[int, int] | None) -> str | None:
    """Give the words of a span on one line."""
    return " ".join(text[span[0] : span[1]].split()) if span else None


def _in_source(part: _Part, clean: CleanText) -> _Part:
    """Point a part's span into the source."""
    if clean.is_identity:
        return part
    start, end = clean.source_span(part.start, part.end)
    return replace(part, start=start, end=end)
