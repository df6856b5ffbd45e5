"""Tell what an amount is: its kind, its noun, what it is per, and how firmly the words hold it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.detection.lemmas import noun_lemma
from factcheck.detection.numbers.ages import age_after, is_age_before, is_bare_age
from factcheck.detection.numbers.counted_nouns import NounGroup, find_group, find_whole
from factcheck.detection.numbers.hedging import bounds, hedge_after, hedge_before, last_place
from factcheck.detection.numbers.lexicon import contexts
from factcheck.detection.numbers.operand import Operand
from factcheck.detection.numbers.quantity import build
from factcheck.detection.numbers.rates import read_per
from factcheck.detection.numbers.tokens import BREAK, Tokens
from factcheck.detection.values import Quantity
from factcheck.vocabulary import Hedge
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["finish_one", "finish_range", "lasts", "with_points"]

_HYPHENS = ("-", "‑")
_TIME_UNITS = {
    "year": "year",
    "month": "month",
    "week": "week",
    "day": "d",
    "hour": "h",
    "minute": "min",
    "decade": "decade",
}
_PERIOD_WORDS = (
    "past",
    "last",
    "next",
    "first",
    "previous",
    "coming",
    "following",
    "another",
    "final",
    "preceding",
    "extra",
    "further",
)


def finish_range(t: Tokens, first: int, low: Operand, high: Operand) -> tuple[Quantity, int]:
    """Make the quantity of a range, with the noun behind its upper end; the second value is the token behind it."""
    whole = replace(high, first=first)
    kind, unit, after, per = describe(t, whole)
    first, firmness = _with_prefix(t, first, kind, whole)
    about = ("about: both ends are approximate",) if firmness in (Hedge.APPROX, Hedge.NEARLY) else ()
    notes = tuple(dict.fromkeys((*about, *high.notes, *_currency_notes(t, high))))
    found = build(
        t, first, after, kind, None, low=low.value, high=high.value, hedge=Hedge.RANGE, unit=unit, per=per, notes=notes
    )  # fmt: skip
    return found, after


def finish_one(t: Tokens, o: Operand) -> tuple[Quantity, int]:
    """Make the quantity of one operand, with its hedge and noun; the second value is the token behind it."""
    kind, unit, after, per = describe(t, o)
    first, hedge = _with_prefix(t, o.first, kind, o)
    behind = hedge_after(t, o.after)
    if behind is not None and behind.hedge is not None:  # "500 or more people", "40-odd firms"
        hedge, after = behind.hedge, o.after + len(behind.words)
        group = find_group(t, after) if o.kind is None else None
        if group is not None:
            after, unit = group.after, group.lemma
    elif (ending := hedge_after(t, after)) is not None and ending.hedge is not None:  # "10 people or more"
        hedge, after = ending.hedge, after + len(ending.words)
    low, high = (o.value, o.value) if hedge is Hedge.EXACT else bounds(hedge, o.value, _place(o))
    if o.value < 0 and hedge in (Hedge.APPROX, Hedge.NEARLY) and low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    notes = (*o.notes, *_currency_notes(t, o))
    found = build(
        t, first, after, kind, o.value, low=low, high=high, hedge=hedge, unit=unit, per=per, notes=notes,
        alternatives=o.alternatives,
    )  # fmt: skip
    return found, after


def _place(o: Operand) -> Fraction:
    place = last_place(o.number)
    if o.kind is Kind.PERCENTAGE_POINTS or o.kind is Kind.PERCENTAGE:
        return place * abs(o.value / o.number.value) if o.number.value else Fraction(0)
    return place


def describe(t: Tokens, o: Operand) -> tuple[Kind, str | None, int, str | None]:
    """Tell an operand's kind, its unit, the token behind it, and what it is per."""
    after, unit = o.after, o.unit
    if o.kind is Kind.DURATION:
        age = age_after(t, after)
        if age:
            return Kind.AGE, unit, age, None
        if is_age_before(t, o):
            return Kind.AGE, unit, after, None
        rate = read_per(t, after) if not o.is_hyphened else None
        return Kind.DURATION, unit, rate[1] if rate else after, rate[0] if rate else None
    if o.kind is not None:
        rate = read_per(t, after)
        if rate is None:
            return o.kind, unit, after, None
        return (Kind.RATE if o.kind is Kind.MEASURE else o.kind), unit, rate[1], rate[0]
    if t.low[after] in ("yo", "yrs-old") or (
        t.low[after] == "y" and t.low[after + 1] == "/" and t.low[after + 2] == "o"
    ):
        return Kind.AGE, "year", after + (1 if t.low[after] == "yo" else 3), None
    points = _points(t, o)
    if points:
        return Kind.COUNT, points, after + 1, None
    if o.number.is_fraction and o.number.scale == 1:
        return _fraction(t, o)
    if is_bare_age(t, o):
        return Kind.AGE, "year", after, None
    rate = read_per(t, after)
    if rate is not None and not (t.low[after] in ("a", "an") and rate[1] == after + 1):
        return Kind.RATE, None, rate[1], rate[0]
    group = _counted(t, o)
    if (
        group is not None
        and group.lemma in _TIME_UNITS
        and t.tag(group.head) == "NNS"
        and t.low[o.after] not in _HYPHENS
    ):
        return Kind.DURATION, _TIME_UNITS[group.lemma], group.after, None  # "18 wonderful years"
    if group is not None:
        rate = read_per(t, group.after)
        if rate is not None:
            return Kind.RATE, group.lemma, rate[1], rate[0]
        return Kind.COUNT, group.lemma, group.after, None
    return Kind.COUNT, None, after, None


