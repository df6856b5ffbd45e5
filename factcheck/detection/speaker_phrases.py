"""Noun phrases around a verb of saying: where its subject begins and ends, appositions and parentheses stepped over."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.detection.appositions import is_verb, read_group, read_phrase, read_with_apposition
from factcheck.detection.noun_phrases import INSIDE, NOUNS, PREPOSITIONS, STARTS, is_time, phrase_end, phrase_start
from factcheck.detection.speakers import QUOTE_TAG, Source
from factcheck.detection.words import FINITE_TAGS, Word

__all__ = ["phrase_after", "subject_of"]

_AUXILIARIES = frozenset(
    [
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "am",
        "have",
        "has",
        "had",
        "do",
        "does",
        "did",
        "'s",
        "'ve",
        "'d",
        "'re",
        "to",
    ]
)
_RELATIVES = frozenset({"WP", "WDT", "WP$", "WRB"})
_SUBORDINATORS = frozenset(
    [
        "that",
        "because",
        "if",
        "although",
        "though",
        "while",
        "whereas",
        "when",
        "whether",
        "since",
        "until",
        "as",
        "after",
        "before",
        "than",
        "unless",
    ]
)
_EDGES = frozenset({";", ":", "—", "–", "--", "-"})


def subject_of(words: Sequence[Word], verb: int, text: str) -> Source | None:
    """Find the subject of the verb at `words[verb]`, looking left in its own sentence.

    Appositions and parentheses between commas are stepped over, a second verb after "and" shares the first one's
    subject, and a phrase that belongs to a preposition is none.
    """
    seen = 0
    while verb > 0 and seen < 4:
        seen += 1
        at = _skip_auxiliaries(words, verb - 1)
        if at < 0:
            return None
        word = words[at]
        if word.tag == "CC" or (
            word.tag in ("TO", "IN") and word.lower in ("to", "by", "as", "of", "in", "for", "from")
        ):
            verb = _verb_before(words, at)
            continue
        if word.tag == "," and at and words[at - 1].tag == "CC":
            at -= 1
        if word.tag == ",":
            if words[verb].tag in ("VBG", "VBN") and not any(words[i].tag in FINITE_TAGS for i in range(at, verb)):
                verb = _verb_before(words, at)
                continue
            return _subject_across_commas(words, at, text)
        if word.tag == ")":
            at = _opening(words, at) - 1
        if at >= 0 and words[at].tag in _RELATIVES:
            return _phrase_ending(words, at - (words[at - 1].tag == "," if at else 0), text)
        if at >= 0 and words[at].tag not in INSIDE and words[at].lower not in ("there",):
            if is_verb(words[at]) and words[verb].tag in ("VBG", "VBN", "VB"):
                verb = at
                continue
            return None
        if words[verb].tag == "VBG" and at >= 0 and words[at].tag in NOUNS:
            earlier = _verb_before(words, at)
            return subject_of(words, earlier, text) if earlier else None
        return _phrase_ending(words, at + 1, text)
    return None


def phrase_after(words: Sequence[Word], start: int, text: str) -> Source | None:
    """Read the noun phrase that begins at `words[start]` ("said Ned Price, ..."), with the name of its apposition."""
    end = phrase_end(words, start)
    return read_with_apposition(words, start, end, text) if end > start else None


def _skip_auxiliaries(words: Sequence[Word], at: int) -> int:
    while at >= 0 and (
        words[at].tag in ("RB", "RBR", "MD", "RP") or (is_verb(words[at]) and words[at].lower in _AUXILIARIES)
    ):
        at -= 1
    return at


def _verb_before(words: Sequence[Word], at: int) -> int:
    """Find the finite verb before a place in the sentence, 0 if there is none."""
    for i in range(at - 1, 0, -1):
        if words[i].tag == QUOTE_TAG or words[i].text in _EDGES:
            return 0
        if words[i].tag in FINITE_TAGS:
            return i
    return 0


def _opening(words: Sequence[Word], at: int) -> int:
    while at > 0 and words[at].tag != "(":
        at -= 1
    return at


def _subject_across_commas(words: Sequence[Word], comma: int, text: str) -> Source | None:
    """Find the subject before ", an apposition," or ", in a statement,": the earliest part that can be one."""
    parts: list[tuple[int, int]] = []
    end = comma
    while end > 0 and len(parts) < 12:
        start = end
        while (
            start > 0
            and words[start - 1].tag != ","
            and words[start - 1].tag != QUOTE_TAG
            and words[start - 1].text not in _EDGES
        ):
            start -= 1
        if start == end:
            break
        relative = words[start].tag in _RELATIVES or (
            words[start].tag == "IN" and words[min(start + 1, end - 1)].tag in _RELATIVES
        )
        finite = any(words[i].tag in FINITE_TAGS for i in range(start, end))
        if finite and not relative:
            tail = phrase_start(words, end)
            if tail > start and (words[tail - 1].tag == "CC" or words[tail - 1].lower in _SUBORDINATORS):
                parts.append((tail, end))
            break
        parts.append((start, end))
        if start == 0 or words[start - 1].tag != ",":
            break
        end = start - 1
    for start, end in reversed(parts):
        while start < end and words[start].tag == "CC":
            start += 1
        if start < end and words[start].tag in STARTS and not is_time(words, start, end):
            stop = min(phrase_end(words, start), end)
            if stop > start:
                return read_with_apposition(words, start, stop, text)
    return None


def _phrase_ending(words: Sequence[Word], end: int, text: str) -> Source | None:
    """Read the noun phrase that ends before `words[end]`, with what hangs on it by prepositions."""
    start = first = phrase_start(words, end)
    if start == end:
        return None
    for _ in range(6):
        if not first:
            break
        before = words[first - 1]
        if before.lower in PREPOSITIONS and before.tag in ("IN", "TO", "RP", "VBG"):
            earlier = phrase_start(words, first - 1)
            if earlier == first - 1 and earlier and words[earlier - 1].tag in ("JJ", "RB"):
                earlier = phrase_start(words, first - 2)
            if earlier >= first - 1 or is_time(words, earlier, first - 1):
                return (
                    _object_of_opening(words, first, end, text)
                    if first == start
                    else read_phrase(words, first, end, text)
                )
            if (
                (earlier and words[earlier - 1].lower in PREPOSITIONS)
                or before.lower == "of"
                or not _has_verb(words, earlier)
            ):
                first = earlier
                continue
            break
        if before.tag == "CC" and before.lower == "and" and not _has_verb(words, first):
            earlier = phrase_start(words, first - 1)
            if earlier < first - 1:
                first = earlier
                while first > 1 and words[first - 1].tag == ",":
                    earlier = phrase_start(words, first - 1)
                    if earlier >= first - 1:
                        break
                    first = earlier
                return read_group(words, first, end, text)
        break
    return (
        read_phrase(words, first, min(phrase_end(words, first), end), text)
        if first < start
        else read_phrase(words, start, end, text)
    )


def _has_verb(words: Sequence[Word], end: int) -> bool:
    for i in range(end - 1, -1, -1):
        if words[i].tag == QUOTE_TAG or words[i].text in _EDGES or words[i].lower in _SUBORDINATORS:
            return False
        if words[i].tag in FINITE_TAGS:
            return True
    return False


def _object_of_opening(words: Sequence[Word], start: int, end: int, text: str) -> Source | None:
    """Read "In London police": the place belongs to the preposition, the common noun after it is the subject."""
    at = end
    while at > start and words[at - 1].tag in ("NN", "NNS"):
        at -= 1
    return read_phrase(words, at, end, text) if start < at < end else None
