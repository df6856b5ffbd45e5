"""Arithmetic that a checker would do on paper, written out: shares, majorities, what "two-thirds" leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from factcheck.detection.values import Quantity
from factcheck.detection.wording import number_words, percent_words
from factcheck.vocabulary import Hedge, QuantityKind

__all__ = ["workings"]

SEATS = frozenset({"seat", "vote", "ballot", "member", "delegate", "mandate"})
"""What is counted when a majority is worth knowing."""


def workings(quantities: Iterable[Quantity]) -> Iterator[str]:
    """Write out what each quantity of a claim comes to, a sentence each; silent where there is nothing to work."""
    for quantity in quantities:
        yield from share(quantity)
        yield from interval(quantity)
        if quantity.kind is QuantityKind.DATE and quantity.value is None and quantity.low is None:
            yield f"“{quantity.text}” is not resolved: there is no dateline to count from."
        yield from (
            f"“{quantity.text}”: {note}."
            for note in quantity.notes
            if quantity.kind is not QuantityKind.DATE or quantity.low
        )


def share(quantity: Quantity) -> Iterator[str]:
    """Work N of M as a percentage, with the majority where seats or votes are counted."""
    if quantity.part is None or not quantity.whole or quantity.kind is QuantityKind.SCORE:
        return
    ratio = quantity.part / quantity.whole
    yield f"{number_words(quantity.part)} ÷ {number_words(quantity.whole)} = {percent_words(ratio, 2)}."
    if quantity.unit in SEATS and quantity.whole.denominator == 1 and quantity.whole > 2:
        yield f"A majority would be {number_words(Fraction(quantity.whole.numerator // 2 + 1))}."


def interval(quantity: Quantity) -> Iterator[str]:
    """Say what "about", "nearly" and "dozens" allow; "at least two" says it for itself."""
    low, high = quantity.low, quantity.high
    if quantity.hedge not in SOFT or quantity.kind in UNWORKED or isinstance(low, str) or isinstance(high, str):
        return
    write = (lambda n: percent_words(n, 1)) if quantity.kind in SHARES else number_words
    if low is not None and high is not None:
        yield f"“{quantity.text}” allows {write(rounded(low))} to {write(rounded(high))}."
    elif low is not None and low >= 12:
        yield f"“{quantity.text}” allows {write(rounded(low))} or more."


SOFT = frozenset({Hedge.APPROX, Hedge.NEARLY, Hedge.VAGUE})
UNWORKED = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.DURATION})
SHARES = frozenset({QuantityKind.PERCENTAGE, QuantityKind.PROPORTION})


def rounded(number: Fraction) -> Fraction:
    """Cut a tolerance's end to what can be read: four significant decimals at most."""
    if number.denominator == 1:
        return number
    return Fraction(round(number * 10000), 10000)
