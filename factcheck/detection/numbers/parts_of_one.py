"""Read fractions, in words or digits, and what they are a fraction of."""

from __future__ import annotations

from fractions import Fraction

from factcheck.detection.numbers.lexicon import number_words
from factcheck.detection.numbers.number import Number
from factcheck.detection.numbers.ordinals import read_ordinal
from factcheck.detection.numbers.tokens import Tokens

__all__ = [
    "ARTICLES",
    "DASHES",
    "and_fraction",
    "is_vague_plural",
    "read_fraction",
    "scaled_fraction",
    "slash_fraction",
    "with_scale",
]

ARTICLES = ("a", "an")


DASHES = ("-", "‑", "–", "—", "−")


def is_vague_plural(word: str) -> bool:
    """Whether a magnitude is written as a plural without a number of its own: "hundreds", "millions"."""
    return word in ("dozens", "hundreds", "thousands", "millions", "billions", "trillions", "lakhs", "crores")


def read_fraction(t: Tokens, i: int) -> Number | None:
    """Read "half", "two thirds", "one-eighth", "three twenty-firsts", "half a million"."""
    table = number_words()
    entry = table.get(t.low[i])
    if entry is None:
        return None
    sort, size = entry
    if sort == "part":
        return scaled_fraction(t, Number(i, i + 1, Fraction(1, size), Fraction(1, size), is_fraction=True))
    if sort not in ("unit", "teen") or size == 0:
        return None
    at = i + 1
    if t.low[at] in DASHES:
        at += 1
    follow = table.get(t.low[at])
    if follow is not None and follow[0] in ("part", "parts") and follow[1] > 1:
        if (size > 1) != (follow[0] == "parts"):
            return None
        return scaled_fraction(
            t, Number(i, at + 1, Fraction(size, follow[1]), Fraction(size, follow[1]), is_fraction=True)
        )
    below = read_ordinal(t, at)
    if below is None or below.value < 3 or below.is_plural != (size > 1):
        return None
    return scaled_fraction(
        t, Number(i, below.after, Fraction(size, below.value), Fraction(size, below.value), is_fraction=True)
    )


def scaled_fraction(t: Tokens, n: Number) -> Number:
    """Multiply a fraction by what it is a fraction of: "half a million", "two thirds of a million", "half a dozen"."""
    at = n.after
    if t.low[at] == "-" and t.is_glued(at):
        at += 1
    if t.low[at] == "of" and t.low[at + 1] in ARTICLES:
        at += 1
    if t.low[at] in ARTICLES:
        at += 1
        if t.low[at] == "-" and t.is_glued(at):
            at += 1
    entry = number_words().get(t.low[at])
    if entry is None or entry[0] not in ("hundred", "scale", "dozen") or is_vague_plural(t.low[at]):
        return n
    if n.after == at and n.value.numerator != 1:
        return n
    scale = Fraction(entry[1])
    return Number(n.first, at + 1, n.value * scale, n.value, scale)


def slash_fraction(t: Tokens, i: int) -> Fraction | None:
    """Read "3/4": both parts whole and glued, and no third part as in a date."""
    if not (
        t.is_number(i) and t.low[i + 1] in ("/", "⁄") and t.is_glued(i + 1) and t.is_number(i + 2) and t.is_glued(i + 2)
    ):
        return None
    above, below = t.low[i], t.low[i + 2]
    if not (above.isdecimal() and below.isdecimal()) or len(above) > 4 or len(below) > 4 or int(below) == 0:
        return None
    if t.low[i + 3] == "/" and t.is_glued(i + 3):
        return None
    return Fraction(int(above), int(below))


def and_fraction(t: Tokens, i: int) -> tuple[int, Fraction] | None:
    """Read the fraction behind "and": "a half", "a-half", "three quarters", "two thirds", "a thirtieth"."""
    at = i
    if t.low[at] in ARTICLES:
        at += 1
        if t.low[at] == "-":
            at += 1
        entry = number_words().get(t.low[at])
        if entry is not None and entry[0] in ("part", "ordinal") and entry[1] > 1 and t.low[at] != "second":
            return at + 1, Fraction(1, entry[1])
        return None
    if number_words().get(t.low[at], ("", 0))[0] == "part":
        return None
    entry = number_words().get(t.low[at])
    if entry is None or entry[0] != "unit" or not entry[1]:
        return None
    numerator = entry[1]
    at += 1
    if t.low[at] == "-":
        at += 1
    follow = number_words().get(t.low[at])
    if follow is not None and follow[1] > 1:
        is_joined = follow[0] == "part" and (numerator, follow[1]) == (3, 4)  # one and three-quarter million
        if (follow[0] == "parts" and numerator > 1) or is_joined:
            return at + 1, Fraction(numerator, follow[1])
        if follow[0] in ("part", "ordinal") and numerator == 1 and t.low[at] != "second":
            return at + 1, Fraction(1, follow[1])
    return None


def with_scale(t: Tokens, n: Number) -> Number:
    """Multiply a fraction in digits by the magnitude behind it: "1/2 million", "2½ million"."""
    entry = number_words().get(t.low[n.after])
    if entry is not None and entry[0] == "scale" and not is_vague_plural(t.low[n.after]):
        return Number(n.first, n.after + 1, n.value * entry[1], n.value, Fraction(entry[1]), n.in_digits)
    return n
