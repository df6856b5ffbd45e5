"""Read one number, in digits or words or both, at a place among the tokens."""

from __future__ import annotations

from fractions import Fraction

from factcheck.detection.numbers.digits import read_digits, read_glyph
from factcheck.detection.numbers.lexicon import number_words
from factcheck.detection.numbers.number import Number
from factcheck.detection.numbers.parts_of_one import (
    ARTICLES,
    DASHES,
    and_fraction,
    is_vague_plural,
    read_fraction,
    scaled_fraction,
    slash_fraction,
    with_scale,
)
from factcheck.detection.numbers.tokens import Tokens

__all__ = ["read_number"]

_ZERO, _ONE, _DOZEN = Fraction(0), Fraction(1), Fraction(12)
_GOES_ON = frozenset({"and", "-", "point", "m", "g", "t"})
"""What a number may go on with, besides the words of the table, digits and fractions."""


def read_number(t: Tokens, i: int, *, joins: bool = True) -> Number | None:
    """Read the longest number that begins at token i.

    `joins` allows "and" between its parts ("two hundred and six"); a reader of "between X and Y" switches it off.
    """
    key = i if joins else ~i
    if key not in t.numbers:
        t.numbers[key] = _read_number(t, i, joins)
    return t.numbers[key]


def _read_number(t: Tokens, i: int, joins: bool) -> Number | None:
    word = t.low[i]
    if t.is_number(i):
        return _read_digital(t, i, joins)
    glyph = read_glyph(word)
    if glyph is not None:
        return with_scale(t, Number(i, i + 1, glyph, glyph, in_digits=True, is_fraction=True))
    if word in ARTICLES:
        return _read_article(t, i, joins)
    fraction = read_fraction(t, i)
    if fraction is not None:
        return fraction
    return _read_words(t, i, joins)


def _read_digital(t: Tokens, i: int, joins: bool) -> Number | None:
    value = read_digits(t.low[i])
    if value is None:
        return None
    after = i + 1
    slash = slash_fraction(t, i)
    if slash is not None:
        return with_scale(t, Number(i, i + 3, slash, slash, in_digits=True, is_fraction=True))
    mixed = slash_fraction(t, after) if not t.is_glued(after) or t.low[after] in DASHES else None
    if mixed is None and t.low[after] == "-" and t.is_glued(after):  # 10-1/2
        mixed = slash_fraction(t, after + 1)
        if mixed is not None:
            after += 1
    if mixed is not None and 0 < mixed < 1 and value.denominator == 1:  # 10 1/2
        return with_scale(t, Number(i, after + 3, value + mixed, value + mixed, in_digits=True))
    after = i + 1
    glyph = read_glyph(t.low[after])
    if glyph is not None:  # 2½
        return with_scale(t, Number(i, after + 1, value + glyph, value + glyph, in_digits=True))
    part = number_words().get(t.low[after])
    if (
        part is not None
        and part[0] in ("part", "parts")
        and part[1] == 4
        and value.denominator == 1
        and value < 4
        and part[0] == "parts"
    ):
        return Number(i, after + 1, value / 4, value / 4, in_digits=True, is_fraction=True)
    return _finish_words(t, i, after, value, joins, in_digits=True)


def _read_article(t: Tokens, i: int, joins: bool) -> Number | None:
    """Read "a hundred", "a dozen", "a half", "a quarter of a million", "a million and a half"."""
    entry = number_words().get(t.low[i + 1])
    if entry is None:
        return None
    sort, size = entry
    if sort in ("hundred", "scale", "dozen") and not is_vague_plural(t.low[i + 1]):
        number = _finish_words(t, i, i + 1, Fraction(1), joins)
        return None if number is None else _as_article(number)
    if sort == "part" or (sort == "ordinal" and size > 2):
        if sort == "part" and t.low[i + 2] in ARTICLES and size == 2:  # "a half a million" is not said
            return None
        return scaled_fraction(
            t, Number(i, i + 2, Fraction(1, size), Fraction(1, size), is_fraction=True, is_article=True)
        )
    return None


def _as_article(n: Number) -> Number:
    return Number(n.first, n.after, n.value, n.raw, n.scale, n.in_digits, n.is_fraction, True, n.is_metre)


