"""Cues: the verbs and phrases that give words to somebody ("he added", "according to"), with their subject."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factcheck.detection.name_words import read_lexicon
from factcheck.detection.speaker_phrases import phrase_after, subject_of
from factcheck.detection.speakers import QUOTE_TAG, Source
from factcheck.detection.words import FINITE_TAGS, Word

__all__ = ["Cue", "ReportingVerb", "find_cues", "load_reporting_verbs"]


class ReportingVerb(NamedTuple):
    """Hold what the lexicon says of a verb of saying.

    Attributes:
        lemma: its base form.
        sort: "neutral", "factive", "doubt", "claim", "deny", "ask", "order", "stance" or "mental".
        frames: letters, explained at the head of `lexicon/en/reporting_verbs.tsv`.
    """

    lemma: str
    sort: str
    frames: str


class Cue(NamedTuple):
    """Hold one cue of a sentence.

    Attributes:
        at: number of its first word: the verb, or the phrase's first word.
        until: one past its last word.
        start: first code point of the attribution words, subject included.
        end: one past their last.
        verb: what the lexicon says of the verb; None for a phrase such as "according to".
        source: who is said to speak, unresolved; None where the text does not say.
        inverted: whether the subject stands after the verb ("said Price").
        passive: whether it is a passive report ("is considered by the militias to be").
        relative: whether it stands in a relative clause ("who said").
        body: one past the last word of verb and subject: where reported words may begin.
    """

    at: int
    until: int
    start: int
    end: int
    verb: ReportingVerb | None
    source: Source | None
    inverted: bool = False
    passive: bool = False
    relative: bool = False
    body: int = 0


_PUT_IT = ReportingVerb("put it", "neutral", "q")


@cache
def load_reporting_verbs(language: str = "en") -> dict[str, ReportingVerb]:
    """Read the verbs of saying: every form in lower case -> its verb."""
    verbs: dict[str, ReportingVerb] = {}
    for lemma, forms, sort, frames in read_lexicon("reporting_verbs.tsv", language):
        verb = ReportingVerb(lemma, sort, frames)
        for form in (lemma, *forms.split()):
            verbs.setdefault(form, verb)
    return verbs


@cache
def _load_phrases(language: str = "en") -> dict[str, list[tuple[str, ...]]]:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for row in read_lexicon("attribution_phrases.tsv", language):
        words = tuple(row[0].split())
        phrases.setdefault(words[0], []).append(words)
    return phrases


@cache
def _load_openers(language: str = "en") -> frozenset[str]:
    """Gather the words that a cue may begin with."""
    return frozenset({*load_reporting_verbs(language), *_load_phrases(language), "put", "puts"})


def find_cues(words: Sequence[Word], text: str) -> list[Cue]:
    """Find the cues of one sentence, in order.

    Args:
        words: its words; a quotation stands as one word tagged `QUOTE_TAG`.
        text: the document's text.
    """
    verbs, phrases, openers = load_reporting_verbs(), _load_phrases(), _load_openers()
    cues: list[Cue] = []
    for at in [number for number, word in enumerate(words) if word[3] in openers]:
        word = words[at]
        if word.lower in phrases:
            cue = _phrase_cue(words, at, text, phrases[word.lower])
            if cue is not None:
                cues.append(cue)
                continue
        verb = verbs.get(word.lower)
        if word.lower in ("put", "puts") and at + 1 < len(words) and words[at + 1].lower == "it":
            source = subject_of(words, at, text)
            if source is not None:
                cues.append(Cue(at, at + 2, word.start, words[at + 1].end, _PUT_IT, source, body=at + 2))
            continue
        if verb is None:
            continue
        if word.tag[:2] != "VB" and not _beside_quote(words, at) and not _reads_as_noun(words, at):
            continue
        cue = _verb_cue(words, at, verb, text)
        if cue is not None:
            cues.append(cue)
    return cues


def _beside_quote(words: Sequence[Word], at: int) -> bool:
    """Say whether a word stands where a quotation's verb would ("…,” claims Bell"): its tag may be mistaken."""
    before = words[at - 1].tag if at else ""
    return before == QUOTE_TAG or (before == "," and at > 1 and words[at - 2].tag == QUOTE_TAG)


