"""Before and after held against the change stated beside them: percent, points, factors, amounts, and up or down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.detection.consistency_places import (
    MAGNITUDES,
    Place,
    allowed,
    allowed_share,
    finding,
    is_figure,
    written,
    written_share,
)
from factcheck.detection.values import Finding, Quantity
from factcheck.vocabulary import Hedge, QuantityKind

__all__ = ["check_changes"]

LEVELS = (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.PERCENTAGE)
CHANGES = (QuantityKind.PERCENTAGE, QuantityKind.PERCENTAGE_POINTS, QuantityKind.PROPORTION, QuantityKind.CHANGE)
UP = (
    r"(?:rose|rises?|risen|rising|increas\w+|grew|grown?|grows|growth|growing|gain\w*|jump\w*|climb\w*|up|soar\w*|"
    r"surg\w+|higher|added)"
)
DOWN = (
    r"(?:fell|falls?|fallen|falling|declin\w+|dropp\w+|drops?|decreas\w+|cuts?|cutting|reduc\w+|los[et]\w*|losing|loss|"
    r"shr[aiu]nk\w*|down|slump\w*|plung\w+|halv\w+|sank|lower)"
)
DIRECTION = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b", re.IGNORECASE)
DIRECTED_VERB = re.compile(
    r"\b(?:(?P<up>rose|rises|risen|grew|grown|increased|climbed|jumped|soared|surged)|"
    r"(?P<down>fell|falls|fallen|declined|dropped|decreased|shrank|shrunk|slumped|plunged|sank))\b[^,;:()]{0,30}$",
    re.IGNORECASE,
)
FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
TO = re.compile(r"[^,;:()]{0,30}\bto\s+$", re.IGNORECASE)
FROM_AFTER = re.compile(r"[^,;:()]{0,30}\bfrom\s+$", re.IGNORECASE)
# The later figure first: "17 million took part, up from 14 million".
UP_FROM = re.compile(r"[^;:()]{0,60}?,\s+(?:up|down)\s+from\s+$", re.IGNORECASE)
TO_BEFORE = re.compile(r"\bto\s+$", re.IGNORECASE)
# What leads to a stated change after both ends: ", up 10%", ", a rise of a fifth", "(+3 points)", "or 10%".
CHANGE_LEAD = re.compile(
    rf"\s*(?:[^,;:()]{{0,30}})?[,(–—-]\s*(?:or\s+)?(?:an?|the)?\s*(?:\w+\s+)?(?:{UP}|{DOWN})\s*(?:of|by)?\s*"
    r"|\s*\(\s*[+−-]?\s*",
    re.IGNORECASE,
)
# A stated change before both ends: "rose 10% from", "by a fifth, from", "doubled, from", "three points to ... from".
BEFORE_LEAD = re.compile(
    r"[\s,(–—-]*(?:(?:in|of|its|their|his|her|the|to)\s+)?(?:[^\W\d_]+\s+){0,2}(?:from|to)\s+", re.IGNORECASE
)
DOUBTFUL = re.compile(
    r"\b(?:average|annual\w*|a year|each year|per year|every year|year on year|monthly|compared|respectively)\b",
    re.IGNORECASE,
)
TINY = Fraction(1, 10**9)
ENDS = tuple[Quantity, Quantity, Fraction, Fraction]


def check_changes(places: Sequence[Place]) -> Iterator[Finding]:
    """Hold every "from A to B" against the direction and the size of change that its sentence states."""
    for place in places:
        pairs = _pairs(place)
        if len(pairs) != 1 or DOUBTFUL.search(place.text):
            continue
        if not pairs[0][2]:
            continue
        yield from _direction(place, pairs[0])
        changes = [q for q in _changes(place, pairs[0]) if _belongs(place, q, pairs[0])]
        if len(changes) == 1:
            yield from _size(place, changes[0], pairs[0])


def _pairs(place: Place) -> list[ENDS]:
    """Collect the pairs of figures that the sentence gives as before and after."""
    levels = [q for q in place.quantities if q.kind not in (QuantityKind.DATE, QuantityKind.TIME)]
    pairs: list[ENDS] = []
    for quantity in levels:
        ends = _both_ends(place, quantity)
        if ends:
            pairs.append((quantity, quantity, *ends))
    for a, b in pairwise(levels):
        if not (_is_level(a) and _is_level(b) and _same_unit(a, b)):
            continue
        gap = place.between_undated(a, b)
        x, y = a.value, b.value
        if not isinstance(x, Fraction) or not isinstance(y, Fraction):
            continue
        if FROM.search(place.before(a)) and TO.fullmatch(gap):
            pairs.append((a, b, x, y))
        elif (TO_BEFORE.search(place.before(a)) and FROM_AFTER.fullmatch(gap)) or UP_FROM.fullmatch(gap):
            pairs.append((a, b, y, x))
    return pairs


def _both_ends(place: Place, quantity: Quantity) -> tuple[Fraction, Fraction] | None:
    """Give the two ends of a quantity that was read as one: "from 1.2 million to 2.5 million"."""
    if not FROM.search(place.before(quantity)) or not re.search(r"\bto\b", quantity.text):
        return None
    if quantity.kind == QuantityKind.SCORE:
        low, high = quantity.part, quantity.whole
    elif quantity.hedge == Hedge.RANGE and quantity.kind in LEVELS:
        low, high = (end if isinstance(end, Fraction) else None for end in (quantity.low, quantity.high))
    else:
        return None
    return (low, high) if low is not None and high is not None else None


def _is_level(quantity: Quantity) -> bool:
    return is_figure(quantity, *LEVELS) and quantity.part is None and quantity.hedge in (Hedge.EXACT, Hedge.APPROX)


def _same_unit(a: Quantity, b: Quantity) -> bool:
    """Tell whether two figures count the same; the first may leave its unit to the second ("from 50 to 60 euros")."""
    if a.kind == b.kind:
        return a.unit == b.unit or (a.kind == QuantityKind.COUNT and None in (a.unit, b.unit))
    lent = a.kind == QuantityKind.COUNT and a.unit is None and b.kind in (QuantityKind.MONEY, QuantityKind.MEASURE)
    return lent and MAGNITUDES.search(b.text) is None


def _direction(place: Place, ends: ENDS) -> Iterator[Finding]:
    first, second, before, after = ends
    if first.kind == QuantityKind.SCORE or Hedge.APPROX in (first.hedge, second.hedge):
        return
    match = DIRECTED_VERB.search(re.sub(r"\b(?:from|to)\s+$", "", place.before(first, 70)))
    if match is None or before == after:
        return
    rises = match.lastgroup == "up"
    if rises == (after > before):
        return
    show = written_share if first.kind == QuantityKind.PERCENTAGE else written
    sign = ">" if after > before else "<"
    equation = f"{show(after)} {sign} {show(before)}, stated as “{match[match.lastgroup or 0]}”"
    yield finding("direction of change", False, equation, *{first.start: first, second.start: second}.values())


def _changes(place: Place, ends: ENDS) -> list[Quantity]:
    first, second = ends[0], ends[1]
    kinds = (*CHANGES, first.kind) if first.kind in LEVELS else CHANGES
    return [
        q
        for q in place.quantities
        if is_figure(q, *kinds)
        and q.part is None
        and q not in (first, second)
        and (q.unit is None or q.unit == first.unit)
    ]


def _belongs(place: Place, change: Quantity, ends: ENDS) -> bool:
    """Tell whether a stated change stands where one of these two figures stands, with nothing else between."""
    first, second = ends[0], ends[1]
    if change.start > second.end:
        gap = place.between_undated(second, change)
        if not CHANGE_LEAD.fullmatch(gap) or re.match(r"\s*(?:of|on|more|less|from)\b", place.after(change)):
            return False
        return "(" not in gap or bool(DIRECTION.search(gap)) or bool(re.search(r"[+−-]\s*$", gap))
    if change.end > first.start or not BEFORE_LEAD.fullmatch(place.between(change, first)):
        return False
    led = re.search(rf"\b(?:{UP}|{DOWN})\s+(?:by\s+|of\s+)?$", place.before(change), re.IGNORECASE)
    return bool(led) or change.kind == QuantityKind.CHANGE


def _size(place: Place, change: Quantity, ends: ENDS) -> Iterator[Finding]:
    first, second, before, after = ends
    held = list({q.start: q for q in (first, second, change)}.values())
    if first.hedge == Hedge.APPROX or second.hedge == Hedge.APPROX or not isinstance(change.value, Fraction):
        return
    spread = _spread(first, before), _spread(second, after)
    shares = first.kind == QuantityKind.PERCENTAGE
    show = written_share if shares else written
    if change.kind == QuantityKind.CHANGE:
        low, high = (
            (after - spread[1]) / (before + spread[0]),
            (after + spread[1]) / max(before - spread[0], Fraction(1, 10**9)),
        )
        equation = f"{show(after)} / {show(before)} = {written(after / before)}, stated as {change.text}"
        yield finding("before and after", allowed_share(change).meets(low, high), equation, *held)
        return
    moved = abs(after - before)
    low, high = moved - sum(spread), moved + sum(spread)
    if change.kind == QuantityKind.PERCENTAGE_POINTS or (change.kind == first.kind and not shares):
        unit = " points" if shares else ""
        amount = written(moved * 100) if shares else written(moved)
        equation = f"|{show(after)} − {show(before)}| = {amount}{unit}, stated as {change.text}"
        yield finding("before and after", allowed(change).meets(low, high), equation, *held)
        return
    interval = allowed_share(change)
    agrees = interval.meets(low / (before + spread[0]), high / max(before - spread[0], TINY))
    equation = f"({show(after)} − {show(before)}) / {show(before)} = {written_share((after - before) / before)}"
    points = f", or {written(moved * 100)} points" if shares else ""
    rule = "percent or points" if shares else "before and after"
    yield finding(rule, agrees, f"{equation}{points}, stated as {change.text}", *held)


def _spread(quantity: Quantity, value: Fraction) -> Fraction:
    """Give how far a stated end may be off by its rounding."""
    interval = allowed(quantity)
    if interval.low is None or interval.high is None or quantity.value is None:
        # both ends of a range: rounded to two figures at the least
        return value / 100 if value >= 1000 else Fraction(0)
    return (interval.high - interval.low) / 2