def _read_words(t: Tokens, i: int, joins: bool) -> Number | None:
    entry = number_words().get(t.low[i])
    if entry is None or entry[0] not in ("unit", "teen", "ten"):
        return None
    value = Fraction(entry[1])
    after = i + 1
    if entry[0] == "ten":
        after, value = add_unit(t, after, value)
    if t.low[after] == "point":
        decimals = read_decimals(t, after + 1)
        if decimals is not None:
            after, fraction = decimals
            value += fraction
    return _finish_words(t, i, after, value, joins)


def add_unit(t: Tokens, after: int, value: Fraction) -> tuple[int, Fraction]:
    """Read the "one" of "twenty-one"; a hyphen needs to be glued, a plain space will do as well."""
    at = after + 1 if t.low[after] in DASHES else after
    entry = number_words().get(t.low[at])
    if entry is not None and entry[0] == "unit" and entry[1] > 0:
        return at + 1, value + entry[1]
    return after, value


def read_decimals(t: Tokens, i: int) -> tuple[int, Fraction] | None:
    """Read the digits behind "point": "zero three", "eleven", "twenty-five"."""
    digits = ""
    at = i
    table = number_words()
    while len(digits) < 12:
        entry = table.get(t.low[at])
        if entry is None or entry[0] not in ("unit", "teen", "ten"):
            break
        value = Fraction(entry[1])
        at += 1
        if entry[0] == "ten":
            at, value = add_unit(t, at, value)
        digits += str(value)
    return (at, Fraction(int(digits), 10 ** len(digits))) if digits else None


def _finish_words(
    t: Tokens, first: int, at: int, value: Fraction, joins: bool, *, in_digits: bool = False
) -> Number | None:
    """Go on behind a first value: hundreds, magnitudes, "and ..." parts, letters behind digits."""
    table = number_words()
    if t.low[at] not in table and t.low[at] not in _GOES_ON and not t.low[at][:1].isdecimal():
        return Number(first, at, value, value, _ONE, in_digits)  # most numbers end here
    total = _ZERO
    current = value
    raw, scale = value, _ONE
    last_scale: Fraction | None = None
    is_metre = False
    for _ in range(24):
        at_word = (
            at + 1
            if t.low[at] == "-"
            and t.is_glued(at)
            and t.low[at + 1] in table
            and table[t.low[at + 1]][0] in ("hundred", "scale", "dozen")
            else at
        )
        entry = table.get(t.low[at_word])
        sort, size = entry if entry is not None else ("", 0)
        if (
            sort == "hundred"
            and current < 100
            and (scale == 1 or last_scale is not None)
            and current > 0
            and not (in_digits and at_word == at and t.is_glued(at))
        ):
            raw, current, scale, at = current, current * 100, Fraction(100), at_word + 1
        elif sort == "dozen" and current > 0:
            low = current % 100 or current
            current, at = current - low + low * size, at_word + 1
            scale = Fraction(size)
        elif sort == "scale":
            if last_scale is not None and current == 0 and size > 1000:  # lakh crore, thousand million
                total, last_scale = total * size, Fraction(size)
                scale *= size
            elif current > 0 and (last_scale is None or size < last_scale):
                raw, scale = current if total == 0 else raw, Fraction(size)
                total, current, last_scale = total + current * size, Fraction(0), Fraction(size)
            else:
                break
            at = at_word + 1
        elif sort in ("suffix", "capital") or t.low[at] in ("m", "g", "t"):
            found = _read_suffix(t, at, sort, size) if in_digits and last_scale is None and scale == 1 else None
            if found is None:
                break
            after, factor, is_metre = found
            raw, scale, last_scale = current, Fraction(factor), Fraction(factor)
            total, current, at = current * factor, Fraction(0), after
            break
        elif t.low[at] == "point" and current.denominator == 1 and (decimals := read_decimals(t, at + 1)) is not None:
            at, current = decimals[0], current + decimals[1]
        else:
            step = _continue(t, at, total, current, last_scale, scale, joins)
            if step is None:
                break
            at, total, current = step
    return Number(first, at, total + current, raw, scale, in_digits, is_metre=is_metre)


