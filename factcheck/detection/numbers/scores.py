"""Results and votes: "51-49", "3-1", "61 votes to 40"."""

from __future__ import annotations

from factcheck.detection.numbers.counted_nouns import find_group
from factcheck.detection.numbers.lexicon import contexts
from factcheck.detection.numbers.operand import Operand
from factcheck.detection.numbers.operands import read_operand
from factcheck.detection.numbers.parts_of_one import (
    DASHES,
)
from factcheck.detection.numbers.quantity import build
from factcheck.detection.numbers.tokens import Tokens
from factcheck.detection.values import Quantity
from factcheck.vocabulary import Hedge
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["read_score"]


def read_score(t: Tokens, o: Operand) -> tuple[list[Quantity], int] | None:
    """Read a result or a vote: "51-49", "3-1", "61 votes to 40"."""
    if o.kind is not None or o.value.denominator != 1 or o.value < 0 or o.number.scale != 1 or o.value > 10000:
        return None
    at, joiner = o.after, t.low[o.after]
    noun = ""
    if joiner in ("votes", "vote", "points", "seats", "goals", "runs", "games", "sets", "judges") and t.low[at + 1] in (
        "to",
        "against",
    ):
        noun, at = joiner, at + 1
        joiner = t.low[at]
    if noun and o.first and t.low[o.first - 1] == "from":
        return None  # "from 48 seats to 17": two values of one thing
    hyphened_to = joiner == "-" and t.low[at + 1] == "to" and t.low[at + 2] == "-"
    if not (joiner in DASHES or joiner == "to" or (joiner == "against" and noun)):
        return None
    begin = at + 3 if hyphened_to else at + 1
    if t.taken[begin] or (
        joiner in DASHES and not (t.is_glued(at) and t.is_glued(begin)) and not _is_line(t, o, begin)
    ):
        return None
    other = read_operand(t, begin)
    if (
        other is None
        or other.kind is not None
        or other.value.denominator != 1
        or other.value < 0
        or other.number.scale != 1
    ):
        return None
    near = [*t.low[max(0, o.first - 8) : o.first], *t.low[other.after : other.after + 6]]
    is_result = bool(noun) or any(word in contexts()["result"] for word in near)
    if joiner == "to" and not is_result:
        return None
    if joiner in DASHES and not t.is_glued(at):
        is_result = True
    if not is_result and o.value < other.value:
        return None
    if not is_result and (t.tag(other.after) in ("NNS",) and o.value < other.value):
        return None
    if (
        not noun
        and not hyphened_to
        and joiner == "to"
        and o.value < other.value
        and find_group(t, other.after) is not None
    ):
        return None
    unit = {"votes": "vote", "vote": "vote"}.get(noun) or (noun.removesuffix("s") or None)
    found = build(
        t, o.first, other.after, Kind.SCORE, None, part=o.value, whole=other.value, unit=unit, hedge=Hedge.EXACT
    )
    return [found], other.after


def _is_line(t: Tokens, o: Operand, begin: int) -> bool:
    """Whether "3 - 1" stands between two sides' names, as in a table of results: "LEEDS 3 - 1 HULL"."""
    at = o.after
    if o.first < 1 or t.is_glued(at) or t.is_glued(begin) or not t.is_number(begin):
        return False
    sides = t.is_capital(o.first - 1) and t.is_word(o.first - 1) and t.is_capital(begin + 1) and t.is_word(begin + 1)
    return sides and o.value < 100 and len(t.low[begin]) < 3
