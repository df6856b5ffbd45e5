"""Dates in figures: 2019-05-02, 23/8/2021, 22/04, 2015-3, 2017-q1, 2019-20."""

from __future__ import annotations

from datetime import date

from factcheck.detection.date_calendar import Period, day, half, impossible, month, quarter, span, year
from factcheck.detection.date_context import is_day_first, is_future
from factcheck.detection.date_named import read_year
from factcheck.detection.date_resolving import FIRST_YEAR, LAST_YEAR, Found, Parts
from factcheck.detection.date_words import COMMA, DASH, DOT, GLUED, SLASH, SPACE, Passage

__all__ = ["read_fiscal_year", "read_numeric_date", "read_quarter", "read_two_years", "resolve_day_month"]

DATE_INTRODUCED = (
    "on",
    "by",
    "from",
    "since",
    "until",
    "till",
    "before",
    "after",
    "dated",
    "date",
    "through",
    "to",
    "between",
)
TWO_YEAR_WORDS = (
    "season",
    "campaign",
    "academic",
    "school",
    "financial",
    "fiscal",
    "tax",
    "budget",
    "winter",
    "edition",
)
LONGEST_YEARS = 150
_FIRST_PLAUSIBLE = 1500  # before it, "10/1000" is a share and no month


def read_numeric_date(p: Passage, i: int) -> Found | None:
    """Read a date written in figures that begins at token `i`."""
    if not p.has(i, "digits"):
        return None
    previous = p.text[p.starts[i] - 1] if p.starts[i] else " "
    if previous in "$£€#@" or (previous in ".,:" and p.starts[i] > 1 and p.text[p.starts[i] - 2].isdigit()):
        return None
    return _read_iso(p, i) or _read_three_figures(p, i) or _read_month_year(p, i) or _read_day_month_figures(p, i)


def _figures(p: Passage, i: int, kinds: tuple[str, ...], count: int) -> bool:
    """Tell whether `count` figures follow one another with the same mark between, and no further one."""
    if not all(p.has(i + k, "digits") for k in range(count)):
        return False
    mark = p.gaps[i]
    if mark not in kinds or any(
        p.gaps[i + k] != mark or p.ends[i + k] + 1 != p.starts[i + k + 1] for k in range(count - 1)
    ):
        return False
    end = p.ends[i + count - 1]
    return not (p.text[end : end + 1] == p.text[p.ends[i]] and p.text[end + 1 : end + 2].isdigit() and mark != DASH)


def _read_iso(p: Passage, i: int) -> Found | None:
    """Read year, month, day: 2019-05-02, 2018-7-6, 2019/05/02."""
    found = read_year(p, i) if _figures(p, i, (DASH, SLASH), 3) else None
    if found is None and _figures(p, i, (DOT,), 3) and p.number(i, "width") == 4:
        found = (p.number(i, "digits") or 0, i + 1)
        if not FIRST_YEAR <= found[0] <= LAST_YEAR:
            found = None
    if found is None or (p.number(i + 1, "width") or 9) > 2 or (p.number(i + 2, "width") or 9) > 2:
        return None
    parts = Parts(found[0], p.number(i + 1, "digits"), p.number(i + 2, "digits"))
    return Found(_day(found[0], parts.month or 0, parts.day or 0) or impossible(), i + 3, parts, i)


def _read_three_figures(p: Passage, i: int) -> Found | None:
    """Read day and month, in the document's order, with a year of four or two digits."""
    if not _figures(p, i, (SLASH, DOT, DASH), 3):
        return None
    one, two = p.number(i, "digits") or 0, p.number(i + 1, "digits") or 0
    if (
        (p.number(i, "width") or 9) > 2
        or (p.number(i + 1, "width") or 9) > 2
        or not 1 <= one <= 31
        or not 1 <= two <= 31
    ):
        return None
    width = p.number(i + 2, "width")
    if width == 4:
        stated = p.number(i + 2, "digits")
    elif width == 2 and (p.gaps[i] == SLASH or _is_introduced(p, i) or (p.gaps[i] == DASH and max(one, two) > 12)):
        short = read_year(p, i + 2, short=True)
        stated = short[0] if short else None
    else:
        return None
    if stated is None or not FIRST_YEAR <= stated <= LAST_YEAR:
        return None
    if one > 12 and two > 12:
        return Found(impossible(), i + 3, Parts(stated), i)
    return Found(resolve_day_month(p, one, two, stated), i + 3, Parts(stated, two, one), i)


