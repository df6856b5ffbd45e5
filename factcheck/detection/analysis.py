"""One reading of a document: cleaned, tagged, searched once; each finding mapped back to the text as decoded."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import Any

from factcheck.detection.attribution import Speech, attribute_speech
from factcheck.detection.claim_making import claims_of
from factcheck.detection.coverage import cover
from factcheck.detection.passages import tag_sentences
from factcheck.detection.quantities import find_quantities
from factcheck.detection.sentence_reading import SentenceReading
from factcheck.detection.standalone import StandaloneWording
from factcheck.detection.values import Claim, CoverageItem, Name, Quantity, Quote
from factcheck.detection.words import Word
from factcheck.text.cleaning import CleanText, clean_document
from factcheck.text.document import Block, BlockKind, Document

__all__ = ["Analysis"]

SILENT_BLOCKS = frozenset(
    {BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.LABEL, BlockKind.SCREEN_TEXT}
)
"""Blocks that make no claim."""


class Analysis:
    """Read a document once, and give what was found in it; each result is computed when it is first asked for.

    All spans point into `document.text`, the text as it was decoded; the work is done on a cleaned copy.

    Attributes:
        document: the document that was given.
        known: the desk's list of names, which takes part in finding names.

    >>> from factcheck.text.document import Document
    >>> reading = Analysis(Document.from_text("“We lost 40 beds,” said Ana Bell."))
    >>> reading.claims[0].claimant, reading.quotes[0].speaker, reading.quantities[0].text
    ('Ana Bell', 'Ana Bell', '40 beds')
    """

    def __init__(self, document: Document, known: Iterable[Any] = ()) -> None:
        self.document = document
        self.known = tuple(known)

    # -- results, with spans in the source text

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every quantity of the document, in reading order."""
        return tuple(self._to_source(quantity) for quantity in self._quantities)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quotation between marks, in reading order; reported speech is in `reported`."""
        return tuple(self._quote_to_source(quote) for quote in self._quotes)

    @cached_property
    def reported(self) -> tuple[Quote, ...]:
        """Every clause of reported speech, with its speaker and cue."""
        return tuple(self._quote_to_source(quote) for quote in self._reported)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every name of the document, its spellings grouped."""
        return tuple(self._to_source(name) for name in self._names)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in reading order, those that are not checkable with their reasons."""
        return tuple(self._claim_to_source(claim) for claim in self._claims)

    @cached_property
    def standalone_claims(self) -> tuple[Claim, ...]:
        """The claims with `wording`: each in words that stand alone, as an archive keeps and compares them."""
        wording = StandaloneWording(self.clean_document, self._names)
        found = zip(self.claims, self._claims, strict=True)
        return tuple(replace(claim, wording=wording.of(clean)) for claim, clean in found)

    @cached_property
    def coverage(self) -> tuple[CoverageItem, ...]:
        """Every number, date, name and quotation, and what accounts for it."""
        return tuple(cover(self.document, self.claims, self.quantities, (*self.quotes, *self.reported), self.names))

    def claims_in(self, start: int, end: int) -> list[Claim]:
        """Give the claims that begin inside a span of the source text."""
        starts = [claim.start for claim in self.claims]
        return list(self.claims[bisect_left(starts, start) : bisect_left(starts, end)])

    # -- the work, on the cleaned copy

    @cached_property
    def _cleaned(self) -> tuple[Document, CleanText]:
        document = self.document
        if not document.sentences and document.text.strip():
            # a document made by hand, without structure
            read = Document.from_text(document.text, document.date, kind=document.kind, source=document.source)
            document = replace(document, blocks=read.blocks, sentences=read.sentences)
        return clean_document(document)

    @property
    def clean_document(self) -> Document:
        """The document as detection reads it; `source_span` maps its spans back."""
        return self._cleaned[0]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the cleaned copy to the source text."""
        return self._cleaned[1].source_span(start, end)

    @cached_property
    def words(self) -> tuple[list[Word], ...]:
        """The tagged words of each sentence of the cleaned copy, in the order of its sentences."""
        return tuple(tag_sentences(self.clean_document))

    @cached_property
    def _quantities(self) -> list[Quantity]:
        words = chain.from_iterable(self.words)
        return find_quantities(self.clean_document.text, self.document.date, words=words)

    @cached_property
    def _speech(self) -> Speech:
        return attribute_speech(self.clean_document, self.words)

    @property
    def _quotes(self) -> list[Quote]:
        return self._speech.quotes

    @property
    def _reported(self) -> list[Quote]:
        return self._speech.indirect

    @cached_property
    def _names(self) -> list[Name]:
        from factcheck.detection.names import names_in  # the lists of names are read only where names are asked for

        return names_in(self.clean_document, self.known, self.words)

    @cached_property
    def _claims(self) -> list[Claim]:
        claims: list[Claim] = []
        for reading in self._readings():
            claims.extend(claims_of(reading))
        return claims

    def _readings(self) -> Iterator[SentenceReading]:
        """Lay each sentence that can make a claim beside what the finders say of it."""
        document = self.clean_document
        sentences = document.sentences
        quotes = self._by_sentence(sorted([*self._quotes, *self._reported], key=lambda q: (q.start, q.end)))
        quantity_starts = [quantity.start for quantity in self._quantities]
        before = ""
        for number, sentence in enumerate(sentences):
            block = document.blocks[sentence.block] if 0 <= sentence.block < len(document.blocks) else _WHOLE
            if block.kind in SILENT_BLOCKS:
                continue
            first, last = bisect_left(quantity_starts, sentence.start), bisect_left(quantity_starts, sentence.end)
            yield SentenceReading(
                text=document.text,
                sentence=sentence,
                words=self.words[number],
                quantities=self._quantities[first:last],
                quotes=quotes[number],
                speaker=block.speaker,
                before=before,
                title=block.kind is BlockKind.TITLE,
                item=block.kind is BlockKind.LIST_ITEM,
            )
            before = "" if block.kind is BlockKind.TITLE else document.text[sentence.start : sentence.end]

    def _by_sentence(self, quotes: Sequence[Quote]) -> list[list[Quote]]:
        """Give each sentence the quotations that touch it, or whose cue stands in it."""
        sentences = self.clean_document.sentences
        starts, ends = [s.start for s in sentences], [s.end for s in sentences]
        found: list[list[Quote]] = [[] for _ in sentences]
        for quote in quotes:
            touched = set(range(bisect_right(ends, quote.start), bisect_left(starts, quote.end)))
            if quote.cue_start is not None and quote.cue_end is not None:
                touched.update(range(bisect_right(ends, quote.cue_start), bisect_left(starts, quote.cue_end)))
            for number in touched:
                found[number].append(quote)
        return found

    # -- back to the source

    def _to_source(self, found: Any) -> Any:
        """Map a finding's span back; its text is what the source says there."""
        if self._cleaned[1].is_identity:
            return found
        start, end = self.source_span(found.start, found.end)
        return replace(found, start=start, end=end, text=self.document.text[start:end])

    def _quote_to_source(self, quote: Quote) -> Quote:
        if self._cleaned[1].is_identity:
            return quote
        moved: Quote = self._to_source(quote)
        parts = tuple(self.source_span(*part) for part in quote.parts)
        if quote.cue_start is None or quote.cue_end is None:
            return replace(moved, parts=parts)
        start, end = self.source_span(quote.cue_start, quote.cue_end)
        return replace(moved, parts=parts, cue_start=start, cue_end=end)

    def _claim_to_source(self, claim: Claim) -> Claim:
        if self._cleaned[1].is_identity:
            return claim
        moved: Claim = self._to_source(claim)
        return replace(
            moved,
            sentence=self.source_span(*claim.sentence),
            quantities=tuple(self._to_source(quantity) for quantity in claim.quantities),
            attribution=self.source_span(*claim.attribution) if claim.attribution else None,
        )


_WHOLE = Block(BlockKind.PARAGRAPH, 0, 0)
"""Stands for the block of a sentence in a document made by hand without blocks."""
