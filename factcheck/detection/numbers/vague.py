"""Amounts without a figure: "dozens", "several hundred", "tens of thousands", "some of the leaders"."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from factcheck.detection.measures import unit_spellings
from factcheck.detection.money import currency_names
from factcheck.detection.numbers.counted_nouns import NounGroup, find_group, find_whole
from factcheck.detection.numbers.hedging import hedge_before
from factcheck.detection.numbers.lexicon import number_words, read_rows
from factcheck.detection.numbers.quantity import build
from factcheck.detection.numbers.tokens import Tokens
from factcheck.detection.values import Quantity
from factcheck.vocabulary import Hedge
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["read_vague", "vague_seconds", "vague_starts"]

_Phrase = tuple[tuple[str, ...], Fraction | None, str]
_PERIODS = ("day", "week", "month", "year", "decade", "h", "min", "century")
_NOT_AMOUNT_BEFORE = ("how", "as", "so", "too", "that", "the", "these", "those", "such", "not", "its", "their", "very")


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    table: dict[str, list[_Phrase]] = {}
    for phrase, low, shape in read_rows("vague_amounts.tsv"):
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append((words, None if low == "-" else Fraction(low), shape))
    for phrases in table.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return table


def vague_starts() -> frozenset[str]:
    """Give the words that a vague amount can begin with."""
    return frozenset(_phrases()) | {"some", "both", "days", "weeks", "months", "years", "decades", "hours", "minutes"}


@cache
def vague_seconds() -> frozenset[str]:
    """Give the second words of the vague amounts that begin with an article."""
    return frozenset(words[1] for words, _, _ in (*_phrases()["a"], *_phrases().get("an", ())))


def read_vague(t: Tokens, i: int) -> tuple[Quantity, int] | None:
    """Read a vague amount at token i with its noun."""
    word = t.low[i]
    if word == "some":
        return _read_some(t, i)
    if word == "both":
        return _read_both(t, i)
    for words, low, shape in _phrases().get(word, ()):
        if tuple(t.low[i : i + len(words)]) == words:
            return _read_phrase(t, i, i + len(words), low, shape, words)
    return _read_bare_period(t, i)


def _read_phrase(
    t: Tokens, i: int, after: int, low: Fraction | None, shape: str, words: tuple[str, ...]
) -> tuple[Quantity, int] | None:
    multiple = number_words().get(t.low[after])
    if words[-1] in ("several", "few", "many", "couple") or words[0] == "several":
        begin = after + 1 if t.low[after] == "of" and words[-1] == "couple" else after
        multiple = number_words().get(t.low[begin])
        if multiple is not None and multiple[0] in ("hundred", "scale", "dozen"):
            return _finish(t, i, begin + 1, low * multiple[1] if low is not None else 2 * Fraction(multiple[1]))
    if shape in ("majority", "minority"):
        return _read_majority(t, i, after, shape)
    if shape == "most":
        return _read_most(t, i, after)
    if shape == "determiner" and len(words) == 1 and i and t.low[i - 1] in _NOT_AMOUNT_BEFORE:
        return None
    if words == ("few",) and t.low[after] == "if":
        after = after + 2 if t.low[after + 1] == "any" else after
    bare = ("of", "were", "have", "had", "more") if words == ("scores",) else ("of",)
    if words in (("handful",), ("scores",), ("tens",)) and t.low[after] not in bare:
        return None
    if words[-1] == "number" and t.low[after] != "of":
        return None
    if shape == "determiner":
        group = _group_behind(t, after)
        if group is None and words == ("many",) and t.tag(after) in ("NN", "JJ", "DT"):
            return None
        if group is None and words[-1] in ("multiple", "numerous", "countless"):
            return None
        if group is None and t.low[after] == "a":
            return None
    return _finish(t, i, after, low)


def _group_behind(t: Tokens, after: int) -> NounGroup | None:
    group = find_whole(t, after) or find_group(t, after, plural=False)
    if group is not None and t.low[after] == "more" and group.head == after:
        return None
    return group


def _finish(t: Tokens, i: int, after: int, low: Fraction | None) -> tuple[Quantity, int]:
    group = _group_behind(t, after)
    unit = None
    if group is not None and (currency := _currency(t, group)) is not None:
        return build(t, i, group.after, Kind.VAGUE, None, low=low, hedge=Hedge.VAGUE, unit=currency), group.after
    if group is not None:
        after, unit = group.after, group.lemma
    phrase = hedge_before(t, i)
    first = i
    if (
        phrase is not None
        and phrase.hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.APPROX, Hedge.NEARLY)
        and phrase.words != ("some",)
    ):
        first = i - len(phrase.words)
    symbol = _period(t, group)
    return build(t, first, after, Kind.VAGUE, None, low=low, hedge=Hedge.VAGUE, unit=symbol or unit), after


def _currency(t: Tokens, group: NounGroup) -> str | None:
    """Give the currency code where the noun is one: "billions of dollars"."""
    found = currency_names().get(t.low[group.head], ())
    return next((c.code for rest, c in found if not rest and not c.needs_amount), None)


def _period(t: Tokens, group: NounGroup | None) -> str | None:
    if group is None:
        return None
    for rest, unit in unit_spellings()[0].get(t.low[group.head], ()):
        if not rest and unit.dimension in ("time", "calendar"):
            return unit.symbol
    return None


def _read_some(t: Tokens, i: int) -> tuple[Quantity, int] | None:
    """Read "some of the leaders" and "some weeks"; the bare determiner states no amount."""
    group = find_whole(t, i + 1)
    if group is not None and t.low[i + 2] not in ("the", "these", "those", "its", "their", "his", "her", "our"):
        group = None
    if group is None:
        group = find_group(t, i + 1)
        if group is None or _period(t, group) not in _PERIODS or group.head != i + 1:
            return None
    return _finish(t, i, i + 1, None)


def _read_both(t: Tokens, i: int) -> tuple[Quantity, int] | None:
    """Read "both countries": two of a plural noun, and not "both X and Y"."""
    begin = i + 2 if t.low[i + 1] in ("the", "these", "those") else i + 1
    if t.low[i + 1] == "of":
        begin = i + 3
    group = find_group(t, begin)
    if group is None or t.tag(group.head) != "NNS" or t.low[group.after] in ("and", ","):
        return None
    two = Fraction(2)
    return build(t, i, group.after, Kind.COUNT, two, low=two, high=two, unit=group.lemma), group.after


def _read_most(t: Tokens, i: int, after: int) -> tuple[Quantity, int] | None:
    """Read "most people", "most of the seats": more than half, not the superlative."""
    if i and (
        t.low[i - 1] in ("the", "at", "its", "their", "his", "her", "'s", "our", "my", "a")
        or t.tag(i - 1) in ("POS", "PRP$", "RB")
    ):
        return None
    group = find_whole(t, after)
    if group is None:
        group = find_group(t, after, plural=False)
        if (
            group is None
            or (t.tag(group.head) not in ("NNS", "NNPS", "NN"))
            or (t.tag(after) == "JJ" and t.tag(group.head) == "NN")
        ):
            return None
    quantity = build(t, i, group.after, Kind.VAGUE, None, low=Fraction(1, 2), hedge=Hedge.VAGUE, unit=group.lemma)
    return quantity, group.after


def _read_majority(t: Tokens, i: int, after: int, shape: str) -> tuple[Quantity, int] | None:
    if t.low[after] != "of":
        return None
    group = find_whole(t, after)
    if group is None:
        return None
    half = Fraction(1, 2)
    if shape == "majority":
        found = build(t, i, group.after, Kind.PROPORTION, half, low=half, hedge=Hedge.MORE_THAN, unit=group.lemma)
    else:
        found = build(t, i, group.after, Kind.PROPORTION, half, high=half, hedge=Hedge.LESS_THAN, unit=group.lemma)
    return found, group.after


def _read_bare_period(t: Tokens, i: int) -> tuple[Quantity, int] | None:
    """Read "months ahead of schedule", "years later": at least two of them."""
    for rest, unit in unit_spellings()[0].get(t.low[i], ()):
        if rest or unit.dimension not in ("time", "calendar") or not t.low[i].endswith("s"):
            continue
        after = i + 1
        if t.low[after] not in ("ahead", "later", "earlier", "before", "after") or (
            i and (t.is_number(i - 1) or t.tag(i - 1) in ("CD", "JJ", "DT"))
        ):
            return None
        if t.low[after] == "ahead" and t.low[after + 1] == "of" and t.low[after + 2] == "schedule":
            after += 2
        return build(t, i, after + 1, Kind.VAGUE, None, low=Fraction(2), hedge=Hedge.VAGUE, unit=unit.symbol), after + 1
    return None
