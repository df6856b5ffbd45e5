"""What only the neighbours tell: two hedges that make one range, a noun carried to bare counts, whose dollar "$" is."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from factcheck.detection.money import stated_dollar
from factcheck.detection.numbers.counted_nouns import find_group
from factcheck.detection.numbers.lexicon import contexts
from factcheck.detection.numbers.tokens import BREAK, Tokens
from factcheck.detection.values import Quantity
from factcheck.vocabulary import Hedge
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["settle"]

_LOWER = (Hedge.AT_LEAST, Hedge.MORE_THAN)
_UPPER = (Hedge.AT_MOST, Hedge.LESS_THAN)
_OPEN_LIST = (
    ",",
    ";",
    ":",
    "(",
    "-",
    "–",
    "—",
    "and",
    "or",
    "but",
    "while",
    "with",
    "including",
    "those",
    "only",
    "just",
    "another",
)
_BEFALLEN = frozenset(
    {"injured", "wounded", "dead", "killed", "missing", "arrested", "displaced", "homeless", "unaccounted"}
)
_SHARES = (Kind.PROPORTION, Kind.PERCENTAGE)
_CARRIED = (Kind.COUNT, Kind.PROPORTION, Kind.RANK)


def settle(t: Tokens, found: list[Quantity]) -> list[Quantity]:
    """Join, carry and resolve what a single reading could not."""
    if any(quantity.kind is Kind.MONEY for quantity in found):
        found = _resolve_dollars(t, found)
    return _give_wholes(t, _carry_nouns(t, _join_bounds(t, _share_hyphened(t, found))))


def _share_hyphened(t: Tokens, found: list[Quantity]) -> list[Quantity]:
    """Give "16-" in "16- and 17-year-olds" the unit behind the number that it shares it with."""
    shared = list(found)
    for k, (first, second) in enumerate(pairwise(found)):
        if first.unit is not None or second.unit is None or first.kind is not Kind.COUNT or "-" not in second.text:
            continue
        if second.start - first.end < 7 and t.text[first.end : second.start] in ("- and ", "- or "):
            shared[k] = replace(first, kind=second.kind, unit=second.unit)
    return shared


def _join_bounds(t: Tokens, found: list[Quantity]) -> list[Quantity]:
    """Make one range of "at most 100 and at least 20", "higher than X but lower than Y"."""
    joined: list[Quantity] = []
    for quantity in found:
        before = joined[-1] if joined else None
        if before is not None and _bound_each_other(t, before, quantity):
            low, high = (before, quantity) if before.hedge in _LOWER else (quantity, before)
            text = t.text[before.start : quantity.end]
            joined[-1] = replace(
                quantity, start=before.start, text=text, value=None, low=low.low, high=high.high, hedge=Hedge.RANGE
            )
        else:
            joined.append(quantity)
    return joined


def _bound_each_other(t: Tokens, a: Quantity, b: Quantity) -> bool:
    if not ((a.hedge in _LOWER and b.hedge in _UPPER) or (a.hedge in _UPPER and b.hedge in _LOWER)):
        return False
    if a.kind is not b.kind or (a.unit is not None and a.unit != b.unit):
        return False
    if t.text[a.end : b.start].strip(" ,") not in ("and", "but"):
        return False
    low, high = (a.low, b.high) if a.hedge in _LOWER else (b.low, a.high)
    return (
        low is not None and high is not None and not isinstance(low, str) and not isinstance(high, str) and low < high
    )


def _carry_nouns(t: Tokens, found: list[Quantity]) -> list[Quantity]:
    """Give a bare count the noun of its sentence: "650 seats, 533 in England", "the number of electors was 40,000"."""
    carried: list[Quantity] = []
    last: Quantity | None = None
    for quantity in found:
        if quantity.unit is None and (
            quantity.kind is Kind.COUNT or (quantity.kind is Kind.PROPORTION and quantity.whole is not None)
        ):
            unit = None
            if last is not None and _same_sentence(t.text, last.end, quantity.start) and _may_carry(t, quantity):
                unit = last.unit
            unit = _people(t, quantity) or unit or _numbered_noun(t, quantity)
            if unit is not None:
                quantity = replace(quantity, unit=unit)
        if quantity.kind in _CARRIED and quantity.unit is not None:
            last = quantity
        carried.append(quantity)
    return carried


def _give_wholes(t: Tokens, found: list[Quantity]) -> list[Quantity]:
    """Give a share the count that it is a share of, where "of" joins them: "a third of the 1,200 schools"."""
    settled = list(found)
    for k, (share, count) in enumerate(pairwise(found)):
        if share.kind not in _SHARES or share.whole is not None or count.kind is not Kind.COUNT:
            continue
        between = t.text[share.end : count.start].split() if count.start - share.end < 40 else []
        of = bool(between) and (between[0] == "of" or share.text.endswith("half"))
        determined = all(word.lower() in contexts()["determiner"] for word in between[between[:1] == ["of"] :])
        if of and determined and count.hedge is Hedge.EXACT and isinstance(count.value, Fraction):
            settled[k] = replace(share, whole=count.value)
    return settled


def _people(t: Tokens, quantity: Quantity) -> str | None:
    """Name people where a bare count stands before what befell them: "more than 60 injured"."""
    i = bisect_left(t.start, quantity.end)
    return "person" if quantity.kind is Kind.COUNT and t.low[i] in _BEFALLEN else None


def _may_carry(t: Tokens, quantity: Quantity) -> bool:
    """Whether a bare count stands where a noun was left out: in a list, behind "made up of", before its own verb.

    Behind "to", "at" or a verb the number is a level of something else: "grew its staff to 61,000".
    """
    i = bisect_left(t.start, quantity.start)
    before = t.low[i - 1] if i else ""
    if before == "of":
        return t.low[i - 2] in ("up", "consists", "consisting", "composed", "consist")
    return before in _OPEN_LIST or t.is_capital(i - 1)


def _same_sentence(text: str, start: int, end: int) -> bool:
    between = text[start : min(end, start + 300)]
    return end - start < 300 and not any(mark in between for mark in (". ", "\n", "? ", "! ", "; "))


def _numbered_noun(t: Tokens, quantity: Quantity) -> str | None:
    """Find the noun of "number of X" before a bare count in its sentence."""
    i = bisect_left(t.start, quantity.start)
    for at in range(i - 1, max(-1, i - 18), -1):
        if t.low[at] in (BREAK, ".", "?", "!"):
            return None
        if t.low[at] in ("number", "total") and t.low[at + 1] == "of":
            group = find_group(t, at + 2, plural=False)
            return group.lemma if group is not None else None
    return None


def _resolve_dollars(t: Tokens, found: list[Quantity]) -> list[Quantity]:
    """Read a bare "$" or "dollars" as the text's own dollar, where it states a country."""
    if not any(q.kind is Kind.MONEY and q.unit == "USD" and q.notes for q in found):
        return found
    code = None if "US" in t.text and _speaks_of_america(t) else stated_dollar(t.low)
    if code is None:
        return found
    note = f"currency from the country in the text: {code}"
    bare = [q.kind is Kind.MONEY and q.unit == "USD" and bool(q.notes) for q in found]
    return [replace(q, unit=code, notes=(note,)) if is_bare else q for q, is_bare in zip(found, bare, strict=True)]


def _speaks_of_america(t: Tokens) -> bool:
    return any(word == "us" and t.raw(i) == "US" for i, word in enumerate(t.low[: t.size]))
