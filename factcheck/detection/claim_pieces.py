"""Pieces of a sentence: each clause or addition with its voice, cut and trimmed, before it is judged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.detection.additions import split_additions
from factcheck.detection.clause_values import Clause
from factcheck.detection.clauses import split_clauses
from factcheck.detection.frames import without_attribution
from factcheck.detection.phrases import load_phrases
from factcheck.detection.regions import Region, join_fragments, split_regions
from factcheck.detection.sentence_reading import SentenceReading
from factcheck.detection.verb_groups import VerbGroup, group_verbs
from factcheck.detection.words import Word
from factcheck.vocabulary import QuoteKind

__all__ = ["Piece", "cut_sentence", "trim_marks"]

EDGE_MARKS = frozenset(",;:.!?…-–—―*|#•")
JOINERS = frozenset({"and", "but", "so", "or", "yet", "however"})
QUOTE_TAGS = ("``", "''")
LEADING_TAGS = frozenset({*QUOTE_TAGS, ")", ":"})
NOMINAL = frozenset({"DT", "NN", "NNS", "NNP", "PRP", "EX", "PRP$", "JJ", "CD"})
HEDGES = frozenset(
    {"at", "more", "fewer", "less", "nearly", "almost", "about", "around", "over", "up", "only", "both", "all"}
)
LONGEST_CONNECTIVE = 8


class Piece(NamedTuple):
    """Hold one piece of a sentence.

    Attributes:
        region: whose words it belongs to.
        clause: its run of words, counted from the region's first.
        words: the region's words.
        groups: the region's verb groups.
    """

    region: Region
    clause: Clause
    words: Sequence[Word]
    groups: Sequence[VerbGroup]


def cut_sentence(reading: SentenceReading) -> Iterator[Piece]:
    """Cut a sentence: first by voice, then by clause, then the additions off each clause; a question stays whole."""
    words = reading.words
    if reading.mark == "?" and not any(q.kind is QuoteKind.DIRECT for q in reading.quotes):
        whole = trim_marks(words, Clause(0, len(words)))
        if whole.start < whole.end:
            yield Piece(Region(0, len(words)), whole, words, group_verbs(words))
        return
    for region in join_fragments(words, split_regions(words, reading.quotes)):
        local = words[region.start : region.end]
        groups = group_verbs(local)
        intact = region.quoted or region.whole
        starts = [group.start for group in groups]
        for clause in split_clauses(local, groups, quoted=intact):
            inside = reading.quantities_in(local[clause.start].start, local[clause.end - 1].end)
            for addition in [clause] if intact else split_additions(local, clause, inside):
                for piece in _bare_complement(local, addition, groups, starts):
                    trimmed = trim_marks(local, without_attribution(reading, piece, local))
                    if trimmed.start < trimmed.end:
                        yield Piece(region, trimmed, local, groups)


def _bare_complement(
    words: Sequence[Word], clause: Clause, groups: Sequence[VerbGroup], starts: Sequence[int]
) -> Iterator[Clause]:
    """Cut "we know the dam holds" before its second subject: a verb of knowing needs no "that"."""
    second = _second_verb(words, clause, groups, starts)
    if clause.finite is None or second is None:
        yield clause
        return
    yield clause._replace(end=clause.finite.end, frame=True)
    yield Clause(clause.finite.end, clause.end, "complement", "", second, clause.conditional)


def _second_verb(
    words: Sequence[Word], clause: Clause, groups: Sequence[VerbGroup], starts: Sequence[int]
) -> VerbGroup | None:
    """Give the verb of a clause that stands as the object of "we know"; None where there is none."""
    finite, lexicon = clause.finite, load_phrases("clauses")
    if finite is None or clause.frame or finite.passive or finite.negated or finite.lemma not in lexicon["frames"]:
        return None
    light = any(word.tag == "PRP" for word in words[clause.start : finite.start])
    parted = clause.lost_subject and finite.lemma in lexicon["reporting"]  # "Ana Bell, a spokeswoman, | said two died"
    if finite.start - clause.start > 3 or not (light or parted):
        return None
    if finite.end >= clause.end or not (words[finite.end].tag in NOMINAL or words[finite.end].lower in HEDGES):
        return None
    for at in range(bisect_left(starts, finite.end), len(groups)):
        group = groups[at]
        if group.start >= clause.end or any(
            w.tag in ("WDT", "WP", "WRB", ",") for w in words[finite.end : group.start]
        ):
            return None
        if group.finite:
            return group
    return None


def trim_marks(words: Sequence[Word], clause: Clause) -> Clause:
    """Leave out marks at either edge and the words that only join the sentence to the one before."""
    start, end = clause.start, clause.end
    connectives = load_phrases("clauses")["connectives"].first_words
    while start < end:
        if words[start].text in EDGE_MARKS or words[start].tag in LEADING_TAGS:
            start += 1
            continue
        size = _connective(words, start, end) if words[start].lower in connectives else 0
        if words[start].lower == "that" and words[start].tag == "IN" and clause.sort != "rel":
            size = 1  # "wrote that | there were"
        if not size:
            break
        start += size
    marks = len([word for word in words[start:end] if word[4] in QUOTE_TAGS])
    while end > start:
        word = words[end - 1]
        if word.tag in QUOTE_TAGS:
            if word.tag == "''" and marks % 2 == 0:
                break  # opened inside
            marks -= 1
        elif word.text not in EDGE_MARKS and word.tag not in ("(", "CC"):
            break
        end -= 1
    return clause._replace(start=start, end=end)


def _connective(words: Sequence[Word], start: int, end: int) -> int:
    """Count the words of a connective at the head, its comma too: "However,", "And", "At the same time,"."""
    head = [word.lower for word in words[start : min(end, start + LONGEST_CONNECTIVE)]]
    size = load_phrases("clauses")["connectives"].length_at(head, 0)
    if not size:
        return 0
    if start + size < end and words[start + size].text == ",":
        return size + 1
    return 1 if size == 1 and head[0] in JOINERS and words[start].tag in ("CC", "RB", "IN") else 0
