"""Two dates joined into one period: March to May 2014, Nov 18-Dec 19, 2015, April 9th through 17th."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.detection.date_calendar import Period, shift, span, step
from factcheck.detection.date_eras import read_decade
from factcheck.detection.date_named import read_day_number, read_month_date, read_year_after
from factcheck.detection.date_numeric import read_numeric_date, resolve_day_month
from factcheck.detection.date_relative import read_day_word
from factcheck.detection.date_resolving import Found, Parts, resolve_parts
from factcheck.detection.date_weekdays import read_weekday
from factcheck.detection.date_words import DASH, Passage
from factcheck.detection.date_years import read_plain_period

LONGEST_LIST = 8

__all__ = ["lend_year", "read_day_list", "read_month_range", "read_range"]


def _link(p: Passage, end: int, between: bool) -> int | None:
    """Give the token after the word or dash that joins a date ending before token `end` to another, or None."""
    last = end - 1
    if p.joined(last, DASH):
        return end
    joins = p.has(end, "link") or (between and p.word(end) == "and")
    if joins and p.joined(last) and p.joined(end):
        return p.skip(end + 1, "the")
    return None


def read_range(p: Passage, i: int, first: Found) -> Found | None:
    """Join the date read at token `i` to the one after it, when a dash or a linking word does."""
    between = p.word(i - 1) == "between" and p.joined(i - 1)
    j = _link(p, first.end, between)
    if j is None or first.period.first is None or first.period.last is None:
        return None
    dashed = p.joined(first.end - 1, DASH)
    parts = first.parts
    if parts is not None and parts.day is not None and parts.month is not None:
        same_month = _same_month(p, i, first, parts, j)
        if same_month:
            return same_month
    second = _second(p, j, parts)
    if second is None or second.period.first is None or second.period.last is None:
        return None
    if between and p.word(first.end) == "and" and not (p.has(i, "days") or p.has(j, "days")):
        return None
    # "in 2012 to 2013" compares two years; "from 2012 to 2015" and "2012-2015" are one period
    years = parts is not None and parts.month is None and parts.weekday is None
    if years and not dashed and (p.word(i - 1) != "from" or second.parts is None):
        return None
    return _join(p, i, first, second, j)


def _same_month(p: Passage, i: int, first: Found, parts: Parts, j: int) -> Found | None:
    """Read "November 18-19" and "April 9th through 17th, 2019": the second day leaves its month out."""
    number = read_day_number(p, j)
    if number is None or (p.has(number[1], "month") and p.joined(number[1] - 1)):
        return None
    if p.word(number[1]) == "of" and p.has(number[1] + 1, "month"):
        return None
    if p.has(j, "digits") and p.joined(j, "/", ".", ":", "'") and p.has(j + 1, "digits"):
        return None
    stated = None if parts.year is not None else read_year_after(p, number[1])
    end = stated[1] if stated else number[1]
    year = stated[0] if stated else parts.year if parts.year is not None else (first.period.first or date.min).year
    relative = (stated is None and parts.year is None) or parts.year_is_relative
    low = resolve_parts(p, Parts(year, parts.month, parts.day), i, end)
    high = resolve_parts(p, Parts(year, parts.month, number[0]), i, end)
    if low.first is None or high.last is None or high.last <= low.first:
        return None
    found = span(low.first, high.last)
    return Found(found.counted() if relative else found, end, None, i)


def _second(p: Passage, j: int, parts: Parts | None) -> Found | None:
    found = read_month_date(p, j) or read_numeric_date(p, j) or read_day_word(p, j) or read_decade(p, j)
    if found is None and parts is None:
        found = read_weekday(p, j)
    if found is None and p.has(j, "month") and parts is not None and parts.month is not None:
        found = Found(
            resolve_parts(p, Parts(None, p.number(j, "month")), j, j + 1), j + 1, Parts(None, p.number(j, "month")), j
        )
    if found is None and parts is not None and parts.month is None and parts.year is not None:
        found = read_plain_period(p, j)
    return found


def _join(p: Passage, i: int, first: Found, second: Found, j: int) -> Found | None:
    """Make the period from two dates, each lending the other the year that it leaves out."""
    numeric = _join_figures(p, i, first, second, j)
    if numeric is not None:
        return numeric
    a, b = first.parts, second.parts
    low, high = first.period, second.period
    if a is not None and a.month is not None and a.year is None:
        low = _before(p, a, high.first or date.min, i, first.end)
    elif b is not None and b.month is not None and b.year is None and low.first is not None:
        high = _after(p, b, low.first, j, second.end)
    lone_weekday = b is not None and b.weekday is not None and b.month is None
    if lone_weekday and low.first and high.last and high.last < low.first:
        high = replace(high, last=step(high.last, 7))
    if low.first is None or high.last is None or high.last < low.first:
        return None
    relative = low.relative and high.relative if a is not None and b is not None else low.relative or high.relative
    if b is not None and b.year is not None and not b.year_is_relative:
        relative = a is None and low.relative
    return Found(replace(span(low.first, high.last), relative=relative), second.end, None, i)


def _before(p: Passage, parts: Parts, limit: date, i: int, end: int) -> Period:
    """Resolve a date without a year to the last one that does not come after a day."""
    found = resolve_parts(p, replace(parts, year=limit.year, weekday=None), i, end)
    if found.first is not None and found.first > limit:
        found = resolve_parts(p, replace(parts, year=limit.year - 1, weekday=None), i, end)
    return found.counted()


def _after(p: Passage, parts: Parts, limit: date, i: int, end: int) -> Period:
    """Resolve a date without a year to the first one that does not come before a day."""
    found = resolve_parts(p, replace(parts, year=limit.year, weekday=None), i, end)
    if found.last is not None and found.last < limit:
        found = resolve_parts(p, replace(parts, year=limit.year + 1, weekday=None), i, end)
    return found.counted()


def _join_figures(p: Passage, i: int, first: Found, second: Found, j: int) -> Found | None:
    """Join two dates in figures of unknown order of day and month, in the order that makes the shorter period."""
    a, b = first.parts, second.parts
    ambiguous = all("ambiguous: day/month order" in f.period.notes for f in (first, second))
    if not ambiguous or a is None or b is None:
        return None
    options = []
    for day_first in (True, False):
        low, high = (_figures(p, f, day_first, b.year) for f in (first, second))
        if a.year is None and low.first and high.last and low.first > high.last:
            if b.year is None:
                high = replace(high, last=shift(high.last, 12))
            else:
                low = replace(low, first=shift(low.first, -12))
        if low.first and high.last and low.first <= high.last:
            options.append(((high.last - low.first).days, low.first, high.last))
    if not options:
        return None
    chosen = min(options)
    found = span(chosen[1], chosen[2]).noted("ambiguous: day/month order")
    others = tuple(f"{o[1].isoformat()}/{o[2].isoformat()}" for o in options if o != chosen)
    return Found(replace(found, relative=b.year is None, alternatives=others), second.end, None, i)


def _figures(p: Passage, found: Found, day_first: bool, lent: int | None) -> Period:
    parts = found.parts or Parts()
    year = parts.year if parts.year is not None else lent
    return resolve_day_month(p, parts.day or 0, parts.month or 0, year, day_first=day_first)


def read_day_list(p: Passage, i: int) -> Found | None:
    """Read a period whose first day leaves its month to the second: 2-5 May 2019, from 2nd to 5th of May."""
    number = read_day_number(p, i)
    if number is None:
        return None
    j = _link(p, number[1], p.word(i - 1) == "between")
    if (
        j is None
        or not (p.has(j, "digits") or p.has(j, "ordinal"))
        or (p.starts[i] and p.text[p.starts[i] - 1] in ".,/-")
    ):
        return None
    second = read_month_date(p, j)
    if second is None or second.parts is None or second.parts.day is None or second.period.last is None:
        return None
    if second.parts.day <= number[0]:
        return None
    low = second.period.last.replace(day=number[0])
    found = span(low, second.period.last)
    return Found(found.counted() if second.period.relative else found, second.end, None, i)


def read_month_range(p: Passage, i: int) -> Found | None:
    """Read two months joined into a period; side by side even short forms and shy words are months: Jan-Feb 2017."""
    j = _link(p, i + 1, False)
    if j is None or not p.is_capital(i) or p.has(i + 1, "digits"):
        return None
    first = Found(
        resolve_parts(p, Parts(None, p.number(i, "month")), i, i + 1), i + 1, Parts(None, p.number(i, "month")), i
    )
    second = _second(p, j, first.parts)
    if second is None or second.parts is None or second.parts.month is None:
        return None
    return _join(p, i, first, second, j)


def lend_year(p: Passage, i: int, found: Found) -> Found | None:
    """Give a date without a year that of the date after it in a list: July and August 2014, 2 May and 5 June 2019."""
    parts, end = found.parts, found.end
    if parts is None or parts.month is None or parts.year is not None:
        return None
    after: Found | None = found
    for _ in range(LONGEST_LIST):
        j = _list_link(p, after.end) if after is not None else None
        after = read_month_date(p, j) if j is not None else None
        if after is None or after.parts is None or (after.parts.day is None) != (parts.day is None):
            return None
        if after.parts.year is not None:
            break
    if after is None or after.parts is None or after.parts.year is None:
        return None
    year = after.parts.year - (
        1 if (parts.month, parts.day or 0) > (after.parts.month or 0, after.parts.day or 0) else 0
    )
    lent = replace(parts, year=year, year_is_relative=after.parts.year_is_relative)
    return Found(resolve_parts(p, lent, i, end), end, lent, i)


def _list_link(p: Passage, end: int) -> int | None:
    """Give the token after the comma or the "and" that joins the members of a list, or None."""
    if p.joined(end - 1, ","):
        return p.skip(end, "and", "or")
    if p.joined(end - 1) and p.word(end) in ("and", "or") and p.joined(end):
        return end + 1
    return None
