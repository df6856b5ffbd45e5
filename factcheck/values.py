"""What every value of the package can do: turn itself into plain data for JSON."""

from __future__ import annotations

import datetime
from dataclasses import fields
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

__all__ = ["Value", "decimal_text", "plain"]


def decimal_text(number: Fraction) -> str:
    """Write an exact number: as a decimal where that is exact, otherwise as a fraction.

    >>> decimal_text(Fraction(34, 1000)), decimal_text(Fraction(73, 329)), decimal_text(Fraction(7))
    ('0.034', '73/329', '7')
    """
    rest = number.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    places = 0
    while number.denominator != 1 and (number * 10**places).denominator != 1:
        places += 1
    digits = f"{abs(int(number * 10**places)):0{places + 1}d}"
    sign = "-" if number < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def plain(value: object) -> Any:
    """Turn a value into what JSON holds: exact numbers become strings, dates ISO strings, enums their words."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return decimal_text(value)
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Value):
        return value.to_dict()
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    return value


class Value:
    """Lend `to_dict` to the package's frozen dataclasses."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the fields as plain data, in their declared order; what `--json` prints."""
        return {field.name: plain(getattr(self, field.name)) for field in fields(self)}  # type: ignore[arg-type]  # only dataclasses inherit
