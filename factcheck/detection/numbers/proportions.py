"""Parts of a whole: "73 out of 329", "nine of the 15 judges", "one in five", "all but one of the nine"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.detection.numbers.cardinals import read_number
from factcheck.detection.numbers.counted_nouns import find_group, find_whole
from factcheck.detection.numbers.hedging import bounds, hedge_after, hedge_before, last_place
from factcheck.detection.numbers.lexicon import contexts
from factcheck.detection.numbers.number import Number
from factcheck.detection.numbers.quantity import build
from factcheck.detection.numbers.tokens import Tokens
from factcheck.detection.values import Quantity
from factcheck.vocabulary import Hedge
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["read_all_but", "read_part"]

_AFTER_WHOLE = frozenset({"there", "here", "today", "now", "nationwide", "nationally", "locally"})
_ROUND = frozenset(
    {
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        12,
        15,
        20,
        25,
        30,
        40,
        50,
        60,
        80,
        100,
        200,
        250,
        300,
        400,
        500,
        1000,
        2000,
        5000,
        10000,
        100000,
        10**6,
    }
)


def read_part(t: Tokens, i: int) -> tuple[Quantity, int] | None:
    """Read "N of the M", "N out of M", "N in M" at token i, with hedge and noun."""
    part = read_number(t, i)
    if part is None or part.is_fraction or part.value.denominator != 1 or part.value < 0:
        return None
    at = part.after
    word = t.low[at]
    if word in ("-", "‑") and t.low[at + 1] == "in" and t.low[at + 2] in ("-", "‑"):  # "a one-in-100-year flood"
        whole = read_number(t, at + 3)
        if whole is None or whole.value <= part.value or whole.value.denominator != 1 or whole.is_fraction:
            return None
        return _build_part(t, i, part, whole, whole.after, grouped=False)
    if word not in ("of", "in", "out"):
        return _read_noun_between(t, i, part)
    if word == "out" and t.low[at + 1] == "of":
        begin, word = at + 2, "out of"
    elif word in ("of", "in"):
        begin = at + 1
    else:
        return None
    determiners = contexts()["determiner"]
    had_determiner = False
    while word != "in" and t.low[begin] in determiners and begin < at + 6 and t.low[begin] not in ("a", "an"):
        had_determiner = True
        begin += 1
    if word == "of":
        owned = _owner_end(t, begin)
        had_determiner, begin = had_determiner or owned > begin, owned
    if word == "in" and t.low[begin] == "every":
        begin += 1
    if t.low[begin] in ("roughly", "about", "around", "some", "nearly", "over") and word != "in":
        begin += 1
    if t.taken[begin]:
        return None
    whole = read_number(t, begin)
    if (
        whole is None
        or whole.value <= 0
        or whole.value < part.value
        or whole.is_fraction
        or whole.value.denominator != 1
    ):
        return None
    if word == "in" and not _is_ratio(t, part, whole):
        return None
    if word == "of" and not had_determiner and t.low[at + 1] not in ("all", "every") and not whole.value > part.value:
        return None
    return _build_part(t, i, part, whole, whole.after)


def _read_noun_between(t: Tokens, i: int, part: Number) -> tuple[Quantity, int] | None:
    """Read "one household in eight", "two adults in ten": nothing is counted behind the whole."""
    if part.value > 9 or not t.is_word(part.after):
        return None
    group = find_group(t, part.after, plural=part.value != 1)
    if group is None or t.low[group.after] not in ("in", "out"):
        return None
    begin = group.after + (2 if t.low[group.after + 1] in ("every", "of") else 1)
    whole = None if t.taken[begin] else read_number(t, begin)
    if whole is None or whole.value not in _ROUND or whole.value <= part.value or whole.value > 1000:
        return None
    follows = t.tag(whole.after)
    if t.is_word(whole.after) and t.low[whole.after] not in _AFTER_WHOLE and follows.startswith(("NN", "JJ", "CD")):
        return None  # "one man in 10 cities"
    if t.low[whole.after] in ("%", "-", "‑", "per") or not (part.value == 1 or whole.value in (5, 10, 100, 1000, 4, 3)):
        return None
    found, after = _build_part(t, i, part, whole, whole.after, grouped=False)
    return replace(found, unit=group.lemma), after


def _owner_end(t: Tokens, i: int) -> int:
    """Step over whoever owns the whole: "the team's", "Pellworm Energy's"; the place itself where nobody does."""
    for at in range(i, i + 6):
        if t.low[at] == "'s" or (t.low[at] in ("'", "’") and t.low[at - 1].endswith("s")):
            return at + 1 if at > i else i
        if not t.is_word(at) or not t.tag(at).startswith(("NN", "JJ")):
            return i
    return i


def _is_ratio(t: Tokens, part: Number, whole: Number) -> bool:
    """Whether "N in M" is a ratio: a round whole, and no unit or lone noun that would make it a place or a time."""
    if whole.value not in _ROUND or part.value >= whole.value:
        return False
    tag = t.tag(whole.after)
    if t.low[whole.after] in (
        "%",
        "per",
        "percent",
        "-",
        "days",
        "weeks",
        "months",
        "years",
        "hours",
        "minutes",
        "cities",
        "countries",
        "states",
    ):
        return False
    if part.value == 1 or whole.value in (10, 5, 100, 1000, 4, 3):
        return True
    return tag not in ("NNS", "NN", "JJ")


def _build_part(
    t: Tokens, i: int, part: Number, whole: Number, after: int, value: Fraction | None = None, *, grouped: bool = True
) -> tuple[Quantity, int]:
    ratio = part.value / whole.value if value is None else value / whole.value
    group = find_group(t, after) if grouped else None
    unit = None
    if group is not None:
        after, unit = group.after, group.lemma
    first, hedge = i, Hedge.EXACT
    phrase = hedge_before(t, i)
    if phrase is not None and not phrase.is_exception:
        first, hedge = i - len(phrase.words), phrase.hedge or Hedge.EXACT
    behind = hedge_after(t, after)
    if behind is not None and behind.hedge is not None and behind.words[0] in ("or", "and", "at"):
        after, hedge = after + len(behind.words), behind.hedge
    place = last_place(part) / whole.value
    low, high = bounds(hedge, ratio, place)
    share = part.value if value is None else value
    found = build(
        t, first, after, Kind.PROPORTION, ratio, low=low, high=high, hedge=hedge, part=share, whole=whole.value,
        unit=unit,
    )  # fmt: skip
    return found, after


def read_all_but(t: Tokens, i: int) -> tuple[Quantity, int] | None:
    """Read "all but N of the M" (a part of M) and "all but N of the passengers" (N left out, the whole not stated)."""
    if t.low[i + 1] != "but":
        return None
    left = read_number(t, i + 2)
    if left is None or left.value.denominator != 1 or t.taken[i + 2]:
        return None
    if t.low[left.after] == "of":
        begin = left.after + 1
        while t.low[begin] in contexts()["determiner"] and begin < left.after + 5:
            begin += 1
        whole = read_number(t, begin)
        if whole is not None and whole.value > left.value and not whole.is_fraction and not t.taken[begin]:
            return _build_part(t, i, left, whole, whole.after, whole.value - left.value)
    group = find_whole(t, left.after) or find_group(t, left.after)
    after = group.after if group is not None else left.after
    unit = group.lemma if group is not None else None
    note = ("all but: the number left out",)
    return build(t, i, after, Kind.COUNT, left.value, low=left.value, high=left.value, unit=unit, notes=note), after
