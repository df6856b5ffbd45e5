"""Noun phrases: where one begins and ends, with what hangs on it by prepositions."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.detection.appositions import is_verb
from factcheck.detection.name_words import fold, load_name_words
from factcheck.detection.speakers import singular
from factcheck.detection.words import Word

__all__ = ["INSIDE", "NOUNS", "PREPOSITIONS", "STARTS", "is_time", "phrase_end", "phrase_start"]

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = NOUNS | {"JJ", "JJR", "JJS", "CD", "POS", "PRP$", "DT", "PDT", "PRP", "VBN", "VBG", "FW", "$"}
STARTS = frozenset({"DT", "PDT", "PRP$", "NNP", "NNPS", "NN", "NNS", "PRP", "CD", "JJ", "JJS", "JJR", "EX"})
_TIME_NOUNS = frozenset(
    [
        "yesterday",
        "today",
        "tomorrow",
        "tonight",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "morning",
        "afternoon",
        "evening",
        "night",
        "week",
        "month",
        "year",
        "weekend",
        "day",
        "weeks",
        "months",
        "years",
        "days",
        "hours",
        "hour",
        "time",
        "moment",
        "decade",
        "century",
    ]
)
PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "at",
        "in",
        "from",
        "on",
        "with",
        "to",
        "near",
        "under",
        "outside",
        "inside",
        "behind",
        "by",
        "against",
        "about",
        "among",
        "including",
        "like",
    ]
)


def is_time(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether words only tell when: "last week", "on Sunday"."""
    times = False
    for i in range(start, end):
        if words[i].lower in _TIME_NOUNS:
            times = True
        elif words[i].tag not in ("DT", "JJ", "CD", "IN"):
            return False
    return times


def phrase_start(words: Sequence[Word], end: int) -> int:
    """Find where the plain noun phrase that ends before `words[end]` begins; `end` if there is none."""
    at = end
    while at > 0:
        word = words[at - 1]
        if word.tag not in INSIDE and not (word.text == "&" or (word.lower in ("-",) and at < end)):
            break
        if word.tag in ("VBN", "VBG") and (at < 2 or words[at - 2].tag not in ("DT", "PRP$", "POS", "JJ") or at == end):
            break
        if word.tag == "PRP" and at != end:
            break
        at -= 1
        if word.tag in ("PRP", "PRP$"):
            break
        if word.tag in ("DT", "PDT") and not (at and words[at - 1].tag == "PDT"):
            break
    while at < end and (
        words[at].tag == "POS"
        or (is_time(words, at, at + 1) and words[at].tag in NOUNS and at + 1 < end and not _is_first_name(words, at))
    ):
        at += 1
    return at


def phrase_end(words: Sequence[Word], start: int) -> int:
    """Find where the noun phrase that begins at `words[start]` ends; prepositions join on to a common noun only."""
    at = start
    count = len(words)
    while at < count:
        word = words[at]
        if word.tag == "PRP":
            if at == start or (word.lower in ("them", "us") and words[at - 1].tag == "IN"):
                at += 1
            break
        if word.tag in INSIDE or word.text == "&":
            if word.tag in ("DT", "PRP$", "PDT") and at > start and words[at - 1].tag not in ("PDT", "DT", "IN", "POS"):
                break
            if word.tag in ("VBN", "VBG") and not (at + 1 < count and words[at + 1].tag in INSIDE and at > start):
                break
            if at > start and word.lower in _TIME_NOUNS and words[at - 1].tag in NOUNS and not _in_name(words, at):
                break
            at += 1
        elif (word.tag in ("IN", "TO") and word.lower in PREPOSITIONS and at > start and _joins(words, start, at)) or (
            word.tag == "CC" and word.lower == "and" and at > start and at + 1 < count and _coordinates(words, at)
        ):
            at += 1
        else:
            break
    while at > start and words[at - 1].tag in ("IN", "TO", "CC", "DT", "POS"):
        at -= 1
    return at


def _in_name(words: Sequence[Word], at: int) -> bool:
    """Say whether a time word stands inside a name ("Sydney Morning Herald") or ends one ("Lena May")."""
    if words[at].tag != "NNP" or words[at].lower.endswith("day"):
        return False
    behind = words[at + 1].tag if at + 1 < len(words) else ""
    return behind == "NNP" or (behind != "CD" and fold(words[at - 1].text) in load_name_words().given)


def _is_first_name(words: Sequence[Word], at: int) -> bool:
    """Say whether a month's name is a first name: a capitalised word follows, and no preposition stands before it."""
    if words[at].tag != "NNP" or words[at + 1].tag != "NNP" or fold(words[at].text) not in load_name_words().given:
        return False
    return at == 0 or words[at - 1].tag not in ("IN", "JJ", "NNP", "CD")


def _joins(words: Sequence[Word], start: int, at: int) -> bool:
    """Say whether a preposition hangs on the phrase before it: on common nouns, and "of" on any."""
    if at + 1 >= len(words) or words[at + 1].tag not in STARTS or is_time(words, at + 1, at + 2):
        return False
    before = words[at - 1]
    if before.tag in ("NNP", "NNPS"):  # "Bank of England", not "Amara Okafor of Leeds"
        lexicon, noun = load_name_words(), fold(before.text)
        heads = noun in lexicon.people or noun in lexicon.body_heads or noun in lexicon.place_heads
        return words[at].lower in ("of", "for") and (heads or singular(noun) in lexicon.people)
    return words[at].lower in ("of", "for", "at", "from", "in", "with", "to")


def _coordinates(words: Sequence[Word], at: int) -> bool:
    """Say whether "and" joins two nouns of one phrase rather than two clauses."""
    i = at + 1
    while i < len(words) and words[i].tag in INSIDE:
        i += 1
    return i > at + 1 and not (i < len(words) and is_verb(words[i]))
