"""Tails of a figure: what it is held against, its place in a series, or the same amount in another measure."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.detection.clause_values import SHORT
from factcheck.detection.values import Quantity
from factcheck.detection.verb_groups import FINITE
from factcheck.detection.words import Word
from factcheck.vocabulary import QuantityKind

__all__ = ["is_compared", "is_held_against", "is_measured_anew", "is_outdone", "is_record"]

COMPARATIVES = frozenset({"more", "fewer", "less", "up", "down", "above", "below"})
DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our", "a", "an"})
SINCE = frozenset({"since", "on", "ever", "in", "for", "of", "that", "to"})
SHARES = frozenset({QuantityKind.PERCENTAGE, QuantityKind.PROPORTION, QuantityKind.CHANGE})


def is_compared(stretch: Sequence[Word], quantity: Quantity) -> bool:
    """Tell "14% more than the year before", "3,100 fewer than in May"; the figure stands first."""
    lowers = [word.lower for word in stretch]
    compared = any(word.tag in ("JJR", "RBR") or word.lower in COMPARATIVES for word in stretch[1:6])
    return compared and ("than" in lowers or "on" in lowers or "from" in lowers)


def is_measured_anew(words: Sequence[Word], at: int, end: int, limit: int, quantity: Quantity) -> bool:
    """Tell the same amount in another measure: ", 19% of all households", ", almost three times its target".

    It ends its clause, or a comma that no further member of a list follows.
    """
    times = any(word.lower in ("times", "twice") for word in words[at : min(end, at + SHORT)])
    if not (times or quantity.kind in SHARES) or any(word.tag in FINITE for word in words[at:end]):
        return False
    if end < limit and words[end].lower == "and":
        return False
    after = at
    while after < end and words[after].start < quantity.end:
        after += 1
    if after >= end:
        return times
    if times or quantity.kind is QuantityKind.CHANGE:
        return words[after].tag in ("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "IN", "RB")
    return words[after].lower == "of" or words[after - 1].lower == "of"


def is_held_against(stretch: Sequence[Word]) -> bool:
    """Tell "compared with 26% a year ago", "against a target of 95%", "from 8,600 a month to 4,300"."""
    lowers = [word.lower for word in stretch[:2]]
    if lowers[0] == "compared":
        return len(lowers) > 1 and lowers[1] in ("with", "to")
    if lowers[0] == "from":
        return any(word.lower == "to" for word in stretch[2:])
    return lowers[0] in ("against", "versus")


def is_outdone(stretch: Sequence[Word]) -> bool:
    """Tell ", more than the zoo and the aquarium combined", ", well below the target of the board"."""
    at = 1 if stretch[0].tag == "RB" and len(stretch) > 1 else 0
    follows = stretch[at + 1].lower if at + 1 < len(stretch) else ""
    return stretch[at].tag in ("JJR", "RBR") and follows == "than" and len(stretch) > at + 2


def is_record(stretch: Sequence[Word]) -> bool:
    """Tell "the highest since 2008", "their lowest since May", "an all-time high", "only the second since 1990"."""
    words = list(stretch[1:]) if stretch[0].lower in ("only", "just", "still") else list(stretch)
    if len(words) < 2 or words[0].lower not in DETERMINERS:
        return False
    if words[0].lower in ("a", "an"):
        return words[1].lower in ("record", "all-time") and len(words) <= 2 * SHORT
    since = any(word.lower in SINCE for word in words[2:])
    ordinal = words[1].lower in ("first", "second", "third", "fourth", "fifth", "latest", "only", "biggest")
    return since and (ordinal or any(word.tag in ("JJS", "RBS") for word in words[1:3]))
