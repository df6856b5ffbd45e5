"""Units of measure and of time: how they are written, and their exact worth in base units."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from factcheck.detection.money import minor_units
from factcheck.detection.numbers.lexicon import read_rows

__all__ = ["Unit", "symbol_heads", "to_base", "unit_named", "unit_spellings"]

_AFFINE = {"degC": Fraction(27315, 100), "degF": Fraction(45967, 180)}
"""Kelvin at the zero of the scale."""

_BASE = {
    "length": "m", "area": "m2", "volume": "L", "mass": "kg", "time": "s", "calendar": "month", "temperature": "K",
    "energy": "J", "power": "W", "pressure": "Pa", "frequency": "Hz", "data": "B", "data rate": "bit/s", "level": "dB",
    "voltage": "V", "current": "A", "charge": "mAh", "share": "ppm", "angle": "deg", "magnitude": "magnitude",
    "speed": "m/s", "dose": "Sv",
}  # fmt: skip


class Unit(NamedTuple):
    """Hold one unit: its symbol, what it measures, and its exact worth in the base unit of that dimension."""

    symbol: str
    dimension: str
    factor: Fraction


@cache
def _units() -> dict[str, Unit]:
    rows = read_rows("measures.tsv")
    return {symbol: Unit(symbol, dimension, Fraction(factor)) for symbol, dimension, factor, _ in rows}


def unit_named(symbol: str) -> Unit | None:
    """Give the unit of a symbol, or None."""
    return _units().get(symbol)


@cache
def unit_spellings() -> tuple[dict[str, list[tuple[tuple[str, ...], Unit]]], dict[str, Unit]]:
    """Give the units by how they are written.

    First the words: by their first word, the other words and the unit, longest first. Then the symbols, as capitalised.
    """
    words: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    symbols: dict[str, Unit] = {}
    for symbol, _, _, forms in read_rows("measures.tsv"):
        unit = _units()[symbol]
        for form in forms.split("|"):
            if form.startswith("="):
                symbols[form[1:].replace(" ", "")] = unit
            elif form != "-":
                first, *rest = form.split()
                words.setdefault(first, []).append((tuple(rest), unit))
    for spellings in words.values():
        spellings.sort(key=lambda spelling: -len(spelling[0]))
    return words, symbols


@cache
def symbol_heads() -> frozenset[str]:
    """Give what a unit's symbol can begin with: "km" of "km/h", "°" of "°C"."""
    forms = (form[1:] for *_, row in read_rows("measures.tsv") for form in row.split("|") if form[0] == "=")
    return frozenset(re.findall(r"[^\W\d_]+|.", form)[0] for form in forms)


def to_base(value: Fraction, unit: str) -> tuple[Fraction, str]:
    """Convert exactly to the base unit of the dimension, so that two measures can be held against each other.

    A compound ("mg/L") converts both its parts; pence and cents become pounds and dollars; a unit that is no measure (a
    counted noun, an ISO currency) comes back as it is.

    >>> to_base(Fraction(5), "km"), to_base(Fraction(90), "km/h"), to_base(Fraction(197), "GBX")
    ((Fraction(5000, 1), 'm'), (Fraction(25, 1), 'm/s'), (Fraction(197, 100), 'GBP'))
    >>> to_base(Fraction(100), "degC"), to_base(Fraction(7), "seat")
    ((Fraction(7463, 20), 'K'), (Fraction(7, 1), 'seat'))
    """
    known = _units().get(unit)
    if known is not None:
        return value * known.factor + _AFFINE.get(unit, Fraction(0)), _BASE.get(known.dimension, known.symbol)
    minor = minor_units().get(unit)
    if minor is not None:
        return value * minor[0], minor[1]
    above, slash, below = unit.partition("/")
    if slash and above in _units() and below in _units() and above not in _AFFINE:
        upper, upper_unit = to_base(value, above)
        lower, lower_unit = to_base(Fraction(1), below)
        return upper / lower, f"{upper_unit}/{lower_unit}"
    return value, unit
