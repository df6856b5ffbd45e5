"""Make a quantity from the tokens it was read from."""

from __future__ import annotations

from fractions import Fraction

from factcheck.detection.numbers.tokens import Tokens
from factcheck.detection.values import Quantity
from factcheck.vocabulary import Hedge
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["build"]


def build(
    t: Tokens,
    first: int,
    after: int,
    kind: Kind,
    value: Fraction | None,
    *,
    low: Fraction | None = None,
    high: Fraction | None = None,
    hedge: Hedge = Hedge.EXACT,
    part: Fraction | None = None,
    whole: Fraction | None = None,
    unit: str | None = None,
    notes: tuple[str, ...] = (),
    alternatives: tuple[Fraction, ...] = (),
    per: str | None = None,
) -> Quantity:
    """Make the quantity of the tokens from `first` up to `after`."""
    start, end = t.start[first], t.end[after - 1]
    return Quantity(
        start, end, t.text[start:end], kind, value, low, high, hedge, part, whole, unit, notes, alternatives, per
    )  # fmt: skip
