"""Frames: the parts of a sentence that only bring on what somebody says, or speak to the reader; they are no claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.detection.clause_values import DAYS, SHORT, Clause
from factcheck.detection.lemmas import verb_lemma
from factcheck.detection.phrases import load_phrases
from factcheck.detection.regions import Region
from factcheck.detection.sentence_reading import SentenceReading
from factcheck.detection.statements import Statement
from factcheck.detection.subjects import subject_span
from factcheck.detection.values import Quote
from factcheck.detection.verb_groups import NEGATIONS, VERBS
from factcheck.detection.words import Word
from factcheck.vocabulary import QuoteKind

__all__ = [
    "awaits_forecast",
    "breaks_off",
    "is_aside",
    "is_unheard",
    "keep_source",
    "only_frames",
    "without_attribution",
]

DANGLING = frozenset({"IN", "TO", "DT", "PRP$", "CC", "POS", "WDT"})
NOBODY = frozenset({"i", "we", "anybody", "anyone", "nobody", "no one", "somebody", "someone", "everybody", "everyone"})
"""Subjects of a verb of saying that name no claimant: the speaker, or nobody in particular."""
ASKED = frozenset({"asked", "questioned", "pressed", "quizzed"})
ASKING = frozenset({"whether", "if", "about", "why", "how", "what", "when", "by", "on", "for", "who"})
NEAR = 30
"""So many words around a clause tell whether it waits for a forecast."""


def is_unheard(reading: SentenceReading, quote: Quote) -> bool:
    """Tell reported speech that is no claim of its own.

    "The agency recommends that": the recommending is the fact, not what ought to be. "I think that": what the speaker
    thinks is the speaker's own sentence. "The firm denied that": cut off, the clause would say the opposite. "Nobody
    said that" gives the words to nobody. What has no verb is no clause.
    """
    if quote.kind is not QuoteKind.INDIRECT or quote.cue_start is None or quote.cue_end is None:
        return False
    if quote.said_by is not None and quote.said_by.lower() in (*NOBODY, "a", "an", "the"):
        return True
    first = bisect_left(reading.words, quote.start, key=lambda word: word.start)
    last = bisect_left(reading.words, quote.end, key=lambda word: word.start)
    if first < last and not any(word.tag[:2] == "VB" or word.tag == "MD" for word in reading.words[first:last]):
        return True
    lexicon = load_phrases("clauses")
    at = bisect_left(reading.words, quote.cue_start, key=lambda word: word.start)
    if any(word.lower in NEGATIONS for word in reading.words[max(0, at - 2) : at]):
        return True
    while at < len(reading.words) and reading.words[at].start < quote.cue_end:
        lemma = verb_lemma(reading.words[at].lower) if reading.words[at].tag in VERBS else ""
        if lemma in lexicon["directives"] or lemma in lexicon["denials"] or reading.words[at].lower in NEGATIONS:
            return True
        at += 1
    return False


def without_attribution(reading: SentenceReading, clause: Clause, words: Sequence[Word]) -> Clause:
    """Cut off a trailing attribution that is no verb of its own: ", and in the words of the prosecutor"."""
    finite = clause.finite
    if not reading.cues or finite is None or clause.sort == "apposition" or finite.end > clause.end:
        return clause
    clause = _without_leading_cue(reading, clause, words)
    for cue_start, _, _ in reading.cues_in(words[finite.end - 1].end, words[clause.end - 1].end):
        at = bisect_left(words, cue_start, key=lambda word: word.start)
        if at < clause.end and words[at].tag == "IN" and words[at - 1].text in (",", "and", "but"):
            return clause._replace(end=at)
    return clause


def _without_leading_cue(reading: SentenceReading, clause: Clause, words: Sequence[Word]) -> Clause:
    """Cut off "according to the agency," before what follows it; the attribution belongs to the words before."""
    finite = clause.finite
    first = clause.start
    while first < clause.end and words[first].tag in (",", ":", "CC"):
        first += 1
    if finite is None or first >= finite.start or words[first].tag not in ("VBG", "IN"):
        return clause
    for cue_start, cue_end, quote in reading.cues_in(words[first].start, words[first].end):
        if cue_start == words[first].start and quote.end <= cue_start:
            for at in range(bisect_left(words, cue_end, key=lambda word: word.start), finite.start):
                if words[at].text == ",":
                    return clause._replace(start=at + 1)
    return clause


def only_frames(reading: SentenceReading, region: Region, clause: Clause, words: Sequence[Word]) -> bool:
    """Tell whether a clause only brings on what somebody says: it holds the cue, or it breaks off before the words."""
    if clause.frame:
        return True
    first = words[clause.start]
    if first.lower in ASKED and first.tag in ("VBN", "VBD") and clause.start + 1 < clause.end:
        return words[clause.start + 1].lower in ASKING  # "Asked whether it was too late, Ana Bell"
    if region.quoted:
        return False
    if _only_reports(clause, words):
        return True
    finite = clause.finite
    start, end = words[clause.start].start, words[clause.end - 1].end
    dangling = words[clause.end - 1].tag in DANGLING
    for cue_start, cue_end, quote in reading.cues_in(start, end):
        if region.quote is quote or (quote.kind is QuoteKind.MIXED and start <= quote.start < end):
            continue  # its words stand inside this clause, which is the claim
        if clause.sort in ("apposition", "figure", "event"):
            return False
        if finite is None or (words[finite.start].start < cue_end and words[finite.end - 1].end > cue_start):
            return not _says_more(clause, quote, start)
        if dangling and quote.start >= end:
            return True
    breaks = region.end < len(reading.words) and dangling and clause.end >= len(words) - 1
    return breaks and clause.sort not in ("apposition", "figure")


def _says_more(clause: Clause, quote: Quote, start: int) -> bool:
    """Tell "in what she called “a disgrace”, the firm reported losing 40 ships": the cue's verb has an object of its own."""
    finite = clause.finite
    if finite is None or quote.end > start or finite.lemma in load_phrases("clauses")["reporting"]:
        return False
    return finite.start > clause.start and clause.end - finite.end >= 2 * SHORT


