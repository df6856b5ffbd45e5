"""Days so many units away: two weeks ago, in 2 weeks, 3 days from today, in a year's time."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factcheck.detection.date_calendar import Period, day, month, shift, step, year
from factcheck.detection.date_context import is_future, is_past, sentence_around
from factcheck.detection.date_named import read_month_date
from factcheck.detection.date_resolving import Found
from factcheck.detection.date_weekdays import read_weekday
from factcheck.detection.date_words import DASH, SPACE, Passage
from factcheck.vocabulary import Hedge

__all__ = ["read_counted"]

MONTHS_OF = {"month": 1, "year": 12, "decade": 120}
DAYS_OF = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
MOST_UNITS = 5000
HOW_LONG = re.compile(
    r"\b(?:first|last|\w+est|most|least|times?|only|record|once|twice|\w+th) ?$"
    r"|\b(?:first|\w+est|time)\b(?: \w+){0,2} $"
)


def read_count(p: Passage, i: int) -> tuple[int, int] | None:
    """Read a small whole number at token `i`, in figures or words. Gives the number and the next token."""
    digits = p.number(i, "digits")
    if digits is not None:
        return None if p.is_fragment(i) else (digits, i + 1)
    tens = p.number(i, "tens")
    if tens is not None:
        unit = p.number(i + 1, "cardinal")
        if p.joined(i, SPACE, DASH) and unit is not None and unit < 10 and not p.has(i + 1, "article"):
            return tens + unit, i + 2
        return tens, i + 1
    cardinal = p.number(i, "cardinal")
    return (cardinal, i + 1) if cardinal is not None else None


def read_counted(p: Passage, i: int) -> Found | None:
    """Read a count of units from a day: two weeks ago, in 2 weeks, 3 days from today, in a year's time."""
    start, ahead = i, False
    if p.word(i) == "in" and p.joined(i):
        i, ahead = i + 1, True
    counted = read_count(p, i)
    if counted is None or not p.joined(counted[1] - 1):
        return None
    number, j = counted
    unit = p.value(j, "unit")
    if not isinstance(unit, str) or unit in ("quarter", "weekend", "century") or number > MOST_UNITS:
        return None
    time_end = _their_time(p, j)
    if ahead and time_end:
        return Found(_moved(p.reference, unit, number), time_end, None, start)
    if ahead:
        return Found(_moved(p.reference, unit, number), j + 1, None, start) if _is_ahead(p, start, j) else None
    sign = 0
    end = j + 1
    if p.joined(j) and p.word(end) == "ago":
        sign, end = -1, end + 1
    elif p.joined(j) and p.word(end) == "hence":
        sign, end = 1, end + 1
    elif p.joined(j) and p.word(end) in ("from", "after", "before") and p.joined(end) and p.has(end + 1, "days"):
        sign = -1 if p.word(end) == "before" else 1
        base = step(p.reference, p.number(end + 1, "days") or 0)
        return Found(_moved(base, unit, sign * number), end + 2, None, start)
    elif p.joined(j) and p.word(end) in ("from", "after", "before") and p.joined(end):
        return _from_date(p, start, end, unit, number)
    if not sign:
        return None
    return Found(_moved(p.reference, unit, sign * number, whole=sign < 0), end, None, start)


def _from_date(p: Passage, start: int, end: int, unit: str, number: int) -> Found | None:
    """Read a count from a stated day: "three days after 2 May 2019", "a week from Monday"."""
    base = read_month_date(p, end + 1) or read_weekday(p, end + 1)
    if base is None or base.period.first is None or base.period.first != base.period.last:
        return None
    if p.has(end + 1, "weekday") and base.period.relative and p.word(end) == "from":
        first = step(p.reference, (base.period.first.weekday() - p.reference.weekday() - 1) % 7 + 1)
    else:
        first = base.period.first
    moved = _moved(first, unit, -number if p.word(end) == "before" else number)
    return Found(replace(moved, relative=base.period.relative), base.end, None, start)


def _moved(base: date, unit: str, number: int, *, whole: bool = False) -> Period:
    """Give the day so many units away; counted in more than days it is approximate, and its ends are not stated."""
    months, days = MONTHS_OF.get(unit, 0), DAYS_OF.get(unit, 0)
    when = shift(base, number * months) if months else step(base, number * days)
    found = day(when).counted()
    if unit in ("day", "night"):
        return found
    if months and whole:  # "33 years ago" tells a year, "16 months ago" a month: no day is meant
        found = (month(when.year, when.month) if unit == "month" else year(when.year)).counted()
        return replace(found, hedge=Hedge.APPROX, notes=(f"approximate: counted in {unit}s",))
    return replace(found, hedge=Hedge.APPROX, loose=True, notes=(f"approximate: counted in {unit}s",))


def _their_time(p: Passage, j: int) -> int | None:
    """Find the end of "weeks' time", "week's time" whose unit is token `j`."""
    match = re.match(r"(?:['’]s?|s['’])? time\b", p.after(j, 10))
    if match is None:
        return None
    stop = p.ends[j] + match.end()
    k = j + 1
    while k < p.size and p.starts[k] < stop:
        k += 1
    return k


def _is_ahead(p: Passage, i: int, j: int) -> bool:
    """Tell whether "in two weeks" looks ahead; after a past verb or a superlative it is how long something took."""
    left, right = sentence_around(p.text, p.starts[i], p.ends[j])
    if HOW_LONG.search(left):
        return False
    a, b = p.starts[i], p.ends[j]
    if is_future(p.text, a, b):
        return True
    if is_past(p.text, a, b):
        return False
    # a fragment ("Or in a week?") leans on the sentence before it
    stop = p.starts[i] - len(left)
    return (
        len(left.split()) <= 2
        and stop > 2
        and is_future(p.text, stop - 2, stop - 2)
        and "?" in right[:1] + p.after(j, 2)
    )
