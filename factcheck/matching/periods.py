"""Periods: the dates of a claim as first and last day, and how two of them stand to each other."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.detection.values import Quantity
from factcheck.detection.words import Word
from factcheck.vocabulary import QuantityKind

__all__ = ["Period", "read_periods", "stand", "turn_words"]

_RELATIVE = re.compile(
    r"\b(?:last|next|this|ago|yesterday|today|tomorrow|tonight|now|past|previous|mon|tues|wednes|thurs|fri|satur|sun)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(1\d\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Period:
    """Hold one date or period of a claim.

    Attributes:
        text: the words.
        first: its first day as a proleptic ordinal, or None where the text alone does not tell.
        last: its last day, or None.
        relative: whether it counts from the day of print ("last month", "Tuesday").
        preposition: the word before it.
        start: index of its first word.
        end: one past its last word.
        clause: the number of its clause.
    """

    text: str
    first: int | None
    last: int | None
    relative: bool
    preposition: str
    start: int
    end: int
    clause: int

    @property
    def tells_year(self) -> bool:
        """Whether its words give the year; otherwise the day of print decides which."""
        return bool(_YEAR.search(self.text))

    @property
    def names_month(self) -> bool:
        """Whether its words name a month and no day: "in April"."""
        return bool(_months(self)) and not any(c.isdigit() for c in self.text)

    @property
    def days(self) -> int | None:
        """How many days it lasts, or None where the text alone does not tell."""
        return None if self.first is None or self.last is None else self.last - self.first + 1


_TURNS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3}
_LENGTHS = {"quarter": 3, "half": 6}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The month that a season begins with, in the north."""


def turn_words(words: Sequence[Word]) -> frozenset[int]:
    """Give the words of quarters and halves of a year that stand without the year: "in the second quarter".

    >>> from factcheck.detection.words import tag_words
    >>> sorted(turn_words(tag_words("Sales fell in the second quarter.")))
    [4, 5]
    """
    found = set[int]()
    for index, word in enumerate(words[1:], 1):
        if word.lower in _LENGTHS and words[index - 1].lower in _TURNS:
            after = words[index + 1].lower if index + 1 < len(words) else "."
            if after not in {"final", "-"} and not (after == "of" and not _is_year(words, index)):
                found.update((index - 1, index))
        elif word.lower in _SEASONS and _begins_time(words, index):
            found.update((index - 1, index))
    return frozenset(found)


def _begins_time(words: Sequence[Word], index: int) -> bool:
    """Tell the season from the coil: "in the spring", "in autumn", "last winter"."""
    before = words[index - 1].lower
    if before in {"the", "this", "last"}:
        return index > 1 and (before != "the" or words[index - 2].lower in {"in", "during", "since", "until", "by"})
    return before in {"in", "during", "since", "until", "by"}


def _is_year(words: Sequence[Word], index: int) -> bool:
    return any(_YEAR.fullmatch(word.text) or word.lower == "year" for word in words[index + 2 : index + 5])


def _turn(words: Sequence[Word], index: int, owner: Sequence[int], date: datetime.date | None) -> Period:
    """Read a quarter or half of the year of print; one that has not begun by then is last year's."""
    text = f"{words[index].lower} {words[index + 1].lower}"
    if words[index + 1].lower in _SEASONS:
        return _season(words, index, owner, date)
    months, turn = _LENGTHS[words[index + 1].lower], _TURNS[words[index].lower]
    first = last = None
    if date is not None:
        turn = min(turn, 12 // months - 1)
        year = date.year if turn * months < date.month else date.year - 1
        first = datetime.date(year, turn * months + 1, 1).toordinal()
        following = turn * months + months
        last = datetime.date(year + following // 12, following % 12 + 1, 1).toordinal() - 1
    return Period(text, first, last, True, "in", index, index + 2, owner[index])


def _season(words: Sequence[Word], index: int, owner: Sequence[int], date: datetime.date | None) -> Period:
    """Read a season before the day of print."""
    name = words[index + 1].lower
    first = last = None
    if date is not None:
        year = date.year if _SEASONS[name] <= date.month else date.year - 1
        first = datetime.date(year, _SEASONS[name], 1).toordinal()
        last = first + 91
    return Period(name, first, last, True, "in", index, index + 2, owner[index])


def _stretched(period: Period, words: Sequence[Word]) -> Period:
    """Let a period reach back where the text says so: "the decade to 2019"."""
    if period.preposition != "to" or period.last is None or period.start < 2:
        return period
    years = {"decade": 10, "century": 100}.get(words[period.start - 2].lower)
    if years is None:
        return period
    end = datetime.date.fromordinal(period.last)
    return replace(period, first=datetime.date(max(1, end.year - years + 1), 1, 1).toordinal())


def read_periods(
    quantities: Sequence[Quantity], words: Sequence[Word], owner: Sequence[int], date: datetime.date | None = None
) -> tuple[Period, ...]:
    """Turn the dates of a claim into periods; `date` is the day of print."""
    turns = sorted(turn_words(words))
    periods = [_turn(words, index, owner, date) for index in turns[::2]]
    dated = [(q.start, q.end) for q in quantities if q.kind is QuantityKind.DATE]
    periods = [p for p in periods if not any(s < words[p.start].end and e > words[p.start].start for s, e in dated)]
    for quantity in quantities:
        if quantity.kind is not QuantityKind.DATE:
            continue
        inside = [i for i, word in enumerate(words) if word.start < quantity.end and word.end > quantity.start]
        if not inside:
            continue
        periods.append(
            Period(
                text=quantity.text,
                first=_ordinal(quantity.low),
                last=_ordinal(quantity.high),
                relative=bool(_RELATIVE.search(quantity.text)) and not _YEAR.search(quantity.text),
                preposition=words[inside[0] - 1].lower if inside[0] else "",
                start=inside[0],
                end=inside[-1] + 1,
                clause=owner[inside[0]],
            )
        )
    return tuple(_stretched(period, words) for period in sorted(periods, key=lambda period: period.start))


def _ordinal(value: object) -> int | None:
    """Give an ISO day as an ordinal."""
    if not isinstance(value, str):
        return None
    try:
        return datetime.date.fromisoformat(value[:10]).toordinal()
    except ValueError:
        return None


def _months(period: Period) -> frozenset[int]:
    """Give the months that a date's words name or, where none are named, its days lie in."""
    named = frozenset(number for number, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}", period.text.lower()))
    if named or period.first is None or period.last is None or period.last - period.first > 31:
        return named
    days = (datetime.date.fromordinal(day) for day in (period.first, period.last))
    return frozenset(day.month for day in days)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def stand(first: Period, second: Period) -> str:
    """Say how two periods stand: "equal", "within", "around", "overlap", "apart", or "unknown"."""
    if first.first is None or first.last is None or second.first is None or second.last is None:
        if first.text.lower() == second.text.lower():
            return "equal"
        if first.relative and second.relative and first.first is second.first is None:
            return "apart"
        months = _months(first), _months(second)
        return "apart" if all(months) and not months[0] & months[1] else "unknown"
    if (first.first, first.last) == (second.first, second.last):
        return "equal"
    if first.first >= second.first and first.last <= second.last:
        return "within"
    if first.first <= second.first and first.last >= second.last:
        return "around"
    if first.first <= second.last and second.first <= first.last:
        return "overlap"
    return "apart"
