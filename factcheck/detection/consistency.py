"""Arithmetic inside a document: do its figures agree with each other?

Each rule speaks only where the text states all that it needs, and gives the equation with both places; what the text
leaves open is left alone, because a false alarm costs a desk more than a miss.
"""

from __future__ import annotations

from bisect import bisect_left

from factcheck.detection.consistency_changes import check_changes
from factcheck.detection.consistency_places import Place
from factcheck.detection.consistency_repeats import check_headline, check_repeats
from factcheck.detection.consistency_shares import check_shares, check_totals
from factcheck.detection.consistency_times import check_times
from factcheck.detection.quantities import find_quantities
from factcheck.detection.values import Finding, Quantity
from factcheck.text.document import BlockKind, Document

__all__ = ["check_consistency"]

MOST_QUANTITIES = 60
"""A sentence with more figures is a table, not a statement."""

BODY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION)


def check_consistency(doc: Document) -> list[Finding]:
    """Hold the figures of a document against each other; give what agrees and what does not, in reading order.

    Compared are: N of M and a stated share; parts and their total; before, after and a stated change, in percent,
    points, factors or amounts; ages and birth years; lengths of time and dates; weekdays and dates; headline and body; the same
    count stated twice.

    >>> doc = Document.from_text("The party won 73 of 329 seats, about a third.")
    >>> [(f.equation, f.agrees) for f in check_consistency(doc)]
    [('73 / 329 = 22.19%, stated as about a third', False)]
    """
    quantities = find_quantities(doc.text, reference_date=doc.date)
    starts = [quantity.start for quantity in quantities]
    places: list[Place] = []
    title: Place | None = None
    for sentence in doc.sentences:
        kind = doc.blocks[sentence.block].kind
        inside = quantities[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        place = _place(doc.text, sentence.start, sentence.end, inside)
        if kind == BlockKind.TITLE and title is None:
            title = place
        elif kind in BODY and len(inside) <= MOST_QUANTITIES:
            places.append(place)
    findings = [
        *check_shares(places),
        *check_totals(places),
        *check_changes(places),
        *check_times(places, doc.date),
        *check_headline(title, places),
        *check_repeats(places),
    ]
    return sorted(findings, key=lambda finding: (finding.spans, finding.rule))


def _place(text: str, start: int, end: int, quantities: list[Quantity]) -> Place:
    return Place(start, end, text[start:end], tuple(quantity for quantity in quantities if quantity.end <= end))
