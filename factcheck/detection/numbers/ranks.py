"""Places in an order: "the 48th country", "first confirmed case", "third-largest", "the most since 1997"."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from factcheck.detection.numbers.counted_nouns import NounGroup, find_group
from factcheck.detection.numbers.hedging import bounds, hedge_before
from factcheck.detection.numbers.lexicon import words_of
from factcheck.detection.numbers.number import Ordinal
from factcheck.detection.numbers.ordinals import read_ordinal
from factcheck.detection.numbers.quantity import build
from factcheck.detection.numbers.tokens import Tokens
from factcheck.detection.values import Quantity
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["read_rank", "read_superlative", "superlatives"]

_SPANS = frozenset(
    {"week", "weeks", "month", "months", "year", "years", "decade", "decades", "day", "days", "season", "seasons",
     "century", "row", "quarter", "summer", "winter", "spring", "autumn"}
)  # fmt: skip
_PLACING = frozenset(
    {
        "ranked",
        "ranks",
        "rank",
        "ranking",
        "finished",
        "finish",
        "finishing",
        "placed",
        "came",
        "come",
        "comes",
        "coming",
    }
)
_AMOUNTS = ("number", "numbers", "share", "proportion", "amount", "percentage", "group", "part")
_NO_RANK_HEADS = frozenset({"century", "half", "quarter", "millennium", "floor", "grade", "hand", "week"})
_ADJECTIVE_ENDINGS = ("ible", "able", "ous", "ful", "ive")
_DETERMINERS = ("the", "its", "their", "his", "her", "our", "my", "'s", "a", "an", "this", "that")


@cache
def superlatives() -> frozenset[str]:
    """Give the superlatives of what can be measured."""
    return words_of("superlatives.txt")


def read_rank(t: Tokens, i: int) -> tuple[Quantity, int] | None:
    """Read an ordinal with the noun it ranks; without a noun it is no rank ("first, ...", "the first responsible")."""
    ordinal = read_ordinal(t, i)
    if ordinal is None or ordinal.is_plural:
        return None
    before = t.low[i - 1] if i else ""
    at = ordinal.after
    if _is_placed(t, i, at):
        value = Fraction(ordinal.value)
        return build(t, i, at, Kind.RANK, value, low=value, high=value), at
    if t.low[at] in ("-", "‑") and t.low[at + 1] in superlatives():
        at += 1
    if t.low[at] in superlatives() and t.low[at] not in ("most", "least"):
        return _superlative(t, i, at, ordinal.value)
    if t.low[at] == "most" and t.tag(at + 1) == "JJ":
        return _superlative(t, i, at, ordinal.value)
    if before in ("a", "an") and ordinal.value == 1:
        return None
    if t.low[at] in ("-", "‑"):
        return None
    if t.is_number(i) and before == "the" and i > 1 and t.low[i - 2] == "on" and ordinal.value < 32:
        return None  # "on the 9th": a day
    if t.is_capital(i) and not t.opens_sentence(i) and before == "the" and i > 1 and t.is_capital(i - 2):
        return None  # Henry the Eighth
    group = find_group(t, at, plural=False)
    if group is None and before == "the" and _is_place_in_time(t, at):
        value = Fraction(ordinal.value)
        return build(t, i, at, Kind.RANK, value, low=value, high=value), at
    if group is None and before == "the":
        return _read_compared_place(t, i, ordinal)
    if group is None or not _is_ranked(t, i, ordinal, group):
        return None
    value = Fraction(ordinal.value)
    return build(t, i, group.after, Kind.RANK, value, low=value, high=value, unit=group.lemma), group.after


def _is_placed(t: Tokens, i: int, after: int) -> bool:
    """Whether a lone ordinal behind a verb of placing is a place: "ranked about 48th", "finished third in the race"."""
    at = i - 1
    while at > 0 and t.low[at] in ("about", "around", "only", "joint", "roughly", "just"):
        at -= 1
    if at < 0 or t.low[at] not in _PLACING:
        return False
    behind = t.low[after]
    return not t.is_word(after) or behind in (
        "in",
        "of",
        "on",
        "among",
        "out",
        "at",
        "behind",
        "and",
        "for",
        "with",
        "to",
    )


def _is_place_in_time(t: Tokens, i: int) -> bool:
    """Whether what a lone ordinal counts from stands at token i: "the second since 2011", "the third in a week"."""
    word, behind = t.low[i], t.low[i + 1]
    if word == "since" or (word == "of" and behind in ("its", "their") and t.low[i + 2] == "kind"):
        return True
    if word == "this":
        return behind in _SPANS
    counted = behind in ("a", "as", "less", "the", "just", "under") or t.is_number(i + 1) or t.tag(i + 1) == "CD"
    return word == "in" and counted and any(one in _SPANS for one in t.low[i + 2 : i + 5])


def _read_compared_place(t: Tokens, i: int, ordinal: Ordinal) -> tuple[Quantity, int] | None:
    """Read a place behind a comparison: "higher than the tenth"."""
    phrase = hedge_before(t, i - 1)
    if phrase is None or phrase.words[-1] != "than" or phrase.hedge is None:
        return None
    value = Fraction(ordinal.value)
    low, high = bounds(phrase.hedge, value, Fraction(0))
    first = i - 1 - len(phrase.words)
    return build(t, first, ordinal.after, Kind.RANK, value, low=low, high=high, hedge=phrase.hedge), ordinal.after


def _is_ranked(t: Tokens, i: int, ordinal: Ordinal, group: NounGroup) -> bool:
    at = ordinal.after
    before = t.low[i - 1] if i else ""
    again = i > 1 and before == "a" and t.low[i - 2] in ("for", "in")  # "for a third quarter" running
    again = again or t.low[group.after : group.after + 3] == ["in", "a", "row"] or t.low[group.after] == "running"
    if t.low[group.head] in _NO_RANK_HEADS and not (again and t.low[group.head] in ("quarter", "half", "week")):
        return False
    if t.tag(at) in ("VBZ", "VBP") or (t.tag(at) in ("VBD", "VBN") and before not in _DETERMINERS):
        return False  # "was first elected leader"
    if group.head == at and t.low[at].endswith(_ADJECTIVE_ENDINGS) and t.low[group.after] in ("for", "to"):
        return False  # "the first responsible for": an adjective, and "first" means mainly
    if before in _DETERMINERS or t.is_number(i) or t.opens_sentence(i):
        return True
    # behind a verb without an article the word is an adverb
    return not t.tag(i - 1).startswith(("V", "MD", "PRP")) if i else True


def read_superlative(t: Tokens, i: int) -> tuple[Quantity, int] | None:
    """Read a superlative that states a first place: "the largest number of seats", "the most since 1997"."""
    before = t.low[i - 1] if i else ""
    if before in ("at", "how", "as", "too", "so") or t.low[i] not in superlatives():
        return None
    if (
        before not in _DETERMINERS
        and t.tag(i - 1) not in ("POS",)
        and before not in ("among", "world", "country", "nation", "single")
    ):
        return None
    if before in ("a", "an"):
        return None
    if before == "the" and i > 2 and t.low[i - 2] == "of" and t.low[i - 3] in ("one", "some", "two", "three"):
        return None  # one of several has no place
    return _superlative(t, i, i, 1)


def _superlative(t: Tokens, first: int, at: int, value: int) -> tuple[Quantity, int] | None:
    word = t.low[at]
    after = at + 1
    if word in ("most", "least"):
        adjective = t.tag(after) in ("JJ", "VBN", "RB")
        group = find_group(t, after + 1 if adjective else after, plural=False)
        if adjective:
            if group is not None and t.tag(group.head) in ("NNS", "NNPS") and value == 1:
                return None  # "the most powerful factions" ranks nobody
            after = group.after if group is not None else after + 1
        elif group is None and t.low[after] not in ("since", "in", "ever", "of", "on", "for", "by"):
            return None
        elif group is not None:
            after = group.after
    else:
        group = find_group(t, after, plural=False)
        if group is None and t.low[after] not in ("since", "in", "ever", "of", "on", "for", "since", "at", "yet", "-"):
            return None
        if word in ("best", "worst") and group is None and t.low[after] in ("of", "for", "on"):
            return None
        after = group.after if group is not None else after
    unit = group.lemma if group is not None else None
    if group is not None and t.low[group.head] in _AMOUNTS and t.low[after] == "of":
        counted = find_group(t, after + 1, plural=False)
        if counted is not None:
            after, unit = counted.after, counted.lemma
    rank = Fraction(value)
    return build(t, first, after, Kind.RANK, rank, low=rank, high=rank, unit=unit), after
