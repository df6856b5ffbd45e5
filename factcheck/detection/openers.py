"""Openers: the words and marks at which a new clause may begin: comma, "and", "after", "who", "that"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factcheck.detection.phrases import PhraseSet, load_phrases
from factcheck.detection.words import Word

__all__ = ["Opener", "find_openers"]

COORDINATORS = frozenset({"and", "but", "or", "so", "yet", "nor"})
RELATIVES = frozenset({"who", "whom", "which", "whose"})
COMMA_RELATIVES = frozenset({"where", "when"})
DASHES = frozenset({"-", "–", "—", "--", "―"})
MARKS = DASHES | {",", ";", ":"}
NO_CONDITION = frozenset({"any", "not", "possible", "necessary", "needed", "ever", "so", "applicable", "anything"})
NOMINAL = ("NN", "NNS", "NNP", "NNPS", "CD", "PRP", "DT")
RELATIVE_PREPOSITIONS = frozenset(
    {"in", "of", "to", "from", "at", "by", "with", "for", "on", "under", "during", "after", "through"}
)


class Opener(NamedTuple):
    """Hold one place where a clause may begin.

    Attributes:
        start: number of the first word that belongs to it, often a comma.
        body: number of the first word of the clause after it; a relative pronoun belongs to the clause.
        sort: "start", "mark", "cc", "sub", "rel", "that".
        mark: the punctuation it begins with, or an empty string.
        coordinator: "and", "but" ..., or an empty string.
        word: the subordinator or relative in lower case, or an empty string.
        preposition: whether the relative follows a preposition ("in which").
    """

    start: int
    body: int
    sort: str
    mark: str = ""
    coordinator: str = ""
    word: str = ""
    preposition: bool = False


def find_openers(words: Sequence[Word], lowers: Sequence[str]) -> list[Opener]:
    """Find every opener, the first one at the first word; each following one lies after the one before."""
    subordinators = load_phrases("clauses")["subordinators"]
    openers = [_read(words, lowers, 0, subordinators) or Opener(0, 0, "start")]
    at, count = max(1, openers[0].body), len(words)
    triggers = _triggers()
    while at < count:
        if lowers[at] not in triggers:
            at += 1
            continue
        found = _read(words, lowers, at, subordinators)
        if found is None or found.body >= count:
            at += 1
            continue
        openers.append(found)
        after = found.body
        if found.sort == "rel" and found.word in lowers[found.body : found.body + 3]:
            after = lowers.index(found.word, found.body, found.body + 3) + 1
        at = max(after, at + 1)
    return openers


@cache
def _triggers() -> frozenset[str]:
    """Gather every word and mark that an opener can begin with."""
    fixed = COORDINATORS | RELATIVES | COMMA_RELATIVES | DASHES | RELATIVE_PREPOSITIONS | {",", ";", ":", "that"}
    return fixed | load_phrases("clauses")["subordinators"].first_words


def _read(words: Sequence[Word], lowers: Sequence[str], start: int, subordinators: PhraseSet) -> Opener | None:
    """Read the opener at a word: a mark, then a coordinator, then a subordinator or a relative; each may be missing."""
    at, count = start, len(words)
    mark = coordinator = ""
    if words[at].text in MARKS:
        mark = lowers[at]
        at += 1
    if at < count and lowers[at] in COORDINATORS and _coordinates(words, lowers, at, mark or start == 0):
        coordinator = lowers[at]
        at += 1
    if at >= count:
        return Opener(start, at, "mark", mark, coordinator) if mark else None
    relative = _relative(words, lowers, at, start, mark, coordinator)
    if relative:
        body, word, preposition = relative
        return Opener(start, body, "rel", mark, coordinator, word, preposition)
    if lowers[at] == "that" and at + 1 < count and (words[at].tag in ("IN", "WDT") or _completes_verb(words, at)):
        relative_that = words[at].tag == "WDT" or (
            at > 0 and words[at - 1].tag in NOMINAL and words[at + 1].tag in ("VBZ", "VBP", "VBD", "MD", "RB")
        )
        sort = "rel" if relative_that and start == at else "that"
        return Opener(start, at if sort == "rel" else at + 1, sort, mark, coordinator, "that")
    ahead = at
    if mark or coordinator or start == 0:
        # "but, following the vote," "and then after": an adverb or a comma may stand between
        while ahead < count and (words[ahead].tag == "RB" or lowers[ahead] == ",") and ahead < at + 3:
            ahead += 1
    for place in dict.fromkeys((at, ahead)):
        size = subordinators.length_at(lowers, place) if place < count else 0
        if size and words[place].tag not in ("RP", "JJ", "NN"):
            if lowers[place] == "if" and place + 1 < count and lowers[place + 1] in NO_CONDITION:
                break  # "rarely if ever"
            if (
                lowers[place] == "so"
                and place + size < count
                and words[place + size].tag in ("VBZ", "VBD", "VBP", "MD")
            ):
                break  # "So that alarms me": "that" is the subject
            word = " ".join(lowers[place : place + size])
            return Opener(start, place + size, "sub", mark, coordinator, word)
    if coordinator:
        return Opener(start, at, "cc", mark, coordinator)
    return Opener(start, at, "mark", mark) if mark else None


def _completes_verb(words: Sequence[Word], at: int) -> bool:
    """Tell "decided that anyone ..." whatever the tag of "that": a verb before it, and a subject after it."""
    if at == 0 or words[at - 1].tag[:2] != "VB":
        return False
    following = words[at + 1]
    return following.tag in ("PRP", "EX", "DT", "PRP$", "NNS", "NNP") or following.lower in (
        "anyone",
        "everyone",
        "nobody",
        "someone",
        "no",
    )


def _coordinates(words: Sequence[Word], lowers: Sequence[str], at: int, free: object) -> bool:
    """Tell a coordinator from an adverb: "so severe", "so far", "yet another" join nothing."""
    word = lowers[at]
    if word == "so":
        return (
            bool(free)
            and at + 1 < len(words)
            and words[at + 1].tag not in ("JJ", "RB", "RBR")
            and lowers[at + 1] != "that"
        )
    if word == "yet":
        return bool(free)
    return True


def _relative(
    words: Sequence[Word], lowers: Sequence[str], at: int, start: int, mark: str, coordinator: str
) -> tuple[int, str, bool] | None:
    """Read a relative pronoun with its preposition: (first word kept, pronoun, whether a preposition was there)."""
    count = len(words)
    if lowers[at] in RELATIVES:
        before = words[start - 1] if start else None
        if (
            before is None
            or (coordinator and not mark)
            or (before.tag not in NOMINAL and before.text not in (")", "”", '"', "’", "%"))
        ):
            return None
        return at, lowers[at], False
    if mark and lowers[at] in COMMA_RELATIVES:
        return at, lowers[at], False
    if at + 1 < count and lowers[at + 1] in ("which", "whom") and lowers[at] in RELATIVE_PREPOSITIONS:
        # "of whom six work nights" says what part; "in which it lost" only where
        return at if lowers[at] == "of" and mark else at + 2, lowers[at + 1], True
    # "many of whom", "all of which"
    if mark and at + 2 < count and lowers[at + 2] in ("which", "whom") and lowers[at + 1] == "of":
        return at, lowers[at + 2], False
    return None
