"""Coverage: each number, date, name and quotation is in a claim, waived with a reason, or unaccounted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factcheck.detection.values import Claim, CoverageItem, Name, Quantity, Quote
from factcheck.text.document import BlockKind, Document
from factcheck.vocabulary import QuantityKind, QuoteKind

__all__ = ["cover", "coverage"]

WAIVED_BLOCKS = {
    BlockKind.BYLINE: "in the byline",
    BlockKind.DATELINE: "in the dateline",
    BlockKind.HEADING: "in a heading",
    BlockKind.CAPTION: "in a caption",
    BlockKind.LABEL: "in a speaker's label",
    BlockKind.SCREEN_TEXT: "words on screen, nobody's speech",
    BlockKind.TITLE: "in the title",
}
"""Blocks whose words are no statement of the text, with the reason that is given."""

Span = tuple[int, int]


def coverage(document: Document) -> list[CoverageItem]:
    """List every number, date, name and quotation of a document with what accounts for it, in reading order.

    An item is "claimed" when it lies in a checkable claim, "waived" when it lies in what is listed as not checkable, in
    an attribution, a caption, a heading or a byline, and "unaccounted" otherwise.

    >>> from factcheck.text.document import Document
    >>> [(item.text, item.status) for item in coverage(Document.from_text("The clinic lost 40 beds in 2019."))]
    [('40 beds', 'claimed'), ('2019', 'claimed')]
    """
    from factcheck.detection.analysis import Analysis  # the analysis keeps the result, so it stands above this module

    return list(Analysis(document).coverage)


def cover(
    document: Document,
    claims: Sequence[Claim],
    quantities: Sequence[Quantity],
    quotes: Sequence[Quote],
    names: Sequence[Name],
) -> list[CoverageItem]:
    """Hold what was found in a document against its claims; all spans point into the document's text.

    A dateline or an attribution accounts for the names in it: who speaks is kept with the claim.
    """
    claimed = _Spans([((c.start, c.end), f"in the claim “{_short(c.text)}”") for c in claims if c.checkable])
    refused = _Spans([((c.start, c.end), "; ".join(c.reasons) or c.kind.value) for c in claims if not c.checkable])
    blocks = _Spans(
        [
            ((block.start, block.end), WAIVED_BLOCKS[block.kind])
            for block in document.blocks
            if block.kind in WAIVED_BLOCKS
        ]
    )
    sources = _Sources(quotes)
    subjects = {claim.subject for claim in claims if claim.subject and claim.checkable}
    items = []
    for start, end, text, sort in _found(quantities, quotes, names):
        reason = claimed.reason(start, end)
        status = "claimed"
        if reason is None:
            status = "waived"
            reason = refused.reason(start, end) or blocks.reason(start, end) or sources.reason(start, end, text)
        if (
            reason is None
            and sort == "quotation"
            and 2 * (claimed.shared(start, end) + refused.shared(start, end)) > end - start
        ):
            mostly = claimed.shared(start, end) >= refused.shared(start, end)
            status, reason = ("claimed" if mostly else "waived"), "its statements are listed one by one"
        if reason is None and sort == "name" and any(text in subject for subject in subjects):
            status, reason = "claimed", "the subject that a claim carries"
        if reason is None:
            status, reason = "unaccounted", "in no claim and in nothing that was judged"
        items.append(CoverageItem(start, end, text, sort, status, reason))
    return items


class _Spans:
    """Look up which span holds a place; spans may overlap, and the one that begins last is looked at first."""

    REACH = 24
    """So many spans before a place are looked at; claims of one sentence that lie inside each other are far fewer."""

    def __init__(self, spans: Sequence[tuple[Span, str]]) -> None:
        self.spans = sorted(spans)
        self.starts = [span[0] for span, _ in self.spans]

    def reason(self, start: int, end: int) -> str | None:
        """Give the reason of a span that holds more than half of `start:end`, or None."""
        last = bisect_right(self.starts, max(start, end - 1))
        for (first, stop), reason in reversed(self.spans[max(0, last - self.REACH) : last]):
            if 2 * (min(end, stop) - max(start, first)) > end - start:
                return reason
        return None

    def shared(self, start: int, end: int) -> int:
        """Count the characters of `start:end` that lie in spans; spans inside one another count once."""
        at = max(0, bisect_right(self.starts, start) - self.REACH)
        done, total = start, 0
        while at < len(self.spans) and self.starts[at] < end:
            (first, stop), _ = self.spans[at]
            total += max(0, min(end, stop) - max(done, first))
            done = max(done, min(end, stop))
            at += 1
        return total


class _Sources:
    """Look up whether words near a cue say who speaks: the cue itself, the speaker, the speaker's title."""

    NEAR = 200
    """A speaker stands within so many characters of the cue."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        cued = [(q.cue_start, q.cue_end, q) for q in quotes if q.cue_start is not None and q.cue_end is not None]
        self.cues = sorted(cued, key=lambda cue: cue[:2])
        self.starts = [start for start, _, _ in self.cues]

    def reason(self, start: int, end: int, text: str) -> str | None:
        """Give the reason when an item says who speaks, or None."""
        at = max(0, bisect_right(self.starts, start - self.NEAR) - 1)
        while at < len(self.cues) and self.starts[at] <= end + self.NEAR:
            cue_start, cue_end, quote = self.cues[at]
            spoken = " ".join(filter(None, (quote.title, quote.speaker, quote.said_by)))
            if text in spoken or (cue_start <= start and end <= max(cue_end, quote.start)):
                return "in the attribution of a claim"
            at += 1
        return None


def _found(
    quantities: Sequence[Quantity], quotes: Sequence[Quote], names: Sequence[Name]
) -> list[tuple[int, int, str, str]]:
    """Put numbers, dates, quotations and names into one list in reading order; reported speech is no quotation mark."""
    found = []
    for quantity in quantities:
        sort = "date" if quantity.kind in (QuantityKind.DATE, QuantityKind.TIME) else "number"
        found.append((quantity.start, quantity.end, quantity.text, sort))
    found.extend((q.start, q.end, q.text, "quotation") for q in quotes if q.kind is not QuoteKind.INDIRECT)
    found.extend((name.start, name.end, name.text, "name") for name in names)
    found.sort()
    return found


def _short(text: str, limit: int = 60) -> str:
    """Cut a claim's words at a space, for a reason."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + " …"