def _points(t: Tokens, o: Operand) -> str | None:
    """Name the unit of a bare "4 points" that are counted."""
    return "point" if t.low[o.after] in ("points", "point", "pts") and not o.number.is_fraction else None


def with_points(t: Tokens, o: Operand) -> Operand:
    """Read a bare "4 points" as percentage points where a share, a poll or a rate is spoken of.

    An index and a team have points of their own.
    """
    if o.kind is not None or not _points(t, o) or t.low[o.after + 1] in ("for", "clear"):
        return o
    sets = contexts()
    near = []
    for at in range(o.first - 1, max(-1, o.first - 12), -1):
        if t.low[at] in (BREAK, ".", ";", "!", "?"):
            break
        near.append(t.low[at])
    to_percent = t.low[o.after + 1] == "to" and any(
        word in ("%", "percent", "cent") for word in t.low[o.after + 2 : o.after + 6]
    )
    if any(word in sets["index"] for word in near) or not (
        to_percent or any(word in sets["share"] or word == "%" for word in near)
    ):
        return o
    return replace(o, kind=Kind.PERCENTAGE_POINTS, value=o.value / 100, after=o.after + 1)


def _fraction(t: Tokens, o: Operand) -> tuple[Kind, str | None, int, str | None]:
    after = o.after
    if t.low[after] == "as" and t.low[after + 1] in ("much", "many", "big", "large", "likely", "high"):
        return Kind.PROPORTION, None, after + 2, None
    group = find_whole(t, after)
    if group is None and t.low[after] in contexts()["determiner"] and t.low[after] not in ("a", "an"):
        group = find_group(t, after + 1, plural=False)
    elif group is None and t.tag(after) in ("NNS", "NN", "NNP", "JJ"):
        group = find_group(t, after)
    if group is not None:
        return Kind.PROPORTION, group.lemma, group.after, None
    return Kind.PROPORTION, None, after, None


def _counted(t: Tokens, o: Operand) -> NounGroup | None:
    at = o.after
    if o.alternatives:
        return None
    if t.low[at] in ("-", "‑") and t.is_glued(at) and t.is_glued(at + 1) and t.is_word(at + 1):
        if t.low[at + 1] in ("strong", "odd", "plus", "member", "man", "woman", "person"):
            return find_group(t, at + 1, plural=False)
        return NounGroup(at + 1, noun_lemma(t.low[at + 1]))  # a 500-bed hospital counts beds
    if t.low[at] == "of":
        return find_whole(t, at)
    return find_group(t, at, plural=o.value != 1)


def _with_prefix(t: Tokens, first: int, kind: Kind, o: Operand) -> tuple[int, Hedge]:
    """Take in what stands before a number: "past 18 years", "another week", "at least two", "an average of 0.4%"."""
    if (
        kind is Kind.DURATION
        and first
        and t.low[first - 1] in _PERIOD_WORDS
        and not t.taken[first - 1]
        and not o.is_hyphened
    ) or (kind is Kind.COUNT and first and t.low[first - 1] == "all" and o.unit is None):
        first -= 1
    hedge = Hedge.EXACT
    phrase = hedge_before(t, first)
    if (
        phrase is None
        and first
        and t.low[first - 1] in ("a", "just")
        and t.low[first - 2 if first > 1 else 0] in ("just", "about", "nearly", "almost", "over")
    ):
        phrase = hedge_before(t, first - 1)
        first -= phrase is not None
    if phrase is None and kind is Kind.PERCENTAGE and first and t.low[first - 1] == "more":
        return first - 1, Hedge.MORE_THAN  # "growth of more 3%": the "than" was lost
    if phrase is not None and not phrase.is_exception and _holds(t, first, phrase.words, kind):
        first -= len(phrase.words)
        hedge = phrase.hedge or Hedge.EXACT
        if phrase.hedge is None:
            outer = hedge_before(t, first)
            if outer is not None and outer.hedge is not None:
                first, hedge = first - len(outer.words), outer.hedge
        elif hedge is Hedge.APPROX and phrase.words in (("about",), ("around",)):
            outer = hedge_before(t, first)
            if outer is not None and outer.hedge is not None and not outer.is_exception:
                first, hedge = first - len(outer.words), outer.hedge
    return first, hedge


def lasts(t: Tokens, before: int) -> bool:
    """Whether "over" behind token `before` means more than: "for over five years", not "cost much over five years"."""
    return before >= 0 and t.low[before] in contexts()["lasting"]


def _holds(t: Tokens, first: int, words: tuple[str, ...], kind: Kind) -> bool:
    """Whether hedge words are one here: "over" after a verb of motion and "c." after an initial are none."""
    at = first - len(words)
    if words == ("c", ".") or words == ("ca", "."):
        return not t.is_capital(at)
    if words == ("some",) and at and t.low[at - 1] in ("and", "for") and kind is Kind.RANK:
        return False
    if words == ("over",) and kind is Kind.DURATION:
        return lasts(t, at - 1)
    return True


def _currency_notes(t: Tokens, o: Operand) -> tuple[str, ...]:
    if o.kind is not Kind.MONEY or not o.currencies:
        return ()
    return (f"currency not stated: read as {o.unit}",)
