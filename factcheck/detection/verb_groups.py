"""Verb groups: auxiliaries with their main verb, and whether the group is finite: it is what makes a clause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.detection.lemmas import verb_lemma
from factcheck.detection.words import Word

__all__ = ["SAME_PAST", "VerbGroup", "group_verbs", "lemma_of"]

FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
VERBS = FINITE | {"VB", "VBN", "VBG"}
BE = frozenset({"be", "is", "are", "was", "were", "am", "been", "being", "'s", "'re", "'m"})
HAVE = frozenset({"have", "has", "had", "having", "'ve", "'d"})
DO = frozenset({"do", "does", "did"})
AUXILIARIES = BE | HAVE | DO
PLURALS = frozenset(
    {"many", "some", "most", "few", "all", "both", "several", "others", "they", "we", "you", "i", "these", "those"}
)
SAME_PAST = frozenset(
    {
        "hit",
        "cut",
        "put",
        "set",
        "shut",
        "cost",
        "let",
        "hurt",
        "spread",
        "split",
        "quit",
        "beat",
        "burst",
        "cast",
        "shed",
    }
)
"""Verbs whose past looks like their base form, or like a noun."""
NEGATIONS = frozenset({"not", "n't", "never"})
GROUP_ADVERBS = frozenset({"RB", "RBR"})


class VerbGroup(NamedTuple):
    """Hold one verb group of a list of words.

    Attributes:
        start: number of its first verb.
        end: one past its last.
        finite: whether it can be the verb of a clause by itself.
        head: number of the main verb.
        lemma: the main verb's lemma.
        modal: the modal verb in lower case, or an empty string.
        past: whether the first verb stands in the past tense.
        perfect: whether it is a perfect ("has lost").
        passive: whether it is a passive ("were injured").
        negated: whether a negation stands inside.
        infinitive: whether "to" stands before it.
        tag: the tag of its first verb.
    """

    start: int
    end: int
    finite: bool
    head: int
    lemma: str
    modal: str
    past: bool
    perfect: bool
    passive: bool
    negated: bool
    infinitive: bool
    tag: str


def group_verbs(words: Sequence[Word]) -> list[VerbGroup]:
    """Find the verb groups of a list of tagged words, in order.

    >>> from factcheck.detection.words import tag_words
    >>> [(g.lemma, g.finite) for g in group_verbs(tag_words("They have lost seats after trying to win."))]
    [('lose', True), ('try', False), ('win', False)]
    """
    groups: list[VerbGroup] = []
    at, count = 0, len(words)
    while at < count:
        if words[at].tag not in VERBS or _is_attribute(words, at):
            at += 1
            continue
        group = _group_at(words, at)
        groups.append(group)
        at = group.end
    return groups


def _group_at(words: Sequence[Word], start: int) -> VerbGroup:
    """Take auxiliaries and adverbs up to the main verb; a main verb ends the group."""
    count = len(words)
    head = at = start
    negated = False
    while True:
        word = words[at]
        opens = word.tag == "MD" or word.lower in AUXILIARIES
        at += 1
        ahead = at
        while ahead < count and (words[ahead].tag in GROUP_ADVERBS or words[ahead].lower in NEGATIONS):
            ahead += 1
        if not opens or ahead >= count or not _continues(words[head], words[ahead]):
            if opens and ahead > at and words[at].lower in NEGATIONS:
                negated = True
                at += 1
            break
        negated = negated or any(words[k].lower in NEGATIONS for k in range(at, ahead))
        head = at = ahead
    first, main = words[start], words[head]
    chain = [w for w in words[start:head] if w.tag in VERBS]
    be_before = bool(chain) and chain[-1].lower in BE
    before = words[start - 1] if start else None
    return VerbGroup(
        start=start,
        end=at,
        finite=_is_finite(words, start),
        head=head,
        lemma=lemma_of(main),
        modal=first.lower if first.tag == "MD" else "",
        past=first.tag == "VBD",
        perfect=any(w.lower in HAVE for w in chain) and main.tag in ("VBN", "VBD"),
        passive=be_before and main.tag in ("VBN", "VBD"),
        negated=negated,
        infinitive=first.tag in ("VB", "VBP") and before is not None and before.lower == "to",
        tag=first.tag,
    )


def _is_finite(words: Sequence[Word], at: int) -> bool:
    """Tell a finite verb: by its tag, but never after "to"; a bare form right after a plural subject is one."""
    tag = words[at].tag
    before = at - 1
    while before >= 0 and words[before].tag == "RB":
        before -= 1
    last = words[before] if before >= 0 else None
    if tag == "VB":
        return (
            last is not None
            and (last.tag in ("NNS", "NNPS") or last.lower in PLURALS)
            and (before > 0 or last.lower in PLURALS)
        )
    return tag in FINITE and not (tag == "VBP" and last is not None and last.lower == "to")


def _is_attribute(words: Sequence[Word], at: int) -> bool:
    """Tell a participle that stands before its noun: "a wanted man", "of ‘left over’ stock"."""
    tag = words[at].tag
    if tag not in ("VBN", "VBD", "VBG") or at == 0 or at + 1 >= len(words):
        return False
    before = words[at - 1].tag
    if before in ("DT", "PRP$", "POS") and words[at + 1].tag in ("NN", "NNS", "NNP", "JJ", "NNPS"):
        return True
    return before in ("``", "''") and at > 1 and words[at - 2].tag in ("IN", "DT", "JJ", "PRP$")


def _continues(auxiliary: Word, following: Word) -> bool:
    """Tell whether the next verb belongs to the auxiliary: "will be", "has been", "were injured", "did not say"."""
    tag = following.tag
    if auxiliary.tag == "MD" or auxiliary.lower in DO:
        # after a modal no noun can follow: "could fall" is a verb even where the word is more often a noun
        return tag in ("VB", "VBP") or (auxiliary.tag == "MD" and tag in ("NN", "VBD", "VBN"))
    if auxiliary.lower in BE:
        return tag in ("VBN", "VBG", "VBD")
    return auxiliary.lower in HAVE and tag in ("VBN", "VBD")


def lemma_of(word: Word) -> str:
    """Give a verb's lemma; "is" and "'ve" are forms of "be" and "have"."""
    return "be" if word.lower in BE else "have" if word.lower in HAVE else verb_lemma(word.lower)
