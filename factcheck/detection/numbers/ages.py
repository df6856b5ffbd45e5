"""Ages: "aged 42", "a 54-year-old", "Thomas Sam, 42," and "in his 40s"."""

from __future__ import annotations

from fractions import Fraction

from factcheck.detection.numbers.hedging import bounds, hedge_before
from factcheck.detection.numbers.lexicon import contexts
from factcheck.detection.numbers.operand import Operand
from factcheck.detection.numbers.quantity import build
from factcheck.detection.numbers.tokens import BREAK, Tokens
from factcheck.detection.values import Quantity
from factcheck.vocabulary import Hedge
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["age_after", "is_age_before", "is_bare_age", "read_age_group"]

_SENTENCE_GOES_ON = (".", ",", "", BREAK, "in", "on", "this", "last", "and", "before", "when")


def age_after(t: Tokens, i: int) -> int:
    """Read "old", "-old", "of age" behind a time: the token behind it, or 0."""
    at = i + 1 if t.low[i] in ("-", "‑") else i
    if t.low[at] in ("old", "olds"):
        return at + 1
    return i + 2 if t.low[i] == "of" and t.low[i + 1] == "age" else 0


def is_age_before(t: Tokens, o: Operand) -> bool:
    """Whether "aged" or "at the age of" stands before a time."""
    return _age_words(t, o.first)


def _age_words(t: Tokens, first: int) -> bool:
    i = first
    hedge = hedge_before(t, i)
    if hedge is not None:
        i -= len(hedge.words)
    if t.low[i - 1] in ("between", "from"):
        i -= 1
    word = t.low[i - 1] if i else ""
    if word in ("aged", "age", "ages") and not (
        word == "age" and t.low[i - 2] in ("the", "an", "average") and t.low[i] == "of"
    ):
        return True
    return word == "of" and i > 1 and t.low[i - 2] == "age"


def is_bare_age(t: Tokens, o: Operand) -> bool:
    """Read an age without its unit: "aged 42", "Thomas Sam, 42, and", "John Smith (42)", "turned 40"."""
    if not 0 < o.value < 125 or o.value.denominator != 1 or o.number.scale != 1:
        return False
    if _age_words(t, o.first):
        return True
    before, behind = t.low[o.first - 1] if o.first else "", t.low[o.after]
    if (
        before in ("was", "is", "were", "aged")
        and behind == "when"
        and t.low[o.after + 1] in ("he", "she", "they", "his", "her")
    ):
        return o.value >= 3
    hedge = hedge_before(t, o.first)
    if hedge is not None and hedge.words[0] in ("under", "over", "below", "above") and o.first > 1:
        ends = behind in contexts()["stop"] or not t.is_word(o.after)
        if ends and len(hedge.words) == 1 and t.low[o.first - 2] in contexts()["people"]:
            return True
    if before == "at" and behind == "," and t.low[o.after + 1] in ("he", "she", "they"):
        return o.value >= 3
    if before in ("turned", "turning", "turns") and behind in _SENTENCE_GOES_ON:
        return True
    if o.first < 2 or not o.number.in_digits:
        return False
    if (before == "," and behind in (",", ".", ";", "", BREAK, ")")) or (before == "(" and behind == ")"):
        return _is_person(t, o.first - 2)
    return False


def _is_person(t: Tokens, last: int) -> bool:
    """Whether the words up to token `last` look like a person's name: two capitalised words, or a title and one."""
    if not (t.is_word(last) and t.is_capital(last)):
        return False
    at = last - 1
    while at > 0 and t.low[at] in ("-", "'", "’", "al", "de", "van", "von", "el", "bin", "."):
        at -= 1
    if not (t.is_word(at) and t.is_capital(at)) or t.low[at] in contexts()["not-name"]:
        return t.low[at] in contexts()["title"] if at >= 0 else False
    return t.tag(last) in ("NNP", "NNPS", "NN", "JJ", "") and t.tag(at) in ("NNP", "NNPS", "NN", "JJ", "")


def read_age_group(t: Tokens, i: int) -> tuple[list[Quantity], int] | None:
    """Read "in his 40s" (an age from 40 to 49), "under-18s" and "the over-65s"."""
    if not (
        t.is_number(i) and t.low[i + 1] == "s" and t.is_glued(i + 1) and len(t.low[i]) == 2 and t.low[i].isdecimal()
    ):
        return None
    age = Fraction(int(t.low[i]))
    before = t.low[i - 1] if i else ""
    if before in ("his", "her", "their", "my", "your") and age % 10 == 0:
        return [build(t, i, i + 2, Kind.AGE, None, low=age, high=age + 9, hedge=Hedge.RANGE, unit="year")], i + 2
    first = i - 2 if before in ("-", "‑") else i - 1
    if first >= 0 and t.low[first] in ("under", "over"):
        hedge = Hedge.LESS_THAN if t.low[first] == "under" else Hedge.AT_LEAST
        low, high = bounds(hedge, age, Fraction(0))
        return [build(t, first, i + 2, Kind.AGE, age, low=low, high=high, hedge=hedge, unit="year")], i + 2
    return None
