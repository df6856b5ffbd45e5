"""Noun phrases around a verb of saying: where its subject begins and ends, appositions and parentheses stepped over."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.detection.appositions import is_verb, read_group, read_phrase, read_with_apposition
from factcheck.detection.name_words import fold, load_name_words
from factcheck.detection.noun_phrases import INSIDE, NOUNS, PREPOSITIONS, STARTS, is_time, phrase_end, phrase_start
from factcheck.detection.speakers import QUOTE_TAG, Source
from factcheck.detection.words import FINITE_TAGS, Word

__all__ = ["is_participle", "phrase_after", "subject_of", "verb_in_relative"]

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
# Verbs that leave "that" out most: "says David Brat, his rival, is proposing cuts".
_OPEN_REPORTS = frozenset(
    {
        "say",
        "says",
        "said",
        "think",
        "thinks",
        "thought",
        "believe",
        "believes",
        "believed",
        "claims",
        "claimed",
        "hopes",
    }
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
            if (
                words[at + 1].tag == "RB"
                and words[verb].tag == "VBD"
                and words[at + 1].lower in ("then", "later", "also")
            ):
                verb = _verb_before(words, at)  # "He read the oath, then continued"
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
        built_in = words[i].tag == QUOTE_TAG and words[i - 1].tag not in (
            ",",
            ":",
        )  # "accused them of “hiding” and called"
        if (words[i].tag == QUOTE_TAG and not built_in) or words[i].text in _EDGES:
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
            and (words[start - 1].tag != QUOTE_TAG or (start > 1 and words[start - 2].tag in ("IN", "JJ", "VBN")))
            and words[start - 1].text not in _EDGES
        ):
            start -= 1
        if start == end:
            break
        relative = words[start].tag in _RELATIVES or (
            words[start].tag == "IN" and words[min(start + 1, end - 1)].tag in _RELATIVES
        )
        relative = relative or verb_in_relative(words, start, end)
        first = start + 1 if is_participle(words, start, end) else start
        if start and words[start - 1].tag == "," and words[start].tag in FINITE_TAGS:
            first = start + 1  # "whose son, Rand, seeks a seat, ...": the relative clause goes on
        finite = any(words[i].tag in FINITE_TAGS for i in range(first, end))
        if finite and not relative:
            tail = phrase_start(words, end)
            opener = words[tail - 1].lower
            if tail > start and (words[tail - 1].tag == "CC" or opener in _SUBORDINATORS or opener in _OPEN_REPORTS):
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
            if earlier == first - 1 and earlier > 1 and _describes(words, earlier - 1):
                earlier = phrase_start(words, first - 2)
            timed = earlier < first - 1 and is_time(words, earlier, first - 1)
            if timed and before.lower == "by" and first == start:
                return read_phrase(words, start, end, text)  # "a poll published on Sunday by X found"
            if timed or earlier >= first - 1:
                return (
                    _object_of_opening(words, first, end, text)
                    if first == start
                    else read_phrase(words, first, end, text)
                )
            if (
                (earlier and (words[earlier - 1].lower in PREPOSITIONS or words[earlier - 1].tag == ","))
                or before.lower == "of"
                or not _has_verb(words, earlier)
            ):
                first = earlier
                continue
            break
        body = _body_of_two(words, first) if before.lower == "and" and first == start else None
        if body is not None:
            return read_phrase(words, body, end, text)
        if before.tag == "CC" and before.lower == "and":
            earlier = phrase_start(words, first - 1)
            follows_clause = _has_verb(words, first)
            if follows_clause and not (earlier and words[earlier - 1].tag == ","):
                break  # "rents rose and police said"
            if earlier < first - 1:
                first = earlier
                while not follows_clause and first > 1 and words[first - 1].tag == ",":
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


def is_participle(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether words between commas begin with a participle: "led by Ann Lee", "based in Hull"."""
    if start + 1 >= end or not start or words[start - 1].tag != ",":
        return False
    return words[start].tag in ("VBD", "VBN") and words[start + 1].lower in ("by", "in", "at", "on", "to", "from", "as")


def verb_in_relative(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether the only verb of words between commas is a relative clause's ("an expert who was not involved")."""
    finite = [i for i in range(start, end) if words[i].tag in FINITE_TAGS]
    if len(finite) != 1:
        return False
    return any(words[i].tag in ("WP", "WDT", "WP$") for i in range(start, finite[0]))


def _body_of_two(words: Sequence[Word], second: int) -> int | None:
    """Find where "the Center for Freedom and Prosperity" begins, its second noun at `words[second]`."""
    first = phrase_start(words, second - 1)
    if first >= second - 1 or first < 2 or words[first - 1].lower not in ("for", "of"):
        return None
    if words[second].tag not in ("NNP", "NNPS") or words[first].tag not in ("NNP", "NNPS"):
        return None
    begin = phrase_start(words, first - 1)
    return begin if begin < first - 1 and fold(words[first - 2].text) in load_name_words().body_heads else None


def _describes(words: Sequence[Word], at: int) -> bool:
    """Say whether a word joins a preposition to the noun before it: "people familiar with", "people briefed on"."""
    return words[at].tag in ("JJ", "RB") or (words[at].tag in ("VBN", "VBD") and words[at - 1].tag == "NNS")


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