def _read_suffix(t: Tokens, at: int, sort: str, size: int) -> tuple[int, int, bool] | None:
    """Read "k", "m", "bn" behind digits; a lone small "m" is told from metres later."""
    written = t.raw(at)
    glued = t.is_glued(at)
    if t.is_glued(at + 1) and (t.is_word(at + 1) or t.is_number(at + 1) or t.low[at + 1] in ("²", "³", "/", "^")):
        return None
    if written == "m":
        return (at + 1, 10**6, True)
    if written in ("M", "G", "T"):
        if written == "G" and glued and t.is_number(at - 1) and t.low[at - 1] in ("2", "3", "4", "5", "6"):
            return None  # a mobile network
        return (at + 1, {"M": 10**6, "G": 10**9, "T": 10**12}[written], False)
    if sort == "suffix" and (
        glued
        or (written.lower() == "cr" and t.low[at - 2] in ("₹", "rs", "inr", "."))
        or written.lower() not in ("b", "k", "cr")
        or (written == "k" and not t.is_glued(at))
    ):
        if written == "K" and not glued:
            return None
        return (at + 1, size, False)
    return None


def _continue(
    t: Tokens, at: int, total: Fraction, current: Fraction, last_scale: Fraction | None, scale: Fraction, joins: bool
) -> tuple[int, Fraction, Fraction] | None:
    """Add what follows a hundred or a magnitude: "two hundred and six", "one and a half", "3 million and a half"."""
    word = t.low[at]
    hyphen = word == "-" and t.is_glued(at) and t.is_glued(at + 1)
    begin = at + 1 if word == "and" or hyphen else at
    has_and = word == "and"
    if hyphen and t.low[begin] == "and":
        has_and = True
        begin = begin + 2 if t.low[begin + 1] == "-" else begin + 1
    if has_and and not joins:
        return None
    if has_and:
        added = and_fraction(t, begin)
        if added is not None:
            after, fraction = added
            follow = number_words().get(t.low[after])
            if follow is not None and follow[0] == "scale" and last_scale is not None and follow[1] < last_scale:
                return after + 1, total + fraction * follow[1], current
            if last_scale is not None and last_scale >= 1000 and current == 0:
                return after, total + fraction * last_scale, current
            if current.denominator == 1:
                is_dozen = scale == _DOZEN and last_scale is None and current % _DOZEN == 0
                return after, total, current + fraction * (_DOZEN if is_dozen else 1)
            return None
    if scale == 1 and last_scale is None:
        return None
    room = 100 if current >= 100 else (1000 if current == 0 and last_scale is not None else 0)
    if not room or current.denominator != 1 or (current and current % 100):
        return None
    smaller = _below(t, begin, room, has_and, last_scale)
    if smaller is None:
        return None
    after, value = smaller
    return after, total, current + value


def _below(t: Tokens, i: int, room: int, has_and: bool, last_scale: Fraction | None) -> tuple[int, Fraction] | None:
    """Read the part below a hundred or a thousand that ends a number."""
    if t.is_number(i):
        value = read_digits(t.low[i])
        ok = (
            value is not None
            and value.denominator == 1
            and 0 < value < room
            and has_and
            and room == 100
            and not t.is_glued(i + 1)
        )
        return (i + 1, value) if ok and value is not None else None
    entry = number_words().get(t.low[i])
    if entry is None or entry[0] not in ("unit", "teen", "ten") or not entry[1]:
        return None
    value, after = Fraction(entry[1]), i + 1
    if entry[0] == "ten":
        after, value = add_unit(t, after, value)
    if t.low[after] == "point":
        decimals = read_decimals(t, after + 1)
        if decimals is not None:
            after, value = decimals[0], value + decimals[1]
    if _is_other_number(t, after, room, has_and, last_scale):
        return None
    return after, value


def _is_other_number(t: Tokens, after: int, room: int, has_and: bool, last_scale: Fraction | None) -> bool:
    """Tell "two hundred and three thousand" from two numbers: a part may only grow where the grammar can take it."""
    entry = number_words().get(t.low[after])
    if entry is None or entry[0] not in ("hundred", "scale"):
        return False
    if entry[0] == "hundred":
        return room < 1000
    return last_scale is not None and entry[1] >= last_scale and not has_and
