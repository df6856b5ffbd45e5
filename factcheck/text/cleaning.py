"""Detection's copy of a text: what the eye does not see is gone, and every span maps back to the source."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from factcheck.text.document import Block, Dateline, Document, Sentence

__all__ = ["CleanText", "clean_document", "clean_text"]

_Part = TypeVar("_Part", Block, Sentence)

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}

# One alternation, longest first. Thin and narrow spaces (U+2007-U+200A, U+202F) stay: they group digits.
_UNCLEAN = re.compile(
    "(?P<hyphen>\u00ad+(?:[ \\t]{0,8}\r?\n)?)"  # a soft hyphen, with the line break it was set for
    "|(?P<line>\r\n?|[\u2028\u2029\u0085\x0b\x0c])"
    "|(?P<gone>[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\ufeff]+)"
    "|(?P<space>\u00a0)"
    "|(?P<ligature>[\ufb00-\ufb06])"
    "|(?P<accent>[^\\W\\d_][\u0300-\u036f]+)"
)
_SUSPECT = re.compile(
    "[\u00ad\r\u2028\u2029\u0085\x0b\x0c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\ufeff\u00a0\ufb00-\ufb06\u0300-\u036f]"
)

# Markdown inside a line: emphasis around words, `code`, links and images. Each part is bounded, so time is linear.
_MARKUP = re.compile(
    r"(?P<escape>\\(?=[*_`\[\]#\\]))"
    r"|(?P<open>!?\[)(?=[^\[\]\n]{1,300}\]\([^()\s]{0,500}(?:\s\"[^\"\n]{0,200}\")?\))"
    r"|(?P<target>\]\([^()\s]{0,500}(?:\s\"[^\"\n]{0,200}\")?\))"
    r"|(?P<emphasis>(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])|\*\*(?=\S)|(?<=\S)\*\*"
    r"|(?<!\w)_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?!\w))"
    r"|(?P<code>`{1,3})"
    r"|(?P<quote>(?<=\n)(?:>[ \t]?)+)"
)


@dataclass(frozen=True, slots=True)
class CleanText:
    """Hold a cleaned text beside its source, with the map between their offsets.

    Attributes:
        text: the cleaned text.
        source: the text it was made from.
        edits: where they differ: (start in source, end in source, start in clean, end in clean), in order.
    """

    text: str
    source: str
    edits: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def is_identity(self) -> bool:
        """Whether nothing had to be cleaned."""
        return not self.edits

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the source that reads as `text[start:end]`.

        Removed characters at either edge stay outside; a ligature touched in part is taken whole.

        >>> clean = clean_text("of\u00adfice \ufb01re")
        >>> clean.text, clean.source_span(0, 6), clean.source_span(7, 11)
        ('office fire', (0, 7), (8, 11))
        """
        if not self.edits:
            return start, end
        if start >= end:
            at = self._to_source(start, last=False)
            return at, at
        return self._to_source(start, last=False), self._to_source(end - 1, last=True)

    def clean_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the clean text that stands for `source[start:end]`; empty where all of it was removed.

        >>> clean_text("a\u00adb c").clean_span(0, 3)
        (0, 2)
        """
        if not self.edits:
            return start, end
        first, last = self._to_clean(start, upper=False), self._to_clean(end, upper=True)
        return first, max(first, last)

    def _to_source(self, offset: int, *, last: bool) -> int:
        """Find the source offset of a clean character: its first code point, or one past its last."""
        at = bisect_right(self.edits, offset, key=lambda edit: edit[2]) - 1
        if at < 0:
            return offset + last
        source_start, source_end, clean_start, clean_end = self.edits[at]
        if clean_start <= offset < clean_end:
            if source_end - source_start == clean_end - clean_start:
                return source_start + (offset - clean_start) + last
            return source_end if last else source_start
        return source_end + (offset - clean_end) + last

    def _to_clean(self, offset: int, *, upper: bool) -> int:
        at = bisect_right(self.edits, offset, key=lambda edit: edit[0]) - 1
        if at < 0:
            return offset
        source_start, source_end, clean_start, clean_end = self.edits[at]
        if offset >= source_end:
            return clean_end + (offset - source_end)
        if offset == source_start:
            return clean_start
        return clean_end if upper else clean_start


def clean_text(text: str, *, markdown: bool = False) -> CleanText:
    r"""Take out what hides words and numbers from a reader of characters, and keep the map.

    Soft hyphens, zero-width characters, bidirectional controls and byte order marks go; ligatures are spelled out; a
    no-break space becomes a space; every line end becomes a newline; a letter with its combining accent becomes one
    letter. With `markdown`, emphasis marks, code marks and link targets go too.

    >>> clean_text("4.2\u00a0million\u200b people").text
    '4.2 million people'
    >>> clean_text("**73** of [329 seats](https://example.org/a)", markdown=True).text
    '73 of 329 seats'
    """
    edits: list[tuple[int, int, str]] = []
    if _SUSPECT.search(text):
        edits.extend((m.start(), m.end(), _replacement(m)) for m in _UNCLEAN.finditer(text))
    if markdown:
        edits.extend((m.start(), m.end(), "") for m in _MARKUP.finditer(text))
        edits.sort()
    return _apply(text, edits)


def clean_document(document: Document) -> tuple[Document, CleanText]:
    """Give the document as detection reads it, with the map back to the source.

    Blocks, sentences and the dateline are carried over; spans that a finder returns on the copy are mapped back with
    `source_span`.
    """
    clean = clean_text(document.text, markdown=document.format == "markdown")
    if clean.is_identity:
        return document, clean
    dateline = document.dateline
    if dateline is not None and dateline.start is not None and dateline.end is not None:
        start, end = clean.clean_span(dateline.start, dateline.end)
        dateline = Dateline(dateline.date, dateline.place, start, end)
    return replace(
        document,
        text=clean.text,
        blocks=tuple(_moved(block, clean) for block in document.blocks),
        sentences=tuple(_moved(sentence, clean) for sentence in document.sentences),
        dateline=dateline,
    ), clean


def _moved(part: _Part, clean: CleanText) -> _Part:
    start, end = clean.clean_span(part.start, part.end)
    return replace(part, start=start, end=end)


def _replacement(match: re.Match[str]) -> str:
    """Say what stands in the clean text for one unclean stretch."""
    group = match.lastgroup
    if group == "line":
        return "\n"
    if group == "space":
        return " "
    if group == "ligature":
        return _LIGATURES[match.group()]
    if group == "accent":
        return unicodedata.normalize("NFC", match.group())
    return ""


def _apply(text: str, edits: Iterable[tuple[int, int, str]]) -> CleanText:
    """Make the clean text from edits in order; an edit that overlaps the one before it is left out."""
    parts: list[str] = []
    table: list[tuple[int, int, int, int]] = []
    done = length = 0
    for start, end, new in edits:
        if start < done or text[start:end] == new:
            continue
        kept = text[done:start]
        parts += (kept, new)
        length += len(kept)
        table.append((start, end, length, length + len(new)))
        length += len(new)
        done = end
    if not table:
        return CleanText(text, text)
    parts.append(text[done:])
    return CleanText("".join(parts), text, tuple(table))
