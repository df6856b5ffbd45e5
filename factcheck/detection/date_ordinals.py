"""Days by their number within a period: first Friday of July, the last day of May, the 20th of next month."""

from __future__ import annotations

import calendar
from datetime import date

from factcheck.detection.date_calendar import Period, day, span, step
from factcheck.detection.date_named import read_day_number, read_month_date
from factcheck.detection.date_relative import read_stepped
from factcheck.detection.date_resolving import Found
from factcheck.detection.date_words import COMMA, DASH, GLUED, SPACE, Passage
from factcheck.detection.date_years import read_plain_period

__all__ = ["read_day_of_stepped_month", "read_nth_day"]


def read_nth_day(p: Passage, i: int) -> Found | None:
    """Read a day by its place in a period: first Friday of July, second Monday in May 2019, last day of the month."""
    which = p.number(i, "ordinal")
    j = i + 1
    if which is None and p.has(i, "digits") and p.joined(i, GLUED) and p.has(i + 1, "tail"):
        which, j = p.number(i, "digits"), i + 2
    if p.word(i) == "last":
        which = -1
    weekday = p.number(j, "weekday")
    if which is None or which > 31 or not p.joined(j - 1) or (weekday is None and p.word(j) != "day"):
        return None
    if not (p.joined(j) and p.word(j + 1) in ("of", "in") and p.joined(j + 1)):
        return None
    k = p.skip(j + 2, "the")
    inner = read_month_date(p, k) or read_stepped(p, k) or read_plain_period(p, k)
    if inner is None or inner.period.first is None or inner.period.last is None or inner.period.iso is None:
        return None
    found = _nth(inner.period.first, inner.period.last, which, weekday)
    if found is None:
        return None
    return Found(day(found).counted() if inner.period.relative else day(found), inner.end, None, i)


def _nth(first: date, last: date, which: int, weekday: int | None) -> date | None:
    """Give day number `which` of a period, or its last for -1; of one weekday only, when one is asked for."""
    if first == last:
        return None
    if which < 0:
        return last if weekday is None else step(last, -((last.weekday() - weekday) % 7))
    lead = 0 if weekday is None else (weekday - first.weekday()) % 7
    found = step(first, lead + (which - 1) * (1 if weekday is None else 7))
    return found if found <= last else None


def read_day_of_stepped_month(p: Passage, i: int) -> Found | None:
    """Read a day, or a run of days, in a month that is counted from the text's own: the 20th of next month."""
    number = read_day_number(p, i)
    if number is None or (p.starts[i] and p.text[p.starts[i] - 1] in ".,/-:"):
        return None
    last, j = None, number[1]
    linked = p.has(j, "link") or (p.word(j) == "and" and p.word(i - 1) == "between")
    if p.joined(j - 1, DASH) or (p.joined(j - 1) and linked and p.joined(j)):
        second = read_day_number(p, j if p.joined(j - 1, DASH) else j + 1)
        if second is None:
            return None
        last, j = second[0], second[1]
    plain = p.has(i, "digits") and not p.has(j - 1, "tail")
    if not p.joined(j - 1, SPACE, COMMA):
        return None
    k = p.skip(j, "of", "in")
    if k == j and plain and last is None:
        return None
    month = read_stepped(p, k)
    if month is None or p.word(month.end - 1) != "month" or month.period.first is None:
        return None
    return _days_of(month, number[0], last, i)


def _days_of(month: Found, first_day: int, last_day: int | None, i: int) -> Found | None:
    start = month.period.first or date.min
    longest = calendar.monthrange(start.year, start.month)[1]
    if max(first_day, last_day or 0) > longest:
        return Found(Period(None, None, notes=("impossible date",)), month.end, None, i)
    first = start.replace(day=first_day)
    if last_day is None:
        return Found(day(first).counted(), month.end, None, i)
    return (
        Found(span(first, start.replace(day=last_day)).counted(), month.end, None, i) if last_day > first_day else None
    )
