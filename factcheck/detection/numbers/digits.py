"""Numbers written in digits: grouping, decimal marks, fractions."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache

__all__ = ["read_digits", "read_glyph"]

_LONGEST = 40
"""Digits beyond this are an identifier, never an amount."""
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d{1,2}")
_COMMA_GROUPS = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_SPACED = re.compile("[ \u2007\u2008\u2009\u200a\u202f'’]")


@lru_cache(maxsize=4096)
def read_digits(token: str) -> Fraction | None:
    """Give the exact value of a number in digits, or None for what is an identifier.

    A comma before one or two last digits is a decimal mark, before groups of three a thousands mark, before groups of
    two with three at the end the Indian grouping. Spaces and apostrophes group.

    >>> [str(read_digits(n)) for n in ("46,139,900", "12,45,000", "1,5", "742 000", "1.234.567,8", "0.5")]
    ['46139900', '1245000', '3/2', '742000', '6172839/5', '1/2']
    >>> read_digits("3.11.2") is None
    True
    """
    if len(token) > _LONGEST:
        return None
    if _GROUPED.fullmatch(token):
        return Fraction(token.replace(".", "").replace(",", "."))
    plain = _SPACED.sub("", token)
    if _COMMA_GROUPS.fullmatch(plain) and not plain.startswith("0,"):
        return Fraction(plain.replace(",", ""))
    plain = plain.replace("·", ".").replace(",", ".")
    if plain.count(".") > 1 or ":" in plain:
        return None
    try:
        return Fraction(plain)
    except ValueError:
        return None


def read_glyph(token: str) -> Fraction | None:
    """Give the value of a fraction written as one character.

    >>> read_glyph("½"), read_glyph("x")
    (Fraction(1, 2), None)
    """
    if len(token) != 1 or token <= "\x7f" or unicodedata.category(token) != "No":
        return None
    parts = unicodedata.normalize("NFKC", token).split("\u2044")
    if len(parts) != 2 or not (parts[0].isdecimal() and parts[1].isdecimal()) or int(parts[1]) == 0:
        return None
    return Fraction(int(parts[0]), int(parts[1]))
