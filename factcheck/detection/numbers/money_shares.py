"""Shares told in coins: "68p in every pound", "40 cents on the dollar", "£1 in every £8"."""

from __future__ import annotations

from fractions import Fraction

from factcheck.detection.numbers.hedging import bounds, hedge_before, last_place
from factcheck.detection.numbers.operand import Operand
from factcheck.detection.numbers.operands import read_operand
from factcheck.detection.numbers.quantity import build
from factcheck.detection.numbers.tokens import Tokens
from factcheck.detection.values import Quantity
from factcheck.vocabulary import Hedge
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["read_money_share"]

_COINS = frozenset({"p", "pence", "penny", "pennies", "cent", "cents", "c", "¢"})
_WHOLES = frozenset({"pound", "dollar", "euro"})


def read_money_share(t: Tokens, o: Operand) -> tuple[Quantity, int] | None:
    """Read a share of each pound or dollar behind an amount of money; the second value is the token behind it."""
    at = o.after
    if o.kind is not Kind.MONEY or t.low[at] not in ("in", "on", "of", "out"):
        return None
    at += 2 if t.low[at] == "out" and t.low[at + 1] == "of" else 1
    determined = t.low[at] in ("the", "every", "each")
    if determined:
        at += 1
    if t.low[o.after - 1] in _COINS and t.low[at] in _WHOLES and determined:
        return _finish(t, o, o.number.value, Fraction(100), at + 1)
    if t.low[at - 1] not in ("every", "each"):
        return None
    whole = read_operand(t, at)
    if whole is None or whole.value <= o.value or t.taken[at] or whole.unit not in (o.unit, None):
        return None
    return _finish(t, o, o.value, whole.value, whole.after)


def _finish(t: Tokens, o: Operand, part: Fraction, whole: Fraction, after: int) -> tuple[Quantity, int]:
    first, hedge = o.first, Hedge.EXACT
    phrase = hedge_before(t, first)
    if phrase is not None and not phrase.is_exception:
        first, hedge = first - len(phrase.words), phrase.hedge or Hedge.EXACT
    low, high = bounds(hedge, part / whole, last_place(o.number) / whole)
    found = build(
        t, first, after, Kind.PROPORTION, part / whole, low=low, high=high, hedge=hedge, part=part, whole=whole
    )
    return found, after
