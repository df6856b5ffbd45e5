"""Names of two claims: which of them are one, whatever their spelling, title or initials."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.detection.name_words import load_name_words
from factcheck.matching.fingerprint import Fingerprint
from factcheck.matching.lexicon import load_lexicon
from factcheck.matching.spelling import is_variant

__all__ = ["contains_place", "name_words", "pair_names", "same_name"]

_MOST_NAMES = 24
_SIDES = frozenset(
    {"north", "south", "east", "west", "new", "upper", "lower", "northern", "southern", "eastern", "western", "great"}
)


def name_words(print_: Fingerprint, name: int) -> tuple[str, ...]:
    """Give a name's words."""
    return tuple(print_.terms[i].text for i in print_.names[name])


def same_name(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether two names are one: every word of the shorter is a variant of one of the longer, in order."""
    short, long = sorted((_parts(first), _parts(second)), key=len)
    if len(long) > len(short) and long[0].lower() in _SIDES and not is_variant(short[0], long[0]):
        return False  # West Virginia is not Virginia
    if not short:
        return False
    position = 0
    for word in short:
        while position < len(long) and not is_variant(word, long[position]):
            position += 1
        if position == len(long):
            return _is_acronym(short, long)
        position += 1
    return len(short[-1].rstrip(".")) > 1


def _parts(words: Sequence[str]) -> list[str]:
    """Cut hyphened names into their words, particles left out: "Peña-Ortiz", "al-Sadr"."""
    particles = load_name_words().particles
    parts = [part for word in words for part in word.split("-") if part]
    return [part for part in parts if part.lower() not in particles] or parts


def _is_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether a name is the capitals of another: WHO, World Health Organisation."""
    if len(short) != 1 or len(long) < 2:
        return False
    letters = short[0].replace(".", "")
    return letters.isupper() and letters == "".join(word[:1].upper() for word in long if word[:1].isupper())


def pair_names(a: Fingerprint, b: Fingerprint) -> tuple[tuple[int, int], ...]:
    """Pair the names of two claims that are one: indices into `a.names` and `b.names`; equal spellings first."""
    words_a = [name_words(a, i) for i in range(min(len(a.names), _MOST_NAMES))]
    words_b = [name_words(b, j) for j in range(min(len(b.names), _MOST_NAMES))]
    pairs: list[tuple[int, int]] = []
    taken_a, taken_b = set[int](), set[int]()
    # Equal names first, so that a shared surname does not take a person's place.
    for test in (lambda x, y: [w.lower() for w in x] == [w.lower() for w in y], same_name):
        for i, first in enumerate(words_a):
            for j, second in enumerate(words_b):
                if i not in taken_a and j not in taken_b and test(first, second):
                    pairs.append((i, j))
                    taken_a.add(i)
                    taken_b.add(j)
    return tuple(sorted(pairs))


def contains_place(whole: str, part: str) -> bool:
    """Tell whether one named place lies in another."""
    return load_lexicon().contains(whole, part)
