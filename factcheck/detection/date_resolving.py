"""Turn what a written date states into days, and count what it leaves out from the day of the text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from factcheck.detection.date_calendar import Period, day, impossible, month
from factcheck.detection.date_context import is_future, is_past
from factcheck.detection.date_words import Passage

__all__ = ["FIRST_YEAR", "LAST_YEAR", "Found", "Parts", "resolve_parts"]

FIRST_YEAR, LAST_YEAR = 1000, 2100
FAR_BACK_DAYS = 270
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Parts:
    """Hold what a written date states; None is what it does not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_is_relative: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a date read at a token: the days, one past its last token, and what was stated."""

    period: Period
    end: int
    parts: Parts | None = None
    start: int | None = None


def resolve_parts(p: Passage, parts: Parts, start: int, end: int) -> Period:
    """Turn what a date states into days; what it leaves out is counted from the day of the text.

    A date without a year is the nearest one, the past before the future, unless a verb of the future governs it or the
    past one would lie more than nine months back.
    """
    if parts.month is None:
        return _resolve_day(p, parts, start, end)
    if parts.year is not None:
        found = _days(parts.year, parts.month, parts.day)
        if parts.year_is_relative:
            found = found.counted()
        return _check_weekday(found, parts.weekday)
    a, b = p.starts[start], p.ends[end - 1]
    today = p.reference
    # 29 February may be eight years away; any other day is in each year
    reach = 8 if (parts.month, parts.day) == (2, 29) else 1
    years = [y for y in range(today.year - reach, today.year + reach + 1) if 1 <= y <= 9998]
    options = [found for y in years if (found := _days(y, parts.month, parts.day)).first is not None]
    if not options:
        return impossible()
    past = [o for o in options if _first(o) <= today]
    coming = [o for o in options if _first(o) > today]
    if parts.weekday is not None and parts.day is not None:
        near = [o for o in (*past[-2:], *coming[:1]) if _first(o).weekday() == parts.weekday]
        if near:
            return min(near, key=lambda o: abs((_first(o) - today).days)).counted()
    if not past or not coming:
        return (past or coming)[-1].counted()
    chosen, other = past[-1], coming[0]
    # "the January 6 attack" names what happened; what is to come is dated by a verb
    named_event = p.word(start - 1) == "the" and p.joined(start - 1)
    far = (today - _first(chosen)).days > FAR_BACK_DAYS and not named_event
    if is_future(p.text, a, b) or (far and parts.day is not None and not is_past(p.text, a, b)):
        chosen, other = other, chosen
        if parts.day is None and _first(past[-1]).year == today.year and _first(past[-1]).month == today.month:
            chosen = past[-1]
    chosen = _check_weekday(chosen, parts.weekday).counted()
    named = f"--{parts.month:02d}" + (f"-{parts.day:02d}" if parts.day else "")
    return replace(chosen, alternatives=(other.iso or "",) if p.has_reference else (named,))


def _resolve_day(p: Passage, parts: Parts, start: int, end: int) -> Period:
    """Resolve a day of the month that comes without its month: the nearest month that fits, the past first."""
    today = p.reference
    future = is_future(p.text, p.starts[start], p.ends[end - 1])
    order = [0, *range(-1, -25, -1)] if not future else [0, *range(1, 25)]
    for steps in order:
        count = today.year * 12 + today.month - 1 + steps
        found = _days(count // 12, count % 12 + 1, parts.day)
        if found.first is None or (parts.weekday is not None and found.first.weekday() != parts.weekday):
            continue
        if parts.weekday is None and ((not future and found.first > today) or (future and found.first < today)):
            continue
        return found.counted()
    return impossible().counted()


def _days(year_number: int, month_number: int, day_number: int | None) -> Period:
    if not (1 <= month_number <= 12 and 1 <= year_number <= 9999):
        return impossible()
    if day_number is None:
        return month(year_number, month_number)
    try:
        return day(date(year_number, month_number, day_number))
    except ValueError:
        return impossible()


def _check_weekday(found: Period, weekday: int | None) -> Period:
    if weekday is None or found.first is None or found.first != found.last or found.first.weekday() == weekday:
        return found
    return found.noted(f"weekday contradicts the date: {found.iso} is a {WEEKDAYS[found.first.weekday()]}")


def _first(period: Period) -> date:
    assert period.first is not None  # impossible dates are sifted out before
    return period.first
