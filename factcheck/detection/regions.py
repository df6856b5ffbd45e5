"""Regions of a sentence: the publication's own words, those reported, and those between quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.detection.values import Quote
from factcheck.detection.verb_groups import FINITE, VERBS
from factcheck.detection.words import Word
from factcheck.vocabulary import QuoteKind

__all__ = ["Region", "join_fragments", "split_regions"]

CLOSING_MARKS = frozenset("\"”’'»")

MARKS = CLOSING_MARKS | frozenset("“‘«„`")
CLAUSE_WORDS = 4
"""A fragment of quotation with fewer words belongs to the clause around it."""


class Region(NamedTuple):
    """Hold a run of words of one sentence with one voice.

    Attributes:
        start: number of its first word.
        end: one past its last.
        quote: the quotation or the reported speech it belongs to; None for the publication's own words.
        quoted: whether it stands inside quotation marks.
        fragment: whether it is part of a sentence quoted in the middle of another's.
        whole: whether it holds a fragment with the words that make it a statement; it is not cut.
    """

    start: int
    end: int
    quote: Quote | None = None
    quoted: bool = False
    fragment: bool = False
    whole: bool = False


def split_regions(words: Sequence[Word], quotes: Sequence[Quote]) -> list[Region]:
    """Cut a sentence's words into regions, in order; every word is in one.

    Args:
        words: the words of the sentence.
        quotes: the direct, mixed and indirect quotations that touch it; marks win over reported speech around them.
    """
    if not quotes:
        return [Region(0, len(words))]
    voices: list[Quote | None] = [None] * len(words)
    marked = [False] * len(words)
    starts = [word.start for word in words]
    for quote in sorted(quotes, key=lambda q: q.kind is not QuoteKind.INDIRECT):
        first, last = bisect_left(starts, quote.start), bisect_right(starts, quote.end - 1)
        if quote.kind is QuoteKind.SCARE or first >= last:
            continue
        in_marks = quote.kind is not QuoteKind.INDIRECT
        if in_marks and not _is_clause(words[first:last], quote):
            continue
        for at in range(first, last):
            voices[at], marked[at] = quote, in_marks
    regions: list[Region] = []
    at = 0
    while at < len(words):
        end = at + 1
        while end < len(words) and voices[end] is voices[at] and marked[end] == marked[at]:
            end += 1
        voice = voices[at]
        fragment = marked[at] and voice is not None and (voice.kind is QuoteKind.MIXED or words[at].text[:1].islower())
        regions.append(Region(at, end, voice, marked[at], fragment))
        at = end
    return regions


def _is_clause(words: Sequence[Word], quote: Quote) -> bool:
    """Tell whether quoted words can be checked by themselves: a sentence, or a fragment with a verb or of length."""
    if quote.kind is QuoteKind.DIRECT:
        return True
    size = sum(1 for word in words if word.lower[:1].isalnum())
    return size >= 2 * CLAUSE_WORDS or (size >= CLAUSE_WORDS and any(word.tag in VERBS for word in words))


def join_fragments(words: Sequence[Word], regions: Sequence[Region]) -> list[Region]:
    """Join a fragment of quotation to the words around it that make it a statement.

    It joins the reported clause that it ends ("said such plans “were drawn up by ...”"), and the publication's
    own clause where no cue gives it to a speaker.
    """
    joined: list[Region] = []
    for region in regions:
        last = joined[-1] if joined else None
        if last is not None and last.whole and last.end > region.start:
            region = region._replace(start=last.end)
            if region.start >= region.end:
                continue
        marks_only = region.quote is None and all(word.text in MARKS for word in words[region.start : region.end])
        if last is None:
            joined.append(region)
        elif marks_only and not last.quoted:
            joined[-1] = last._replace(end=region.end)  # the mark that opens what follows
        elif (
            region.fragment
            and region.quote is not None
            and not last.quoted
            and (region.quote.cue_start is None or _completes(last, region))
        ):
            quote = last.quote if region.quote.speaker is None else region.quote
            closing = region.end < len(words) and words[region.end].text in CLOSING_MARKS
            joined[-1] = last._replace(end=region.end + closing, quote=quote, whole=True)
        elif region.fragment and (stub := _stub(words, last, region)):
            closing = region.end < len(words) and words[region.end].text in CLOSING_MARKS
            joined[-1] = last._replace(end=stub)
            joined.append(region._replace(start=stub, end=region.end + closing, quoted=False, whole=True))
        elif last.quote is region.quote and last.quoted == region.quoted:
            joined[-1] = last._replace(end=region.end)
        else:
            joined.append(region)
    return joined


def _completes(reported: Region, fragment: Region) -> bool:
    """Tell whether a fragment completes a reported clause: the words before it break off, and are fewer."""
    if reported.quote is None or reported.end - reported.start > fragment.end - fragment.start:
        return False
    return reported.quote.kind is QuoteKind.INDIRECT


def _stub(words: Sequence[Word], before: Region, fragment: Region) -> int:
    """Give the word where the clause begins that a fragment ends: "said it | served “those who ...”"; 0 where none does.

    The words between the cue and the fragment belong to it where they hold its verb, or where it begins with the verb.
    """
    quote = fragment.quote
    if quote is None or before.quoted or quote.cue_end is None or quote.cue_end > quote.start:
        return 0
    joined = _verb_before(words, before)
    if joined:
        return joined
    first = bisect_left(words, quote.cue_end, before.start, before.end, key=lambda word: word.start)
    between = words[first : before.end]
    if not 0 < sum(word.lower[:1].isalnum() for word in between) < fragment.end - fragment.start:
        return 0
    completes = any(word.tag in FINITE for word in between) or words[fragment.start].tag in FINITE
    return first if completes and first > before.start else 0


def _verb_before(words: Sequence[Word], before: Region) -> int:
    """Give the verb after "and" whose object is the fragment: "was ruined and | had lost “everything”"; 0 where none is."""
    at = before.end - 1
    while at > before.start and words[at].text in MARKS:
        at -= 1
    last = at
    while at > before.start and words[at].tag in VERBS:
        at -= 1
    return at + 1 if at < last and before.start < at and words[at].lower in ("and", "but") else 0