def _read_month_year(p: Passage, i: int) -> Found | None:
    """Read year and month, 2015-12 or 2015-3, or month and year, 12-2015 or 12/2015."""
    if not _figures(p, i, (DASH, SLASH), 2):
        return None
    one, two = p.number(i, "digits") or 0, p.number(i + 1, "digits") or 0
    widths = (p.number(i, "width"), p.number(i + 1, "width"))
    if (
        widths[0] == 4
        and widths[1] in (1, 2)
        and FIRST_YEAR <= one <= LAST_YEAR
        and 1 <= two <= 12
        and one >= _FIRST_PLAUSIBLE
    ):
        if p.joined(i + 1, DASH, SLASH) and p.has(i + 2, "digits"):
            return None
        if widths[1] == 2 and two == (one + 1) % 100:
            return None  # two years, 2010-11: read_two_years keeps the month as the other reading
        return Found(month(one, two), i + 2, Parts(one, two), i)
    if (
        widths[1] == 4
        and widths[0] in (1, 2)
        and FIRST_YEAR <= two <= LAST_YEAR
        and 1 <= one <= 12
        and two >= _FIRST_PLAUSIBLE
    ):
        return Found(month(two, one), i + 2, Parts(two, one), i)
    return None


def _read_day_month_figures(p: Passage, i: int) -> Found | None:
    """Read day and month without a year, 22/04 or 7/6, only where the words around say that it is a date."""
    if not _figures(p, i, (SLASH, DOT, DASH), 2) or p.text[p.ends[i + 1] : p.ends[i + 1] + 1] in ("%", "°"):
        return None
    one, two = p.number(i, "digits") or 0, p.number(i + 1, "digits") or 0
    if max(p.number(i, "width") or 9, p.number(i + 1, "width") or 9) > 2 or not _possible(one, two):
        return None
    stated = read_year(p, i + 2) if p.gaps[i] == SLASH and p.joined(i + 1, COMMA) else None
    if stated:
        return Found(resolve_day_month(p, one, two, stated[0]), i + 3, Parts(stated[0], two, one), i)
    if not _is_introduced(p, i) or (p.gaps[i] == DASH and (max(one, two) <= 12 or p.word(i - 1) != "on")):
        return None
    return Found(resolve_day_month(p, one, two, None), i + 2, Parts(None, two, one), i)


def _possible(one: int, two: int) -> bool:
    return (1 <= one <= 31 and 1 <= two <= 12) or (1 <= two <= 31 and 1 <= one <= 12)


def _is_introduced(p: Passage, i: int) -> bool:
    """Tell whether figures stand where a date stands: "on 5.12", "Friday 7/6", "the date? 11/20", not before a unit."""
    last = i + 1
    while p.joined(last, SLASH, DOT) and p.has(last + 1, "digits") and last < i + 2:
        last += 1
    follows = p.after(last, 20)
    dotted = p.gaps[i] == DOT
    if dotted and (
        follows[:1] == " " and follows[1:2].isalpha() and follows[1:].split()[0].lower() not in FOLLOWS_DATE
    ):
        return False
    if not dotted and follows[:1] == " " and follows.split()[:1] in (["of"], ["odds"], ["majority"], ["favourite"]):
        return False
    strict = ("on", "dated", "date") if dotted else DATE_INTRODUCED
    if p.has(i - 1, "weekday") and p.joined(i - 1, SPACE, ","):
        return True
    if p.joined(i - 1) and p.word(i - 1) in strict:
        # a fraction may follow "by" or "from" as well: 1/2, 3/4
        return p.word(i - 1) in ("on", "dated", "date") or not _like_fraction(p, i)
    return not dotted and not _like_fraction(p, i) and "date" in p.before(i, 16).lower()


FOLLOWS_DATE = ("and", "at", "in", "the", "to", "when", "but", "or", "by", "with", "after", "before", "for", "as")


def _like_fraction(p: Passage, i: int) -> bool:
    one, two = p.number(i, "digits") or 0, p.number(i + 1, "digits") or 0
    return one < two <= 10 and p.number(i, "width") == 1 and p.gaps[i] == SLASH and two in (2, 3, 4, 5, 8, 10)


def resolve_day_month(p: Passage, one: int, two: int, stated: int | None, *, day_first: bool | None = None) -> Period:
    """Turn two figures and a year into a day, marking it when both orders are possible and nothing shows which.

    The document's own order decides. Without one, a weekday beside it, and, where the year is left out, nearness to the
    day of the text; otherwise the day comes first.
    """
    order = is_day_first(p) if day_first is None else day_first
    first, second = _on(p, two, one, stated), _on(p, one, two, stated)
    if first is None or second is None or one == two:
        found = first or second
        if found is None:
            return impossible()
        return found if stated is not None else found.counted()
    if order is None and stated is None and first.first and second.first:
        days = [abs((o.first - p.reference).days) if o.first else 0 for o in (first, second)]
        order_guess = days[0] <= days[1]
    else:
        order_guess = True if order is None else order
    chosen, other = (first, second) if order_guess else (second, first)
    if stated is None:
        chosen = chosen.counted()
    if order is not None:
        return chosen
    return Period(
        chosen.first, chosen.last, chosen.iso, chosen.hedge, chosen.relative,
        (*chosen.notes, "ambiguous: day/month order"), (other.iso or "",),
    )  # fmt: skip


