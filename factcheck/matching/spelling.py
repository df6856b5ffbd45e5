"""Spellings of one name: transliteration, diacritics and vowels folded away, so that variants of a word share a key."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from factcheck.detection import name_variants
from factcheck.detection.name_words import load_name_words

__all__ = ["fold_word", "is_variant", "one_spelling", "skeleton"]


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


_SPELLINGS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"(?<=..)i[sz](?=(?:e[ds]?|ing|ers?|ations?)$)", "is"),
        (r"yz(?=e[ds]?$|ing$)", "ys"),
        (r"(?<=..)our(?=$|s$|ed$|ing$)", "or"),
        (r"(?<=[bct])re$", "er"),
        (r"(?<=[ef]n)ce$", "se"),
        (r"(?<=gram)me$", ""),
        (r"(?<=[eo])ll(?=ed$|ing$|ers?$|ation$)", "l"),
        (r"ae|oe(?=[dmn])", "e"),
        (r"^grey$", "gray"),
        (r"^cheque", "check"),
        (r"^tyre", "tire"),
        (r"^plough", "plow"),
        (r"^gaol", "jail"),
    )
)
"""Endings that British and American English write in two ways, and a few whole words."""


@lru_cache(maxsize=20_000)
def one_spelling(word: str) -> str:
    """Write a British or American spelling one way.

    >>> one_spelling("organization") == one_spelling("organisation"), one_spelling("labour")
    (True, 'labor')
    """
    for written, instead in _SPELLINGS:
        word = written.sub(instead, word)
    return word


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """Give what stays of a name's word when vowels, particles and ways of writing one sound fall away.

    >>> skeleton("Mustafa") == skeleton("Mustapha"), skeleton("al-Sadr") == skeleton("Sadr")
    (True, True)
    """
    bare = _without_particle(fold_word(word))
    return name_variants.skeleton(bare).lstrip("*") or bare


def _without_particle(folded: str) -> str:
    """Leave the particle of a name out where a hyphen ties it to the word: "al-Sadr"."""
    head, _, rest = folded.partition("-")
    return rest if rest and head in load_name_words().particles else folded


_SHORTEST = 4
_TWO_CONSONANTS, _MUCH_ALIKE = 2, 0.8
"""Short names ("Kiev", "Kyiv") are one where their consonants are, and their letters much alike."""
_DEMONYMS = frozenset({"n", "ns", "an", "ans", "ian", "ians", "er", "ers", "ese", "ish", "i", "is", "ite", "ites"})


def _is_demonym(word: str, place: str) -> bool:
    """Tell the people of a place from its name: Norlander, Norland."""
    return len(place) >= 5 and word.startswith(place) and word[len(place) :] in _DEMONYMS


def is_variant(first: str, second: str) -> bool:
    """Tell whether two words may spell one name: equal when folded, an initial, or as likely one as names are held to be.

    >>> is_variant("Rashedi", "Rashidi"), is_variant("N.", "Nadia"), is_variant("Savella", "Lindal")
    (True, True, False)
    """
    one, other = _without_particle(fold_word(first)), _without_particle(fold_word(second))
    if one == other or _is_demonym(one, other) or _is_demonym(other, one):
        return True
    if min(len(one), len(other)) == 1:
        return one[:1] == other[:1]
    if min(len(one), len(other)) < _SHORTEST or (one[0] != other[0] and skeleton(first) != skeleton(second)):
        return False
    if {one + "a", other + "a"} & {one, other}:
        return False  # Ivanov and Ivanova are two people
    alike = len(skeleton(first)) >= _TWO_CONSONANTS and skeleton(first) == skeleton(second)
    if alike and JaroWinkler.similarity(one, other) >= _MUCH_ALIKE:
        return True
    return name_variants.word_likeness(one, other) >= name_variants.SAME
