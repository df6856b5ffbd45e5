"""How firmly words hold a number, and the interval they allow."""

from __future__ import annotations

from fractions import Fraction

from factcheck.detection.numbers.lexicon import HedgePhrase, hedges
from factcheck.detection.numbers.number import Number
from factcheck.detection.numbers.tokens import Tokens
from factcheck.vocabulary import Hedge

__all__ = ["bounds", "hedge_after", "hedge_before", "tolerance"]


def hedge_before(t: Tokens, i: int) -> HedgePhrase | None:
    """Find the longest hedge that ends right before token i."""
    for phrase in hedges("before").get(t.low[i - 1] if i else "", ()):
        size = len(phrase.words)
        if size <= i and t.low[i - size : i] == phrase.listed and not t.taken[i - size]:
            return phrase
    return None


def hedge_after(t: Tokens, i: int) -> HedgePhrase | None:
    """Find the longest hedge that begins at token i."""
    for phrase in hedges("after").get(t.low[i], ()):
        size = len(phrase.words)
        if t.low[i : i + size] == phrase.listed:
            if phrase.words[0] in ("+", "-", "odd", "ish") and not (t.is_glued(i) or phrase.words[0] == "odd"):
                continue
            if phrase.words == ("plus",) and not t.is_word(i - 1) and t.is_number(i + 1):
                continue
            return phrase
    return None


def tolerance(value: Fraction, place: Fraction) -> Fraction:
    """Give how far "about" lets a number stray: one step of its last significant digit, and no more than a tenth of it.

    A step of the last digit is what rounding hides; the tenth keeps "about 100" from meaning zero to two hundred.

    >>> tolerance(Fraction(240000), Fraction(10000)), tolerance(Fraction(100), Fraction(100))
    (Fraction(10000, 1), Fraction(10, 1))
    """
    tenth = abs(value) / 10
    return min(place, tenth) if place else tenth


def last_place(number: Number) -> Fraction:
    """Give the worth of a number's last significant digit; nought for a fraction in words."""
    value = number.value
    if value == 0 or number.is_fraction:
        return Fraction(0)
    place = Fraction(1)
    if value.denominator == 1:
        digits = str(abs(value.numerator))
        return Fraction(10 ** (len(digits) - len(digits.rstrip("0"))))
    if 1000 % value.denominator:
        return Fraction(0)
    while (value / place).denominator != 1:
        place /= 10
    return place


def bounds(hedge: Hedge, value: Fraction, place: Fraction) -> tuple[Fraction | None, Fraction | None]:
    """Give the interval that a hedge allows around a value; None is an open side."""
    if hedge is Hedge.EXACT:
        return value, value
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        return value, None
    if hedge in (Hedge.AT_MOST, Hedge.LESS_THAN):
        return None, value
    slack = tolerance(value, place)
    return value - slack, value if hedge is Hedge.NEARLY else value + slack
