"""Numbers that state no quantity: names, labels, addresses, idioms, the pronoun "one"."""

from __future__ import annotations

from factcheck.detection.measures import unit_spellings
from factcheck.detection.numbers.identifiers import currency_letters, identifier_end, list_number_end
from factcheck.detection.numbers.lexicon import contexts, idioms, words_of
from factcheck.detection.numbers.tokens import BREAK, Tokens

__all__ = ["idiom_end", "is_pronoun_one", "name_end", "shared_noun"]

_PICTURE_LINES = frozenset({"144", "240", "360", "480", "540", "576", "720", "1080"})
_DASHES = ("-", "‑", "–", "—")
_OBJECTS = frozenset({"IN", "DT", "CD", "PRP$", "RB", "TO", "$"})
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
    if shared_noun(t, i):
        return False
    if after in _DASHES and t.is_word(i + 2):
        return False  # a one-yen bid
    if before in sets["pronoun-before"]:
        # "in which one man was hurt" counts; "which one do you want" does not
        return not (before in ("which", "these", "those", "first", "last", "next") and t.tag(i + 1) in ("NN", "JJ"))
    if before == "the" or after in sets["pronoun-after"]:
        return True
    return t.tag(i - 1) in ("JJ", "JJR", "JJS") and t.tag(i + 1) not in ("NN", "NNP") if i else False


def shared_noun(t: Tokens, i: int) -> int:
    """Find the noun left out behind "one": "14 counts of fraud and one of false accounting"; 0 where none is."""
    if i < 4 or t.low[i - 1] != "and" or t.low[i + 1] != "of":
        return 0
    if t.low[i + 2] in contexts()["determiner"] or t.tag(i + 2) in ("PRP", "NNS"):
        return 0
    for at in range(i - 2, max(0, i - 10), -1):
        if t.low[at] in (BREAK, ".", ";", ","):
            return 0
        if t.low[at] == "of" and t.tag(at - 1) == "NNS":
            return at - 1
    return 0


def name_end(t: Tokens, i: int) -> int:
    """Give the token behind the name or identifier that the number at token i belongs to, or 0 for a quantity."""
    if t.low[i - 1] in ("past", "to") and i > 1 and t.low[i - 2] in ("half", "quarter"):
        return i + 1  # half past two
    if t.is_number(i):
        if t.low[i] in _PICTURE_LINES and t.low[i + 1] in ("p", "i") and t.is_glued(i + 1):
            return i + 2  # a 720p screen
        end = identifier_end(t, i) or list_number_end(t, i)
        if end:
            return end
    if t.low[i + 1] in _DASHES and not t.is_glued(i + 1) and t.is_number(i + 2) and t.is_capital(i + 3):
        return 0  # "LEEDS 3 - 1 HULL"
    return _label_end(t, i) or _proper_name_end(t, i) or _address_end(t, i)


def _label_end(t: Tokens, i: int) -> int:
    """Find a number that names: "Article 50", "page 3", "No. 10", "Group of Seven", "sections 4, 5 and 6"."""
    at = i - 1
    if at >= 1 and t.low[at] == "." and t.low[at - 1] in _ABBREVIATED:
        return _label_chain(t, i)
    label = t.low[at] if at >= 0 else ""
    if label == "number" and t.is_number(i) and not t.is_glued(i) and t.low[i].isdecimal() and len(t.low[i]) < 4:
        return i + 1  # "number 2, with regard to ..."
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
    keeps = label in contexts()["label-before-noun"] or (t.is_capital(at) and not t.opens_sentence(at))
    counts = t.low[i + 1] in ("%", "per", "percent", "million", "billion") or (not keeps and _counts(t, i + 1))
    if t.is_number(i) and counts:
        return 0
    if not t.is_number(i) and not t.is_capital(at):
        return 0
    return _label_chain(t, i)


def _counts(t: Tokens, i: int) -> bool:
    """Whether a plural noun in small letters stands behind the number: then it counts, and is no name."""
    if t.is_capital(i) or _does(t, i):
        return False
    return t.tag(i) == "NNS" or (t.tag(i) in ("JJ", "NN") and t.tag(i + 1) == "NNS" and not t.is_capital(i + 1))


def _does(t: Tokens, i: int) -> bool:
    """Whether a word that may be plural noun or verb is the verb of what the number names: "Windows 11 runs on"."""
    return t.low[i] in contexts()["does"] and t.tag(i + 1) in _OBJECTS and t.low[i + 1] != "in"


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
    if not any(c.isupper() for c in written) or t.low[at] in contexts()["not-name"] or t.low[at] in currency_letters():
        return 0
    if not t.low[i].isdecimal() or len(t.low[i]) > 4:
        return 0
    if t.low[at] in contexts()["model"] and not _is_headline(t, i):
        return i + 1  # Boeing 737 jets
    if t.opens_sentence(at) and t.tag(at) not in ("NNP", "NNPS") and not _does(t, i + 1):
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
