"""Missed verbs: finite verbs that the tags do not show, found by what a full clause must have."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set

from factcheck.detection.clause_values import DAYS, SHORT
from factcheck.detection.lemmas import verb_lemma
from factcheck.detection.openers import Opener
from factcheck.detection.phrases import load_phrases
from factcheck.detection.verb_groups import SAME_PAST, VerbGroup, lemma_of
from factcheck.detection.words import Word

__all__ = ["add_missed_verbs", "find_active_past", "find_missed_verb"]

OBJECTS = frozenset({"them", "him", "me", "us"})
NAMES = frozenset({"NNP", "NNPS"})
TWO_OBJECTS = frozenset(
    {"given", "offered", "awarded", "granted", "sent", "shown", "told", "taught", "named", "called", "aged", "deemed",
     "denied", "owed", "handed", "dubbed", "lent", "sold", "born", "made", "left"}
)  # fmt: skip
"""Participles behind their noun that an object can follow: "pupils given a free meal"."""


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
    bodies = [opener.body for opener in openers]
    bare = set(range(len(openers))).difference(bisect_right(bodies, at) - 1 for at in finite)
    if not bare:
        return groups
    if len(openers) > 1:
        found_here = _after_openers(words, openers, bare) + _after_relative(words, openers, bare)
        bare.difference_update(bisect_right(bodies, group.start) - 1 for group in found_here)
        missed += found_here
    for number in sorted(bare) if finite or missed else ():
        opener = openers[number]
        if opener.sort in ("start", "cc", "mark"):
            end = openers[number + 1].start if number + 1 < len(openers) else len(words)
            verb = _same_past(words, groups, opener) or find_active_past(words, opener.body, end)
            missed += [verb] if verb else []
    return sorted({group.start: group for group in (*groups, *missed)}.values()) if missed else groups


def _after_openers(words: Sequence[Word], openers: Sequence[Opener], bare: Set[int]) -> list[VerbGroup]:
    """Find the verb that "which", "while" or "since" asks for where its clause shows none."""
    found = []
    for number in sorted(bare):
        opener = openers[number]
        if not number or opener.sort not in ("rel", "sub"):
            continue
        end = openers[number + 1].start if number + 1 < len(openers) else len(words)
        full = opener.sort == "rel" or opener.word in ("while", "whereas", "although", "though")
        verb = find_missed_verb(words, opener.body, end) if full else _happening(words, opener.body, end)
        found += [verb] if verb else []
    return found


def _past_at(words: Sequence[Word], at: int) -> VerbGroup:
    lemma = verb_lemma(words[at].lower)
    return VerbGroup(at, at + 1, True, at, lemma, "", True, False, False, False, False, "VBD")


def _after_relative(words: Sequence[Word], openers: Sequence[Opener], bare: Set[int]) -> list[VerbGroup]:
    """Find the main verb behind a relative where it seems a participle: "The firm, which has 40 shops, lost £2m"."""
    if len(openers) < SHORT - 1 or openers[0].sort != "start" or 0 not in bare:
        return []
    second = openers[1]
    aside = second.sort == "mark" and words[second.body].tag in ("VBG", "VBN", "VBD") and second.body + 1 < len(words)
    if second.mark != "," or not (second.sort == "rel" or aside):
        return []
    for number in range(2, len(openers)):
        opener = openers[number]
        at = opener.body + (words[opener.body].tag == "RB")
        if opener.sort == "mark" and opener.mark == "," and at + 1 < len(words):
            return [_past_at(words, at)] if words[at].tag == "VBN" and number in bare else []
        if opener.sort not in ("cc", "sub", "rel"):
            return []
    return []


def _happening(words: Sequence[Word], start: int, end: int) -> VerbGroup | None:
    """Find "since the mine reopened in 2014": a verb that takes no object is no participle of the noun before it."""
    for at in range(start + 1, end):
        if words[at].tag == "VBN" and words[at - 1].tag[:2] == "NN":
            return _past_at(words, at) if verb_lemma(words[at].lower) in load_phrases("clauses")["happening"] else None
    return None


def _same_past(words: Sequence[Word], groups: Sequence[VerbGroup], opener: Opener) -> VerbGroup | None:
    """Read "reported a fall and cut its forecast": after a past tense, a form that is past and base alike is past."""
    word = words[opener.body]
    if not opener.coordinator or word.lower not in SAME_PAST or word.tag[:2] not in ("VB", "NN"):
        return None
    at = bisect_left(groups, opener.start, key=lambda group: group.start) - 1
    if at < 0 or groups[at].tag != "VBD":
        return None
    return _past_at(words, opener.body)


def find_missed_verb(words: Sequence[Word], start: int, end: int) -> VerbGroup | None:
    """Find the likeliest finite verb where the tags show none: a full clause has one.

    A word before an object pronoun ("many hold them"), a past form after its subject ("the region declined by"), or a
    form in -s between a singular subject and an object ("this total masks the losses").

    >>> from factcheck.detection.words import Word
    >>> many, hold = Word(0, 4, "Many", "many", "JJ"), Word(5, 9, "hold", "hold", "NN")
    >>> find_missed_verb([many, hold, Word(10, 14, "them", "them", "PRP")], 0, 3).lemma
    'hold'
    """
    for at in range(start + 1, end):
        if _may_be_finite(words, at, end):
            word = words[at]
            past = word.tag in ("VBN", "VBD")
            tag = "VBD" if past else "VBZ" if word.tag == "NNS" else "VBP"
            return VerbGroup(at, at + 1, True, at, lemma_of(word), "", past, False, False, False, False, tag)
    return None


def find_active_past(words: Sequence[Word], start: int, end: int) -> VerbGroup | None:
    """Find a past form that its object makes active: "the company paid £2 billion", "the study cost the town a year".

    A participle behind its noun takes no object ("a study paid for by"), but for verbs with two ("pupils given a meal").

    >>> from factcheck.detection.words import Word
    >>> firm, paid = Word(0, 4, "firm", "firm", "NN"), Word(5, 9, "paid", "paid", "VBN")
    >>> find_active_past([firm, paid, Word(10, 11, "£", "£", "$")], 0, 3).lemma
    'pay'
    """
    for at in range(start + 1, min(end, len(words) - 1)):
        word, before = words[at], words[at - 1]
        past = word.tag in ("VBN", "VBD") or (word.lower in SAME_PAST and word.tag in ("VB", "NN"))
        if not past or before.tag not in ("NN", "NNS", "NNP", "NNPS", "PRP") or word.lower in TWO_OBJECTS:
            continue
        after = words[at + 1]
        named = after.tag in NAMES and after.lower not in DAYS
        if named or after.tag in ("$", "CD", "DT", "PRP$", "PRP") or (after.lower == "that" and after.tag == "IN"):
            return VerbGroup(at, at + 1, True, at, lemma_of(word), "", True, False, False, False, False, "VBD")
    return None


def _may_be_finite(words: Sequence[Word], at: int, end: int) -> bool:
    word, before = words[at], words[at - 1]
    following = words[at + 1] if at + 1 < end else None
    subject = before.tag in ("NN", "NNP", "NNPS", "PRP", "WDT", "WP", "CD") or (
        before.tag == "DT" and before.lower in ("this", "that")
    )
    if (
        following is not None
        and following.lower in OBJECTS
        and word.tag in ("NN", "NNS", "JJ", "VB")
        and before.tag != "TO"
    ):
        return True
    if (
        word.lower in SAME_PAST
        and word.tag in ("VBN", "VB", "NN", "JJ")
        and before.tag in ("NN", "NNP", "NNPS", "NNS", "PRP", ",")
    ):
        return following is not None and following.tag in ("IN", "DT", "NN", "NNS", "CD", "PRP", "NNP", "PRP$")
    if word.tag == "VBN" and word.lower.endswith("ed"):
        return subject and (following is None or following.lower != "by" or _measures(words, at + 2, end))
    after = following.tag if following is not None else ""
    asked = before.tag in ("WDT", "WP") and bool(after)
    if asked and (word.tag == "VB" or (word.tag == "NNS" and after in ("TO", "IN", "RB", "RP", "VBN"))):
        return True  # "which flies to", "who make up"
    if word.tag == "VB":
        return before.tag in ("NNS", "NNPS", "PRP", "JJ") and before.lower != "to"
    if word.tag == "NNS" and subject and following is not None:
        return (
            following.tag in ("DT", "PRP", "PRP$", "RB")
            or following.lower == "that"
            or (before.tag in ("WDT", "WP") and following.tag in ("JJ", "NNS", "NNP", "CD"))
        )
    return False


def _measures(words: Sequence[Word], at: int, end: int) -> bool:
    """Tell "declined by 4%", a change, from "attacked by dogs", no verb of its own."""
    return at < end and words[at].tag in ("CD", "$", "RB", "JJ", "JJR")
