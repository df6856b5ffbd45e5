"""Decades, centuries, and parts of a year by name or number: the 1990s, the 19th century, the spring of 1964."""

from __future__ import annotations

import re

from factcheck.detection.date_calendar import Period, century, decade, half, quarter, season, span
from factcheck.detection.date_named import is_first_of_two, read_year
from factcheck.detection.date_resolving import Found
from factcheck.detection.date_words import APOSTROPHE, DASH, GLUED, SPACE, Passage

__all__ = ["read_century", "read_decade", "read_season_year"]


OWNERS = re.compile(r"\b(?:his|her|their|my|your|our) $", re.IGNORECASE)


def read_decade(p: Passage, i: int) -> Found | None:
    """Read a decade: the 1990s, '90s, the 90s, the nineties, the Sixties."""
    word_value = p.number(i, "decades")
    the = p.word(i - 1) == "the" and p.joined(i - 1)
    sliced = p.has(i - 1, "slice") and p.joined(i - 1, SPACE, DASH)
    if i and OWNERS.search(p.before(i - 1 if sliced else i, 7)):
        return None  # "in her early forties": an age
    if word_value is not None:
        return _decade(p, word_value, i + 1, i) if the or sliced else None
    digits, width = p.number(i, "digits"), p.number(i, "width")
    if digits is None or digits % 10:
        return None
    end = i + 2
    if not (p.word(i + 1) == "s" and p.joined(i, GLUED, APOSTROPHE)):
        return None
    if width == 4 and 1000 <= digits <= 2100:
        if p.gaps[i] == APOSTROPHE and not (the or sliced):
            return None
        if digits % 100 == 0 and digits < 2000:
            return Found(span(decade(digits).first, decade(digits + 90).last), end, None, i)  # type: ignore[arg-type]  # decades have ends
        return Found(decade(digits), end, None, i)
    quoted = p.starts[i] > 0 and p.text[p.starts[i] - 1] in "'’‘"
    if width == 2 and (quoted or the or sliced) and p.gaps[i] == GLUED:
        return _decade(p, digits, end, i)
    return None


def _decade(p: Passage, tens: int, end: int, i: int) -> Found:
    """Give the decade of the hundred years up to the text's own that two figures name."""
    base = p.reference.year // 100 * 100 + tens
    first = base if base <= p.reference.year else base - 100
    return Found(decade(first), end, None, i)


def read_century(p: Passage, i: int) -> Found | None:
    """Read a century: the 19th century, the twenty-first century."""
    number, j = p.number(i, "digits"), i + 1
    if number is not None:
        if not (p.joined(i, GLUED) and p.has(i + 1, "tail")):
            return None
        j = i + 2
    else:
        tens = p.number(i, "tens")
        if tens == 20 and p.joined(i, SPACE, DASH) and p.number(i + 1, "ordinal"):
            number, j = 20 + (p.number(i + 1, "ordinal") or 0), i + 2
        else:
            number = p.number(i, "ordinal")
    if number is None or not 1 <= number <= 22 or not p.joined(j - 1, SPACE, DASH) or p.word(j) != "century":
        return None
    end = j + 1
    if p.joined(j) and p.word(end) in ("bc", "bce"):
        return Found(Period(None, None, notes=("before the year 1: not resolved",)), end + 1, None, i)
    return Found(century(number), end, None, i)


def read_season_year(p: Passage, i: int) -> Found | None:
    """Read a season with its year, or a part of a year by number: spring of 1964, second quarter of 2019."""
    leading = read_year(p, i)
    if leading and p.joined(i) and p.has(i + 1, "season") and not p.is_fragment(i):
        return Found(season(leading[0], p.number(i + 1, "season") or 1), i + 2, None, i)
    which = p.number(i, "season")
    j = i + 1
    maker = season
    if which is None:
        which = p.number(i, "ordinal")
        if which is None and p.has(i, "digits") and p.joined(i, GLUED) and p.has(i + 1, "tail"):
            which, j = p.number(i, "digits"), i + 2
        if which is None or not p.joined(j - 1, SPACE, DASH) or which > 4:
            return None
        if p.word(j) == "quarter":
            maker = quarter
        elif p.has(j, "half") and which <= 2:
            maker = half
        else:
            return None
        j += 1
    k = j + 1 if p.joined(j - 1) and p.word(j) in ("of", "in") and p.joined(j) else j
    k = p.skip(k, "the") if k > j else k
    if not p.joined(j - 1, SPACE, ","):
        return None
    stated = read_year(p, k)
    if stated and is_first_of_two(p, k):
        return None
    if stated:
        return Found(maker(stated[0], which), stated[1], None, i)
    if p.has(k, "step") and p.joined(k) and p.word(k + 1) == "year" and p.word(k) in ("last", "this", "next"):
        return Found(maker(p.reference.year + (p.number(k, "step") or 0), which).counted(), k + 2, None, i)
    if maker is not season and k > j and p.word(k) == "year":
        return Found(maker(p.reference.year, which).counted(), k + 1, None, i)
    return None
