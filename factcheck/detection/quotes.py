"""Quotations: the words between marks and the clauses reported without them, each with its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.detection.attribution import attribute_speech
from factcheck.detection.values import Quote
from factcheck.detection.words import Word
from factcheck.text.cleaning import CleanText, clean_document
from factcheck.text.document import Document

__all__ = ["find_quotes", "quotes_in"]


def find_quotes(document: Document) -> list[Quote]:
    """Find every quotation of a document, and every clause that it reports as somebody's words.

    Spans point into `document.text`; those of quotations hold the words between the marks. A speaker is given only
    where the text supports it.

    >>> from factcheck.text.document import Document
    >>> quotes = find_quotes(Document.from_text("“Costs doubled,” said Ana Bell, the treasurer."))
    >>> [(quote.text, quote.speaker, quote.cue) for quote in quotes]
    [('Costs doubled,', 'Ana Bell', 'said')]
    """
    clean, mapping = clean_document(document)
    speech = attribute_speech(clean)
    found = sorted((*speech.quotes, *speech.indirect), key=lambda quote: (quote.start, -quote.end))
    return found if mapping.is_identity else [_to_source(quote, mapping) for quote in found]


def quotes_in(document: Document, tagged: Sequence[Sequence[Word]] | None = None) -> list[Quote]:
    """Find the quotations between marks in a clean document.

    Args:
        document: a clean document (`factcheck.text.cleaning.clean_document`).
        tagged: the words of each of its sentences, where they were tagged already.
    """
    return attribute_speech(document, tagged).quotes


def _to_source(quote: Quote, mapping: CleanText) -> Quote:
    """Move a quote's spans from the clean copy to the document's own text."""
    start, end = mapping.source_span(quote.start, quote.end)
    moved = replace(
        quote,
        start=start,
        end=end,
        text=mapping.source[start:end],
        parts=tuple(mapping.source_span(*part) for part in quote.parts),
    )
    if quote.cue_start is None or quote.cue_end is None:
        return moved
    cue_start, cue_end = mapping.source_span(quote.cue_start, quote.cue_end)
    return replace(moved, cue_start=cue_start, cue_end=cue_end, cue=mapping.source[cue_start:cue_end])
