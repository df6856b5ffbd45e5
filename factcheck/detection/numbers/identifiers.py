"""Digits that name or number something: identifiers, telephone numbers, versions, list numbers."""

from __future__ import annotations

from functools import cache

from factcheck.detection.measures import unit_spellings
from factcheck.detection.money import currency_symbols
from factcheck.detection.numbers.currency_marks import is_meeting
from factcheck.detection.numbers.digits import read_digits, read_glyph
from factcheck.detection.numbers.lexicon import contexts, number_words
from factcheck.detection.numbers.tokens import BREAK, Tokens

__all__ = ["currency_letters", "identifier_end", "list_number_end"]

_DASHES = ("-", "‑", "–", "—")
_SCREENS = (
    "screen",
    "screens",
    "tv",
    "tvs",
    "video",
    "videos",
    "resolution",
    "display",
    "displays",
    "camera",
    "cameras",
    "film",
    "ultra",
    "television",
)


def identifier_end(t: Tokens, i: int) -> int:
    """Find what is written like a number and is none: glued letters, phone numbers, versions, times, footnotes."""
    word = t.low[i]
    before = t.low[i - 1] if i else ""
    is_currency = before in currency_letters() and not is_meeting(t, i - 1)
    if t.is_glued(i) and t.is_word(i - 1) and not is_currency:
        return _chain_end(t, i)  # G7, A380
    if before in ("-", "‑") and t.is_glued(i) and t.is_glued(i - 1) and t.is_word(i - 2):
        in_words = number_words().get(t.low[i - 2], ("",))[0] in ("unit", "teen", "ten", "hundred", "scale")
        is_cased = t.low[i - 2] != t.raw(i - 2).upper()  # a Hebrew prefix is joined to its number by a hyphen
        if not in_words and is_cased and t.low[i - 2] not in ("minus", "to"):
            return _chain_end(t, i)  # COVID-19, F-16, top-10
    if before in ("'", "’") and t.is_glued(i) and len(word) == 2 and not t.is_glued(i - 1):
        return i + 1  # the summer of '82
    if (before == "_" and t.is_glued(i)) or (t.low[i + 1] == "_" and t.is_glued(i + 1)):
        return _chain_end(t, i)
    if t.low[i + 1] == "or" and t.taken[i + 2]:
        return i + 1  # 7 or 8 o'clock
    if before in ("#", "№") or (before == "." and t.is_glued(i) and i > 1 and t.is_word(i - 2) and t.is_glued(i - 1)):
        return _chain_end(t, i)
    if before == "(" and t.is_glued(i) and t.is_glued(i - 1) and t.is_word(i - 2) and t.low[i + 1] == ")":
        return i + 2  # f(1), John(3)
    if before == "[" and t.low[i + 1] == "]":
        return i + 2
    if before == "+" and t.is_glued(i) and t.is_number(i + 1) and t.is_number(i + 2):
        return _chain_end(t, i)  # +44 20 7946 0958
    if len(word) > 1 and word[0] == "0" and word.isdecimal():
        return _chain_end(t, i)  # 0800 123 456, 007
    if read_digits(word) is None:
        return _chain_end(t, i)
    if t.low[i + 1] == ":" and t.is_glued(i + 1) and t.is_number(i + 2) and t.is_glued(i + 2):
        return _chain_end(t, i)  # 10:30, 3:16
    dashes = _dashes(t, i)
    if dashes >= 2 or (dashes == 1 and _is_phone_number(t, i)):
        return _chain_end(t, i)  # 555-123-4567, 555-0142
    if t.low[i + 1] == "/" and t.is_glued(i + 1) and t.is_number(i + 2):
        above, below = t.low[i], t.low[i + 2]
        if not (above.isdecimal() and below.isdecimal() and 0 < int(above[:9]) < int(below[:9])) or t.low[i + 3] == "/":
            return _chain_end(t, i)
    if t.is_glued(i + 1) and (
        (t.low[i + 1] == "s" and word.isdecimal()) or (t.is_word(i + 1) and not _is_suffix(t, i + 1))
    ):
        return _chain_end(t, i)  # 737s, 5G, 221B
    return 0


@cache
def currency_letters() -> frozenset[str]:
    """Give the letters that may be glued before a number as its currency."""
    return frozenset(mark.lower() for mark in currency_symbols() if mark.isalpha())


