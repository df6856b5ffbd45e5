"""Read the currency that stands before or behind a number."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from factcheck.detection.money import Currency, currency_names, currency_symbols
from factcheck.detection.numbers.cardinals import read_number
from factcheck.detection.numbers.lexicon import contexts, number_words
from factcheck.detection.numbers.operand import Operand
from factcheck.detection.numbers.parts_of_one import (
    DASHES,
)
from factcheck.detection.numbers.tokens import BREAK, Tokens
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["MARKS", "as_money", "currency_after", "currency_before", "is_meeting", "prefix_words", "with_pence"]

MARKS = (
    "$",
    "£",
    "€",
    "¥",
    "₹",
    "₽",
    "₩",
    "₪",
    "₺",
    "₴",
    "₦",
    "₫",
    "฿",
    "₱",
    "₾",
    "₭",
    "₸",
    "₮",
    "₵",
    "₡",
    "₲",
    "₿",
    "₤",
    "៛",
    "﷼",
    "৳",
    "₼",
    "֏",
    "؋",
)


_MEETINGS = ("COP", "MOP")
"""Codes that are also a conference of parties, whose number is glued on: COP26."""
_SPACED_MARKS = ("US", "C", "CA", "NZ", "HK", "AU", "MEX")


@cache
def prefix_words() -> frozenset[str]:
    """Give the words that may stand before an amount as its currency: "rs", "usd", "yen"."""
    return frozenset(mark.lower() for mark in currency_symbols() if mark.isalpha()) | frozenset(currency_names())


_PICTURE_LINES = frozenset({144, 240, 360, 480, 540, 576, 720})


def as_money(o: Operand, c: Currency) -> Operand:
    """Make an operand an amount of a currency; an "m" behind it is then a million."""
    return replace(o, kind=Kind.MONEY, unit=c.code, currencies=c.others, number=replace(o.number, is_metre=False))


def currency_before(t: Tokens, i: int) -> tuple[Currency, int] | None:
    """Read a currency that stands before its number: "$", "US$", "Rs.", "EUR", "sen"."""
    symbols = currency_symbols()
    word = t.low[i]
    if not word or word[0].isdecimal() or word in number_words():
        return None
    if word in MARKS:
        return symbols[t.raw(i)], i + 1
    for size in (4, 3, 2, 1):
        if any(not t.is_glued(i + k) for k in range(1, size)) and not (size == 2 and _is_spaced_mark(t, i)):
            continue
        written = "".join(t.raw(i + k) for k in range(size))
        currency = symbols.get(written) or (
            symbols.get(written.upper()) if _is_spaced_mark(t, i) and size == 2 else None
        )
        if currency is not None and (t.is_number(i + size) or t.low[i + size] in DASHES):
            if is_meeting(t, i):
                return None
            return currency, i + size
    for rest, currency in currency_names().get(word, ()):
        if not rest and t.is_number(i + 1) and len(t.low[i + 1]) > 3 and not t.is_glued(i + 1) and not t.is_capital(i):
            return currency, i + 1
    return None


def _is_spaced_mark(t: Tokens, i: int) -> bool:
    return t.raw(i).upper() in _SPACED_MARKS and t.low[i + 1] == "$"


def is_meeting(t: Tokens, i: int) -> bool:
    """Whether the letters at token i name a conference whose number is glued on, and no money."""
    return t.raw(i) in _MEETINGS and t.is_number(i + 1) and t.is_glued(i + 1) and len(t.low[i + 1]) <= 2


def currency_after(t: Tokens, i: int, o: Operand) -> tuple[Currency, int] | None:
    """Read a currency that stands behind its number: "dollars", "€", "SEK", "p"; then the token behind."""
    symbols = currency_symbols()
    written = t.raw(i)
    if written in MARKS and not t.is_number(i + 1):
        return symbols[written], i + 1
    if (
        written in ("US", "CA", "AU", "NZ", "HK")
        and t.low[i + 1] == "$"
        and t.is_glued(i + 1)
        and not t.is_number(i + 2)
    ):
        return symbols[written + "$"], i + 2
    if len(written) == 3 and written.isupper() and written in symbols and not t.is_number(i + 1):
        return symbols[written], i + 1
    if written in ("zł", "Kč", "Ft", "DM"):
        return symbols[written], i + 1
    for rest, currency in currency_names().get(t.low[i], ()):
        after = i + 1 + len(rest)
        if not all(t.low[i + 1 + k] == w for k, w in enumerate(rest)):
            continue
        if currency.needs_amount and o.number.scale == 1 and "," not in t.low[o.number.first]:
            if t.raw(i) == "p" and t.is_glued(i) and _is_pence(t, o, i):
                return currency, after
            continue
        if t.low[i] in ("pound", "pounds") and not rest and _is_weight(t, o.first, after):
            continue
        if t.low[i] == "cent" and t.low[i - 1] == "per":
            continue
        return currency, after
    return None


def _is_pence(t: Tokens, o: Operand, i: int) -> bool:
    """Whether "p" glued to a figure is pence: no picture's lines ("720p"), and no name behind it."""
    if not o.number.in_digits or o.value >= 1000 or o.value in _PICTURE_LINES:
        return False
    return not t.is_capital(i + 1)


def _is_weight(t: Tokens, first: int, after: int) -> bool:
    """Whether words near "pounds" speak of weight and no other money or magnitude stands with it."""
    sets = contexts()
    near = clause_around(t, first, after)
    if not sets["money"].isdisjoint(near):
        return False
    of = t.low[after + 1] if t.low[after] == "of" else ""
    if of and t.tag(after + 1) in ("NN", "NNS") and not t.is_capital(after + 1) and of not in sets["funds"]:
        return True
    return not sets["weight"].isdisjoint(near)


def clause_around(t: Tokens, first: int, after: int) -> list[str]:
    """Give the words around an amount, up to nine before and six after, within its clause."""
    ends = (BREAK, ".", ";", "!", "?")
    begin = first
    while begin > 0 and first - begin < 9 and t.low[begin - 1] not in ends:
        begin -= 1
    end = after
    while end < t.size and end - after < 6 and t.low[end] not in ends:
        end += 1
    return t.low[begin:first] + t.low[after:end]


def with_pence(t: Tokens, o: Operand) -> Operand:
    """Add the smaller part: "3 dollars 50 cents", "thirteen dollars forty five", "two pounds fifty"."""
    if o.number.value.denominator != 1 or o.after == o.number.after or o.number.scale >= 1000:
        return o
    at = o.after + 1 if t.low[o.after] == "and" else o.after
    if t.taken[at] or t.low[at] == BREAK:
        return o
    small = read_number(t, at, joins=False)
    if small is None or not 0 < small.value < 100 or small.value.denominator != 1 or small.is_article:
        return o
    if t.low[small.after] in ("cent", "cents", "pence", "penny", "pennies", "p", "paise", "kopecks"):
        return replace(o, after=small.after + 1, value=o.value + small.value / 100)
    behind = t.low[small.after]
    names_nothing = behind in (
        "",
        ".",
        ",",
        ";",
        BREAK,
        "and",
        "for",
        "per",
        "each",
        "in",
        "on",
        "to",
        "at",
        "!",
        "?",
        ")",
    )
    if names_nothing and not small.in_digits:
        return replace(o, after=small.after, value=o.value + small.value / 100)
    return o
