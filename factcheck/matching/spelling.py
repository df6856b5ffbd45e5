"""Spellings of one name: transliteration, diacritics and vowels folded away, so that variants of a word share a key."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

__all__ = ["fold_word", "is_variant", "skeleton"]

_SAME_SOUNDS = (
    ("tsch", "s"),
    ("ph", "f"), ("ck", "k"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("tch", "s"), ("ch", "s"),
    ("cz", "s"), ("sz", "s"), ("zh", "s"), ("sch", "s"), ("x", "ks"), ("q", "k"), ("c", "k"), ("z", "s"), ("w", "v"), ("j", "y"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouyh]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=20_000)
def fold_word(word: str) -> str:
    """Write a word in plain lower-case Latin letters, without possessive and marks.

    >>> fold_word("Zieliński’s"), fold_word("U.S.")
    ('zielinski', 'us')
    """
    plain = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if not plain.isascii():
        plain = anyascii(plain)
    return plain.lower().replace(".", "").replace("'", "")


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """Give what stays of a name's word when vowels and ways of writing one sound fall away.

    >>> skeleton("Mustafa") == skeleton("Mustapha"), skeleton("Oleksandr") == skeleton("Alexander")
    (True, True)
    """
    folded = fold_word(word)
    for written, sound in _SAME_SOUNDS:
        folded = folded.replace(written, sound)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", folded)) or folded


_DEMONYMS = frozenset({"n", "ns", "an", "ans", "ian", "ians", "er", "ers", "ese", "ish", "i", "is", "ite", "ites"})


def _is_demonym(word: str, place: str) -> bool:
    """Tell the people of a place from its name: Norlander, Norland."""
    return len(place) >= 5 and word.startswith(place) and word[len(place) :] in _DEMONYMS


def is_variant(first: str, second: str) -> bool:
    """Tell whether two words may spell one name: equal when folded, an initial, or one skeleton and much alike.

    >>> is_variant("Rashedi", "Rashidi"), is_variant("N.", "Nadia"), is_variant("Savella", "Lindal")
    (True, True, False)
    """
    one, other = fold_word(first), fold_word(second)
    if one == other or _is_demonym(one, other) or _is_demonym(other, one):
        return True
    if min(len(one), len(other)) == 1:
        return one[:1] == other[:1]
    bones = skeleton(first)
    if len(bones) < 2 or bones != skeleton(second) or min(len(one), len(other)) < 4:
        return False
    return JaroWinkler.similarity(one, other) >= (0.6 if len(bones) >= 3 else 0.8)
