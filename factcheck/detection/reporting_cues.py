"""Cues: the verbs and phrases that give words to somebody ("he added", "according to"), with their subject."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factcheck.detection.name_words import load_name_words, read_lexicon
from factcheck.detection.noun_phrases import is_time
from factcheck.detection.speaker_phrases import phrase_after, subject_of, verb_in_relative
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


_DOCUMENTS = frozenset(
    {"report", "reports", "study", "studies", "data", "figures", "documents", "records", "poll", "survey", "statistics"}
)
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
        if verb is None or _is_plural_noun(words, at):
            continue
        if word.tag[:2] != "VB" and not (_beside_quote(words, at) or _reads_as_noun(words, at)):
            continue
        cue = _verb_cue(words, at, verb, text)
        if cue is not None:
            cues.append(_with_first_speaker(words, cue, cues))
    return cues


def _with_first_speaker(words: Sequence[Word], cue: Cue, earlier: Sequence[Cue]) -> Cue:
    """Give a verb that goes on with an earlier report that report's speaker: "said 12 had died, adding that ..."."""
    if cue.inverted or cue.passive or cue.source is None or not earlier or cue.verb is None:
        return cue
    first = next((c for c in reversed(earlier) if c.source is not None and _reports_clause(c)), None)
    inside = first is not None and first.source is not None and cue.source.place[0] >= first.until
    if first is None or first.source is None or not inside:
        return cue
    before = words[cue.at - 1]
    if words[cue.at].tag == "VBG" and before.tag == ",":
        return cue._replace(source=first.source)
    if before.tag != "CC" or cue.source.pronoun or cue.relative:
        return cue
    if cue.source.sort == "thing":
        may_speak = cue.source.name.split()[-1].lower() in load_name_words().signs["body_noun"]
        return cue._replace(source=None if may_speak else first.source)
    return cue._replace(source=None) if cue.source.sort == "body" else cue  # both may speak: nobody is named


def _reports_clause(cue: Cue) -> bool:
    frames = cue.verb.frames if cue.verb is not None else ""
    return not cue.relative and not cue.passive and ("c" in frames or "o" in frames)


def _beside_quote(words: Sequence[Word], at: int) -> bool:
    """Say whether a word stands where a quotation's verb would ("…,” claims Bell"): its tag may be mistaken."""
    before = words[at - 1].tag if at else ""
    return before == QUOTE_TAG or (before == "," and at > 1 and words[at - 2].tag == QUOTE_TAG)


