"""Currencies: how they are written, which share a name, and what a bare "$" means in a text."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from factcheck.detection.numbers.lexicon import read_rows

__all__ = ["Currency", "currency_names", "currency_symbols", "minor_units", "stated_dollar"]

_NEEDS_AMOUNT = frozenset(
    ("won", "crown", "crowns", "lev", "leu", "rand", "sol", "real", "p", "dong", "ether", "kip", "sterling")
)
"""Names that are English words as well: a currency only behind a magnitude, a grouped number or a symbol."""


class Currency(NamedTuple):
    """Hold what a name or symbol stands for.

    Attributes:
        code: the ISO 4217 code of the first reading.
        others: codes of the other currencies of that name.
        needs_amount: whether the name is an English word too.
    """

    code: str
    others: tuple[str, ...] = ()
    needs_amount: bool = False


@cache
def _tables() -> tuple[dict[tuple[str, ...], Currency], dict[str, Currency], dict[str, tuple[Fraction, str]]]:
    names: dict[tuple[str, ...], list[str]] = {}
    symbols: dict[str, list[str]] = {}
    minor: dict[str, tuple[Fraction, str]] = {}
    for code, marks, own, shared in read_rows("currencies.tsv"):
        if marks == "minor":
            worth, major = shared.split()
            minor[code] = (Fraction(worth), major)
            marks, shared = "-", "-"
        for name in (*own.split("|"), *shared.split("|")):
            if name != "-":
                names.setdefault(tuple(name.split()), []).append(code)
        for mark in (*marks.split("|"), code):
            if mark != "-":
                symbols.setdefault(mark.replace(" ", ""), []).append(code)
    symbols["$"] += names[("dollar",)]
    return (
        {
            words: Currency(codes[0], tuple(dict.fromkeys(codes[1:])), words[0] in _NEEDS_AMOUNT)
            for words, codes in names.items()
        },
        {
            mark: Currency(codes[0], tuple(c for c in dict.fromkeys(codes) if c != codes[0]))
            for mark, codes in symbols.items()
        },
        minor,
    )


@cache
def currency_names() -> dict[str, list[tuple[tuple[str, ...], Currency]]]:
    """Give the currencies by their first word: the other words and the currency, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Currency]]] = {}
    for words, currency in _tables()[0].items():
        table.setdefault(words[0], []).append((words[1:], currency))
    for spellings in table.values():
        spellings.sort(key=lambda spelling: -len(spelling[0]))
    return table


def currency_symbols() -> dict[str, Currency]:
    """Give the currencies by symbol and by ISO code, in their capitals, without spaces."""
    return _tables()[1]


def minor_units() -> dict[str, tuple[Fraction, str]]:
    """Give each minor unit's worth and the currency it is a part of: GBX is a hundredth of GBP.

    >>> minor_units()["GBX"]
    (Fraction(1, 100), 'GBP')
    """
    return _tables()[2]


_COUNTRIES = {
    "australia": "AUD", "australian": "AUD", "australians": "AUD", "sydney": "AUD", "canberra": "AUD",
    "melbourne": "AUD",
    "canada": "CAD", "canadian": "CAD", "canadians": "CAD", "ottawa": "CAD", "toronto": "CAD", "ontario": "CAD",
    "zealand": "NZD", "zealanders": "NZD", "auckland": "NZD", "singapore": "SGD", "singaporean": "SGD",
    "taiwan": "TWD", "jamaica": "JMD", "jamaican": "JMD", "fiji": "FJD", "fijian": "FJD", "namibia": "NAD",
}  # fmt: skip
_AMERICAN = frozenset({"us", "usa", "american", "americans", "america", "washington", "dollars-us"})


def stated_dollar(words: Sequence[str]) -> str | None:
    """Give the dollar that a text is about: the only dollar country it names, at least twice, with no word of America.

    One passing mention of a country does not make its dollar the text's own.

    >>> stated_dollar("the australian treasury said australia will spend".split())
    'AUD'
    """
    found: dict[str, int] = {}
    for word in words:
        code = _COUNTRIES.get(word)
        if code is not None:
            found[code] = found.get(code, 0) + 1
        elif word in _AMERICAN and word != "us":
            return None
    if len(found) == 1:
        code, times = next(iter(found.items()))
        return code if times >= 2 else None
    return None
