"""Clauses: cut a sentence where a second thing that can be true or false by itself begins.

A clause needs a finite verb; what has none stays with its neighbour. Openers (commas, "and", "after", "who", "that")
are the only places where a cut is weighed, each by one rule that stands for a fact of English; a doubt leaves the
sentence whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.detection.clause_chunks import add_missed_verbs, lay_chunks, settle_openers
from factcheck.detection.clause_rules import ClauseCutter
from factcheck.detection.clause_values import Clause
from factcheck.detection.openers import find_openers
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
    lowers = [word.lower for word in words]
    groups = group_verbs(words) if groups is None else groups
    openers = find_openers(words, lowers)
    groups = add_missed_verbs(words, groups, openers)
    openers = settle_openers(groups, openers, len(words))
    chunks = lay_chunks(words, groups, openers)
    walk = ClauseCutter(words, lowers, groups, openers, chunks, quoted)
    return walk.run()
