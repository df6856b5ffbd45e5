"""What the rules of consistency work on: sentences with their quantities, and what a stated figure allows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from factcheck.detection.values import Finding, Quantity
from factcheck.values import decimal_text
from factcheck.vocabulary import Hedge, QuantityKind

__all__ = [
    "MAGNITUDES",
    "Allowed",
    "Place",
    "allowed",
    "allowed_share",
    "finding",
    "is_figure",
    "written",
    "written_share",
]

SHARE_KINDS = (QuantityKind.PERCENTAGE, QuantityKind.PERCENTAGE_POINTS, QuantityKind.PROPORTION)
FIGURE = re.compile(r"[0-9][0-9,. \u202f\u2009]*")
LONGEST_GAP = 160
FAR_APART = "\0"
WORD_SLACK = Fraction(6, 100)
ABOUT_SLACK = Fraction(15, 100)
MAGNITUDES = re.compile(r"(?:thousand|million|billion|trillion|bn|tn|mn|crore|lakh|[0-9]\s?[kmb])\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Hold one sentence: its span, its words, and its quantities in reading order."""

    start: int
    end: int
    text: str
    quantities: tuple[Quantity, ...]

    def between(self, first: Quantity, second: Quantity) -> str:
        """Give the words between two quantities of the sentence; far apart they are not beside each other: one mark."""
        if second.start - first.end > LONGEST_GAP:
            return FAR_APART
        return self.text[first.end - self.start : second.start - self.start]

    def between_undated(self, first: Quantity, second: Quantity) -> str:
        """Give the words between two quantities without the dates among them: "from 50% in 2010 to 60%"."""
        gap = self.between(first, second)
        for date in self.quantities:
            if date.kind == QuantityKind.DATE and first.end <= date.start and date.end <= second.start:
                gap = gap.replace(date.text, "", 1)
        return gap

    def before(self, quantity: Quantity, length: int = 40) -> str:
        """Give the words of the sentence before a quantity."""
        stop = quantity.start - self.start
        return self.text[max(0, stop - length) : stop]

    def after(self, quantity: Quantity, length: int = 40) -> str:
        """Give the words of the sentence after a quantity."""
        start = quantity.end - self.start
        return self.text[start : start + length]


@dataclass(frozen=True, slots=True)
class Allowed:
    """Hold the interval that stated words allow, both ends included; None is open."""

    low: Fraction | None
    high: Fraction | None

    def holds(self, value: Fraction) -> bool:
        """Tell whether a value lies in the interval."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def meets(self, low: Fraction, high: Fraction) -> bool:
        """Tell whether an interval overlaps this one."""
        return (self.low is None or high >= self.low) and (self.high is None or low <= self.high)


def is_figure(quantity: Quantity, *kinds: QuantityKind) -> bool:
    """Tell whether a quantity states one exact number of one of these kinds."""
    return quantity.kind in kinds and isinstance(quantity.value, Fraction) and quantity.hedge != Hedge.VAGUE


def _half_unit(quantity: Quantity) -> Fraction:
    """Give half of the last place that a figure is written to: 44% is good to half a percent, 2.5 million to 50,000."""
    match = FIGURE.search(quantity.text)
    if match is None or not isinstance(quantity.value, Fraction):
        return Fraction(1, 200) if quantity.kind in SHARE_KINDS[:2] else Fraction(0)
    digits = match.group().strip(" ,.")
    places = len(digits.rpartition(".")[2]) if re.search(r"\.[0-9]+$", digits) else 0
    if quantity.kind in SHARE_KINDS[:2]:
        return Fraction(1, 2 * 100 * 10**places)
    if MAGNITUDES.search(quantity.text) or places:
        plain = Fraction(digits.replace(",", "").replace(" ", "").replace("\u202f", "").replace("\u2009", "") or "0")
        return abs(quantity.value / plain) / (2 * 10**places) if plain else Fraction(0)
    return Fraction(0)


def allowed(quantity: Quantity, slack: Fraction = Fraction(0)) -> Allowed:
    """Give the values that a stated figure allows by its rounding, its hedge, and `slack`, a share of it, for words."""
    value = quantity.value
    if not isinstance(value, Fraction):
        low = quantity.low if isinstance(quantity.low, Fraction) else None
        high = quantity.high if isinstance(quantity.high, Fraction) else None
        return Allowed(low, high)
    near = max(_half_unit(quantity), abs(value) * slack)
    about = max(near, abs(value) * ABOUT_SLACK)
    if quantity.hedge == Hedge.APPROX:
        return Allowed(value - about, value + about)
    if quantity.hedge in (Hedge.NEARLY, Hedge.LESS_THAN):
        return Allowed(value - about if quantity.hedge == Hedge.NEARLY else None, value + near)
    if quantity.hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        return Allowed(value - near, None)
    if quantity.hedge == Hedge.AT_MOST:
        return Allowed(None, value + near)
    return Allowed(value - near, value + near)


def allowed_share(quantity: Quantity) -> Allowed:
    """Give the shares that a percentage or a fraction in words allows; "a third" is said of 32% as well."""
    worded = quantity.kind == QuantityKind.PROPORTION or quantity.kind == QuantityKind.CHANGE
    return allowed(quantity, WORD_SLACK if worded else Fraction(0))


def written(value: Fraction) -> str:
    """Write a number for an equation: whole numbers in full, others to two decimals.

    >>> written(Fraction(1234567)), written(Fraction(7, 3))
    ('1,234,567', '2.33')
    """
    if value.denominator == 1:
        return f"{value.numerator:,}"
    scaled = round(value * 100)
    return decimal_text(Fraction(scaled, 100))


def written_share(value: Fraction) -> str:
    """Write a share as a percentage with at most two decimals.

    >>> written_share(Fraction(73, 329))
    '22.19%'
    """
    return f"{written(value * 100)}%"


def finding(rule: str, agrees: bool, equation: str, *quantities: Quantity) -> Finding:
    """Make a finding from the quantities that were held against each other, in reading order."""
    ordered = sorted(quantities, key=lambda quantity: quantity.start)
    return Finding(
        spans=tuple((quantity.start, quantity.end) for quantity in ordered),
        texts=tuple(quantity.text for quantity in ordered),
        equation=equation,
        agrees=agrees,
        rule=rule,
    )
