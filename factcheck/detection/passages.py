"""Passages: the reporter's own sentences, in which a whole quotation stands as one word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.detection.quotation_marks import Quotation
from factcheck.detection.speakers import QUOTE_TAG
from factcheck.detection.words import Word, tag_words
from factcheck.text.document import Block, BlockKind, Document

__all__ = ["Passage", "document_blocks", "inner_passages", "read_passages", "tag_sentences"]

_MISTAKEN = frozenset({"WP", "PRP", "IN", "MD"})
_LONGEST = 250  # words; what goes on without an end for longer is no sentence, and is read in pieces
_SAID_BY_NOBODY = frozenset({BlockKind.LABEL, BlockKind.BYLINE, BlockKind.DATELINE})


class Passage(NamedTuple):
    """Hold one sentence of the reporter.

    Attributes:
        words: its words, each quotation one word tagged `QUOTE_TAG`.
        quotes: place in `words` -> number of the quotation.
        block: index of its block.
    """

    words: list[Word]
    quotes: dict[int, int]
    block: int


def document_blocks(document: Document) -> list[Block]:
    """Give the document's blocks; one for the whole text where it has none."""
    return list(document.blocks) or [Block(BlockKind.PARAGRAPH, 0, len(document.text), 1)]


def tag_sentences(document: Document) -> list[list[Word]]:
    """Tag every sentence of a document; the whole text as one where it has none."""
    spans = [(s.start, s.end) for s in document.sentences] or [(0, len(document.text))]
    return [tag_words(document.text, start, end) for start, end in spans]


def read_passages(
    document: Document, quotations: Sequence[Quotation], tagged: Sequence[Sequence[Word]]
) -> list[Passage]:
    """Join the words of a document into the reporter's sentences.

    A full stop inside a quotation ends none. `tagged` holds the words of each of the document's sentences.
    """
    outer = [(number, q) for number, q in enumerate(quotations) if q.depth == 0]
    blocks = [s.block for s in document.sentences] or [0]
    kinds = [block.kind for block in document_blocks(document)]
    passages: list[Passage] = []
    open_until = -1  # where the quotation ends that the last passage stopped in
    for sentence, words in enumerate(tagged):
        if not words or kinds[blocks[sentence]] in _SAID_BY_NOBODY:
            continue
        block = blocks[sentence]
        for first in range(0, len(words), _LONGEST):
            piece = words[first : first + _LONGEST] if len(words) > _LONGEST else words
            joins = open_until > words[0].start and passages and passages[-1].block == block
            if not joins or len(passages[-1].words) > _LONGEST:
                passages.append(Passage([], {}, block))
            open_until = _fill(passages[-1], piece, outer)
    return passages


def _fill(passage: Passage, words: Sequence[Word], outer: Sequence[tuple[int, Quotation]]) -> int:
    """Add a sentence's words; give where the quotation ends that the sentence breaks off in, or -1."""
    following = bisect_left(outer, words[0].start + 1, key=lambda entry: entry[1].outer_end)
    if following == len(outer) or outer[following][1].outer_start >= words[-1].end:
        passage.words.extend(words)
        if any(word[4] in _MISTAKEN and word[2].isupper() for word in words):
            passage.words[-len(words) :] = [word._replace(tag="NNP") if _is_acronym(word) else word for word in words]
        return -1
    open_until = -1
    last = next((passage.quotes[at] for at in reversed(passage.quotes) if at == len(passage.words) - 1), -1)
    for word in words:
        while following < len(outer) and outer[following][1].outer_end <= word.start:
            following += 1
        if following == len(outer) or word.start < outer[following][1].outer_start:
            passage.words.append(word if not _is_acronym(word) else word._replace(tag="NNP"))
            open_until = -1
            continue
        number, quotation = outer[following]
        open_until = quotation.outer_end if word.end < quotation.outer_end else -1
        if number == last:
            continue
        last = number
        passage.quotes[len(passage.words)] = number
        shown = (max(quotation.outer_start, word.start), quotation.outer_end)
        passage.words.append(Word(shown[0], shown[1], "“”", "“”", QUOTE_TAG))
    return open_until


def _is_acronym(word: Word) -> bool:
    """Say whether a word is an acronym that reads like a function word ("WHO", "US", "IT")."""
    return word.tag in _MISTAKEN and len(word.text) > 1 and word.text.isupper()


def inner_passages(words: Sequence[Word], inner: Sequence[tuple[int, Quotation]]) -> list[Passage]:
    """Join the words inside one quotation into its sentences, the quotations inside it (`inner`) as one word each."""
    passages: list[Passage] = []
    sentence: list[Word] = []
    for word in words:
        sentence.append(word)
        if word.text in (".", "?", "!") or len(sentence) == _LONGEST:
            passages.append(Passage([], {}, -1))
            _fill(passages[-1], sentence, inner)
            sentence = []
    if sentence:
        passages.append(Passage([], {}, -1))
        _fill(passages[-1], sentence, inner)
    return passages