def _reads_as_noun(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb was tagged a noun: "the report states that few ..."."""
    if at and words[at - 1].lower in ("he", "she", "they", "we", "i"):
        return True
    before = {"NNS": ("NN", "NNP"), "NN": ("NNS", "NNPS")}.get(words[at].tag, ())  # a verb agrees with its subject
    if not 0 < at < len(words) - 2 or words[at - 1].tag not in before:
        return False
    return words[at + 1].lower == "that" and words[at + 2].tag not in FINITE_TAGS


def _is_plural_noun(words: Sequence[Word], at: int) -> bool:
    """Say whether a form in -s is a noun's plural before its clause's verb: "a critic of warming claims, called ..."."""
    if words[at].tag not in ("VBZ", "NNS") or at + 2 >= len(words) or words[at + 1].tag != ",":
        return False
    if words[at + 2].tag not in FINITE_TAGS or at < 2:
        return False
    start = at - 1
    while (
        start > 0
        and words[start].tag not in (",", QUOTE_TAG)
        and words[start].tag not in FINITE_TAGS
        and at - start < 9
    ):
        start -= 1
    return words[start].tag == "," and any(word.tag == "IN" for word in words[start:at])


def _phrase_cue(words: Sequence[Word], at: int, text: str, phrases: list[tuple[str, ...]]) -> Cue | None:
    following = words[at + 1].lower if at + 1 < len(words) else ""
    for phrase in phrases:
        if len(phrase) > 1 and phrase[1] != following:
            continue
        end = at + len(phrase)
        if tuple(word.lower for word in words[at:end]) == phrase:
            source = phrase_after(words, end, text)
            if source is None or source.pronoun == "it" or (phrase[0] == "citing" and not _can_be_cited(source)):
                return None
            stop = max(source.place[1], end)
            return Cue(at, end, words[at].start, words[end - 1].end, None, source, inverted=True, body=stop)
    return None


def _can_be_cited(source: Source) -> bool:
    """Say whether somebody or a document is cited for the words ("citing officials"), not a ground ("citing costs")."""
    if source.named or source.sort in ("person", "body"):
        return True
    return not _DOCUMENTS.isdisjoint(source.name.lower().split())


def _verb_cue(words: Sequence[Word], at: int, verb: ReportingVerb, text: str) -> Cue | None:
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) else None
    if word.tag == "VB" and at and words[at - 1].lower == "to":
        return None
    if word.tag == "VBG" and at and not _begins_participle(words, at):
        return None
    if word.tag == "VB" and _only_possible(words, at):
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
        and verb.sort != "stance"  # "X, who left, called the work ...": what follows is its object
        and _opens_after_quote(words, at)
        and after is not None
        and _starts_subject(after)
        and after.lower != "that"
    ):
        source = phrase_after(words, at + 1, text)
        if source is not None and not _goes_on(words, source.place[1]):
            return Cue(at, at + 1, word.start, word.end, verb, source, inverted=True, body=source.place[1])
    source = subject_of(words, at, text)
    if source is None or source.place[0] > at or is_time(words, *source.place):
        return None
    if "w" in verb.frames and source.sort == "thing" and not source.pronoun and not _may_speak(source):
        return None
    relative = _in_relative(words, source.place[1], at)
    return Cue(at, at + 1, words[at].start, word.end, verb, source, relative=relative, body=at + 1)


def _in_relative(words: Sequence[Word], start: int, at: int) -> bool:
    """Say whether the verb at `words[at]` is a relative clause's, not the main one after it ("X, who left, said")."""
    opened = next((i for i in range(start, at) if words[i].tag in ("WP", "WDT")), None)
    if opened is None:
        return False
    closed = any(words[i].tag == "," for i in range(opened, at))
    return not (closed and any(words[i].tag in FINITE_TAGS for i in range(opened, at)))


def _may_speak(source: Source) -> bool:
    """Say whether a source of unknown sort may be a person: a name of one or two words without an article."""
    return (
        source.named
        and source.name.count(" ") < 2
        and source.name[:4].lower() != "the "
        and not source.name[-1:].isdigit()
    )


def _only_possible(words: Sequence[Word], at: int) -> bool:
    """Say whether the verb tells what somebody may say, not what was said ("others may explain part of it")."""
    i = at - 1
    while i > 0 and words[i].tag in ("RB", "RBR"):
        i -= 1
    if i < 0 or words[i].lower not in ("may", "might", "could", "can", "should", "must"):
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    return following is None or (following.lower != "that" and following.tag not in (QUOTE_TAG, ",", ":"))


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
    if words[start].tag in ("WP", "WDT", "VBG", "VBN") or verb_in_relative(words, start, before):
        return False
    return any(word.tag in FINITE_TAGS for word in words[start:before])


def _starts_subject(word: Word) -> bool:
    return word.tag in ("NNP", "NNPS", "NN", "NNS", "DT", "PRP", "PRP$", "CD", "JJ", "JJS", "PDT", "JJR") and not (
        word.lower.endswith("day") or word.lower in ("nothing", "so", "something", "anything")
    )


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb or a quoted predicate follows at once: the phrase is no subject of the verb before it."""
    while at < len(words) and words[at].tag == "RB":
        at += 1
    return at < len(words) and (words[at].tag in FINITE_TAGS or words[at].tag == QUOTE_TAG)


def _passive_cue(words: Sequence[Word], at: int, verb: ReportingVerb, text: str) -> Cue | None:
    """Read "is considered by the militias to be", "it is asserted by the Crown that": the source stands after "by"."""
    if not {"p", "c", "o"} & set(verb.frames):
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
