"""Numbers that state no quantity: names, labels, identifiers, list numbers, idioms, the pronoun "one"."""

from __future__ import annotations

from functools import cache

from factcheck.detection.measures import unit_spellings
from factcheck.detection.money import currency_symbols
from factcheck.detection.numbers.digits import read_digits, read_glyph
from factcheck.detection.numbers.lexicon import contexts, idioms, number_words, words_of
from factcheck.detection.numbers.tokens import BREAK, Tokens

__all__ = ["idiom_end", "is_pronoun_one", "name_end"]

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
_ABBREVIATED = frozenset(
    {"no", "nos", "fig", "figs", "sec", "art", "vol", "ch", "p", "pp", "par", "para", "eq", "app", "ver", "v", "nr"}
)


def idiom_end(t: Tokens, i: int) -> int:
    """Give the token behind the idiom that begins at token i, or 0."""
    for phrase in idioms()[t.low[i]].get(t.low[i + 1], ()) if t.low[i] in idioms() else ():
        if t.low[i : i + len(phrase)] == phrase:
            return i + len(phrase)
    return 0


def is_pronoun_one(t: Tokens, i: int) -> bool:
    """Whether "one" at token i stands for a thing named before, or for anybody, and is no number."""
    sets = contexts()
    before, after = t.low[i - 1] if i else "", t.low[i + 1]
    if after in _DASHES and t.is_word(i + 2):
        return False  # a one-yen bid
    if before in sets["pronoun-before"]:
        # "in which one man was hurt" counts; "which one do you want" does not
        return not (before in ("which", "these", "those", "first", "last", "next") and t.tag(i + 1) in ("NN", "JJ"))
    if before == "the" or after in sets["pronoun-after"]:
        return True
    return t.tag(i - 1) in ("JJ", "JJR", "JJS") and t.tag(i + 1) not in ("NN", "NNP") if i else False


def name_end(t: Tokens, i: int) -> int:
    """Give the token behind the name or identifier that the number at token i belongs to, or 0 for a quantity."""
    if t.low[i - 1] in ("past", "to") and i > 1 and t.low[i - 2] in ("half", "quarter"):
        return i + 1  # half past two
    if t.is_number(i):
        end = _identifier_end(t, i) or _list_number_end(t, i)
        if end:
            return end
    return _label_end(t, i) or _proper_name_end(t, i) or _address_end(t, i)


def _identifier_end(t: Tokens, i: int) -> int:
    """Find what is written like a number and is none: glued letters, phone numbers, versions, times, footnotes."""
    word = t.low[i]
    before = t.low[i - 1] if i else ""
    if t.is_glued(i) and t.is_word(i - 1) and before not in _prefixes():
        return _chain_end(t, i)  # G7, A380
    if before in ("-", "‑") and t.is_glued(i) and t.is_glued(i - 1) and t.is_word(i - 2):
        in_words = number_words().get(t.low[i - 2], ("",))[0] in ("unit", "teen", "ten", "hundred", "scale")
        if not in_words and t.low[i - 2] not in ("minus", "to"):
            return _chain_end(t, i)  # COVID-19, F-16, top-10
    if before in ("'", "’") and t.is_glued(i) and len(word) == 2 and not t.is_glued(i - 1):
        return i + 1  # the summer of '82
    if (before == "_" and t.is_glued(i)) or (t.low[i + 1] == "_" and t.is_glued(i + 1)):
        return _chain_end(t, i)
    if t.low[i + 1] == "or" and t.taken[i + 2]:
        return i + 1  # 7 or 8 o'clock
    if before in ("#", "№") or (before == "." and t.is_glued(i) and i > 1 and t.is_word(i - 2) and t.is_glued(i - 1)):
        return _chain_end(t, i)
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
    if _dashes(t, i) >= 2:
        return _chain_end(t, i)  # 555-123-4567
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
def _prefixes() -> frozenset[str]:
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


def _list_number_end(t: Tokens, i: int) -> int:
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
    if before == "(" and behind == ")" and t.is_glued(i):
        opener = t.low[i - 2] if i > 1 else BREAK
        if opener in (BREAK, ":", ";", ",", "") or (opener in ("and", "or") and t.is_word(i + 2)):
            return i + 2
    return 0


def _label_end(t: Tokens, i: int) -> int:
    """Find a number that names: "Article 50", "page 3", "No. 10", "Group of Seven", "sections 4, 5 and 6"."""
    at = i - 1
    if at >= 1 and t.low[at] == "." and t.low[at - 1] in _ABBREVIATED:
        return _label_chain(t, i)
    label = t.low[at] if at >= 0 else ""
    if (
        label == "of"
        and i >= 2
        and t.low[i - 2] in ("group", "gang", "committee", "council", "club", "band")
        and t.is_capital(i - 2)
    ):
        return i + 1
    if label not in words_of("number_labels.txt") or t.is_glued(i):
        return 0
    plain = t.low[i].isdecimal() or (t.is_number(i) and "," not in t.low[i]) or (t.is_word(i) and t.is_capital(i))
    if not plain and label == "number" and t.low[i - 2] not in ("a", "the"):
        return i + 1  # "number three, ..."
    if not plain or (label in ("no", "number", "act", "count", "form", "point") and not t.is_capital(at)):
        return 0
    if t.is_number(i) and (t.low[i + 1] in ("%", "per", "percent", "million", "billion") or _counts(t, i + 1)):
        return 0
    if not t.is_number(i) and not t.is_capital(at):
        return 0
    return _label_chain(t, i)


