"""Every number of a text, in digits or words, with its kind, value, unit, interval and exact place."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from factcheck.detection.dates import find_dates
from factcheck.detection.numbers.scan import scan
from factcheck.detection.numbers.tokens import Tokens
from factcheck.detection.values import Quantity
from factcheck.detection.words import Word
from factcheck.text.cleaning import clean_text

__all__ = ["find_quantities"]


def find_quantities(
    text: str, reference_date: datetime.date | None = None, *, words: Iterable[Word] = ()
) -> list[Quantity]:
    """Find the quantities of a text, dates and times among them, in reading order.

    Spans point into `text` as given and do not overlap. `reference_date` is the day that relative dates count from;
    without it they stay unresolved. `words` are the tagged words of the text where a caller has them already; without
    them the words around a number are tagged where they are needed.

    >>> [(q.text, str(q.value)) for q in find_quantities("At least two drones hit 73 out of 329 seats.")]
    [('At least two drones', '2'), ('73 out of 329 seats', '73/329')]
    """
    clean = clean_text(text)
    dates = find_dates(clean.text, reference_date)
    tokens = Tokens(clean.text, words if clean.is_identity else ())
    for date in dates:
        at = bisect_left(tokens.end, date.start + 1)
        while at < tokens.size and tokens.start[at] < date.end:
            tokens.taken[at] = 1
            at += 1
    found = _merge(dates, scan(tokens))
    if clean.is_identity:
        return found
    moved = []
    for quantity in found:
        start, end = clean.source_span(quantity.start, quantity.end)
        moved.append(replace(quantity, start=start, end=end, text=text[start:end]))
    return moved


def _merge(dates: list[Quantity], numbers: list[Quantity]) -> list[Quantity]:
    """Put dates and numbers into reading order; of two that overlap the longer stays."""
    merged: list[Quantity] = []
    for quantity in sorted([*dates, *numbers], key=lambda q: (q.start, -q.end)):
        if merged and quantity.start < merged[-1].end:
            if quantity.end - quantity.start > merged[-1].end - merged[-1].start:
                merged[-1] = quantity
            continue
        merged.append(quantity)
    return merged
