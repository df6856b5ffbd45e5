"""Ages held against years of birth, lengths of time against dates, weekdays against the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from factcheck.detection.consistency_places import Place, finding
from factcheck.detection.values import Finding, Quantity
from factcheck.vocabulary import Hedge, QuantityKind

__all__ = ["check_times"]

BORN = re.compile(r"\b(?:born|b\.)(?:\s+(?:in|on))?(?:\s+[A-Z][\w’'-]*,?(?:\s+(?:in|on))?)*\s+$")
DIED = re.compile(r"\b(?:died|killed|d\.)(?:\s+(?:in|on))?\s+$", re.IGNORECASE)
NAME_AGE = re.compile(r"[A-Z][\w’'-]+,\s+$")
SPAN_LEAD = re.compile(r"[\s,(–—-]*(?:[^\W\d_]+\s+){0,2}(?:from|between)\s+", re.IGNORECASE)
SPAN_TAIL = re.compile(r"\s*[,(–—-]\s*(?:a (?:period|span|total) of |that is )?", re.IGNORECASE)
AGO_LEAD = re.compile(r"\s*[,(–—-]\s*(?:in\s+)?", re.IGNORECASE)
ANOTHER_DAY = re.compile(r"\b(?:when|aged|at the age|at age|died|since|was|became)\b", re.IGNORECASE)
LOOSE = re.compile(r"\b(?:about|around|some|nearly|almost|over|more than|roughly)\s+$", re.IGNORECASE)
WEEKDAY = "weekday contradicts the date: "


def check_times(places: Sequence[Place], today: date | None) -> Iterator[Finding]:
    """Hold ages, lengths of time and weekdays against the dates stated beside them."""
    for place in places:
        yield from _weekdays(place)
        yield from _ages(place, today)
        yield from _durations(place)
        if today is not None:
            yield from _ago(place)


def _weekdays(place: Place) -> Iterator[Finding]:
    for quantity in place.quantities:
        for note in quantity.notes:
            if note.startswith(WEEKDAY):
                yield finding(
                    "weekday and date", False, f"{note.removeprefix(WEEKDAY)}, stated as {quantity.text}", quantity
                )


def _year(quantity: Quantity) -> int | None:
    """Give the year of a date that has one."""
    if quantity.kind != QuantityKind.DATE or not isinstance(quantity.value, str) or quantity.hedge != Hedge.EXACT:
        return None
    return int(quantity.value[:4])


def _ages(place: Place, today: date | None) -> Iterator[Finding]:
    """Hold one age against one birth; silent where the sentence holds several of either, or no day to count to."""
    births = [q for q in place.quantities if _year(q) is not None and BORN.search(place.before(q))]
    ages = [q for q in place.quantities if _is_age(place, q)]
    deaths = [q for q in place.quantities if _year(q) is not None and DIED.search(place.before(q))]
    if len(births) != 1 or len(ages) != 1 or len(deaths) > 1:
        return
    birth, age = births[0], ages[0]
    end = deaths[0] if deaths else None
    if end is None and re.search(
        r"\b(?:when|aged|at the age|at age|died|since|was|became)\b", place.before(age, 24), re.I
    ):
        return
    last = _year(end) if end is not None else today.year if today is not None else None
    born = _year(birth)
    if last is None or born is None or not isinstance(age.value, Fraction) or age.hedge != Hedge.EXACT:
        return
    agrees = age.value in (last - born, last - born - 1)
    equation = f"{last} − {born} = {last - born - 1} or {last - born} years, stated as {age.text}"
    held = [birth, age, *([end] if end is not None else [])]
    yield finding("age and birth", agrees, equation, *held)


def _is_age(place: Place, quantity: Quantity) -> bool:
    if not isinstance(quantity.value, Fraction) or quantity.value.denominator != 1 or not 1 <= quantity.value <= 120:
        return False
    if quantity.kind == QuantityKind.AGE:
        return quantity.unit in (None, "year")
    bare = quantity.kind == QuantityKind.COUNT and quantity.text.isdigit() and quantity.unit is None
    return bare and bool(NAME_AGE.search(place.before(quantity))) and place.after(quantity, 1) == ","


def _years_long(quantity: Quantity) -> Fraction | None:
    """Give a stated length of time in years."""
    if quantity.kind != QuantityKind.DURATION or not isinstance(quantity.value, Fraction):
        return None
    if quantity.unit not in ("year", "decade") or quantity.hedge not in (Hedge.EXACT, Hedge.APPROX, Hedge.NEARLY):
        return None
    return quantity.value * (10 if quantity.unit == "decade" else 1)


def _durations(place: Place) -> Iterator[Finding]:
    """Hold "for ten years, from 2003 to 2014" and "between 2008 and 2013, five years" against the two years."""
    for first, last, held in _spans(place):
        for duration in place.quantities:
            years = _years_long(duration)
            if years is None:
                continue
            before = duration.end <= held[0].start and SPAN_LEAD.fullmatch(place.between(duration, held[0]))
            after = duration.start >= held[-1].end and SPAN_TAIL.fullmatch(place.between(held[-1], duration))
            if not (
                before or (after and not re.match(r"\s*(?:later|earlier|after|before|ago|of)", place.after(duration)))
            ):
                continue
            slack = 1 if duration.hedge == Hedge.EXACT else max(2, (last - first) // 5)
            agrees = abs((last - first) - years) <= slack
            equation = f"{last} − {first} = {last - first} years, stated as {duration.text}"
            yield finding("duration and dates", agrees, equation, *held, duration)


def _spans(place: Place) -> Iterator[tuple[int, int, list[Quantity]]]:
    """Give the pairs of years that the sentence joins: "from 2003 to 2014", "between 2008 and 2013"."""
    for quantity in place.quantities:
        joined = quantity.kind == QuantityKind.DATE and quantity.hedge == Hedge.RANGE and not quantity.notes
        if joined and re.fullmatch(r"[0-9]{4}\s+(?:to|until|through)\s+[0-9]{4}", quantity.text):
            yield int(str(quantity.low)[:4]), int(str(quantity.high)[:4]), [quantity]
    for a, b in pairwise(place.quantities):
        first, last = _year(a), _year(b)
        if first is None or last is None or last <= first or not (a.text.isdigit() and b.text.isdigit()):
            continue
        if re.search(r"\bbetween\s+$", place.before(a), re.IGNORECASE) and place.between(a, b).strip() == "and":
            yield first, last, [a, b]


def _ago(place: Place) -> Iterator[Finding]:
    """Hold "in 1990, 31 years ago" against the day of the text, which the count was already resolved from."""
    for a, b in pairwise(place.quantities):
        count, stated = (a, b) if "ago" in a.text.lower() else (b, a)
        year = _year(stated)
        if year is None or count.kind != QuantityKind.DATE or not count.text.lower().endswith("years ago"):
            continue
        if not AGO_LEAD.fullmatch(place.between(a, b)) or not isinstance(count.value, str):
            continue
        reached = int(count.value[:4])
        words = re.search(
            r"\b(?:about|around|some|nearly|almost|over|more than|roughly)\s+$", place.before(count), re.I
        )
        slack = 1 if not words else max(2, abs(year - reached))
        equation = f"{count.text} is {reached}, stated as {stated.text}"
        yield finding("duration and dates", abs(reached - year) <= slack, equation, count, stated)
