"""Dates with a month's name: 2 May 2019, May 2, 2019, the 4th of July, May last year, 2019/aug/01."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from factcheck.detection.date_context import cue_words, month_names
from factcheck.detection.date_resolving import FIRST_YEAR, LAST_YEAR, Found, Parts, resolve_parts
from factcheck.detection.date_words import COMMA, DASH, GLUED, SLASH, SPACE, STOP, Passage

__all__ = ["is_first_of_two", "read_day_number", "read_month_date", "read_the_day", "read_year", "read_year_after"]

DAY_PREPOSITIONS = ("on", "by", "until", "since", "till", "before", "after", "to")
NO_NOUN = re.compile(
    r"[”\"’')]*(?:[.,;:!?\n]|$| (?:and|but|or|at|in|to|when|while|because|with|as|after|before|for|that)\b)"
)


def read_day_number(p: Passage, i: int) -> tuple[int, int] | None:
    """Read a day of the month at token `i`: 4, 04th, fourth, twenty second. Gives the day and the next token."""
    digits = p.number(i, "digits")
    if digits is not None:
        if p.number(i, "width") > 2 or not 1 <= digits <= 31:  # type: ignore[operator]  # digits always have a width
            return None
        if p.joined(i, GLUED) and p.has(i + 1, "tail"):
            return digits, i + 2
        # 3.5 and 1,200 are no days, nor is the 6 of 6pm or 6:30
        text, end = p.text, p.ends[i]
        if text[end : end + 1] in (",", ".", ":") and text[end + 1 : end + 2].isdigit():
            return None
        if p.starts[i] and text[p.starts[i] - 1] in "$£€":
            return None
        return digits, i + 1
    tens = p.number(i, "tens")
    if tens in (20, 30) and p.joined(i, SPACE, DASH):
        unit = p.number(i + 1, "ordinal") or p.number(i + 1, "cardinal")
        if unit is not None and unit < 10 and tens + unit <= 31:
            return tens + unit, i + 2
    ordinal = p.number(i, "ordinal")
    return (ordinal, i + 1) if ordinal is not None else None


def read_year(p: Passage, i: int, *, short: bool = False) -> tuple[int, int] | None:
    """Read a year of four digits at token `i`, or of two where the form calls for it."""
    digits, width = p.number(i, "digits"), p.number(i, "width")
    if digits is None:
        return None
    if width == 4 and FIRST_YEAR <= digits <= LAST_YEAR:
        follows = p.text[p.ends[i] : p.ends[i] + 2]
        if follows[:1] in (",", ".") and follows[1:].isdigit():
            return None
        return digits, i + 1
    if short and width == 2:
        return _century_of(digits, p), i + 1
    return None


def _century_of(digits: int, p: Passage) -> int:
    """Give the year that two digits mean: the nearest that is not more than ten years after the text's day.

    Without a day the rule of POSIX holds: 69 to 99 are of the twentieth century, 00 to 68 of the twenty-first.
    """
    if not p.has_reference:
        return digits + (1900 if digits >= 69 else 2000)
    base = p.reference.year // 100 * 100
    return base + digits - (100 if base + digits > p.reference.year + 10 else 0)


def is_first_of_two(p: Passage, i: int) -> bool:
    """Tell whether a year is the first of two: "the winter of 2010/11"."""
    return p.joined(i, DASH, SLASH) and p.number(i + 1, "digits") == ((p.number(i, "digits") or 0) + 1) % 100


def read_year_after(p: Passage, i: int) -> tuple[int, int, bool] | None:
    """Read the year that follows token `i - 1` of a date: ", 2019", " of 2019", " in 2019", "-2019", " last year"."""
    before = i - 1
    if p.joined(before, SPACE, COMMA, DASH, SLASH, STOP):
        found = read_year(p, i)
        if found:
            return *found, False
    if p.joined(before) and p.word(i) in ("of", "in") and p.joined(i):
        found = read_year(p, i + 1)
        if found and not is_first_of_two(p, i + 1):
            return *found, False
    if p.joined(before, COMMA, SPACE) and p.phrase(i, "of") and p.has(i + 1, "step"):
        i += 1
    elif not p.joined(before, SPACE):
        quoted = (
            p.gaps[before] is not None and p.text[p.ends[before] : p.starts[i]] in (" '", " ’", " ‘")
            if i < p.size
            else False
        )
        if quoted and p.number(i, "width") == 2:
            found = read_year(p, i, short=True)
            return (*found, False) if found else None
        return None
    if p.word(i) in ("last", "this", "next") and p.phrase(i + 1, "year") and p.joined(i):
        return p.reference.year + int(p.number(i, "step") or 0), i + 2, True
    return None


def read_month_date(p: Passage, i: int) -> Found | None:
    """Read a date with a month's name that begins at token `i`, with or without its weekday."""
    if i in p.readings:
        return cast("Found | None", p.readings[i])
    found = p.readings[i] = _read_month_date(p, i)
    return found


