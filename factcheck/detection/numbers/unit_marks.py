"""Read the unit that stands behind a number: per cent, points, measures and times."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.detection.measures import symbol_heads, unit_named, unit_spellings
from factcheck.detection.numbers.cardinals import read_number
from factcheck.detection.numbers.lexicon import contexts, number_words
from factcheck.detection.numbers.operand import Operand
from factcheck.detection.numbers.tokens import Tokens
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["metres_or_millions", "percent_after", "unit_after", "with_smaller_unit"]

_PERCENT = ("%", "percent", "percents", "percentage", "pct", "pc", "٪", "％")


_POINTS = ("point", "points", "pts", "pt")


TIMES = ("time", "calendar")

_HUNDREDTH = Fraction(1, 100)


def percent_after(t: Tokens, i: int) -> tuple[int, Kind, Fraction, tuple[str, ...]] | None:
    """Read "%", "per cent", "percentage points", "basis points", "pp"; the scale turns the number into a fraction."""
    word = t.low[i]
    hundredth = _HUNDREDTH
    after = 0
    if word in _PERCENT:
        after = i + 1
        if word == "pc" and not (t.is_glued(i) or t.low[i + 1] != "."):
            return None
    elif word == "per" and (t.low[i + 1] in ("cent", "cents") or (t.low[i + 1] == "-" and t.low[i + 2] == "cent")):
        after = i + 2 if t.low[i + 1] != "-" else i + 3
    elif word == "‰":
        return i + 1, Kind.PERCENTAGE, Fraction(1, 1000), ()
    elif word == "basis" and t.low[i + 1] in _POINTS:
        return i + 2, Kind.PERCENTAGE_POINTS, Fraction(1, 10000), ()
    elif word in ("bps", "bp") or (word in ("pp", "ppt", "ppts", "pps") and (t.is_number(i - 1) or t.is_word(i - 1))):
        return i + 1, Kind.PERCENTAGE_POINTS, Fraction(1, 10000) if word.startswith("b") else hundredth, ()
    if not after:
        return None
    gap = 1 if t.low[after] in ("-", "‑") else 0
    if t.low[after + gap] in _POINTS and (gap or not t.is_glued(after)):
        return after + gap + 1, Kind.PERCENTAGE_POINTS, hundredth, ()
    if word == "percentage" and t.is_word(after) and t.tag(after) in ("NN", "NNS"):
        return None
    return after, Kind.PERCENTAGE, hundredth, ()


def metres_or_millions(t: Tokens, o: Operand) -> Operand:
    """Tell "100m freestyle" from "200m people": a distance word behind it, against a noun or words of money."""
    sets = contexts()
    after = o.after
    number = replace(o.number, value=o.number.raw, scale=Fraction(1))
    metres = replace(o, value=o.value / 10**6, kind=Kind.MEASURE, unit="m", number=number)
    if t.low[after] == "-" and t.is_glued(after):
        return metres
    if t.low[after] in sets["distance"]:
        return metres
    if t.tag(after) in ("NNS", "NNPS") or (
        t.is_word(after) and t.tag(after + 1) == "NNS" and t.tag(after) in ("JJ", "NN")
    ):
        return replace(o, number=replace(o.number, is_metre=False))
    first = max(0, o.first - 14)
    if any(word in sets["millions"] for word in [*t.low[first : o.first], *t.low[after : after + 8]]):
        note = ("ambiguous: m read as million",)
        return replace(o, number=replace(o.number, is_metre=False), notes=note, alternatives=(metres.value,))
    return replace(metres, notes=("ambiguous: m read as metres",), alternatives=(o.value,))


def unit_after(t: Tokens, i: int, o: Operand, *, hyphened: bool) -> tuple[str, int, Kind] | None:
    """Read a unit of measure or time, in brackets too: its symbol, the token behind it, and measure or duration."""
    at, bracket = i, ""
    if t.low[i] in ("(", "[", "{"):
        bracket = {"(": ")", "[": "]", "{": "}"}[t.low[i]]
        at += 1
    found = read_unit(t, at, o)
    if found is None and t.low[at] in contexts()["time-adjective"] and t.is_word(at + 1):
        found = read_unit(t, at + 1, o)
        known = unit_named(found[0]) if found is not None else None
        if known is None or known.dimension not in TIMES:
            return None
    if found is None:
        return None
    symbol, after = found
    if bracket:
        if t.low[after] != bracket:
            return None
        after += 1
    unit = unit_named(symbol)
    dimension = unit.dimension if unit is not None else ""
    if dimension in TIMES:
        return symbol, after, Kind.DURATION
    symbol, after = _compound(t, symbol, after)
    return symbol, after, Kind.MEASURE


def read_unit(t: Tokens, i: int, o: Operand) -> tuple[str, int] | None:
    """Read one unit at token i; short symbols must stand where no word of the language can."""
    words, symbols = unit_spellings()
    for size in (4, 3, 2, 1) if t.raw(i) in symbol_heads() else ():
        if any(
            not t.is_glued(i + k) and t.raw(i + k - 1) not in ("sq", "cu", "fl", "°", "º", ".", "deg", "degrees")
            for k in range(1, size)
        ):
            continue
        written = "".join(t.raw(i + k) for k in range(size))
        unit = symbols.get(written)
        if unit is None or t.low[i + size - 1] == ".":
            continue
        if t.is_glued(i + size) and (t.is_word(i + size) or t.is_number(i + size)):
            continue
        if len(written) <= 2 and written.isalpha() and not (o.number.in_digits or written in ("km", "kg", "cm", "mm")):
            continue
        if written in ("C", "F") and not t.is_glued(i):
            continue
        if (
            written in ("A", "a", "h", "l", "g", "t", "s", "W", "V", "J", "B", "K", "L")
            and not t.is_glued(i)
            and t.is_word(i + size)
        ):
            continue
        return unit.symbol, i + size
    if t.low[i] == "in" and t.is_glued(i) and o.number.in_digits:
        return "in", i + 1
    if (
        t.low[i] in ('"', "”")
        and o.number.in_digits
        and t.low[i + 1] in ("long", "wide", "tall", "high", "thick", "deep", "screen", "display", "tv")
    ):
        return "in", i + 1
    for rest, unit in words.get(t.low[i], ()):
        if all(t.low[i + 1 + k] == w for k, w in enumerate(rest)):
            if t.low[i] in ("second", "stone", "bar", "magnitude") and not _is_unit_word(t, i, o):
                continue
            return unit.symbol, i + 1 + len(rest)
    return None


def _is_unit_word(t: Tokens, i: int, o: Operand) -> bool:
    """Tell "one second", "12 stone", "a 7.8-magnitude quake" from the words' other senses."""
    word = t.low[i]
    if word == "second":
        return ((o.number.value == 1 or t.low[i - 1] == "-") and t.tag(i + 1) not in ("NN", "NNS")) or t.low[
            i - 1
        ] == "-"
    if word == "stone":
        return o.number.value < 40 and t.tag(i + 1) not in ("NNS",)
    return word == "magnitude"


