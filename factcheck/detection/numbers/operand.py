"""One number with its sign, currency and unit."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from factcheck.detection.numbers.number import Number
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["Operand"]


@dataclass(frozen=True, slots=True)
class Operand:
    """Hold a number with what stands beside it.

    Attributes:
        first: first token, sign and currency included.
        after: the token behind the last, unit included.
        number: the number as read.
        value: exact value, sign and percent applied.
        kind: money, percentage, measure, duration ... or None for a bare number.
        unit: ISO code, unit symbol, or None.
        is_hyphened: whether a hyphen joins number and unit ("five-year").
        notes: how it was read.
        alternatives: other values the words allow.
    """

    first: int
    after: int
    number: Number
    value: Fraction
    kind: Kind | None = None
    unit: str | None = None
    is_hyphened: bool = False
    notes: tuple[str, ...] = ()
    alternatives: tuple[Fraction, ...] = ()
    currencies: tuple[str, ...] = ()
