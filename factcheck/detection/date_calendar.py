"""Calendar arithmetic: periods of days, and how to get from one to another."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from factcheck.vocabulary import Hedge

__all__ = [
    "Period", "century", "day", "decade", "half", "impossible", "month", "part_of", "quarter", "season", "shift",
    "span", "step", "unit_period", "week", "week_within", "weekend", "year",
]  # fmt: skip

IMPOSSIBLE = "impossible date"
SEASON_MONTHS = {1: 3, 2: 6, 3: 9, 4: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """Hold the days that words mean.

    Attributes:
        first: first day; None for an impossible date, or one before the year 1.
        last: last day, inclusive.
        iso: the value as an ISO string, possibly partial; None for a period that has no such name.
        hedge: how firmly the words hold it.
        relative: whether the days are counted from the day of the text.
        notes: what a reader should know.
        alternatives: other ISO values that the words allow.
        loose: whether the ends are not stated ("two years ago"): only `iso` is given out.
    """

    first: date | None
    last: date | None
    iso: str | None = None
    hedge: Hedge = Hedge.EXACT
    relative: bool = False
    notes: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    loose: bool = False

    def counted(self) -> Period:
        """Give the same days, marked as counted from the day of the text."""
        return replace(self, relative=True)

    def noted(self, *notes: str) -> Period:
        """Give the same days with notes added."""
        return replace(self, notes=(*self.notes, *(note for note in notes if note not in self.notes)))


def day(when: date) -> Period:
    """Give the period of one day."""
    return Period(when, when, when.isoformat())


def impossible(*notes: str) -> Period:
    """Give the period of a date that no calendar has: it is marked, never repaired."""
    return Period(None, None, notes=(IMPOSSIBLE, *notes))


def year(number: int) -> Period:
    """Give a calendar year.

    >>> year(2019).iso
    '2019'
    """
    return Period(date(number, 1, 1), date(number, 12, 31), f"{number:04d}")


def month(number: int, month_number: int) -> Period:
    """Give a calendar month of a year.

    >>> month(2020, 2).last
    datetime.date(2020, 2, 29)
    """
    last = calendar.monthrange(number, month_number)[1]
    return Period(date(number, month_number, 1), date(number, month_number, last), f"{number:04d}-{month_number:02d}")


def span(first: date, last: date) -> Period:
    """Give the period between two days, both inclusive."""
    return Period(first, last, None, Hedge.RANGE)


def week(when: date) -> Period:
    """Give the week, Monday to Sunday, that a day falls in."""
    monday = step(when, -when.weekday())
    return span(monday, step(monday, 6))


def weekend(when: date) -> Period:
    """Give Saturday and Sunday of the week that a day falls in."""
    monday = step(when, -when.weekday())
    return span(step(monday, 5), step(monday, 6))


def quarter(number: int, which: int) -> Period:
    """Give a calendar quarter of a year, 1 to 4."""
    return span(_held(number, 3 * which - 2, 1), _end_of_month(number, 3 * which))


def half(number: int, which: int) -> Period:
    """Give the first or second half of a year."""
    return span(_held(number, 6 * which - 5, 1), _end_of_month(number, 6 * which))


def decade(number: int) -> Period:
    """Give the ten years that begin with a year: 1990 gives the 1990s."""
    return span(_held(number, 1, 1), _held(number + 9, 12, 31))


def century(number: int) -> Period:
    """Give a century by its ordinal, as the words go: the 19th is 1801 to 1900."""
    return span(_held(100 * number - 99, 1, 1), _held(100 * number, 12, 31))


def season(number: int, which: int) -> Period:
    """Give a season of the northern half of the world; winter begins in December of its year."""
    start = SEASON_MONTHS[which]
    last_year, last_month = (number + 1, 2) if which == 4 else (number, start + 2)
    found = span(_held(number, start, 1), _end_of_month(last_year, last_month))
    return found.noted("season of the northern hemisphere assumed")


def step(when: date, days: int) -> date:
    """Move a day, and stay within what the calendar holds."""
    return date.fromordinal(min(max(when.toordinal() + days, 1), date.max.toordinal()))


def shift(when: date, months: int) -> date:
    """Move a day by whole months; a day that the target month lacks becomes its last.

    >>> shift(date(2020, 1, 31), 1)
    datetime.date(2020, 2, 29)
    """
    count = min(max(when.year * 12 + when.month - 1 + months, 12), 9999 * 12 + 11)
    target, month_index = divmod(count, 12)
    last = calendar.monthrange(target, month_index + 1)[1]
    return date(target, month_index + 1, min(when.day, last))


def unit_period(unit: str, when: date, steps: int = 0) -> Period:
    """Give the day, week, month, quarter, year, decade or century `steps` away from the one that a day falls in."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
    if unit in months:
        when = shift(when, steps * months[unit])
    else:
        when = step(when, steps * {"week": 7, "weekend": 7, "fortnight": 14}.get(unit, 1))
    if unit == "week":
        return week(when)
    if unit == "weekend":
        return weekend(when)
    if unit == "month":
        return month(when.year, when.month)
    if unit == "quarter":
        return quarter(when.year, (when.month + 2) // 3)
    if unit == "year":
        return year(when.year)
    if unit == "decade":
        return decade(max(when.year // 10 * 10, 1))
    if unit == "century":
        return century((when.year + 99) // 100)
    return day(when)


def week_within(period: Period, which: int) -> Period:
    """Give the week number `which` of a period, or the last for -1; it belongs where its Thursday falls (ISO 8601)."""
    if period.first is None or period.last is None:
        return period
    if which < 0:
        thursday = step(period.last, -((period.last.weekday() - 3) % 7))
        return week(step(thursday, 7 * (which + 1)))
    thursday = step(period.first, (3 - period.first.weekday()) % 7)
    return week(step(thursday, 7 * (which - 1)))


def part_of(period: Period, slice_name: str, reference: date | None = None) -> Period:
    """Cut a slice out of a period.

    Early, mid and late are thirds of the days or months. "Start", "end", "earlier" and "later" are held as widely as
    the words allow, half of the period, so that no contradiction is made of a loose word; "earlier" ends and "later"
    begins at the reference date when that lies inside.

    >>> part_of(year(2019), "late").first
    datetime.date(2019, 9, 1)
    """
    first, last = period.first, period.last
    if first is None or last is None:
        return period
    low, high = _cut(first, last, slice_name)
    if reference is not None and first <= reference <= last:
        if slice_name == "earlier":
            low, high = first, max(step(reference, -1), first)
        elif slice_name == "later":
            low = min(max(low, step(reference, 1)), last)
        elif slice_name == "rest":
            low = reference
    if slice_name == "rest":
        return replace(period, first=low, last=high, iso=None, hedge=Hedge.RANGE)
    return replace(period, first=low, last=high, hedge=Hedge.APPROX)


def _cut(first: date, last: date, slice_name: str) -> tuple[date, date]:
    """Give the first and last day of a slice: thirds for early, mid, late; halves for the looser words."""
    days = (last - first).days + 1
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    whole_months = first.day == 1 and step(last, 1).day == 1 and months >= 3

    def mark(share: int, of: int) -> date:
        if whole_months:
            return shift(first, months * share // of)
        return first + timedelta(days=days * share // of)

    def before(share: int, of: int) -> date:
        return step(mark(share, of), -1) if share < of else last

    if slice_name == "early":
        return first, before(1, 3)
    if slice_name == "mid":
        return mark(1, 3), before(2, 3)
    if slice_name == "late":
        return mark(2, 3), last
    if slice_name in ("start", "earlier"):
        return first, before(1, 2)
    if slice_name in ("end", "later"):
        return mark(1, 2), last
    return first, last


def _end_of_month(number: int, month_number: int) -> date:
    if not 1 <= number <= 9999:
        return _held(number, month_number, 1)
    return date(number, month_number, calendar.monthrange(number, month_number)[1])


def _held(number: int, month_number: int, day_number: int) -> date:
    """Give a day, or the nearest that the calendar holds: it ends at the years 1 and 9999."""
    return date.min if number < 1 else date.max if number > 9999 else date(number, month_number, day_number)
