"""One sentence with everything the finders say of it: what claims are made from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.detection.values import Quantity, Quote
from factcheck.detection.words import Word
from factcheck.text.document import Sentence
from factcheck.vocabulary import QuoteKind

__all__ = ["SentenceReading"]

NESTING = 8
"""So many quotations may begin before a place and still hold it; deeper nesting is no English."""


@dataclass(slots=True)
class SentenceReading:
    """Hold one sentence with what the finders say of it.

    Attributes:
        text: the document's text.
        sentence: the sentence.
        words: its tagged words.
        quantities: the quantities inside it, in order.
        quotes: the quotations and reported speech that touch it, in order.
        speaker: the transcript's speaker whose turn it is, or None.
        before: the words of the sentence before in the same text, or an empty string.
        item: whether it is an item of a list, which needs no verb.
        title: whether it is the document's title: no full sentence is asked of it.
        cues: the cues in it, in order: where each begins, where it ends, and the quotation that it gives to somebody.
        mark: its last mark, closing quotation marks aside.
        first_name: number of its first word that is a name; the count of its words where none is.
    """

    text: str
    sentence: Sentence
    words: Sequence[Word]
    quantities: Sequence[Quantity]
    quotes: Sequence[Quote]
    speaker: str | None = None
    before: str = ""
    title: bool = False
    item: bool = False
    cues: list[tuple[int, int, Quote]] = field(init=False)
    mark: str = field(init=False)
    first_name: int = field(init=False)

    def __post_init__(self) -> None:
        """Work out once what each clause will ask for."""
        self.cues = [
            (quote.cue_start, quote.cue_end, quote)
            for quote in self.quotes
            if quote.cue_start is not None and quote.cue_end is not None and quote.kind is not QuoteKind.SCARE
        ]
        self.cues.sort(key=lambda cue: cue[:2])
        ending = self.text[max(self.sentence.start, self.sentence.end - 12) : self.sentence.end].rstrip("\"”’'»)] \n")
        self.mark = ending[-1:]
        names = (at for at, word in enumerate(self.words) if word.tag in ("NNP", "NNPS"))
        self.first_name = next(names, len(self.words))

    def cues_in(self, start: int, end: int) -> Iterator[tuple[int, int, Quote]]:
        """Give the cues that begin inside a span of the text."""
        for at in range(bisect_left(self.cues, start, key=lambda cue: cue[0]), len(self.cues)):
            if self.cues[at][0] >= end:
                return
            yield self.cues[at]

    def quantities_in(self, start: int, end: int) -> tuple[Quantity, ...]:
        """Give the quantities that lie inside a span of the text."""
        if not self.quantities:
            return ()
        first = bisect_left(self.quantities, start, key=lambda quantity: quantity.start)
        last = bisect_left(self.quantities, end, key=lambda quantity: quantity.start)
        return tuple(quantity for quantity in self.quantities[first:last] if quantity.end <= end)

    def quoted_share(self, start: int, end: int) -> float:
        """Give the share of a span that stands between somebody's quotation marks, 0 to 1."""
        if not self.quotes:
            return 0.0
        first = bisect_left(self.quotes, start, key=lambda quote: quote.start)
        last = bisect_left(self.quotes, end, key=lambda quote: quote.start)
        inside = 0
        for quote in self.quotes[max(0, first - NESTING) : last]:
            if quote.kind in (QuoteKind.MIXED, QuoteKind.DIRECT) and quote.speaker is not None:
                inside += max(0, min(end, quote.end) - max(start, quote.start))
        return min(1.0, inside / max(1, end - start))
