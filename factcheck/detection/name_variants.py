"""Spellings of one name: what counts as the same name.

Names that were carried over from another alphabet differ in vowels, doubled letters and digraphs ("al-Kadhimi",
"al-Khadimi"; "Mustafa", "Mustapha"), so words are held against each other by their skeleton of consonants first, by
letters second.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from factcheck.detection.name_words import fold, load_name_words

__all__ = ["SAME", "is_acronym", "name_key", "name_parts", "same_name", "skeleton", "word_likeness"]

SAME = 0.8
"""From this likeness on, two spellings are taken for one name."""

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[.'’](?=[^\W_]))*\.?|\d+", re.UNICODE)
_DIGRAPHS = tuple(
    pair.split(">")
    for pair in (
        [
            "tsch>c",
            "tch>c",
            "sch>s",
            "dzh>j",
            "ph>f",
            "kh>k",
            "gh>g",
            "dh>d",
            "th>t",
            "sh>s",
            "zh>z",
            "ch>k",
            "cz>c",
            "sz>s",
            "ck>k",
            "dj>j",
            "x>ks",
            "q>k",
            "c>k",
            "w>v",
            "z>s",
        ]
    )
)
_SMALL = frozenset({"of", "the", "for", "and", "&", "on", "in", "to", "de", "la", "du", "des"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "qc", "kc", "mp", "phd"})
_LEGAL = frozenset({"plc", "ltd", "limited", "inc", "llc", "llp", "corp", "co", "group", "holdings", "gmbh"})
_ONE_SLIP, _TWO_SLIPS = 6, 9  # letters from which one or two slips of the pen leave a word recognisable


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """Write a word's consonants the way most spellings of it agree on."""
    letters = re.sub(r"[^a-z]", "", fold(word))
    for digraph, letter in _DIGRAPHS:
        letters = letters.replace(digraph, letter)
    first = "*" if letters[:1] in "aeiouy" and letters else ""
    consonants = re.sub(r"[aeiouyh]", "", letters)
    return first + re.sub(r"(.)\1+", r"\1", consonants)


@lru_cache(maxsize=50_000)
def name_parts(name: str) -> tuple[str, ...]:
    """Cut a name into its telling words: titles, particles and degrees left out."""
    lexicon = load_name_words()
    words: list[str] = []
    for piece in re.split(r"[\s\-‐‑–]+", name):
        word = fold(piece).strip(".,'’\"()").removesuffix("'s")
        if word and word not in _SUFFIXES:
            words.append(word)
    while len(words) > 1 and words[0] in lexicon.honorifics:
        words.pop(0)
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    telling = [word for word in words if word not in lexicon.particles and word not in _SMALL]
    return tuple(telling or words)


def name_key(name: str) -> str:
    """Give the key that spellings of one name mostly share: the skeletons of its telling words.

    >>> name_key("Mustafa al-Rashedi") == name_key("Mustapha Al-Rashidi")
    True
    """
    return " ".join(skeleton(part) or part for part in name_parts(name))


def same_name(a: str, b: str) -> float:
    """Say how likely two spellings are one name, 0 to 1; from 0.8 on they are taken for one.

    Last names decide first; given names that differ keep people apart, an initial fits any name that begins so, and an
    acronym fits the name whose first letters it is.

    >>> same_name("N. Okoro", "Nadia Okoro") >= 0.8, same_name("Thomas Sam", "Manju Sam") >= 0.8
    (True, False)
    """
    first, second = name_parts(a), name_parts(b)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    if is_acronym(a, b) or is_acronym(b, a):
        return 0.95
    last = word_likeness(first[-1], second[-1])
    if len(first) == 1 or len(second) == 1:
        if len(first) != len(second) and last < 1.0 and word_likeness(first[0], second[0]) == 1.0:
            return 0.5  # a given name alone: the text must decide
        return last if len(first) == len(second) else 0.9 * last + 0.02
    given = _given_likeness(first[0], second[0])
    if len(first) > 2 and len(second) > 2 and len(first) == len(second):
        middle = min(_given_likeness(x, y) for x, y in zip(first[1:-1], second[1:-1], strict=True))
        given = min(given, middle)
    if given < 0.6 or last < 0.6:
        return 0.4 * min(given, last)
    return min(last, 0.5 * last + 0.5 * given)


def _given_likeness(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return 0.95 if a[0] == b[0] else 0.0
    likeness = word_likeness(a, b)
    if likeness >= SAME:
        known = load_name_words().given
        genders = {known.get(a), known.get(b)}
        return 0.4 if genders == {"m", "f"} else likeness
    return likeness


@lru_cache(maxsize=50_000)
def word_likeness(a: str, b: str) -> float:
    """Say how likely two words of a name are one, 0 to 1: by their consonants first, by slips of the pen second."""
    if a == b:
        return 1.0
    x, y = skeleton(a), skeleton(b)
    if "q" in a or "q" in b:  # one Arabic letter: Qadhafi, Gaddafi, Kadafi
        x, y = x.replace("k", "g"), y.replace("k", "g")
    letters: float = ratio(a, b) / 100
    if x == y:
        strong = len(x.strip("*")) >= 3 or letters >= SAME
        return 0.86 + 0.1 * letters if strong else 0.7 * letters
    slips = OSA.distance(a, b, score_cutoff=2)
    shortest = min(len(a), len(b))
    if (slips <= 1 and shortest >= _ONE_SLIP) or (slips <= 2 and shortest >= _TWO_SLIPS):
        return 0.84
    return 0.75 * letters


def is_acronym(short: str, name: str) -> bool:
    """Say whether a short name is made of the first letters of a long one, small words counted or not."""
    if not short.isupper() or " " not in name:
        return False
    letters = short.replace(".", "").strip()
    if not (2 <= len(letters) <= 8 and letters.isalpha()):
        return False
    words = [word for word in re.split(r"[\s\-]+", name) if word]
    every = "".join(word[0] for word in words if word.lower() != "the").upper()
    main = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    return letters in (every, main)
