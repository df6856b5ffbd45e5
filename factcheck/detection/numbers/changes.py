"""Factors: "doubled", "twice as many", "three times higher", "12-fold", "by a factor of four"."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from factcheck.detection.numbers.cardinals import read_number
from factcheck.detection.numbers.hedging import bounds, hedge_before, last_place
from factcheck.detection.numbers.lexicon import contexts, read_rows
from factcheck.detection.numbers.number import Number
from factcheck.detection.numbers.quantity import build
from factcheck.detection.numbers.rates import read_per
from factcheck.detection.numbers.tokens import Tokens
from factcheck.detection.values import Quantity
from factcheck.vocabulary import Hedge
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["change_words", "read_change", "read_factor"]

_OF = (
    "size",
    "number",
    "rate",
    "amount",
    "price",
    "level",
    "average",
    "length",
    "cost",
    "value",
    "share",
    "total",
    "figure",
    "speed",
)


_AGAIN = tuple(["as", word, "again"] for word in ("much", "many", "large", "big", "long", "high"))
_TIMES = frozenset({"week", "month", "year", "season", "day", "decade", "night", "same", "first", "last", "previous"})
_LEVELS = frozenset(
    {"earnings", "revenue", "revenues", "sales", "profit", "profits", "income", "salary", "turnover", "normal",
     "average", "expected", "usual", "forward", "annual"}
)  # fmt: skip


@cache
def change_words() -> dict[str, tuple[Fraction, str]]:
    """Give the words that state a factor, with the factor and when they do."""
    rows = read_rows("changes.tsv")
    return {word: (Fraction(factor), shape) for word, factor, shape in rows if shape != "never"}


def read_change(t: Tokens, i: int) -> tuple[Quantity, int] | None:
    """Read a word that states a factor at token i, with its hedge."""
    factor, shape = change_words()[t.low[i]]
    hedged = hedge_before(t, i)
    after = i + 1
    behind = t.low[after]
    if t.low[after : after + 3] in _AGAIN:
        after += 3
        return _finish(t, i, after, 1 + factor, Fraction(1, 10))
    if shape == "as" and behind not in contexts()["compared"]:
        return _times(t, i, factor) if factor == 2 else None
    if shape == "bare":
        is_verb = i > 0 and (
            t.low[i - 1] in ("to", "will", "would", "could", "may", "might", "should") or t.tag(i) in ("VB", "VBP")
        )
        if not (hedged is not None or is_verb or behind in ("the", "that", "its", "their", "what", "last")):
            return None
        if behind in ("-", "‑") or (hedged is None and t.tag(after) in ("NN", "NNS") and not is_verb):
            return None
    return _finish(t, i, after, factor, Fraction(1, 10))


def _times(t: Tokens, i: int, number: Fraction) -> tuple[Quantity, int] | None:
    """Read "twice" as how often something was done: "promoted twice", "twice a week", "twice married"."""
    after, before = i + 1, t.tag(i - 1) if i else ""
    done = before.startswith(("V", "PRP", "NN", "RB", "IN")) or t.tag(after).startswith("VB") or i == 0
    if not done or t.low[after] in ("-", "‑") or t.low[i - 1] in ("-", "‑", "or", "not", "about"):
        return None
    rate = read_per(t, after)
    if rate is not None:
        return build(t, i, rate[1], Kind.RATE, number, low=number, high=number, unit="time", per=rate[0]), rate[1]
    return build(t, i, after, Kind.COUNT, number, low=number, high=number, unit="time"), after


def read_factor(t: Tokens, i: int) -> tuple[Quantity, int] | None:
    """Read "12-fold", "three times as many", "a factor of four" with the number at token i."""
    number = read_number(t, i)
    if number is None or number.value <= 0:
        return None
    at = number.after
    if number.is_fraction and number.scale == 1 and t.low[at : at + 3] in _AGAIN:
        return _finish(t, i, at + 3, 1 + number.value, Fraction(0))  # "half as much again" is one and a half times
    if i > 1 and t.low[i - 1] == "of" and t.low[i - 2] == "factor" and t.low[at] not in ("%", "percent", "per"):
        first = i - 2
        if t.low[first - 1] in ("a", "by"):
            first -= 1
        if t.low[first - 1] == "by":
            first -= 1
        return build(t, first, at, Kind.CHANGE, number.value, low=number.value, high=number.value), at
    fold = at + 1 if t.low[at] in ("-", "‑") else at
    if t.low[fold] == "fold":
        return _finish(t, i, fold + 1, number.value, last_place(number))
    if t.low[at] in ("times", "x") and (t.low[at] == "times" or t.is_glued(at)):
        behind = t.low[at + 1]
        if (behind in contexts()["compared"] and _is_multiplied(t, at + 1)) or _is_multiple(t, number, at + 1):
            return _finish(t, i, at + 1, number.value, last_place(number))
    return None


def _is_multiplied(t: Tokens, i: int) -> bool:
    """Whether what "three times" is of begins at token i: "as many", "its target", "the size"; not "this year"."""
    word, noun = t.low[i], t.low[i + 1]
    if word in ("this", "last", "that"):
        return noun in _OF
    if word in ("its", "their", "his", "her", "our", "the"):
        return noun in _OF or (t.tag(i + 1) in ("NN", "NNS", "JJ") and noun not in _TIMES)
    return True


def _is_multiple(t: Tokens, number: Number, i: int) -> bool:
    """Whether "1.4 times earnings" is a multiple: no noun is counted by a broken number, nor "times sales"."""
    return t.tag(i) in ("NN", "NNS", "JJ") and (number.value.denominator != 1 or t.low[i] in _LEVELS)


def _finish(t: Tokens, i: int, after: int, factor: Fraction, place: Fraction) -> tuple[Quantity, int]:
    first, hedge = i, Hedge.EXACT
    phrase = hedge_before(t, i)
    if phrase is not None and not phrase.is_exception and phrase.hedge is not None:
        first, hedge = i - len(phrase.words), phrase.hedge
    if t.low[after] == "as" and t.low[after + 1] in ("many", "much", "likely", "high", "large", "big", "long", "fast"):
        after += 2
    low, high = bounds(hedge, factor, place)
    return build(t, first, after, Kind.CHANGE, factor, low=low, high=high, hedge=hedge), after
