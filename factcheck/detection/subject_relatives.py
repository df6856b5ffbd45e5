"""Relative clauses between a subject and its verb: "The clinic, which has 40 beds, closed" states two facts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.detection.clause_values import Clause
from factcheck.detection.openers import DASHES, Opener
from factcheck.detection.verb_groups import FINITE
from factcheck.detection.words import Word

__all__ = ["find_subject_relative", "needs_subject"]

FEW = 5
"""What is said of a subject in so few words is not told without it ("The meeting, which ..., ended at noon")."""
CONTENT = 2
"""A relative clause with fewer words between its pronoun and its closing comma is an aside ("who, he said, was")."""


def find_subject_relative(
    words: Sequence[Word], clause: Clause, openers: Sequence[Opener]
) -> tuple[Opener, int] | None:
    """Find the relative between commas before a clause's verb: its opener, and the mark that closes it.

    Only adverbs, a phrase of time or place, or a further subject's end may stand between the closing comma and the verb.
    """
    finite = clause.finite
    if finite is None:
        return None
    for number in range(bisect_left(openers, clause.start, key=lambda one: one.start), len(openers)):
        opener = openers[number]
        if opener.start >= finite.start:
            return None
        if opener.start <= clause.start or opener.sort != "rel" or not opener.mark or opener.coordinator:
            continue
        close = _closing_mark(words, opener, finite.start)
        if close is None or not any(word.tag in FINITE for word in words[opener.body : close]):
            return None
        return opener, close
    return None


def needs_subject(words: Sequence[Word], clause: Clause, comma: int, close: int) -> bool:
    """Tell whether a clause is only true or false with its subject: it counts, says when, or little else is said."""
    head = words[clause.start : comma]
    said = sum(1 for word in words[close + 1 : clause.end] if word.lower[:1].isalnum())
    return said <= FEW or any(word.tag == "CD" for word in head) or head[0].tag in ("IN", "TO")


def _closing_mark(words: Sequence[Word], opener: Opener, verb: int) -> int | None:
    """Give the mark right before the verb that closes the relative; adverbs may stand between."""
    at = verb - 1
    while at > opener.body and words[at].tag == "RB":
        at -= 1
    closes = words[at].text == "," or words[at].text in DASHES
    return at if closes and at - opener.body > CONTENT else None