def _reads_as_noun(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb was tagged a noun: "the report states that few ..."."""
    if words[at].tag != "NNS" or not 0 < at < len(words) - 2 or words[at - 1].tag not in ("NN", "NNP"):
        return False
    return words[at + 1].lower == "that" and words[at + 2].tag not in FINITE_TAGS


def _phrase_cue(words: Sequence[Word], at: int, text: str, phrases: list[tuple[str, ...]]) -> Cue | None:
    following = words[at + 1].lower if at + 1 < len(words) else ""
    for phrase in phrases:
        if len(phrase) > 1 and phrase[1] != following:
            continue
        end = at + len(phrase)
        if tuple(word.lower for word in words[at:end]) == phrase:
            source = phrase_after(words, end, text)
            if source is None or source.pronoun == "it":
                return None
            stop = max(source.place[1], end)
            return Cue(at, end, words[at].start, words[end - 1].end, None, source, inverted=True, body=stop)
    return None


def _verb_cue(words: Sequence[Word], at: int, verb: ReportingVerb, text: str) -> Cue | None:
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) else None
    if word.tag == "VB" and at and words[at - 1].lower == "to":
        return None
    if word.tag == "VBG" and at and not _begins_participle(words, at):
        return None
    auxiliary = _auxiliary(words, at)
    if word.tag in ("VBN", "VBD") and auxiliary == "be" and verb.lemma not in ("quote",):
        return _passive_cue(words, at, verb, text)
    if auxiliary == "be" and word.lower == "quoted" and after is not None and after.lower == "as":
        until = min(at + 3, len(words))
        source = subject_of(words, at, text)
        return Cue(at, until, word.start, words[until - 1].end, verb, source, body=until) if source else None
    if word.tag == "VBN" and auxiliary != "have" and not _beside_quote(words, at) and not _lacks_verb(words, at):
        return None
    if (
        "o" not in verb.frames.replace("co", "")
        and _opens_after_quote(words, at)
        and after is not None
        and _starts_subject(after)
        and after.lower != "that"
    ):
        source = phrase_after(words, at + 1, text)
        if source is not None and not _goes_on(words, source.place[1]):
            return Cue(at, at + 1, word.start, word.end, verb, source, inverted=True, body=source.place[1])
    source = subject_of(words, at, text)
    if source is None or source.place[0] > at:
        return None
    if "w" in verb.frames and source.sort == "thing" and not source.pronoun and not _may_speak(source):
        return None
    relative = at > 0 and any(words[i].tag in ("WP", "WDT") for i in range(source.place[1], at))
    return Cue(at, at + 1, words[at].start, word.end, verb, source, relative=relative, body=at + 1)


def _may_speak(source: Source) -> bool:
    """Say whether a source of unknown sort may be a person: a name of one or two words without an article."""
    return (
        source.named
        and source.name.count(" ") < 2
        and source.name[:4].lower() != "the "
        and not source.name[-1:].isdigit()
    )


def _auxiliary(words: Sequence[Word], at: int) -> str:
    i = at - 1
    while i >= 0 and words[i].tag in ("RB", "RBR"):
        i -= 1
    if i < 0:
        return ""
    if words[i].lower in ("is", "are", "was", "were", "be", "been", "being", "'re", "'m"):
        return "be"
    return "have" if words[i].lower in ("has", "have", "had", "'ve", "'d", "having") else ""


def _lacks_verb(words: Sequence[Word], at: int) -> bool:
    """Say whether a participle must be its clause's verb: none stands before it ("the firm denied that")."""
    if any(word.tag in FINITE_TAGS for word in words[:at]) or at + 1 >= len(words):
        return False
    return words[at + 1].lower == "that" or words[at + 1].tag == "PRP"


def _begins_participle(words: Sequence[Word], at: int) -> bool:
    """Say whether an -ing form goes on with a subject (", adding that") or with a noun ("a letter saying")."""
    before = at - 1
    while before > 0 and words[before].tag == "RB":
        before -= 1
    return words[before].tag in (",", "NN", "NNS", "NNP", QUOTE_TAG, "CC") or words[before].lower in (
        "is",
        "are",
        "was",
        "were",
        "been",
    )


def _opens_after_quote(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb may have its subject behind it: after a quotation, or after a whole clause and a comma."""
    before = at - 1
    while before > 0 and words[before].tag == "RB":
        before -= 1
    if before < 0:
        return False
    if words[before].tag in (QUOTE_TAG, "''"):
        return True
    if words[before].tag not in (",", ":", "."):
        return False
    if before and words[before - 1].tag == QUOTE_TAG:
        return True
    start = before
    while start > 0 and words[start - 1].tag != ",":
        start -= 1
    return words[start].tag not in ("WP", "WDT", "VBG", "VBN") and any(
        word.tag in FINITE_TAGS for word in words[start:before]
    )


def _starts_subject(word: Word) -> bool:
    return word.tag in ("NNP", "NNPS", "NN", "NNS", "DT", "PRP", "PRP$", "CD", "JJ", "JJS", "PDT", "JJR") and not (
        word.lower.endswith("day") or word.lower in ("nothing", "so", "something", "anything")
    )


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Say whether a finite verb follows at once: then the phrase is not the subject of the verb before it."""
    while at < len(words) and words[at].tag == "RB":
        at += 1
    return at < len(words) and words[at].tag in FINITE_TAGS


def _passive_cue(words: Sequence[Word], at: int, verb: ReportingVerb, text: str) -> Cue | None:
    """Read "is considered by the militias to be", "it is asserted by the Crown that": the source stands after "by"."""
    if "p" not in verb.frames and "c" not in verb.frames:
        return None
    i = at + 1
    source = None
    if i < len(words) and words[i].lower == "by":
        source = phrase_after(words, i + 1, text)
        i = source.place[1] if source is not None else i
    if i >= len(words) or words[i].lower not in ("to", "that", "as"):
        return None
    if source is None:
        return None
    return Cue(at, at + 1, words[at].start, source.end, verb, source, passive=True, body=i)