def _only_reports(clause: Clause, words: Sequence[Word]) -> bool:
    """Tell "a spokeswoman told reporters": a verb of saying with nothing said after it."""
    finite = clause.finite
    if finite is None or finite.lemma not in load_phrases("clauses")["reporting"] or clause.sort == "apposition":
        return False
    if finite.end > clause.end or finite.passive:
        return False
    return clause.end - finite.end <= (2 if finite.lemma == "tell" else 0)


def keep_source(words: Sequence[Word], clause: Clause) -> Clause:
    """Keep a frame's subject where it states something: "the results of the study published this week, revealed"."""
    finite = clause.finite
    span = subject_span(words, clause) if finite is not None else None
    if span is not None and span[1] - span[0] > SHORT:
        own = words[span[0] + 1 : span[1]]
        told = len(own) >= 2 * SHORT - 1 and any(word.tag in ("VBN", "VBG") for word in own)
        dated = any(word.tag == "CD" or word.lower in DAYS for word in own)
        told = told or (dated and any(word.tag == "VBN" for word in own))
        told = told or (any(word.tag == "CD" for word in own) and any(word.lower == "of" for word in own))
        return Clause(span[0], span[1], "event") if told else clause._replace(end=clause.start)
    return clause._replace(end=clause.start)


def is_aside(clause: Clause, statement: Statement) -> bool:
    """Tell "as you would expect", "as everyone here knows": a word to the reader, not a statement."""
    finite = statement.finite
    if clause.word != "as" or finite is None:
        return False
    return finite.end >= len(statement.words) and finite.lemma in load_phrases("clauses")["asides"]


def breaks_off(reading: SentenceReading, statement: Statement) -> bool:
    """Tell a clause that says nothing by itself: "the totals for each country are:", "the truth is", "you know"."""
    finite = statement.finite
    if finite is None or finite.end < len(statement.words):
        return " ".join(statement.lowers) in load_phrases("clauses")["fillers"]
    if finite.lemma == "be" or " ".join(statement.lowers) in load_phrases("clauses")["fillers"]:
        return True
    return reading.mark == ":" and finite.lemma in ("include", "follow")


def awaits_forecast(clause: Clause, words: Sequence[Word]) -> bool:
    """Tell a time clause of a forecast: in "before we raise taxes, we will ..." nothing has been raised."""
    finite = clause.finite
    if clause.sort != "sub" or finite is None or finite.past or finite.perfect or finite.modal:
        return False
    if clause.word not in ("before", "after", "once", "as", "until", "till"):
        return False
    near = (*words[max(0, clause.start - NEAR) : clause.start], *words[clause.end : clause.end + NEAR])
    lowers = [word.lower for word in near]
    return any(word in ("will", "'ll", "shall") for word in lowers) or "going to" in " ".join(lowers)
