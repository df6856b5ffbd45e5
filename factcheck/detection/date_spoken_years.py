"""Years in words: nineteen ninety six, twenty nineteen, two thousand and fifteen."""

from __future__ import annotations

from factcheck.detection.date_calendar import year
from factcheck.detection.date_context import cue_words
from factcheck.detection.date_resolving import LAST_YEAR, Found, Parts
from factcheck.detection.date_words import DASH, SPACE, Passage
from factcheck.detection.date_years import NEXT_WORDS

__all__ = ["read_spoken_year"]


def read_spoken_year(p: Passage, i: int) -> Found | None:
    """Read a year in words: nineteen ninety six, twenty nineteen, two thousand and fifteen, eighteen oh five."""
    found = _spoken_pair(p, i) or _spoken_thousand(p, i)
    if found is None:
        return None
    number, end = found
    return Found(year(number), end, Parts(number), i)


def _spoken_pair(p: Passage, i: int) -> tuple[int, int] | None:
    """Read a year spoken as two pairs; "nineteen ninety six" is no cardinal number, so its form alone shows a year."""
    first = p.number(i, "cardinal") or p.number(i, "tens")
    if first is None or not (10 < first < 20 or first == 20) or not p.joined(i, SPACE):
        return None
    j = i + 1
    if p.word(j) == "hundred":
        introduced = p.joined(i - 1) and p.word(i - 1) in ("in", "since", "year", "until")
        return (first * 100, j + 1) if introduced and _nothing_counted(p, j) else None
    if p.has(j, "oh") and p.joined(j, SPACE, DASH):
        unit = p.number(j + 1, "cardinal")
        return (first * 100 + unit, j + 2) if unit is not None and unit < 10 else None
    tens = p.number(j, "tens")
    if tens is not None:
        unit = p.number(j + 1, "cardinal")
        if p.joined(j, SPACE, DASH) and unit is not None and unit < 10 and not p.has(j + 1, "article"):
            return first * 100 + tens + unit, j + 2
        if p.joined(j, DASH):
            return None
        return first * 100 + tens, j + 1
    teen = p.number(j, "cardinal")
    if teen is not None and 10 <= teen < 20 and first in (19, 20):
        return first * 100 + teen, j + 1
    return None


def _spoken_thousand(p: Passage, i: int) -> tuple[int, int] | None:
    if p.number(i, "cardinal") not in (1, 2) or not p.phrase(i + 1, "thousand") or not p.joined(i):
        return None
    if not (p.joined(i - 1) and p.word(i - 1) in ("in", "since", "year", "until", "by", "of", "from", "to")):
        return None
    total, end = 1000 * (p.number(i, "cardinal") or 2), i + 2
    j = p.skip(end, "and") if p.joined(end - 1) else end
    if p.joined(end - 1):
        tens = p.number(j, "tens")
        if tens is not None:
            total, end = total + tens, j + 1
            unit = p.number(end, "cardinal")
            if p.joined(j, SPACE, DASH) and unit is not None and unit < 10:
                total, end = total + unit, end + 1
        elif (unit := p.number(j, "cardinal")) is not None and not p.has(j, "article"):
            total, end = total + unit, j + 1
    if total > LAST_YEAR or (total == 1000 or not _nothing_counted(p, end - 1)):
        return None
    return total, end


def _nothing_counted(p: Passage, i: int) -> bool:
    match = NEXT_WORDS.match(p.after(i, 40))
    return match is None or match[1].lower() in cue_words("function_word")
