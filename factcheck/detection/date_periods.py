"""Periods made of a date and a word around it: late 2019, the end of the year, first week of 2019."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.detection.date_calendar import Period, day, part_of, step, unit_period, week, week_within
from factcheck.detection.date_eras import read_century, read_decade, read_season_year
from factcheck.detection.date_named import read_month_date
from factcheck.detection.date_numeric import read_fiscal_year, read_numeric_date, read_quarter
from factcheck.detection.date_relative import read_stepped
from factcheck.detection.date_resolving import Found, resolve_parts
from factcheck.detection.date_words import DASH, GLUED, SPACE, Passage
from factcheck.detection.date_years import read_bare_year, read_plain_period

__all__ = ["read_slice", "read_week_of"]

ADJECTIVES = ("early", "mid", "late")
FOLLOWED_BY_IN = ("early", "late", "earlier", "later")


def read_slice(p: Passage, i: int) -> Found | None:
    """Read a slice of a period: late 2019, mid-March, early last year, the end of the year, later this week."""
    name = p.value(i, "slice")
    if not isinstance(name, str) or not p.joined(i, SPACE, DASH):
        return None
    j, linked = i + 1, False
    if (p.word(j) == "of" or (p.word(j) == "in" and p.word(i) in FOLLOWED_BY_IN)) and p.joined(j):
        j, linked = j + 1, True
    if p.word(j) == "on" and name in ("later", "earlier"):
        return None
    article = p.word(j) in ("the", "that") and p.joined(j)
    if article:
        j += 1
    inner = _whole(p, j)
    if inner is None and (linked or article or p.word(i) == "remaining") and p.word(i) not in ADJECTIVES:
        inner = _bare_unit(p, j)
    if inner is None or inner.period.first is None:
        return None
    plain_word = p.word(i) in ("middle", "beginning", "start", "end", "close", "rest", "remainder", "turn")
    if plain_word and not linked and not (p.word(i) == "end" and p.has(j, "step")):
        return None
    if p.word(i) in ("earlier", "later") and not (p.has(j, "step") or linked):
        return None
    if inner.period.first == inner.period.last:
        return Found(inner.period, inner.end, inner.parts, i)
    return Found(part_of(inner.period, name, p.reference), inner.end, None, i)


def _whole(p: Passage, i: int) -> Found | None:
    """Read the period that a slice is cut from."""
    readers = (
        read_stepped,
        read_month_date,
        read_fiscal_year,
        read_quarter,
        read_season_year,
        read_century,
        read_decade,
    )
    for reader in readers:
        found = reader(p, i)
        if found is not None:
            return found
    return read_bare_year(p, i) or (read_plain_period(p, i) if p.has(i - 1, "slice") else None)


def _bare_unit(p: Passage, i: int) -> Found | None:
    """Read "year" in "the end of the year"; "the end of the day" and "the end of the century" are mostly idioms."""
    unit = p.value(i, "unit")
    if (
        not isinstance(unit, str)
        or p.has(i, "plural")
        or unit not in ("week", "month", "quarter", "year", "decade", "weekend")
    ):
        return None
    return Found(unit_period(unit, p.reference).counted(), i + 1, None, i)


def read_week_of(p: Passage, i: int) -> Found | None:
    """Read a week by its day or its place: the week beginning February 4, first week of 2019, last week of May."""
    return _week_beginning(p, i) or _week_number(p, i)


def _week_beginning(p: Passage, i: int) -> Found | None:
    if p.word(i) != "week" or not p.joined(i):
        return None
    offset = p.number(i + 1, "start_word")
    of = p.word(i + 1) == "of"
    if (offset is None and not of) or not p.joined(i + 1):
        return None
    j = p.skip(i + 2, "on")
    j = p.skip(j, "the")
    inner = read_numeric_date(p, j) or _monday(p, j) or (None if of else read_stepped(p, j))
    if inner is None or inner.period.first is None or inner.period.first != inner.period.last:
        return None
    return Found(_week_from(inner.period, offset, of), inner.end, None, i)


def _monday(p: Passage, i: int) -> Found | None:
    """Read the day that a week begins on: without a stated year, in the year when it is a Monday, if one is near."""
    found = read_month_date(p, i)
    if found is None or found.parts is None or found.parts.year is not None or found.parts.weekday is not None:
        return found
    monday = resolve_parts(p, replace(found.parts, weekday=0), i, found.end)
    return replace(found, period=monday) if not monday.notes and p.word(i - 2) == "week" else found


def _week_from(inner: Period, offset: int | None, of: bool) -> Period:
    first: date = inner.first or date.min
    if of:
        found = week(first)
    elif offset:
        found = Period(step(first, offset), first, None, week(first).hedge)
    else:
        found = Period(first, step(first, 6), None, week(first).hedge)
    return Period(found.first, found.last, None, found.hedge, inner.relative, inner.notes)


def _week_number(p: Passage, i: int) -> Found | None:
    which = p.number(i, "ordinal")
    j = i + 1
    if which is None and p.has(i, "digits") and p.joined(i, GLUED) and p.has(i + 1, "tail"):
        which, j = p.number(i, "digits"), i + 2
    if which is None and p.word(i) == "last":
        which = -1
    if which is None or which > 53 or not p.joined(j - 1) or p.word(j) != "week" or not p.joined(j):
        return None
    if p.word(j + 1) not in ("of", "in") or not p.joined(j + 1):
        return None
    k = p.skip(j + 2, "the")
    inner = (
        read_month_date(p, k)
        or read_stepped(p, k)
        or read_plain_period(p, k)
        or (_bare_unit(p, k) if k > j + 2 else None)
    )
    if inner is None or inner.period.first is None or inner.period.last is None:
        return None
    if (inner.period.last - inner.period.first).days < 27:
        return None
    found = week_within(inner.period, which)
    end = inner.end
    if p.joined(end - 1, SPACE, ". ", ",") and p.word(end) == "on" and p.joined(end) and p.has(end + 1, "weekday"):
        number = p.number(end + 1, "weekday") or 0
        found, end = day(step(found.first or date.min, number)), end + 2
    return Found(found.counted() if inner.period.relative else found, end, None, i)
