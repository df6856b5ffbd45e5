"""Clauses of a claim, light: where each begins and ends, whether it is denied, passive, past, and what each noun does in it.

This is no parser: a clause runs from one opener (relative pronoun, conjunction, dash, comma) to the next, and a noun's slot is
the preposition before its phrase, or its side of the verb. That is enough to tell who did what to whom in two claims that
share most of their words.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from factcheck.detection.words import Word
from factcheck.matching.lexicon import Found

__all__ = ["Clause", "find_clauses", "find_slots", "find_statements"]

_RELATIVES = frozenset({"which", "who", "whom", "whose", "where"})
_SUBORDINATORS = frozenset({
    "while", "although", "though", "whereas", "because", "but", "if", "when", "unless", "since", "after", "before", "until", "as",
})  # fmt: skip
_BREAKS = frozenset({";", ":", "—", "–", "--", "(", ")", ",", "“", "”", '"'})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_BE = frozenset({"be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "get", "got", "gets"})
_PAST = frozenset({"was", "were", "had", "did"})
_ADVERB_TAGS = frozenset({"RB", "RBR", "RBS"})
_PHRASE_TAGS = frozenset({
    "DT", "PDT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "PRP$", "RBS", "RBR", "VBG", "VBN", "$", "RB", "WP$",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """Hold one clause.

    Attributes:
        start: index of its first word.
        end: one past its last word.
        denials: how many denials it holds.
        verb: index of its main verb, or None.
        passive: whether its verb is passive.
        past: whether its verb is in the past.
        copula: whether its verb is a form of "be" with a noun or adjective.
    """

    start: int
    end: int
    denials: int = 0
    verb: int | None = None
    passive: bool = False
    past: bool = False
    copula: bool = False

    @property
    def denied(self) -> bool:
        """Whether the denials leave the clause denied: two cancel out."""
        return self.denials % 2 == 1


def find_clauses(words: Sequence[Word], found: Collection[Found]) -> tuple[Clause, ...]:
    """Cut a claim into clauses, and read each one's verb and denials."""
    starts = _starts(words)
    bounds = list(zip(starts, [*starts[1:], len(words)], strict=True))
    owner = [number for number, (start, end) in enumerate(bounds) for _ in range(start, end)]
    denials = [0] * len(bounds)
    sham = {at for match in found if match.entry.value == "none" and match.entry.sort == "negator" for at in match.at}
    taken: set[int] = set()
    # A denial inside a phrase is part of its meaning: "do not have enough" is "lack".
    for match in found:
        if len(match.at) > 1 and match.entry.sort in {"synonym", "antonym"}:
            sham.update(match.at)
    negators = sorted((m for m in found if m.entry.sort == "negator"), key=lambda m: (-len(m.at), m.at))
    for match in negators:
        if match.entry.value == "none" or taken.intersection(match.at) or sham.intersection(match.at):
            continue
        taken.update(match.at)
        clause = owner[match.at[-1]]
        if match.entry.value == "next" and clause + 1 < len(bounds) and bounds[clause][1] <= match.at[-1] + 2:
            clause += 1
        if words[match.at[0]].lower == "no" and _is_label(words, match.at[0]):
            continue
        denials[clause] += 1
    read = [_read(words, start, end, denials[number]) for number, (start, end) in enumerate(bounds)]
    return _denied_whole(read, find_statements(read, words))


def find_statements(clauses: Sequence[Clause], words: Sequence[Word]) -> tuple[int, ...]:
    """Give each clause the number of the statement it belongs to: a piece without a verb goes with the verb it hangs on.

    A piece before the first verb belongs to it ("On Sunday, ..."); the subject before a relative clause belongs to the clause
    that resumes after it; any other piece belongs to the verb before it.
    """
    owner = list(range(len(clauses)))
    with_verb = [n for n, clause in enumerate(clauses) if clause.verb is not None]
    if not with_verb:
        return (0,) * len(clauses)
    resumed = [n for n in with_verb if not _is_relative(clauses[n], words)]
    for number, clause in enumerate(clauses):
        if clause.verb is not None:
            continue
        before = [n for n in with_verb if n < number]
        after = [n for n in resumed if n > number]
        owner[number] = before[-1] if before else (after or with_verb)[0]
    return tuple(owner)


def _is_relative(clause: Clause, words: Sequence[Word]) -> bool:
    opening = words[clause.start : clause.start + 2]
    return any(word.lower in _RELATIVES or word.tag == "WDT" for word in opening)


