"""Read one operand: sign, currency, number and unit."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.detection.numbers.cardinals import read_number
from factcheck.detection.numbers.currency_marks import (
    as_money,
    currency_after,
    currency_before,
    with_pence,
)
from factcheck.detection.numbers.number import Number
from factcheck.detection.numbers.operand import Operand
from factcheck.detection.numbers.ordinals import read_ordinal
from factcheck.detection.numbers.parts_of_one import (
    DASHES,
)
from factcheck.detection.numbers.tokens import Tokens
from factcheck.detection.numbers.unit_marks import metres_or_millions, percent_after, unit_after, with_smaller_unit
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["read_operand"]


def read_operand(t: Tokens, i: int, *, joins: bool = True, ordinals: bool = False) -> Operand | None:
    """Read sign, currency, number and unit that begin at token i."""
    at, negative, mark = i, False, None
    if t.low[at] in DASHES or t.low[at] in ("minus", "negative"):
        negative = True
        at += 1
    found = currency_before(t, at)
    if found is not None:
        mark, at = found
        if t.low[at] in DASHES and t.is_glued(at + 1):
            negative, at = True, at + 1
    if ordinals and mark is None:
        begin = at + 1 if t.low[at] == "the" else at
        place = read_ordinal(t, begin)
        if place is not None:
            ranked = Number(begin, place.after, Fraction(place.value), Fraction(place.value))
            return Operand(i, place.after, ranked, Fraction(place.value), Kind.RANK)
    number = read_number(t, at, joins=joins)
    if number is None:
        return None
    value = -number.value if negative else number.value
    operand = Operand(i, number.after, number, value)
    if mark is not None:
        return with_pence(t, as_money(operand, mark))
    return _with_unit(t, operand)


def _with_unit(t: Tokens, o: Operand) -> Operand:
    at = o.after
    if o.number.is_fraction and o.number.scale == 1:  # half an hour, a quarter of a percentage point
        begin = at + 1 if t.low[at] == "of" else at
        if t.low[begin] in ("a", "an"):
            whole = _with_unit(t, replace(o, after=begin + 1, number=replace(o.number, is_fraction=False)))
            return whole if whole.kind is not None and whole.unit not in ("point",) else o
        if t.low[at] == "of" and t.low[begin] in ("one", "1"):  # half of one per cent
            whole = _with_unit(t, replace(o, after=begin + 1, number=replace(o.number, is_fraction=False)))
            return whole if whole.kind in (Kind.PERCENTAGE, Kind.PERCENTAGE_POINTS) else o
    hyphened = t.low[at] in ("-", "‑") and t.is_word(at + 1) and (t.is_glued(at) == t.is_glued(at + 1))
    if hyphened:
        at += 1
    percent = percent_after(t, at)
    if percent is not None:
        after, kind, scale, note = percent
        number = replace(o.number, is_metre=False)
        return replace(o, after=after, kind=kind, value=o.value * scale, number=number, notes=note)
    money = currency_after(t, at, o)
    if money is not None:
        currency, after = money
        found = as_money(replace(o, after=after), currency)
        return with_pence(t, found) if not hyphened else replace(found, is_hyphened=True)
    if o.number.is_metre:
        return metres_or_millions(t, o)
    unit = unit_after(t, at, o, hyphened=hyphened)
    if unit is None:
        return o
    symbol, after, kind = unit
    return with_smaller_unit(t, replace(o, after=after, kind=kind, unit=symbol, is_hyphened=hyphened))
