"""Find the dates and times of a text, each with its exact place and the days that its words mean.

Dates are read by a small grammar over the words of `lexicon/en/dates.tsv`. At each token every reader that its word can
begin is tried, and the longest reading wins. Relative words count from the reference date that is passed in, never from
the machine's clock.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from factcheck.detection.date_calendar import Period
from factcheck.detection.date_counts import read_counted
from factcheck.detection.date_eras import read_century, read_decade, read_season_year
from factcheck.detection.date_named import read_month_date, read_the_day
from factcheck.detection.date_numeric import read_fiscal_year, read_numeric_date, read_quarter, read_two_years
from factcheck.detection.date_ordinals import read_day_of_stepped_month, read_nth_day
from factcheck.detection.date_periods import read_slice, read_week_of
from factcheck.detection.date_ranges import lend_year, read_day_list, read_month_range, read_range
from factcheck.detection.date_relative import read_day_word, read_stepped, read_the_period
from factcheck.detection.date_resolving import Found
from factcheck.detection.date_spoken_years import read_spoken_year
from factcheck.detection.date_weekdays import read_weekday
from factcheck.detection.date_words import APOSTROPHE, COMMA, DASH, DOT, GAPS, GLUED, SLASH, SPACE, Passage
from factcheck.detection.date_year_ends import read_period_to
from factcheck.detection.date_years import read_bare_year
from factcheck.detection.times import may_be_time, read_time
from factcheck.detection.values import Quantity
from factcheck.vocabulary import Hedge, QuantityKind

__all__ = ["find_dates"]

Reader = Callable[[Passage, int], Found | None]

# Which readers a token can begin, by the classes of its word; the order breaks ties between equally long readings.
READERS: tuple[tuple[str, tuple[Reader, ...]], ...] = (
    ("month", (read_month_date, read_month_range)),
    ("weekday", (read_month_date, read_weekday)),
    ("ordinal", (read_day_list, read_day_of_stepped_month, read_nth_day, read_month_date, read_week_of,
                 read_season_year, read_century, read_the_day)),
    ("tens", (read_month_date, read_the_day, read_spoken_year, read_century, read_counted)),
    ("cardinal", (read_spoken_year, read_counted)),
    ("step", (read_week_of, read_nth_day, read_stepped)),
    ("slice", (read_slice,)),
    ("ahead", (read_counted,)),
    ("days", (read_day_word,)),
    ("season", (read_season_year,)),
    ("unit", (read_week_of, read_the_period, read_period_to)),
    ("calendar", (read_fiscal_year,)),
    ("fy", (read_fiscal_year,)),
    ("letter", (read_quarter,)),
    ("decades", (read_decade,)),
    ("whole", (read_the_period,)),
    ("so_far", (read_the_period,)),
)  # fmt: skip
BY_CLASS = dict(READERS)

# Which readers figures can begin, by what stands between them and the next date word: most figures of a text have none
# near, and then only a year of four figures is left. Every reader but the last needs a gap of one of its kinds.
AFTER_FIGURES: tuple[tuple[Reader, tuple[str, ...]], ...] = (
    (read_day_list, (GLUED, SPACE, DASH)),
    (read_day_of_stepped_month, (GLUED, SPACE, DASH, COMMA)),
    (read_nth_day, (GLUED,)),
    (read_numeric_date, (SLASH, DOT, DASH)),
    (read_two_years, (DASH, SLASH)),
    (read_quarter, (SPACE, DASH, SLASH)),
    (read_month_date, (GLUED, SPACE, DASH, SLASH)),
    (read_week_of, (GLUED,)),
    (read_season_year, (GLUED, SPACE)),
    (read_century, (GLUED,)),
    (read_decade, (GLUED, APOSTROPHE)),
    (read_counted, (SPACE,)),
    (read_the_day, (GLUED,)),
)
BY_GAP = {
    gap: tuple(reader for reader, gaps in AFTER_FIGURES if gap in gaps)
    for gap in (*set(GAPS.values()), GLUED, SPACE, DOT)
}
COUNTED_NOTES = ("counted from", "weekday contradicts", "ambiguous: this week")
TIMELY = ("clock", "cardinal", "half", "unit", "tens")


@lru_cache(maxsize=1024)
def _readers(classes: tuple[str, ...]) -> tuple[tuple[Reader, ...], bool]:
    """Give the readers that a word of these classes can begin, and whether it can begin a time."""
    return tuple(r for name in classes for r in BY_CLASS.get(name, ())), any(name in classes for name in TIMELY)


def _readers_of_figures(p: Passage, i: int) -> tuple[Reader, ...]:
    """Give the readers that the figures at token `i` can begin."""
    gap = p.gaps[i]
    # figures, a space and figures again are no date
    readers = () if gap is None or (gap == SPACE and "digits" in p.meanings[i + 1]) else BY_GAP[gap]
    return (*readers, read_bare_year) if p.meanings[i]["width"] == 4 else readers


def find_dates(text: str, reference_date: date | None = None) -> list[Quantity]:
    """Find the dates and times of a text, in reading order, without overlaps.

    The value of a date is an ISO string, as short as the words are ("2021-05", "2018"); `low` and `high` are its first
    and last day. A period without an ISO name (a week, a quarter, a range) has no value but its two ends. A relative
    date without a reference date has neither, and says so in its notes. An impossible date is marked, never repaired.

    >>> [(q.text, q.value) for q in find_dates("She became minister in May last year.", date(2021, 11, 7))]
    [('May last year', '2020-05')]
    """
    passage = Passage(text, reference_date)
    if not passage.size:
        return []
    found: list[Quantity] = []
    i = 0
    while i < passage.size:
        meaning = passage.meanings[i]
        if "digits" in meaning:
            readers, timely = _readers_of_figures(passage, i), may_be_time(passage, i)
        else:
            readers, timely = _readers(tuple(meaning))
        if readers or timely:
            quantity, i = _read(passage, i, readers, timely)
            if quantity is not None:
                found.append(quantity)
        else:
            i += 1
    return found


def _read(p: Passage, i: int, readers: tuple[Reader, ...], timely: bool) -> tuple[Quantity | None, int]:
    """Read what begins at token `i`. Gives it, if anything does, and the token to go on from."""
    best: Found | None = None
    for reader in readers:
        found = reader(p, i)
        if found is not None and (best is None or found.end > best.end):
            best = found
    time = read_time(p, i) if timely else None
    if time is not None and (best is None or time[1] > p.ends[best.end - 1]):
        return _time(p, i, *time)
    if best is None:
        return None, i + 1
    best = read_range(p, i, best) or lend_year(p, i, best) or best
    end = p.ends[best.end - 1]
    if p.text[end : end + 2] in ("'s", "’s") and not p.text[end + 2 : end + 3].isalnum():
        end += 2
    period = best.period
    if period.first is not None and period.last is not None:
        p.antecedent = (period.first, period.last, end)
    next_token = best.end
    while next_token < p.size and p.starts[next_token] < end:
        next_token += 1
    return _quantity(p, p.starts[i], end, period), next_token


def _time(p: Passage, i: int, value: str, end: int) -> tuple[Quantity, int]:
    start = p.starts[i]
    quantity = Quantity(start, end, p.text[start:end], QuantityKind.TIME, value, value, value)
    i += 1
    while i < p.size and p.starts[i] < end:
        i += 1
    return quantity, i


def _quantity(p: Passage, start: int, end: int, period: Period) -> Quantity:
    """Write a period out as a quantity, and leave out what would have to be counted from a day that is not known."""
    value, low, high = period.iso, period.first, period.last
    notes, alternatives = period.notes, period.alternatives
    if period.relative and not p.has_reference:
        value = low = high = None
        notes = (*(note for note in notes if not note.startswith(COUNTED_NOTES)), "no reference date")
        alternatives = tuple(a for a in alternatives if a.startswith("--"))
    if period.loose:
        low = high = None
    return Quantity(
        start, end, p.text[start:end], QuantityKind.DATE, value,
        low.isoformat() if low else None, high.isoformat() if high else None,
        period.hedge if period.first else Hedge.EXACT, notes=notes, alternatives=alternatives,
    )  # fmt: skip
