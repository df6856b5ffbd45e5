"""Numbers in words that a reader takes in at a glance: "≥ 2 drones", "73/329 = 22.2%", "≈ 2/3"."""

from __future__ import annotations

from fractions import Fraction

from factcheck.detection.lemmas import noun_lemma
from factcheck.detection.values import Quantity
from factcheck.values import decimal_text
from factcheck.vocabulary import Hedge, QuantityKind

__all__ = ["number_words", "percent_words", "quantity_words"]

SIGNS = {
    Hedge.APPROX: "≈ ",
    Hedge.NEARLY: "≲ ",
    Hedge.AT_LEAST: "≥ ",
    Hedge.MORE_THAN: "> ",
    Hedge.AT_MOST: "≤ ",
    Hedge.LESS_THAN: "< ",
}
"""The sign that stands for a hedge; ≲ reads "a little under"."""


def number_words(number: Fraction) -> str:
    """Write an exact number with thousands marked; what is no short decimal is written as a fraction.

    >>> number_words(Fraction(46139900)), number_words(Fraction(5, 2)), number_words(Fraction(2, 3))
    ('46,139,900', '2.5', '2/3')
    """
    text = decimal_text(number)
    if "/" in text:
        return text
    whole, _, rest = text.partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "") if whole.lstrip("-") else text


def percent_words(share: Fraction, places: int = 1) -> str:
    """Write a share as a percentage, rounded half up; an exact one loses its empty decimals.

    >>> percent_words(Fraction(73, 329)), percent_words(Fraction(1, 2)), percent_words(Fraction(34, 1000), 2)
    ('22.2%', '50%', '3.4%')
    """
    scaled = share * 100 * 10**places
    sign = "-" if scaled < 0 else ""
    rounded = Fraction(int(abs(scaled) + Fraction(1, 2)), 10**places)
    text = decimal_text(rounded)
    if Fraction(share * 100).denominator != 1 and "." not in text and rounded != abs(share * 100):
        text += "." + "0" * places
    return f"{sign}{text}%"


def quantity_words(quantity: Quantity) -> str:
    """Write a quantity in a few characters, as a table of claims shows it.

    The words of the text stand where there is no number (vague amounts, relative dates without a day to count from).
    """
    sign = SIGNS.get(quantity.hedge, "")
    if quantity.kind is QuantityKind.RANK:
        return quantity.text
    unit = _unit(quantity)
    if quantity.part is not None and quantity.whole is not None and isinstance(quantity.value, Fraction):
        share = f"{number_words(quantity.part)}/{number_words(quantity.whole)} = {percent_words(quantity.value)}"
        return f"{sign}{share}{f' ({unit.strip()})' if unit else ''}"
    if isinstance(quantity.value, str):
        return f"{sign}{quantity.value}"
    if isinstance(quantity.value, Fraction):
        return f"{sign}{_value_words(quantity.value, quantity.kind)}{unit}{_per(quantity)}"
    if quantity.hedge is Hedge.RANGE and quantity.low is not None and quantity.high is not None:
        return f"{_end(quantity.low, quantity.kind)}–{_end(quantity.high, quantity.kind)}{unit}{_per(quantity)}"
    return quantity.text


def _unit(quantity: Quantity) -> str:
    """Write the unit as the text's last word has it, "guards", where that is the unit; otherwise as it is kept."""
    if not quantity.unit:
        return ""
    last = quantity.text.split()[-1].strip(".,;:()’'\"") if quantity.text.split() else ""
    return f" {last}" if last.isalpha() and noun_lemma(last.lower()) == quantity.unit else f" {quantity.unit}"


def _per(quantity: Quantity) -> str:
    return f" per {quantity.per}" if quantity.per else ""


def _end(value: Fraction | str, kind: QuantityKind) -> str:
    return value if isinstance(value, str) else _value_words(value, kind)


def _value_words(value: Fraction, kind: QuantityKind) -> str:
    if kind is QuantityKind.PERCENTAGE:
        return percent_words(value, 2)
    if kind is QuantityKind.PERCENTAGE_POINTS:
        return f"{number_words(value * 100)} points"
    return number_words(value)
