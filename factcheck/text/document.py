"""A document: its text as it was decoded, and where its parts stand."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from enum import StrEnum

from factcheck.values import Value

__all__ = ["Block", "BlockKind", "Dateline", "Document", "DocumentKind", "Sentence"]


class DocumentKind(StrEnum):
    """What sort of text a document is."""

    ARTICLE = "article"
    TRANSCRIPT = "transcript"
    STATEMENTS = "statements"


class BlockKind(StrEnum):
    """What a block of a document is."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    LABEL = "label"
    """A speaker's label in a transcript ("DANA BRIGHT, ANCHOR:")."""
    SCREEN_TEXT = "screen_text"
    """Words shown on screen in a transcript; nobody's speech."""
    TABLE_ROW = "table_row"


@dataclass(frozen=True, slots=True)
class Block(Value):
    """Hold one block: its kind, its span without marker or surrounding space, and its paragraph number (1-based).

    `speaker` is set on a transcript's paragraphs: the label's name; `title` is the rank or office before it. `locator` is
    what a reader would look for: "paragraph 3", "page 4", "00:12:31".
    """

    kind: BlockKind
    start: int
    end: int
    number: int | None = None
    speaker: str | None = None
    locator: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence(Value):
    """Hold one sentence: its span, the index of its block, and its place: paragraph and sentence, both 1-based."""

    start: int
    end: int
    block: int
    paragraph: int | None
    number: int


@dataclass(frozen=True, slots=True)
class Dateline(Value):
    """Hold the place and day at the head of a story; `start` and `end` are None when the text does not state them."""

    date: datetime.date | None
    place: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Document(Value):
    """Hold a text with its parts.

    Attributes:
        text: the text as it was decoded, line ends kept; every span points into it.
        blocks: title, byline, headings, paragraphs, captions ..., in reading order; they do not overlap.
        sentences: every sentence of the blocks, in reading order.
        title: the title's words, or None.
        byline: the author line's words, or None.
        dateline: place and day, or None.
        kind: article, transcript or statements.
        language: an IETF tag.
        source: where it was read from, as given, or None.
        publisher: who publishes it, where the metadata says so.
        url: its address, where the metadata says so.
        notes: warnings of reading: a guessed encoding, an unclosed quotation.
        format: how the text marks its structure: "text" or "markdown".
    """

    text: str
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    title: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    kind: DocumentKind = DocumentKind.ARTICLE
    language: str = "en"
    source: str | None = None
    publisher: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()
    format: str = "text"

    @classmethod
    def from_text(
        cls,
        text: str,
        dateline: datetime.date | None = None,
        *,
        kind: DocumentKind | None = None,
        source: str | None = None,
        format: str = "text",
    ) -> Document:
        """Read the structure of a text.

        `dateline` wins over a day found in the text; without either, relative dates stay unresolved. `format` is "text"
        or "markdown". A text with speaker labels is read as a transcript unless `kind` says otherwise.
        """
        from factcheck.text.structure import (
            read_structure,
        )  # structure builds documents: importing it above would be a cycle

        return read_structure(text, dateline=dateline, kind=kind, source=source, format=format)

    @property
    def date(self) -> datetime.date | None:
        """The day that relative dates count from, or None."""
        return self.dateline.date if self.dateline else None

    @property
    def content_hash(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
