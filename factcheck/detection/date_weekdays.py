"""Weekdays that stand alone or with their week: on Sunday, Tuesday of last week."""

from __future__ import annotations

from dataclasses import replace

from factcheck.detection.date_calendar import Period, day, step
from factcheck.detection.date_context import cue_words, is_future
from factcheck.detection.date_relative import read_stepped
from factcheck.detection.date_resolving import Found, Parts
from factcheck.detection.date_words import COMMA, DASH, SPACE, Passage

__all__ = ["read_weekday"]

RECURRING = "days of the week: recurring, or the week is not stated"


def read_weekday(p: Passage, i: int) -> Found | None:
    """Read a weekday that stands alone; in news the past one, the day of the text included, unless a verb says not."""
    which = p.number(i, "weekday")
    if which is None or not _is_weekday(p, i):
        return None
    if p.joined(i, DASH) and p.has(i + 1, "weekday"):
        return Found(Period(None, None, notes=(RECURRING,)), i + 2, None, i)
    if p.joined(i) and p.has(i + 1, "link") and p.joined(i + 1) and p.has(i + 2, "weekday"):
        return Found(Period(None, None, notes=(RECURRING,)), i + 3, None, i)
    end = i + 1
    if p.joined(i) and p.has(i + 1, "part_of_day"):
        end += 1
    week_found = _week_after(p, i)
    if week_found:
        return week_found
    back = (p.reference.weekday() - which) % 7
    ahead = (which - p.reference.weekday()) % 7
    past, coming = step(p.reference, -back), step(p.reference, ahead)
    if is_future(p.text, p.starts[i], p.ends[end - 1]):
        past, coming = coming, past
    other = () if past == coming or not p.has_reference else (coming.isoformat(),)
    return Found(replace(day(past).counted(), alternatives=other), end, Parts(weekday=which), i)


def _is_weekday(p: Passage, i: int) -> bool:
    """Tell whether a weekday's word is a day: not the Sunday Times, Black Friday or "every Friday"."""
    if not p.is_capital(i) and not (
        p.joined(i - 1) and p.word(i - 1) in ("on", "by", "until", "since", "or", "of", "and")
    ):
        return False
    if p.has(i, "short") and not (p.joined(i - 1) and p.word(i - 1) in ("on", "by", "until", "since", "last", "next")):
        return False
    words = p.before(i, 24).split()
    if words and p.before(i, 1) == " ":
        last = words[-1]
        if last.lower() in ("every", "each", "any", "most") or (
            last[0].isupper() and last.lower() in cue_words("weekday_name_before")
        ):
            return False
    following = p.after(i, 16)
    follows = following.split()
    if follows and following[:1] == " " and follows[0][:1].isupper():
        return follows[0].strip(".,;:’'s").lower() not in cue_words("weekday_name_after") and follows[0].strip(
            ".,;:"
        ).lower() not in cue_words("weekday_name_after")
    return True


def _week_after(p: Passage, i: int) -> Found | None:
    """Read a weekday with its week: Tuesday of last week, Monday of the following week."""
    if not (p.joined(i, SPACE, COMMA) and p.word(i + 1) in ("of", "in") and p.joined(i + 1)):
        if not (p.joined(i) and p.has(i + 1, "step")):
            return None
        j = i + 1
    else:
        j = p.skip(i + 2, "the")
    if not (p.has(j, "step") and p.joined(j) and p.word(j + 1) == "week"):
        return None
    stepped = read_stepped(p, j)
    which = p.number(i, "weekday")
    if stepped is None or stepped.period.first is None or which is None:
        return None
    return Found(day(step(stepped.period.first, which)).counted(), stepped.end, None, i)