def _read_month_date(p: Passage, i: int) -> Found | None:
    start, weekday = i, None
    if p.has(i, "weekday"):
        weekday = p.number(i, "weekday")
        if not p.joined(i, SPACE, COMMA, STOP):
            return None
        i += 1
        if p.word(i) == "the" and p.joined(i):
            i += 1
    parts, end = _read_day_month(p, i) or _read_month_day(p, i) or _read_year_month(p, i) or (None, i)
    if parts is None and weekday is None:
        return _read_month(p, i)
    if parts is None and weekday is not None:
        parts, end = _read_weekday_day(p, i)
    if parts is None:
        return None
    parts = replace(parts, weekday=weekday)
    return Found(resolve_parts(p, parts, start, end), end, parts, start)


def read_the_day(p: Passage, i: int) -> Found | None:
    """Read a day of the month that stands alone, "on the 18th", where no noun follows that it could number."""
    if not (p.word(i - 1) == "the" and p.joined(i - 1) and p.joined(i - 2) and p.word(i - 2) in DAY_PREPOSITIONS):
        return None
    found = read_day_number(p, i)
    if found is None or not (p.has(found[1] - 1, "tail") or p.number(found[1] - 1, "ordinal")):
        return None
    if not NO_NOUN.match(p.after(found[1] - 1, 12)) or (p.has(i, "ordinal") and found[0] < 4):
        return None
    parts = Parts(None, None, found[0])
    return Found(resolve_parts(p, parts, i, found[1]), found[1], parts, i)


def _read_day_month(p: Passage, i: int) -> tuple[Parts, int] | None:
    found = read_day_number(p, i)
    left = p.text[max(0, p.starts[i] - 2) : p.starts[i]] if i < p.size else ""
    if found is None or (left[1:] in (".", ",") and left[:1].isdigit()):
        return None
    number, j = found
    k = j - 1
    if p.joined(k) and p.word(j) == "of" and p.joined(j):
        k, j = j, j + 1
    elif not p.joined(k, SPACE, DASH, SLASH, GLUED) or (p.gaps[k] == GLUED and k > i):
        return None
    month_number = p.number(j, "month")
    if month_number is None or not _is_month_after_day(p, i, j, k):
        return None
    stated = read_year_after(p, j + 1)
    if stated:
        return Parts(stated[0], month_number, number, None, stated[2]), stated[1]
    if p.gaps[k] in (DASH, SLASH) and p.joined(j, DASH, SLASH) and p.number(j + 1, "width") == 2:
        short = read_year(p, j + 1, short=True)
        if short:
            return Parts(short[0], month_number, number), short[1]
    return Parts(None, month_number, number), j + 1


def _is_month_after_day(p: Passage, i: int, j: int, k: int) -> bool:
    """Tell whether the month's word at `j` belongs to the day at `i`: "2 may die", "the first March" are none."""
    has_year = read_year_after(p, j + 1) is not None
    if p.gaps[k] in (DASH, SLASH, GLUED):
        return p.is_capital(j) or has_year or p.has(j, "short")
    if p.word(k) == "of" or has_year:
        return True
    if not p.has(i, "digits"):
        return (p.is_capital(j) and not p.has(j, "shy")) or (
            p.word(i - 1) == "the" and (p.number(i, "ordinal") or 0) > 4
        )
    return p.is_capital(j) or p.word(j) not in ("may", "march")


def _read_month_day(p: Passage, i: int) -> tuple[Parts, int] | None:
    month_number = p.number(i, "month")
    if month_number is None or not p.joined(i, SPACE, STOP, GLUED, DASH, SLASH, COMMA):
        return None
    gap, j = p.gaps[i], i + 1
    if gap == COMMA:
        return None
    if p.word(j) == "the" and p.joined(j):
        j += 1
    found = read_day_number(p, j)
    if found is None or (gap == GLUED and not p.has(j, "digits")):
        return None
    number, k = found
    if not p.has(j, "digits") and not p.is_capital(i) and p.has(i, "shy"):
        return None
    stated = read_year_after(p, k)
    if gap in (DASH, SLASH) and not (stated and p.gaps[k - 1] in (DASH, SLASH, COMMA)):
        # "Oct-2" alone is a date; "May-2" and "mar-2" are so too seldom
        plain = not p.has(i, "shy") and p.is_capital(i)
        if not plain or p.joined(k - 1, DASH, SLASH):
            return None
    if stated:
        return Parts(stated[0], month_number, number, None, stated[2]), stated[1]
    # "march 5 miles", "may 20 people": without a capital or a year the verb is likelier
    if p.has(i, "shy") and not p.is_capital(i) and p.word(i) in ("may", "march") and not p.has(k - 1, "tail"):
        follows = p.after(k - 1, 2)
        if p.word(i - 1) not in DAY_PREPOSITIONS and not (p.has(i - 1, "weekday") or i == 0):
            return None
        if follows[:1] == " " and follows[1:].isalpha() and p.word(i - 1) != "on":
            return None
    return Parts(None, month_number, number), k


