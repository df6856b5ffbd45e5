"""What reading one number gives: its place, its exact value, and how it was written."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

__all__ = ["Number", "Ordinal"]


@dataclass(frozen=True, slots=True)
class Number:
    """Hold a number that was read.

    Attributes:
        first: its first token.
        after: the token behind its last.
        value: exact.
        raw: what stands before the last magnitude: 1.5 of "1.5 million".
        scale: the last magnitude, or 1.
        in_digits: whether it begins with digits.
        is_fraction: whether it is written as a fraction: "half", "three quarters", "3/4".
        is_article: whether the words are "a" or "an" with a magnitude: "a dozen".
        is_metre: whether a lone "m" was read as a million and may mean metres.
    """

    first: int
    after: int
    value: Fraction
    raw: Fraction
    scale: Fraction = Fraction(1)
    in_digits: bool = False
    is_fraction: bool = False
    is_article: bool = False
    is_metre: bool = False


@dataclass(frozen=True, slots=True)
class Ordinal:
    """Hold a place in an order: "third", "21st"."""

    first: int
    after: int
    value: int
    is_plural: bool = False