def _denied_whole(clauses: Sequence[Clause], owner: Sequence[int]) -> tuple[Clause, ...]:
    """Count the denials of a piece without a verb in the statement it hangs on: "Without a licence, he operated"."""
    totals = [0] * len(clauses)
    for number, clause in enumerate(clauses):
        totals[owner[number]] += clause.denials
    return tuple(replace(clause, denials=totals[owner[number]]) for number, clause in enumerate(clauses))


def _is_label(words: Sequence[Word], index: int) -> bool:
    """Tell the abbreviation of "number" from the denial: "No. 10"."""
    after = words[index + 1] if index + 1 < len(words) else None
    return after is not None and words[index].text == "No" and (after.text == "." or after.tag == "CD")


def _starts(words: Sequence[Word]) -> list[int]:
    """Give the index of the first word of every clause."""
    starts = [0]
    verb_seen = False
    for index, word in enumerate(words):
        if index == starts[-1]:
            verb_seen = word.tag in _FINITE
            continue
        opens = False
        if index - 1 == starts[-1] and word.lower in _RELATIVES and words[index - 1].text in _BREAKS:
            continue  # the comma before a relative clause is part of it
        if word.text in _BREAKS or word.lower in _RELATIVES or (word.lower == "that" and word.tag in {"WDT", "IN"}):
            opens = True
        elif word.lower in _SUBORDINATORS and word.tag in {"IN", "WRB", "CC"}:
            opens = verb_seen and _finite_soon(words, index + 1, 12)
        elif word.tag == "CC" and verb_seen:
            opens = _finite_soon(words, index + 1, 6)
        if opens:
            starts.append(index)
            verb_seen = False
        verb_seen = verb_seen or word.tag in _FINITE
    return starts


def _finite_soon(words: Sequence[Word], index: int, reach: int) -> bool:
    """Tell whether a finite verb follows before the next break."""
    for word in words[index : index + reach]:
        if word.text in _BREAKS or word.tag in {".", "CC"}:
            return False
        if word.tag in _FINITE:
            return True
    return False


def _read(words: Sequence[Word], start: int, end: int, denials: int) -> Clause:
    """Read a clause's verb: the last of its first verb group."""
    verb, passive, past, copula, begun = None, False, False, False, False
    for index in range(start, end):
        word = words[index]
        if word.tag in _FINITE or (begun and word.tag in {"VB", "VBN", "VBG"}):
            if not begun:
                past = word.tag == "VBD" or word.lower in _PAST
            if begun and word.tag == "VBN" and verb is not None and words[verb].lower in _BE:
                passive = True
            begun, verb = True, index
        elif begun and word.tag not in _ADVERB_TAGS and word.lower not in {"n't", "not"}:
            break
    if verb is not None:
        copula = words[verb].lower in _BE
    return Clause(start, end, denials, verb, passive, past, copula)


def find_slots(words: Sequence[Word], clauses: Sequence[Clause]) -> tuple[str, ...]:
    """Give each word's slot: "agent", "patient", "complement", a preposition, "whose" before a possessive, or ""."""
    slots = [""] * len(words)
    for number, clause in enumerate(clauses):
        governor, fresh = "", True
        for index in range(clause.start, clause.end):
            word = words[index]
            if word.tag in {"IN", "TO"} and index != clause.verb:
                contrast = clause.verb is None and index > clause.start and words[index - 1].lower == "not"
                governor, fresh = f"not {word.lower}" if contrast else word.lower, False
            elif word.tag.startswith("VB") or word.tag == "MD":
                governor, fresh = "", False
            elif word.tag == "CC":
                continue
            elif word.tag not in _PHRASE_TAGS:
                governor = ""
            if fresh or governor == "":
                slots[index] = _side(clause, index)
            else:
                slots[index] = "agent" if governor == "by" and clause.passive else governor
        _lend_verb(clauses, number, slots)
    for index, word in enumerate(words):
        if word.tag == "POS":
            back = index - 1
            while back >= 0 and words[back].tag in {"NNP", "NNPS", "NN", "NNS"}:
                slots[back] = "of"
                back -= 1
    return tuple(slots)


def _side(clause: Clause, index: int) -> str:
    """Give the slot of a noun that no preposition governs."""
    if clause.verb is None:
        return ""
    if index < clause.verb:
        return "patient" if clause.passive else "agent"
    if clause.copula:
        return "complement"
    return "" if clause.passive else "patient"


def _lend_verb(clauses: Sequence[Clause], number: int, slots: list[str]) -> None:
    """Give a subject parted from its verb by a relative clause the slot it has in the clause that resumes."""
    clause = clauses[number]
    if clause.verb is not None or number + 2 >= len(clauses):
        return
    resumed = clauses[number + 2]
    if resumed.verb is None:
        return
    for index in range(clause.start, clause.end):
        if slots[index] == "":
            slots[index] = "patient" if resumed.passive else "agent"
