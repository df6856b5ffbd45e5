"""Chunks: what lies between two openers of a sentence, with its finite verbs and whether a subject comes first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.detection.clause_values import Chunk
from factcheck.detection.openers import Opener
from factcheck.detection.verb_groups import VerbGroup, find_missed_verb
from factcheck.detection.words import Word

__all__ = ["add_missed_verbs", "lay_chunks", "settle_openers", "subject_before"]

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


def lay_chunks(words: Sequence[Word], groups: Sequence[VerbGroup], openers: Sequence[Opener]) -> list[Chunk]:
    """Lay out one chunk for each opener, in order."""
    chunks = []
    starts = [group.start for group in groups]
    for number, opener in enumerate(openers):
        end = openers[number + 1].start if number + 1 < len(openers) else len(words)
        first, last = bisect_left(starts, opener.body), bisect_left(starts, end)
        finite = tuple(group for group in groups[first:last] if group.finite and not _is_contact(words, opener, group))
        subject = bool(finite) and subject_before(words, opener.body, finite[0].start)
        chunks.append(Chunk(end, finite, subject))
    return chunks


def _is_contact(words: Sequence[Word], opener: Opener, group: VerbGroup) -> bool:
    """Tell the verb of a relative clause without a pronoun: "the work they are doing"."""
    at = group.start - 1
    while at > opener.body and words[at].tag == "RB":
        at -= 1
    if at - 1 < opener.body or words[at].tag != "PRP" or words[at - 1].tag not in ("NN", "NNS"):
        return False
    return words[opener.body].tag not in ("IN", "RB") and words[at - 1].lower not in TIME_NOUNS


def add_missed_verbs(
    words: Sequence[Word], groups: Sequence[VerbGroup], openers: Sequence[Opener]
) -> Sequence[VerbGroup]:
    """Add finite verbs that the tags do not show: one for the whole, one after each "which" or "while" without."""
    finite = [group.start for group in groups if group.finite]
    missed = []
    if not finite and words[-1].text in (".", "!", "”", '"'):
        found = find_missed_verb(words, 0, len(words))
        missed += [found] if found else []
    if len(openers) > 1 and finite and finite[0] > openers[1].start > 1 and openers[1].mark == ",":
        last = words[openers[1].start - 1]
        if last.tag == "VBN" and words[openers[1].start - 2].tag in (
            "NN",
            "NNS",
            "NNP",
        ):  # "her condition worsened, ..."
            found = find_missed_verb(words, openers[1].start - 2, openers[1].start)
            missed += [found] if found else []
    for number, opener in enumerate(openers):
        if number and (
            opener.sort == "rel" or (opener.sort == "sub" and opener.word in ("while", "whereas", "although", "though"))
        ):
            end = openers[number + 1].start if number + 1 < len(openers) else len(words)
            if not _any_between(finite, opener.body, end):
                found = find_missed_verb(words, opener.body, end)
                missed += [found] if found else []
    return sorted({group.start: group for group in (*groups, *missed)}.values()) if missed else groups


def settle_openers(groups: Sequence[VerbGroup], openers: list[Opener], count: int) -> list[Opener]:
    """Drop what opens nothing: a preposition ("since 2003"), a comma right after "that"."""
    finite = [group.start for group in groups if group.finite]
    kept: list[Opener] = []
    for number, opener in enumerate(openers):
        end = openers[number + 1].start if number + 1 < len(openers) else count
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