def _on(p: Passage, month_number: int, day_number: int, stated: int | None) -> Period | None:
    if stated is not None:
        return _day(stated, month_number, day_number)
    years = [y for y in range(p.reference.year - 8, p.reference.year + 9) if y > 0]
    options = [o for y in years if (o := _day(y, month_number, day_number))]
    past = [o for o in options if o.first and o.first <= p.reference]
    coming = [o for o in options if o.first and o.first > p.reference]
    return past[-1] if past else coming[0] if coming else None


def _day(year_number: int, month_number: int, day_number: int) -> Period | None:
    try:
        return day(date(year_number, month_number, day_number))
    except ValueError:
        return None


def read_quarter(p: Passage, i: int) -> Found | None:
    """Read a quarter or half of a year: Q1 2019, 2017-q1, 2019 H2, Q3."""
    year_found = read_year(p, i)
    if year_found and p.joined(i, SPACE, DASH, SLASH):
        which = _quarter_mark(p, i + 1)
        if which:
            return Found(_quarter(year_found[0], which), i + 3, None, i)
        return None
    which = _quarter_mark(p, i)
    if which is None:
        return None
    j = i + 2
    k = j + 1 if p.joined(i + 1) and p.word(j) in ("of", "in") and p.joined(j) else j
    if p.joined(i + 1, SPACE, DASH, SLASH, ","):
        after = read_year(p, k)
        if after:
            return Found(_quarter(after[0], which), after[1], None, i)
    if which[0] != "q" or not p.is_capital(i):
        return None
    today = p.reference
    when = _quarter(today.year, which)
    if when.first and when.first > today and not is_future(p.text, p.starts[i], p.ends[i + 1]):
        when = _quarter(today.year - 1, which)
    return Found(when.counted(), j, None, i)


def _quarter_mark(p: Passage, i: int) -> tuple[str, int] | None:
    letter, number = p.word(i), p.number(i + 1, "digits")
    if letter not in ("q", "h") or not p.joined(i, GLUED) or number is None or p.number(i + 1, "width") != 1:
        return None
    return (letter, number) if 1 <= number <= (4 if letter == "q" else 2) else None


def _quarter(year_number: int, which: tuple[str, int]) -> Period:
    return quarter(year_number, which[1]) if which[0] == "q" else half(year_number, which[1])


def read_two_years(p: Passage, i: int) -> Found | None:
    """Read a period of years: 2019-20, 2016–17, 2019/2020, 2014-2018.

    "2011-12" is both a season and a month; a season is likelier, and the month is kept as the other reading.
    """
    found = read_year(p, i)
    if found is None or (p.is_fragment(i) and p.text[p.ends[i] : p.ends[i] + 1] != "/") or not p.joined(i, DASH, SLASH):
        return None
    number, width = p.number(i + 1, "digits"), p.number(i + 1, "width")
    end = p.ends[i + 1] if i + 1 < p.size else 0
    if number is None or (p.text[end : end + 1] in "-/.,:" and p.text[end + 1 : end + 2].isdigit()):
        return None
    first = found[0]
    last = first // 100 * 100 + number if width == 2 else number if width == 4 else 0
    if width == 2 and number == 0:
        last += 100
    if not first < last <= min(first + LONGEST_YEARS, LAST_YEAR):
        return None
    consecutive = last == first + 1
    if p.gaps[i] == SLASH and not consecutive:
        return None
    if width == 2 and number <= 12 and not consecutive:
        return None
    spaced = p.starts[i + 1] - p.ends[i] > 1
    if spaced and width == 2:
        return None
    period = span(date(first, 1, 1), date(last, 12, 31))
    season = any(word in p.after(i + 1, 14).lower() or word in p.before(i, 14).lower() for word in TWO_YEAR_WORDS)
    if width == 2 and number <= 12 and p.text[p.ends[i]] == "-" and not season:
        other = f"{first:04d}-{number:02d}"
        period = Period(
            period.first,
            period.last,
            None,
            period.hedge,
            notes=("ambiguous: two years or a month",),
            alternatives=(other,),
        )
    return Found(period, i + 2, None, i)


def read_fiscal_year(p: Passage, i: int) -> Found | None:
    """Read a business year: fiscal year 2019-20, financial year 2019/20, FY2019, fiscal 2019.

    Its first day is not stated, so the calendar years it names are given, with a note.
    """
    if p.word(i) == "fy" and p.joined(i, GLUED, SPACE):
        j = i + 1
    elif p.has(i, "calendar") and p.joined(i):
        j = p.skip(i + 1, "year")
    else:
        return None
    found = read_two_years(p, j)
    if found is None:
        stated = read_year(p, j)
        if stated is None and p.word(i) == "fy":
            stated = read_year(p, j, short=True)
        if stated is None:
            return None
        found = Found(year(stated[0]), stated[1])
    note = () if p.word(i) in ("calendar",) else ("first day of the business year not stated",)
    return Found(found.period.noted(*note), found.end, None, i)