def _compound(t: Tokens, symbol: str, after: int) -> tuple[str, int]:
    """Join "km" with "per hour", "an hour", "/h"."""
    at = after
    if t.low[at] in ("per", "a", "an", "/") or (t.low[at] == "-" and t.low[at + 1] in ("per", "an", "a")):
        at += 2 if t.low[at] == "-" else 1
        if t.low[at] == "-":
            at += 1
        words, symbols = unit_spellings()
        size = 2 if t.is_glued(at + 1) and t.raw(at) + t.raw(at + 1) in symbols else 1
        unit = symbols.get("".join(t.raw(at + k) for k in range(size)))
        if unit is None:
            unit = next((u for rest, u in words.get(t.low[at], ()) if not rest), None)
        if unit is not None and unit.symbol in (
            "h",
            "s",
            "min",
            "L",
            "dL",
            "mL",
            "m3",
            "kg",
            "gal",
            "km",
            "m",
            "m2",
            "g",
            "mL",
        ):
            return f"{symbol}/{unit.symbol}", at + size
    return symbol, after


def with_smaller_unit(t: Tokens, o: Operand) -> Operand:
    """Add the smaller part of one measure: "6ft 2in", "12 stone 4 pounds", "2 hours and 30 minutes"."""
    larger = unit_named(o.unit or "")
    if larger is None or o.is_hyphened or o.value.denominator != 1:
        return o
    at = o.after + 1 if t.low[o.after] in ("and", ",") else o.after
    if t.taken[at] or not (t.is_number(at) or number_words().get(t.low[at], ("",))[0] in ("unit", "teen", "ten")):
        return o
    small = read_number(t, at, joins=False)
    if small is None or small.scale != 1:
        return o
    found = read_unit(t, small.after, Operand(at, small.after, small, small.value))
    lesser = unit_named(found[0]) if found is not None else None
    if found is None or lesser is None or lesser.dimension != larger.dimension or lesser.factor >= larger.factor:
        return o
    part = small.value * lesser.factor / larger.factor
    if part >= 1 or (t.low[o.after] == "," and larger.dimension not in ("time", "calendar")):
        return o
    return replace(o, after=found[1], value=o.value + part)
