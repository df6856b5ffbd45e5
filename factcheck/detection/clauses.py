"""Clauses: cut a sentence where a second thing that can be true or false by itself begins.

A clause needs a finite verb; what has none stays with its neighbour. Openers (commas, "and", "after", "who", "that")
are the only places where a cut is weighed, each by one rule that stands for a fact of English; a doubt leaves the
sentence whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.detection.clause_chunks import lay_chunks, settle_openers
from factcheck.detection.clause_rules import ClauseCutter
from factcheck.detection.clause_values import SHORT, Clause
from factcheck.detection.missed_verbs import add_missed_verbs
from factcheck.detection.openers import Opener, find_openers
from factcheck.detection.subject_relatives import find_subject_relative, needs_subject
from factcheck.detection.verb_groups import VerbGroup, group_verbs
from factcheck.detection.words import Word

__all__ = ["Clause", "split_clauses"]


def split_clauses(
    words: Sequence[Word], groups: Sequence[VerbGroup] | None = None, *, quoted: bool = False
) -> list[Clause]:
    """Cut a run of tagged words into its clauses, in order; they do not overlap.

    Args:
        words: the words of one sentence, or of the part of it that belongs to one speaker.
        groups: its verb groups, where they were found already.
        quoted: whether somebody's own words are cut: a quotation is only cut between whole sentences joined by a mark.

    >>> from factcheck.detection.words import tag_words
    >>> text = "The guards were unhurt, and the minister later appeared on television"
    >>> words = tag_words(text)
    >>> [text[words[c.start].start : words[c.end - 1].end] for c in split_clauses(words)]
    ['The guards were unhurt', 'the minister later appeared on television']
    """
    if not words:
        return []
    groups = group_verbs(words) if groups is None else groups
    clauses, openers = _cut(words, groups, quoted)
    if quoted or len(openers) < SHORT - 1:
        return clauses
    return [part for clause in clauses for part in _without_subject_relative(words, clause, openers, groups)]


def _cut(words: Sequence[Word], groups: Sequence[VerbGroup], quoted: bool) -> tuple[list[Clause], list[Opener]]:
    """Cut at the openers; give them too."""
    lowers = [word.lower for word in words]
    openers = find_openers(words, lowers)
    groups = add_missed_verbs(words, groups, openers)
    openers = settle_openers(groups, openers, len(words))
    chunks = lay_chunks(words, groups, openers)
    if len(openers) == 1 and openers[0].sort == "start":
        finite = chunks[0].finite or [group for group in groups if group.finite]
        return [Clause(0, len(words), finite=finite[0] if finite else None)], openers
    return ClauseCutter(words, lowers, groups, openers, chunks, quoted).run(), openers


def _without_subject_relative(
    words: Sequence[Word], clause: Clause, openers: Sequence[Opener], groups: Sequence[VerbGroup]
) -> list[Clause]:
    """Cut a relative clause out of a subject: its own clauses come first, then what is said of the subject."""
    found = find_subject_relative(words, clause, openers)
    if found is None or clause.finite is None:
        return [clause]
    opener, close = found
    inside = slice(bisect_left(groups, opener.body, key=_start), bisect_left(groups, close, key=_start))
    own = [_moved(group, -opener.body) for group in groups[inside]]
    parts = [
        part._replace(
            start=part.start + opener.body,
            end=part.end + opener.body,
            finite=_moved(part.finite, opener.body) if part.finite else None,
            conditional=clause.conditional,
        )
        for part in _cut(words[opener.body : close], own, quoted=False)[0]
    ]
    parts[0] = parts[0]._replace(sort="rel", word=opener.word)
    if needs_subject(words, clause, opener.start, close):
        return [clause, *parts]
    return [*parts, clause._replace(start=close + 1, lost_subject=True)]


def _start(group: VerbGroup) -> int:
    return group.start


def _moved(group: VerbGroup, by: int) -> VerbGroup:
    return group._replace(start=group.start + by, end=group.end + by, head=group.head + by)
