"""Periods told by their end: the year to December 2024, the quarter ending in June."""

from __future__ import annotations

import re

from factcheck.detection.date_calendar import shift, span, step
from factcheck.detection.date_named import read_month_date
from factcheck.detection.date_resolving import Found
from factcheck.detection.date_words import Passage

__all__ = ["read_period_to"]

_ENDS = re.compile(r"\s(?:up )?(?:to|ending|ended)(?: in| on)?(?: the end of)? (?=[A-Z0-9])")
_MONTHS = {"quarter": 3, "year": 12}


def read_period_to(p: Passage, i: int) -> Found | None:
    """Read "year to December 2024": so long, up to the end of what is named. A counted length stays a length."""
    unit = p.value(i, "unit")
    if unit not in _MONTHS or p.has(i, "plural") or p.word(i - 1) not in ("the", "this", "a", "full"):
        return None
    linked = _ENDS.match(p.text, p.ends[i])
    if linked is None:
        return None
    k = i + 1
    while k < p.size and p.starts[k] < linked.end():
        k += 1
    end = read_month_date(p, k) if k < p.size and p.starts[k] == linked.end() else None
    if end is None or end.period.last is None:
        return None
    first = shift(step(end.period.last, 1), -_MONTHS[str(unit)])
    found = span(first, end.period.last)
    return Found(found.counted() if end.period.relative else found, end.end, None, i)
