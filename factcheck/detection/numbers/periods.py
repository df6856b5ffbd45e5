"""One of a unit of time as a length: "nearly a month", "another week", "an hour and a half"."""

from __future__ import annotations

from fractions import Fraction

from factcheck.detection.measures import unit_spellings
from factcheck.detection.numbers.describing import lasts
from factcheck.detection.numbers.hedging import bounds, hedge_before
from factcheck.detection.numbers.lexicon import number_words
from factcheck.detection.numbers.quantity import build
from factcheck.detection.numbers.tokens import Tokens
from factcheck.detection.values import Quantity
from factcheck.vocabulary import Hedge
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["read_another_period", "read_single_period"]


def read_another_period(t: Tokens, i: int) -> tuple[Quantity, int] | None:
    """Read "another week": one more of a unit of time."""
    unit = _period_named(t.low[i + 1])
    if unit is None:
        return None
    one = Fraction(1)
    return build(t, i, i + 2, Kind.DURATION, one, low=one, high=one, unit=unit), i + 2


def _period_named(word: str) -> str | None:
    """Give the symbol of a unit of time named in the singular."""
    if word.endswith("s"):
        return None
    found = unit_spellings()[0].get(word, ())
    return next((u.symbol for rest, u in found if not rest and u.dimension in ("time", "calendar")), None)


def _read_period_and_part(t: Tokens, i: int, unit: str) -> tuple[Quantity, int] | None:
    """Read "an hour and a half"."""
    value = 1 + Fraction(1, number_words()[t.low[i + 4]][1])
    hedge = hedge_before(t, i)
    firmness = hedge.hedge if hedge is not None and hedge.hedge is not None else Hedge.EXACT
    low, high = bounds(firmness, value, Fraction(0))
    first = i - len(hedge.words) if hedge is not None and firmness is not Hedge.EXACT else i
    return build(t, first, i + 5, Kind.DURATION, value, low=low, high=high, hedge=firmness, unit=unit), i + 5


def _is_compared(t: Tokens, i: int, words: tuple[str, ...]) -> bool:
    """Whether "than a year earlier" names the other side of a comparison: "3 points fewer than a year earlier"."""
    if t.low[i + 2] not in ("earlier", "before", "previously"):
        return False
    before = i - len(words) - 1
    more = words[0] in ("more", "less")
    return not more or (before >= 0 and (t.is_number(before) or t.low[before] == "%" or t.tag(before) in ("NNS", "NN")))


def read_single_period(t: Tokens, i: int) -> tuple[Quantity, int] | None:
    """Read "nearly a month", "within a week", "for an hour": one of a unit of time, where the words ask how long."""
    unit = _period_named(t.low[i + 1])
    if (
        unit is None
        or t.low[i + 2] in ("-", "‑", "ago", "old")
        or (t.tag(i + 2) in ("NN", "NNS") and t.low[i + 2] != "after")
    ):
        return None
    hedge = hedge_before(t, i)
    if hedge is not None and hedge.words == ("over",) and not lasts(t, i - 2):
        return None
    if hedge is not None and hedge.words[-1] == "than" and _is_compared(t, i, hedge.words):
        return None
    if t.low[i + 2] == "and" and t.low[i + 3] in ("a", "one") and t.low[i + 4] in ("half", "quarter"):
        return _read_period_and_part(t, i, unit)
    if hedge is None and (i == 0 or t.low[i - 1] not in ("within", "for", "lasted", "takes", "took")):
        return None
    if hedge is not None and (
        hedge.hedge is None or hedge.words in (("some",), ("beyond",), ("under",), ("below",), ("above",))
    ):
        return None
    one = Fraction(1)
    firmness = hedge.hedge if hedge is not None and hedge.hedge is not None else Hedge.EXACT
    low, high = bounds(firmness, one, Fraction(0))
    first = i - len(hedge.words) if hedge is not None else i
    return build(t, first, i + 2, Kind.DURATION, one, low=low, high=high, hedge=firmness, unit=unit), i + 2