def _is_suffix(t: Tokens, i: int) -> bool:
    """Whether letters glued behind digits are a magnitude, a unit, a currency or an ordinal's ending."""
    word, written = t.low[i], t.raw(i)
    entry = number_words().get(word)
    if written == "K" and t.low[i - 1] in ("4", "8") and t.low[i + 1] in _SCREENS:
        return False
    if written == "G" and t.low[i - 1] in ("2", "3", "4", "5", "6"):
        return False
    if word in (
        "st",
        "nd",
        "rd",
        "th",
        "m",
        "x",
        "pc",
        "pp",
        "p",
        "percent",
        "bps",
        "yo",
        "pts",
        "am",
        "pm",
        "fold",
        "odd",
        "ish",
    ):
        return word != "x"
    if entry is not None and entry[0] in ("suffix", "scale", "hundred", "dozen"):
        return True
    if number_words().get(written, ("",))[0] == "capital" or read_glyph(word) is not None:
        return True
    words, symbols = unit_spellings()
    if written in symbols or word in words or written in currency_symbols():
        return True
    return any(written + "".join(t.raw(i + k) for k in range(1, size)) in symbols for size in (2, 3))


def _dashes(t: Tokens, i: int) -> int:
    """Count the groups of digits that follow, joined by glued dashes."""
    count, at = 0, i
    while count < 4 and t.low[at + 1] in _DASHES and t.is_glued(at + 1) and t.is_number(at + 2) and t.is_glued(at + 2):
        count += 1
        at += 2
    return count


def _is_phone_number(t: Tokens, i: int) -> bool:
    """Whether two groups of digits are a telephone number: no count begins with 0, and "call" or "tel" tells the rest."""
    if len(t.low[i]) != 3 or len(t.low[i + 2]) != 4 or not t.low[i + 2].isdecimal():
        return False
    return t.low[i + 2][0] == "0" or not contexts()["telephone"].isdisjoint(t.low[max(0, i - 8) : i])


def _chain_end(t: Tokens, i: int) -> int:
    """Go to the end of an identifier: whatever is glued on, and further groups of digits behind a space."""
    at = i + 1
    starts_phone = t.low[i][:1] == "0" or (i > 0 and t.low[i - 1] == "+")
    while at < t.size:
        if t.is_glued(at) and (t.is_word(at) or t.is_number(at)):
            at += 1
        elif (
            t.is_glued(at)
            and t.low[at] in ("-", "/", ":", ".", "‑", "–", "_")
            and t.is_glued(at + 1)
            and (t.is_number(at + 1) or t.is_word(at + 1))
        ):
            at += 2
        elif starts_phone and t.is_number(at) and len(t.low[at]) >= 2 and t.low[at].replace(" ", "").isdecimal():
            at += 1
        else:
            break
    return at


def list_number_end(t: Tokens, i: int) -> int:
    """Find "1." or "2)" or "(3)" at the head of a line, and "(3)" before the item it counts."""
    before = t.low[i - 1] if i else BREAK
    behind = t.low[i + 1]
    if not t.low[i].isdecimal() or len(t.low[i]) > 2:
        return 0
    at_head = before == BREAK or (before in ("-", "•", "*", "–") and (i < 2 or t.low[i - 2] == BREAK))
    if (
        at_head
        and behind in (".", ")")
        and t.is_glued(i + 1)
        and not t.is_glued(i + 2)
        and t.low[i + 2] not in ("", BREAK)
    ):
        return i + 2
    if before in (".", ":", ";", "?", "!") and behind in (".", ")") and t.is_glued(i + 1) and _is_in_series(t, i):
        return i + 2
    if before == "(" and behind == ")" and t.is_glued(i):
        opener = t.low[i - 2] if i > 1 else BREAK
        is_sentence = opener in (".", "!", "?") and t.is_capital(i + 2)
        if is_sentence or opener in (BREAK, ":", ";", ",", "") or (opener in ("and", "or") and t.is_word(i + 2)):
            return i + 2
    return 0


def _is_in_series(t: Tokens, i: int) -> bool:
    """Whether a number inside a line belongs to a run of list numbers: "1. Rents fell. 2. Fares rose."."""
    number, mark = int(t.low[i]), t.low[i + 1]
    if t.is_glued(i) or t.is_glued(i + 2) or not (t.is_capital(i + 2) or mark == ")"):
        return False
    steps = ((number - 1, -1), (number + 1, 1)) if number > 1 else ((2, 1),)
    return any(_has_list_number(t, i, str(other), mark, step) for other, step in steps)


def _has_list_number(t: Tokens, i: int, number: str, mark: str, step: int) -> bool:
    """Look for a list number before or behind token i, up to a few sentences away."""
    for at in range(i + step, max(-1, i - 120) if step < 0 else min(t.size, i + 120), step):
        if t.low[at] == number and t.low[at + 1] == mark and t.is_glued(at + 1):
            before = t.low[at - 1] if at else BREAK
            return before == BREAK or (before in (".", ":", ";", "?", "!", "-", "•", "*") and not t.is_glued(at))
    return False
