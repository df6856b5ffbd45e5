"""Amounts: the numbers of a claim on scales where they can be held against each other, exactly.

Percentages, fractions and "N of M" share one scale; measures are converted to base units; each amount is an interval, as
wide as its hedge and, between two ways of writing it, its last digit allow.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from factcheck.detection.lemmas import noun_lemma, verb_lemma
from factcheck.detection.measures import to_base
from factcheck.detection.name_words import load_name_words
from factcheck.detection.values import Quantity
from factcheck.detection.words import Word
from factcheck.matching.lexicon import load_lexicon
from factcheck.vocabulary import Hedge, QuantityKind

__all__ = ["Amount", "agree", "comparable", "read_amounts", "share_terms", "units_meet"]

SHARE, POINTS, COUNT, MONEY, RANK, SCORE, CHANGE = "share", "points", "count", "money", "rank", "score", "change"

_SCALES = {
    QuantityKind.PERCENTAGE: SHARE,
    QuantityKind.PROPORTION: SHARE,
    QuantityKind.PERCENTAGE_POINTS: POINTS,
    QuantityKind.COUNT: COUNT,
    QuantityKind.VAGUE: COUNT,
    QuantityKind.MONEY: MONEY,
    QuantityKind.RANK: RANK,
    QuantityKind.SCORE: SCORE,
    QuantityKind.CHANGE: CHANGE,
    QuantityKind.AGE: "age",
    QuantityKind.TIME: "time",
    QuantityKind.RATE: "rate",
}
_DAYS = {
    "second": Fraction(1, 86400), "minute": Fraction(1, 1440), "hour": Fraction(1, 24), "day": Fraction(1),
    "week": Fraction(7), "fortnight": Fraction(14), "month": Fraction(1461, 48), "quarter": Fraction(1461, 16),
    "year": Fraction(1461, 4), "decade": Fraction(14610, 4), "century": Fraction(146100, 4),
    "s": Fraction(1, 86400), "min": Fraction(1, 1440), "h": Fraction(1, 24),
    "d": Fraction(1), "wk": Fraction(7), "mo": Fraction(1461, 48), "a": Fraction(1461, 4),
}  # fmt: skip
_ANYBODY = frozenset({"person", "people", "man", "individual", "human", "soul", "life", "body", "victim", "casualty"})
_ANYTHING = frozenset({"one", "other", "thing"})
_DECIMALS = re.compile(r"\d[\d,\u2009\u202f ]*(?:\.(\d+))?")


_BARELY = re.compile(
    r"(?:just|only just|slightly|a little|a bit|little|barely|marginally|fractionally)\b", re.IGNORECASE
)
_SLIGHTLY = Fraction(11, 10)
"""How far "just over" and "slightly under" reach: a tenth."""
_FORMS_OF_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})


@dataclass(frozen=True, slots=True)
class Amount:
    """Hold one number of a claim.

    Attributes:
        text: the words.
        scale: what it can be held against: share, points, count, money, "measure kg", duration, rank, score, change ...
        low: lower end, or None when open.
        high: upper end, or None when open.
        value: the number itself in base units, or None for vague ones.
        step: what its last written digit is worth, in base units; 0 for words.
        exact: whether it is stated without a hedge.
        written: how it is written (percentage, N of M, mile): two that differ are compared to the last digit.
        unit: the counted noun, currency or unit; None when unstated.
        unit_keys: the keys under which the counted noun may meet another.
        per: what a rate is per, or None.
        part: N of "N of M".
        whole: M of "N of M".
        preposition: the word before it ("to", "by", "from").
        start: index of its first word.
        end: one past its last word.
        clause: the number of its clause.
    """

    text: str
    scale: str
    low: Fraction | None
    high: Fraction | None
    value: Fraction | None
    step: Fraction
    exact: bool
    written: str
    unit: str | None = None
    unit_keys: frozenset[str] = frozenset()
    per: str | None = None
    part: Fraction | None = None
    whole: Fraction | None = None
    preposition: str = ""
    start: int = 0
    end: int = 0
    clause: int = 0
    open_low: bool = False
    open_high: bool = False

    @property
    def counts_part(self) -> bool:
        """Whether it counts some of a definite group: "three of the bridges"."""
        return bool(_PART_OF.search(self.text))


_PART_OF = re.compile(r"\bof (?:the|its|their|his|her|our|these|those|all)\b", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def share_terms(noun: str) -> frozenset[str]:
    """Give the keys of a counted noun: itself, and its groups of synonyms."""
    keys = {f"w:{noun}"}
    for form in {noun, noun_lemma(noun), verb_lemma(noun)}:
        for entry in load_lexicon().by_first.get(form, ()):
            if len(entry.words) == 1 and entry.sort == "synonym":
                keys.add(f"s:{entry.value}")
    return frozenset(keys)


@lru_cache(maxsize=10_000)
def _is_person(noun: str) -> bool:
    """Tell a noun for people: one of the list, or one that ends as nouns for doers and inhabitants do."""
    known = load_name_words().people
    last = noun.rpartition(" ")[2]
    return last in known or noun_lemma(last) in known or noun in _ANYBODY or bool(_DOER.search(last))


_DOER = re.compile(r"(?:[^aeiou]er|or|ist|ian|ee|man|woman|ant|dead|injured|wounded|missing)$")


def read_amounts(quantities: Sequence[Quantity], words: Sequence[Word], owner: Sequence[int]) -> tuple[Amount, ...]:
    """Turn the quantities of a claim into amounts; dates are read elsewhere."""
    amounts = []
    for quantity in quantities:
        scale = _SCALES.get(quantity.kind)
        if quantity.kind in {QuantityKind.MEASURE, QuantityKind.DURATION}:
            scale = "duration" if quantity.kind is QuantityKind.DURATION else "measure"
        if scale is None:
            continue
        inside = [i for i, word in enumerate(words) if word.start < quantity.end and word.end > quantity.start]
        # "not one of the 40" says none of them, "every one of the 40" all: no number.
        denied = inside and inside[0] and words[inside[0] - 1].lower in {"not", "every", "each"} and quantity.part == 1
        if inside and not denied:
            amounts.append(_amount(quantity, scale, words, inside, owner))
    return tuple(amounts)


def _amount(
    quantity: Quantity, scale: str, words: Sequence[Word], inside: Sequence[int], owner: Sequence[int]
) -> Amount:
    """Build one amount in base units."""
    before = words[inside[0] - 1].lower if inside[0] else ""
    if quantity.text.lower().startswith("short of") and before in _FORMS_OF_BE:  # what is lacking, no hedge
        quantity = replace(quantity, hedge=Hedge.EXACT, low=quantity.value, high=quantity.value)
    value, low, high = (_number(v) for v in (quantity.value, quantity.low, quantity.high))
    if (
        low is None
        and high is None
        and value is not None
        and quantity.hedge in {Hedge.EXACT, Hedge.APPROX, Hedge.NEARLY}
    ):
        low = high = value
    if value is not None and value > 0 and _BARELY.match(quantity.text):
        low, high = (
            (value, high or value * _SLIGHTLY) if low == value or high is None else (low or value / _SLIGHTLY, value)
        )
    amount = Amount(
        text=quantity.text, scale=scale, low=low, high=high, value=value, step=_step(quantity),
        exact=quantity.hedge is Hedge.EXACT, written=f"{quantity.kind}:{quantity.unit}", unit=quantity.unit,
        unit_keys=share_terms(quantity.unit) if quantity.unit and scale in {COUNT, SHARE, RANK, "rate"} else frozenset(),
        per=quantity.per, part=quantity.part, whole=quantity.whole, preposition=before, start=inside[0],
        end=inside[-1] + 1, clause=owner[inside[0]],
        open_low=quantity.hedge is Hedge.MORE_THAN, open_high=quantity.hedge is Hedge.LESS_THAN,
    )  # fmt: skip
    if scale in {"measure", "duration"} and quantity.unit:
        return _in_base(amount, quantity.unit)
    return amount


def _number(value: Fraction | str | None) -> Fraction | None:
    """Give a value as a number; a time of day or of a race as its seconds."""
    if isinstance(value, str):
        parts = value.split(":")
        if len(parts) > 1 and all(part.isdigit() for part in parts):
            return Fraction(sum(int(part) * 60**place for place, part in enumerate(reversed(parts))))
        return None
    return value


def _in_base(amount: Amount, unit: str) -> Amount:
    """Convert an amount to base units, so that miles meet kilometres and hours minutes."""
    if amount.scale == "duration":
        days = _DAYS.get(unit) or _DAYS.get(noun_lemma(unit))
        if days is None:
            return amount
        return _scaled(amount, lambda number: number * days, "duration", "day")
    try:
        _, base = to_base(Fraction(1), unit)
    except (KeyError, ValueError):
        return replace(amount, scale=f"measure {unit}")
    return _scaled(amount, lambda number: to_base(number, unit)[0], f"measure {base}", base)


def _scaled(amount: Amount, convert: object, scale: str, unit: str) -> Amount:
    """Apply a conversion to every number of an amount."""
    assert callable(convert)
    zero = convert(Fraction(0))
    return replace(
        amount,
        scale=scale,
        unit=unit,
        value=None if amount.value is None else convert(amount.value),
        low=None if amount.low is None else convert(amount.low),
        high=None if amount.high is None else convert(amount.high),
        step=abs(convert(amount.step) - zero),
    )


def _step(quantity: Quantity) -> Fraction:
    """Give what the last written digit is worth: "22.2%" is written to a thousandth; 0 for numbers in words."""
    found = _DECIMALS.search(quantity.text)
    if not found or not isinstance(quantity.value, Fraction) or quantity.part is not None:
        return Fraction(0)
    digits = found.group(0).strip().replace(",", "").replace("\u2009", "").replace("\u202f", "").replace(" ", "")
    try:
        written = Fraction(digits)
    except ValueError:
        return Fraction(0)
    if not written or not quantity.value:
        return Fraction(0)
    return abs(quantity.value / written) * Fraction(1, 10 ** len(found.group(1) or ""))


def comparable(first: Amount, second: Amount) -> bool:
    """Tell whether two amounts are on one scale: percent and points too, since a text may confuse them."""
    if first.scale == second.scale:
        return True
    scales = {first.scale, second.scale}
    if scales == {"age", COUNT} and None in {first.unit, second.unit}:
        return True  # "at 22" beside "22-year-old"
    if COUNT in scales and scales & {MONEY, "rate"}:
        counted = first if first.scale == COUNT else second
        return counted.unit is None or first.unit == second.unit  # "4.2m" may be money
    if scales == {SHARE, COUNT} and "point" in {first.unit, second.unit}:
        return True  # "fell 7 points" beside "fell 7%"
    if "rate" in scales and any(scale.startswith("measure") for scale in scales):
        return True
    return scales in (
        {SHARE, POINTS},
        {SHARE, CHANGE},
        {"measure", "rate"},
        {MONEY, "rate"},
    ) or (first.unit == second.unit and first.unit is not None and RANK not in scales)


def agree(first: Amount, second: Amount) -> bool:
    """Tell whether two amounts on one scale allow one number.

    Written the same way without hedges they must be equal; otherwise their intervals must meet, each as wide as its hedge
    and its last digit allow.
    """
    if first.per != second.per and ("rate" in {first.scale, second.scale} or (first.per and second.per)):
        return False
    if {first.scale, second.scale} == {SHARE, CHANGE} and first.value is not None and second.value is not None:
        factor, share = (first.value, second.value) if first.scale == CHANGE else (second.value, first.value)
        return share in {factor, factor - 1, 1 - factor}  # doubled: up by 100%; halved: down by half
    if first.exact and second.exact and first.written == second.written:
        if first.whole is not None and second.whole is not None:
            return first.value == second.value and (first.whole == second.whole or first.part != second.part)
        return first.value == second.value and first.low == second.low and first.high == second.high
    if MONEY in {first.scale, second.scale} and first.unit and second.unit and first.unit != second.unit:
        return False
    slack = max(first.step, second.step) if first.written != second.written else Fraction(0)
    return _meets(first, second, slack) and _meets(second, first, slack)


def _meets(first: Amount, second: Amount, slack: Fraction) -> bool:
    """Tell whether the first's lower end lies under the second's upper end."""
    if first.low is None or second.high is None:
        return True
    if first.open_low and first.low == second.high and not slack:
        return False
    if second.open_high and first.low == second.high and not slack:
        return False
    return first.low <= second.high + slack


def units_meet(first: Amount, second: Amount, others: Collection[str] = ()) -> bool:
    """Tell whether two amounts count the same sort of thing, as far as the texts say.

    `others` are the keys of all terms of both claims: "60 arrests" meets "143 people had been arrested".
    """
    if first.unit is None or second.unit is None or first.unit == second.unit:
        return True
    if first.scale == MONEY or "rate" in {first.scale, second.scale} or first.scale.startswith("measure"):
        return True  # currencies and rates of one kind: a difference is one of value
    if first.unit in _ANYTHING or second.unit in _ANYTHING:
        return True
    if (first.unit in _ANYBODY and _is_person(second.unit)) or (second.unit in _ANYBODY and _is_person(first.unit)):
        return True
    return bool(first.unit_keys & second.unit_keys)
