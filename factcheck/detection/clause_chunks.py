"""Chunks: what lies between two openers of a sentence, with its finite verbs and whether a subject comes first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.detection.clause_values import Chunk
from factcheck.detection.openers import Opener
from factcheck.detection.verb_groups import VerbGroup
from factcheck.detection.words import Word

__all__ = ["lay_chunks", "settle_openers", "subject_before"]

HEDGES = frozenset({"about", "around", "over", "under"})
TIME_NOUNS = frozenset(
    {"year", "month", "week", "day", "time", "morning", "evening", "night", "today", "moment", "decade"}
)


def subject_before(words: Sequence[Word], start: int, verb: int) -> bool:
    """Tell whether a subject stands between a clause's first word and its verb.

    A noun inside a prepositional phrase is none ("in some areas has"), but what follows that phrase is ("in some areas
    the majority has").
    """
    inside_phrase = fresh = False
    found = False
    for at in range(start, verb):
        tag = words[at].tag
        if tag == "IN" and _is_hedge(words, at, verb) and (at == start or words[at - 1].tag in (",", "CC")):
            continue  # "about a third were", "around 200 left"
        if tag in ("IN", "TO"):
            inside_phrase, fresh = True, True
        elif tag in ("PRP", "EX", "WP", "WDT"):
            found = found or not inside_phrase or not fresh
            fresh = False
        elif tag in ("DT", "PRP$", "PDT", "WP$"):
            if inside_phrase and not fresh:
                inside_phrase = False
            if not inside_phrase and (tag == "DT" or tag == "WP$"):
                found = found or at + 1 == verb or tag == "WP$"
            fresh = False
        elif tag[:2] == "NN" or tag in ("CD", "JJS"):
            found = found or not inside_phrase
            fresh = False
        elif tag in (",", ":"):
            inside_phrase = False
        else:
            fresh = False
    return found


def _is_hedge(words: Sequence[Word], at: int, end: int) -> bool:
    """Tell "about 200", "over 40", "around a third" from a phrase of place or time."""
    following = words[at + 1] if at + 1 < end else None
    if following is None or words[at].lower not in HEDGES:
        return False
    if following.lower.endswith(("quarters", "thirds", "fifths", "eighths", "tenths", "dozen")):
        return True
    return following.tag == "CD" or (following.lower in ("a", "half") and words[at].lower in ("about", "around"))


def lay_chunks(words: Sequence[Word], groups: Sequence[VerbGroup], openers: Sequence[Opener]) -> list[Chunk]:
    """Lay out one chunk for each opener, in order."""
    chunks = []
    starts = [group.start for group in groups]
    for number, opener in enumerate(openers):
        end = openers[number + 1].start if number + 1 < len(openers) else len(words)
        first, last = bisect_left(starts, opener.body), bisect_left(starts, end)
        finite = tuple(group for group in groups[first:last] if group.finite and not _is_contact(words, opener, group))
        subject = bool(finite) and subject_before(words, opener.body, finite[0].start)
        if not number and len(finite) == 1 and not subject and _is_phrase(words, opener, finite[0]):
            finite = ()
        chunks.append(Chunk(end, finite, subject))
    return chunks


def _is_phrase(words: Sequence[Word], opener: Opener, group: VerbGroup) -> bool:
    """Tell "Under the treaty signed in 1998, neither side may": a participle inside a fronted phrase, no verb of its own."""
    regular = group.end - group.start == 1 and words[group.start].lower.endswith(("ed", "en"))
    after = words[group.end].tag if group.end < len(words) else ""
    return words[opener.body].tag == "IN" and group.past and regular and after in ("IN", "RB", ",", "VBN")


def _is_contact(words: Sequence[Word], opener: Opener, group: VerbGroup) -> bool:
    """Tell the verb of a relative clause without a pronoun: "the work they are doing"."""
    at = group.start - 1
    while at > opener.body and words[at].tag == "RB":
        at -= 1
    if at - 1 < opener.body or words[at].tag != "PRP" or words[at - 1].tag not in ("NN", "NNS"):
        return False
    if words[opener.body].tag == "IN":  # "In the countries I mentioned, classes are larger"
        return words[at - 1].tag == "NNS" and group.end < len(words) and words[group.end].text == ","
    return words[opener.body].tag != "RB" and words[at - 1].lower not in TIME_NOUNS


def settle_openers(groups: Sequence[VerbGroup], openers: list[Opener], count: int) -> list[Opener]:
    """Drop what opens nothing: a preposition ("since 2003"), a comma right after "that"."""
    finite = [group.start for group in groups if group.finite]
    kept: list[Opener] = []
    for number, opener in enumerate(openers):
        end = openers[number + 1].start if number + 1 < len(openers) else count
        if opener.word == "that" and opener.sort == "rel" and not opener.mark and len(finite) == 1:
            continue  # "For a small home that means a rise": the only verb is no relative's
        if opener.sort == "sub" and opener.start > 0 and not _any_between(finite, opener.body, end):
            if not opener.mark and not opener.coordinator:
                continue
            opener = opener._replace(sort="cc" if opener.coordinator else "mark", word="")
        last = kept[-1] if kept else None
        joins = opener.sort in ("mark", "cc") and opener.mark != ";"
        waits = last is not None and joins and _waits(last) and not _any_between(finite, last.body, opener.start)
        if waits and _any_between(finite, opener.body, count):
            continue
        kept.append(opener)
    return kept


def _waits(opener: Opener) -> bool:
    """Tell an opener that a clause must follow, so that a comma or "and" before its verb opens nothing."""
    return opener.sort in ("that", "rel") or opener.mark == ";"


def _any_between(places: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(places, start) < bisect_left(places, end)