def _read_year_month(p: Passage, i: int) -> tuple[Parts, int] | None:
    found = read_year(p, i)
    if (
        found is None
        or (p.is_fragment(i) and p.text[p.ends[i] : p.ends[i] + 1] != "/")
        or not p.joined(i, SPACE, DASH, SLASH)
    ):
        return None
    month_number, gap = p.number(i + 1, "month"), p.gaps[i]
    if month_number is None or (p.has(i + 1, "shy") and p.word(i + 1) in ("may", "march") and not p.is_capital(i + 1)):
        return None
    if p.joined(i + 1, DASH, SLASH) and gap in (DASH, SLASH):
        number = read_day_number(p, i + 2)
        if number:
            return Parts(found[0], month_number, number[0]), number[1]
    number = read_day_number(p, i + 2) if gap == SPACE and p.joined(i + 1) else None
    if number and (p.has(number[1] - 1, "tail") or NO_NOUN.match(p.after(number[1] - 1, 12))):
        return Parts(found[0], month_number, number[0]), number[1]
    return Parts(found[0], month_number), i + 2


def _read_weekday_day(p: Passage, i: int) -> tuple[Parts | None, int]:
    """Read what follows a weekday: "the eleventh", "14th"."""
    found = read_day_number(p, i)
    if found is None:
        return None, i
    if not (p.has(found[1] - 1, "tail") or p.has(found[1] - 1, "ordinal") or NO_NOUN.match(p.after(found[1] - 1, 12))):
        return None, i
    after = p.after(found[1] - 1, 2)
    if after[:1] in (" ", "-") and after[1:].isalpha() and p.word(i - 1) != "the" and not p.has(found[1] - 1, "tail"):
        return None, i
    return Parts(None, None, found[0]), found[1]


def _read_month(p: Passage, i: int) -> Found | None:
    """Read a month with or without a year, where the words around show that it is one."""
    month_number = p.number(i, "month")
    if month_number is None:
        return None
    stated = read_year_after(p, i + 1)
    verb = p.word(i) in ("may", "march") and not p.is_capital(i) and p.word(i - 1) not in cue_words("before_month")
    if stated and not verb:
        parts = Parts(stated[0], month_number, None, None, stated[2])
        return Found(resolve_parts(p, parts, i, stated[1]), stated[1], parts, i)
    if not _is_month(p, i):
        return None
    parts = Parts(None, month_number)
    return Found(resolve_parts(p, parts, i, i + 1), i + 1, parts, i)


def _is_month(p: Passage, i: int) -> bool:
    """Tell whether a month's word that stands alone is a month: verbs, names and short forms need a preposition."""
    introduced = p.joined(i - 1, SPACE, DASH) and p.word(i - 1) in cue_words("before_month")
    if not (p.has(i, "shy") or p.has(i, "short")):
        return p.is_capital(i) or introduced
    if not introduced:
        return False
    after = p.after(i, 24)
    words = after.split()
    follows = words[0].strip(".,;:!?") if words and after[:1] == " " else ""
    if p.has(i, "short"):
        return p.is_capital(i) and not (p.word(i) in ("mar", "jan") and follows[:1].isupper())
    named = follows[:1].isupper() or follows.lower() in cue_words("says")
    # "by May Smith": a surname; "in May Mr Smith" after a firm preposition is still the month
    if named and (p.word(i - 1) not in cue_words("firmly_before_month") or p.word(i) in month_names(p)):
        return False
    if not p.is_capital(i):
        # a given name is never written small, so "april" and "june" are months; "may", "march" and "august" need more
        return p.word(i) in ("april", "june") or (
            p.word(i) != "august" and p.word(i - 1) in ("in", "since", "late", "early", "mid")
        )
    return p.word(i - 1) in cue_words("firmly_before_month") or p.word(i) not in month_names(p)