def _counts(t: Tokens, i: int) -> bool:
    """Whether a plural noun in small letters stands behind the number: then it counts, and is no name."""
    if t.is_capital(i):
        return False
    return t.tag(i) == "NNS" or (t.tag(i) in ("JJ", "NN") and t.tag(i + 1) == "NNS" and not t.is_capital(i + 1))


def _label_chain(t: Tokens, i: int) -> int:
    at = i + 1
    while t.low[at] in (",", "and", "or", "to", "&", *_DASHES) and t.is_number(at + 1) and t.low[at + 1].isdecimal():
        joined = t.low[at]
        if joined in (",", "and", "or", "to") and not t.low[i - 1].endswith("s"):
            break
        at += 2
    while t.is_glued(at) and (t.is_word(at) or (t.low[at] == "(" and t.is_number(at + 1))):
        at += 1 if t.is_word(at) else 3
    return at


def _proper_name_end(t: Tokens, i: int) -> int:
    """Find a number that ends a name: "Boeing 737", "Apollo 11", "iPhone 15", "Nineteen Eighty-Four"."""
    at = i - 1
    if at < 0 or not t.is_word(at) or t.is_glued(i):
        return 0
    if t.is_word(i):
        if not t.is_capital(i) or t.opens_sentence(i) or _is_headline(t, i):
            return 0
        return i + 1 if t.is_capital(at) and t.low[at] not in contexts()["not-name"] and not t.opens_sentence(at) else 0
    written = t.raw(at)
    if not any(c.isupper() for c in written) or t.low[at] in contexts()["not-name"] or t.low[at] in _prefixes():
        return 0
    if not t.low[i].isdecimal() or len(t.low[i]) > 4:
        return 0
    if t.opens_sentence(at) and t.tag(at) not in ("NNP", "NNPS"):
        return 0
    behind = t.low[i + 1]
    if at and t.low[at - 1] in (",", "and") and behind in (",", ".", ";", "and", "") and _is_gapped(t, at):
        return 0
    if behind in ("%", "per", "percent", "million", "billion", "trillion", "bn", "points", "votes", "out") or _counts(
        t, i + 1
    ):
        return 0
    if behind == "-" and t.is_glued(i + 1) and t.is_number(i + 2):
        return 0  # a score: "Leeds 2-1"
    words, symbols = unit_spellings()
    if t.raw(i + 1) in symbols or (behind in words and behind not in ("second", "bar", "stone")):
        return 0
    if _is_headline(t, i):
        return 0
    return i + 1


def _is_gapped(t: Tokens, at: int) -> bool:
    """Whether verb and noun are left out because they stand before: "England won 533 seats, Wales 40"."""
    for k in range(at - 2, max(-1, at - 12), -1):
        if t.low[k] in (BREAK, ".", ";"):
            return False
        if t.is_number(k):
            return _counts(t, k + 1) and not t.is_glued(k + 1)
    return False


def _is_headline(t: Tokens, i: int) -> bool:
    """Whether nearly every word of the line is capitalised: capitals then tell nothing."""
    capital = small = 0
    for step in (-1, 1):
        at = i + step
        for _ in range(8):
            if at < 0 or at >= t.size or t.low[at] in (BREAK, ".", "!", "?"):
                break
            if t.is_word(at) and len(t.low[at]) > 3:
                capital += t.is_capital(at)
                small += not t.is_capital(at)
            at += step
    return capital >= 4 and small == 0


def _address_end(t: Tokens, i: int) -> int:
    """Find "10 Downing Street", "29km Road" and "Three Mile Island"."""
    if not t.is_number(i):
        units = unit_spellings()[0]
        named = (
            t.low[i + 1] in units
            and t.is_capital(i)
            and t.is_capital(i + 1)
            and t.is_capital(i + 2)
            and t.is_word(i + 2)
        )
        return i + 3 if named and not _is_headline(t, i) else 0
    ways = contexts()["way"]
    at = i + 1
    while t.is_glued(at) and t.is_word(at):
        at += 1
    if t.low[at] in ways and t.is_capital(at):
        return at + 1
    begin = at
    while t.is_word(at) and t.is_capital(at) and at < begin + 3:
        at += 1
    if at > begin + 1 and t.low[at - 1] in ways:
        return at
    return 0
