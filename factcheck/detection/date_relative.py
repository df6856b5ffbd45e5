"""Dates counted from the day of the text: last month, next week on Tuesday, two weeks ago, on Sunday, year to date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factcheck.detection.date_calendar import Period, day, part_of, season, span, step, unit_period, week
from factcheck.detection.date_context import is_future, is_past, month_names
from factcheck.detection.date_resolving import Found, Parts, resolve_parts
from factcheck.detection.date_words import COMMA, DASH, GLUED, SPACE, STOP, Passage

__all__ = ["read_day_word", "read_stepped", "read_the_period"]

ANTECEDENT_REACH = 400
LONG_PAST_DAYS = 400  # what happened more than a year ago is told as a story
BREAK = re.compile(r"\n\s*")
CLAUSE_END = re.compile(
    r"[\s”\"’')\]]*(?:[.,;:!?]|$|\n| (?:and|but|or|so|when|while|as|after|before|because|with|off)\b)|\s*$"
)


def read_day_word(p: Passage, i: int) -> Found | None:
    """Read today, yesterday, tomorrow, tonight, with the part of the day that may follow."""
    shift_days = p.number(i, "days")
    if shift_days is None or (p.word(i) == "now" and not _is_end_of_range(p, i)):
        return None
    end = i + 1
    if p.joined(i) and p.has(i + 1, "part_of_day"):
        end += 1
    if p.word(i) == "today" and p.text[p.ends[i] : p.ends[i] + 1] in ("'", "’") and p.after(i, 3)[1:2] != "s":
        return None
    return Found(day(step(p.reference, shift_days)).counted(), end, None, i)


def _is_end_of_range(p: Passage, i: int) -> bool:
    """Tell whether "now" is one end of a period: "between now and May", "from 2 May to now"."""
    return p.joined(i - 1) and p.word(i - 1) in ("between", "and", "to", "until", "through", "from")


def read_stepped(p: Passage, i: int) -> Found | None:
    """Read a step and what it steps over: last month, this calendar year, next Friday, last May, the past quarter."""
    steps = p.number(i, "step")
    if steps is None or not p.joined(i, SPACE, DASH):
        return None
    if p.word(i) == "following" and not (p.joined(i - 1) and p.word(i - 1) in ("the", "on", "of", "that", "a")):
        return None  # "following Friday's clashes": the preposition
    j = i + 1
    coming = False
    if steps == 0 and p.word(j) == "coming" and p.joined(j):
        steps, j, coming = 1, j + 1, True
    coming = coming or p.word(i) in ("coming", "upcoming")
    if p.has(j, "weekday") and (p.is_capital(j) or not p.has(j, "short")):
        return _step_weekday(p, i, j, steps, coming)
    if p.has(j, "month") and steps is not None and (p.is_capital(j) or p.word(j) not in ("may", "march", "august")):
        return _step_month(p, i, j, steps)
    if p.has(j, "season"):
        return _step_season(p, i, j, steps)
    if p.has(j, "part_of_day") and p.word(i) in ("this", "last"):
        if p.word(i) == "last" and p.word(j) != "night":
            return None
        return Found(day(step(p.reference, steps)).counted(), j + 1, None, i)
    return _step_unit(p, i, j, steps)


def _step_unit(p: Passage, i: int, j: int, steps: int) -> Found | None:
    fiscal = p.has(j, "calendar")
    if fiscal and p.joined(j):
        j += 1
    unit = p.value(j, "unit")
    if not isinstance(unit, str) or p.has(j, "plural") or unit in ("fortnight",):
        return None
    rolling = p.word(i) == "past" and unit != "quarter" and unit != "weekend"
    if rolling or (unit in ("day", "night") and p.word(i) not in ("next", "following", "previous", "preceding")):
        if p.phrase(i, "last", "night"):
            return Found(day(step(p.reference, -1)).counted(), j + 1, None, i)
        return None
    if p.word(i) == "same" and unit != "day":
        return None
    base: date = p.reference
    notes: tuple[str, ...] = ()
    if _tells_a_story(p, i) or unit in ("day", "night"):
        base, notes = _base(p, i, unit)
    if unit == "weekend" and steps == -1 and base.weekday() < 5:
        found = unit_period("week", base, -1)
    else:
        found = unit_period(unit, base, steps)
    if unit == "weekend" and found.first is not None:
        found = span(step(week(found.first).first or base, 5), step(week(found.first).first or base, 6))
    if fiscal and p.word(j - 1) != "calendar":
        notes = (*notes, "first day of the business year not stated")
    found = found.noted(*notes).counted()
    if unit == "week" and p.joined(j) and p.word(j + 1) == "on" and p.joined(j + 1) and p.has(j + 2, "weekday"):
        first, which = found.first, p.number(j + 2, "weekday")
        if first is not None and which is not None:
            return Found(day(step(first, which)).noted(*notes).counted(), j + 3, None, i)
    return Found(found, j + 1, None, i)


def _tells_a_story(p: Passage, i: int) -> bool:
    """Tell whether a step counts from the date told last: "the following year"; "the next year" after a year long past."""
    if p.has(i, "narrative"):
        return True
    if p.word(i) != "next" or not (p.joined(i - 1) and p.word(i - 1) == "the") or p.antecedent is None:
        return False
    if is_future(p.text, p.starts[i], p.ends[min(i + 1, p.size - 1)]):
        return False
    return (p.reference - p.antecedent[1]).days > LONG_PAST_DAYS


def _base(p: Passage, i: int, unit: str) -> tuple[date, tuple[str, ...]]:
    """Give the day that a step of a story counts from: the date told just before, or the day of the text."""
    if p.antecedent is not None:
        first, last, end = p.antecedent
        # a story may go on in the next paragraph, no further
        near = p.starts[i] - end <= ANTECEDENT_REACH and len(BREAK.findall(p.text, end, p.starts[i])) <= 1
        sizes = {"day": 0, "night": 0, "week": 6, "weekend": 6, "month": 30, "quarter": 91, "year": 365}
        if near and (last - first).days <= sizes.get(unit, 36525):
            return first, (f"counted from {first.isoformat()}",)
    return p.reference, ()


def _step_weekday(p: Passage, i: int, j: int, steps: int, coming: bool) -> Found:
    """Resolve "last Friday" and "next Friday"; where another week is meant by some, its day is the other reading."""
    which = p.number(j, "weekday") or 0
    today = p.reference
    end = j + 2 if p.joined(j) and p.has(j + 1, "part_of_day") else j + 1
    ahead = (which - today.weekday() - 1) % 7 + 1
    back = (today.weekday() - which - 1) % 7 + 1
    if coming:
        return Found(day(step(today, ahead)).counted(), end, None, i)
    monday = step(today, -today.weekday())
    chosen = step(monday, 7 * steps + which)
    near = chosen if steps == 0 else step(today, ahead) if steps > 0 else step(today, -back)
    if p.word(i) in ("last", "past") and back > 1:
        # yesterday is never "last Wednesday"; further back the nearest is meant
        chosen, near = near, chosen
    found = day(chosen).counted()
    if near != chosen and p.has_reference:
        found = replace(
            found, notes=(f"ambiguous: this week's or {p.word(i)} week's",), alternatives=(near.isoformat(),)
        )
    return Found(found, end, None, i)


def _step_month(p: Passage, i: int, j: int, steps: int) -> Found | None:
    which = p.number(j, "month") or 1
    today = p.reference
    if p.has(j, "shy") and p.after(j, 2)[:1] == " " and p.after(j, 2)[1:].isupper() and p.word(j) in month_names(p):
        return None
    target = today.year
    if steps < 0 and which >= today.month:
        target -= 1
    if steps > 0 and which <= today.month:
        target += 1
    if p.joined(j) and p.has(j + 1, "digits") and (p.number(j + 1, "width") or 9) <= 2 and not p.is_fragment(j + 1):
        number = p.number(j + 1, "digits") or 0
        if 1 <= number <= 31:
            end = j + 3 if p.joined(j + 1, GLUED) and p.has(j + 2, "tail") else j + 2
            parts = Parts(target, which, number, None, year_is_relative=True)
            return Found(resolve_parts(p, parts, i, end), end, parts, i)
    parts = Parts(target, which, None, None, year_is_relative=True)
    return Found(resolve_parts(p, parts, i, j + 1), j + 1, parts, i)


def _step_season(p: Passage, i: int, j: int, steps: int) -> Found | None:
    if p.word(j) == "fall" and p.word(i) not in ("last", "this", "next"):
        return None
    which, today = p.number(j, "season") or 1, p.reference
    notes: tuple[str, ...] = ()
    if _tells_a_story(p, i):
        today, notes = _base(p, i, "year")
    year_number = today.year if not (which == 4 and today.month < 3) else today.year - 1
    now = season(year_number, which)
    if notes:  # a story goes on: the season after the date told last
        steps = steps or 1
    if now.first is None or now.last is None:
        return None
    if steps < 0 and now.last >= today:
        year_number -= 1
    if steps > 0 and now.first <= today:
        year_number += 1
    return Found(season(year_number, which).noted(*notes).counted(), j + 1, None, i)


def read_the_period(p: Passage, i: int) -> Found | None:
    """Read the periods that need their article: the weekend, for the month, the day before, year to date, the year."""
    word = p.word(i)
    so_far = p.value(i, "so_far")
    if isinstance(so_far, str):
        return Found(_so_far(p, so_far), i + 1, None, i)
    whole = p.value(i, "whole")
    if isinstance(whole, str):
        found = unit_period(whole, p.reference)
        return Found((part_of(found, "end") if whole != "day" else found).counted(), i + 1, None, i)
    unit = p.value(i, "unit")
    if isinstance(unit, str) and p.joined(i) and p.phrase(i + 1, "to", "date"):
        return Found(_so_far(p, unit), i + 3, None, i)
    if word == "week" and p.joined(i) and p.has(i + 1, "digits"):
        return _numbered_week(p, i)
    if isinstance(unit, str) and p.word(i - 1) == "the" and p.joined(i - 1):
        return _the_unit(p, i, unit)
    return None


def _so_far(p: Passage, unit: str) -> Period:
    found = unit_period(unit, p.reference)
    return span(found.first or p.reference, p.reference).counted()


def _the_unit(p: Passage, i: int, unit: str) -> Found | None:
    beyond = p.number(i + 2, "days") if unit == "day" and p.word(i + 1) in ("before", "after") else None
    if beyond and p.joined(i) and p.joined(i + 1):
        return Found(day(step(p.reference, beyond + (1 if beyond > 0 else -1))).counted(), i + 3, None, i)
    if unit == "day" and p.joined(i) and p.word(i + 1) in ("before", "after") and CLAUSE_END.match(p.after(i + 1, 12)):
        base, notes = _base(p, i, unit)
        moved = step(base, -1 if p.word(i + 1) == "before" else 1)
        return Found(day(moved).noted(*notes).counted(), i + 2, None, i)
    if not CLAUSE_END.match(p.after(i, 12)):
        return None
    if unit == "weekend" and not p.has(i, "plural"):
        today = p.reference
        if is_past(p.text, p.starts[i], p.ends[i]) and today.weekday() < 5:
            today = step(today, -7)
        return Found(unit_period("weekend", today).counted(), i + 1, None, i)
    if p.word(i - 2) == "for" and p.joined(i - 2) and unit in ("day", "week", "month", "quarter", "year"):
        return Found(unit_period(unit, p.reference).counted(), i + 1, None, i)
    return None


def _numbered_week(p: Passage, i: int) -> Found | None:
    """Read "week 31": the ISO week of the text's year unless one is stated; "week 3 of the trial" is none."""
    number = p.number(i + 1, "digits") or 0
    if p.is_capital(i) or not 1 <= number <= 53 or (p.number(i + 1, "width") or 9) > 2 or p.is_fragment(i + 1):
        return None
    year_number, end, relative = p.reference.year, i + 2, True
    k = i + 3 if p.joined(i + 1) and p.word(i + 2) in ("of", "in") and p.joined(i + 2) else i + 2
    if p.joined(i + 1, SPACE, COMMA, STOP) and p.number(k, "width") == 4:
        year_number, end, relative = p.number(k, "digits") or year_number, k + 1, False
    elif not CLAUSE_END.match(p.after(i + 1, 12)):
        return None
    try:
        found = week(date.fromisocalendar(year_number, number, 1))
    except ValueError:
        return None
    return Found(found.counted() if relative else found, end, None, i)
