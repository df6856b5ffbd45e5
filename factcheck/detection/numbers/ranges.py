"""Ranges: "between 20 and 30", "5-10%", "1.5 to 2 million", and the two values of "from 4 to 3.5 per cent"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.detection.numbers.describing import finish_one, finish_range, with_points
from factcheck.detection.numbers.lexicon import contexts, number_words
from factcheck.detection.numbers.operand import Operand
from factcheck.detection.numbers.operands import read_operand
from factcheck.detection.numbers.parts_of_one import (
    DASHES,
)
from factcheck.detection.numbers.tokens import BREAK, Tokens
from factcheck.detection.values import Quantity
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["read_between", "second_operand", "share_unit"]


def is_change(t: Tokens, i: int) -> bool:
    """Whether a word of change stands before "from" in its sentence."""
    movement = contexts()["movement"]
    for at in range(i - 1, max(-1, i - 18), -1):
        if t.low[at] in (BREAK, ".", ";"):
            return False
        if t.low[at] in movement:
            return True
    return False


def share_unit(low: Operand, high: Operand) -> tuple[Operand, Operand] | None:
    """Give both ends what only one of them says: "1.5-2 million", "$5-10", "5 to 10 per cent".

    None when the two cannot be one range.
    """
    if low.kind is Kind.MEASURE and low.number.is_metre and high.kind is None and high.number.scale == 10**6:
        low = replace(low, kind=None, unit=None, value=low.number.value, alternatives=(), notes=())  # 1m and 1.5m votes
    scale = high.number.scale
    may_share = low.kind is None or low.kind is high.kind or (low.kind is Kind.MONEY and high.kind is None)
    is_smaller = low.number.scale == 1 and low.number.value <= high.number.raw and not low.number.is_article
    if may_share and is_smaller and scale >= 100:
        low = replace(low, value=low.value * scale)
    if scale == 1 and may_share and _is_cut_short(low, high):
        low = replace(low, value=low.value * 1000, notes=("both ends in thousands",))
    if low.kind is None and high.kind is not None:
        factor = high.value / high.number.value if high.number.value else Fraction(1)
        if high.kind in (Kind.PERCENTAGE, Kind.PERCENTAGE_POINTS):
            low = replace(low, value=low.value * abs(factor))
        elif high.kind is Kind.MEASURE and low.number.is_metre:
            return None
        low = replace(low, kind=high.kind, unit=high.unit, notes=high.notes)
    elif high.kind is None and low.kind is not None:
        if low.kind not in (Kind.MONEY, Kind.RANK) or low.after != low.number.after:
            return None
        high = replace(high, kind=low.kind, unit=low.unit, currencies=low.currencies)
    elif low.kind is not high.kind or low.unit != high.unit:
        return None
    return (low, high) if low.value <= high.value else None


def _is_cut_short(low: Operand, high: Operand) -> bool:
    """Whether the lower end leaves out its thousands, as "10-12,000" does: the digits before the comma go on from it."""
    thousands = high.number.value / 1000
    is_plain = low.number.in_digits and low.number.scale == 1 and low.number.value.denominator == 1
    return is_plain and thousands.denominator == 1 and low.number.value < thousands <= 10 * low.number.value


def second_operand(t: Tokens, o: Operand) -> Operand | None:
    """Read the other end of "5-10", "8 to 10", "20 through 100", "two or three"."""
    at = o.after
    if t.low[at] == "-" and t.is_glued(at) and t.low[at + 1] == "to":  # 18- to 34-year-olds
        at += 1
    joiner = t.low[at]
    if joiner in DASHES:
        if t.is_glued(at) != t.is_glued(at + 1) and not t.is_number(at + 1):
            return None
        if not (
            t.is_number(at + 1)
            or t.low[at + 1] in ("$", "£", "€")
            or number_words().get(t.low[at + 1], ("",))[0] in ("unit", "teen", "ten")
        ):
            return None
        if t.low[at + 1] in number_words() and not o.number.in_digits and o.kind is not None:
            return None
    elif joiner not in ("to", "through", "thru", "or"):
        return None
    begin = at + 2 if joiner == "to" and t.low[at + 1] == "-" and t.is_glued(at + 1) else at + 1  # 3-to-5
    if t.taken[begin] or t.low[begin] in ("a", "an"):
        return None
    other = read_operand(t, begin)
    if other is None:
        return None
    other = with_points(t, other)
    if joiner == "or" and not (
        o.kind is None and o.number.scale == 1 and o.value < other.value <= max(2 * o.value, o.value + 1)
    ):
        return None
    is_from = o.first > 0 and t.low[o.first - 1] == "from"
    if joiner == "to" and (o.kind is not None or is_from) and is_change(t, o.first) and not _is_spread(t, o, other):
        return None
    return other


def _is_spread(t: Tokens, low: Operand, high: Operand) -> bool:
    """Whether "cut the risk by 40% to 60%" gives a spread: both ends round, the upper at most twice the lower.

    Behind "by" the second value of "rose by 0.2% to 4.1%" is where it stopped.
    """
    if low.first < 1 or t.low[low.first - 1] != "by" or low.kind is not Kind.PERCENTAGE:
        return False
    if high.kind is not Kind.PERCENTAGE or not low.value < high.value <= 2 * low.value:
        return False
    return all((value * 20).denominator == 1 for value in (low.value, high.value))


def _read_move(t: Tokens, low: Operand, high: Operand) -> tuple[list[Quantity], int] | None:
    """Read "from 4 to 3.5 per cent" behind a change word: two values of one unit."""
    shares = (Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION, Kind.MONEY)
    if low.kind is not None or high.kind not in shares or not high.number.value:
        return None
    value = low.value * high.value / high.number.value
    shared = replace(low, kind=high.kind, unit=high.unit, value=value, currencies=high.currencies)
    first, _ = finish_one(t, shared)
    second, after = finish_one(t, high)
    return [first, second], after


def read_between(t: Tokens, i: int) -> tuple[list[Quantity], int] | None:
    """Read "between X and Y" or "from X to Y" at token i; two values after a change word are no range."""
    joiner = ("and",) if t.low[i] == "between" else ("to", "through", "until", "till", "up")
    low = read_operand(t, i + 1, joins=False, ordinals=t.low[i] == "between")
    if low is None or t.taken[i + 1] or t.low[low.after] not in joiner:
        return None
    begin = low.after + 1
    if t.low[low.after] == "up":
        begin += 1
    high = read_operand(t, begin, ordinals=low.kind is Kind.RANK)
    if high is None or t.taken[begin]:
        return None
    if t.low[i] == "from" and (is_change(t, i) or high.value < low.value):
        return _read_move(t, low, high)
    pair = share_unit(low, high)
    if pair is None:
        return None
    quantity, after = finish_range(t, i, *pair)
    return [quantity], after
