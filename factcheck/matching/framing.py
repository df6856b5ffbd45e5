"""Frames: the words of a claim that only say who reports it ("according to ...", "police said", "a study found that")."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factcheck.detection.words import Word
from factcheck.matching.clauses import Clause

__all__ = ["find_frames"]

_REPORTING = frozenset({
    "say", "tell", "add", "report", "state", "claim", "note", "explain", "insist", "argue", "suggest", "announce", "confirm",
    "estimate", "find", "show", "reveal", "hear", "warn", "believe", "think", "conclude", "write", "admit", "allege", "declare",
})  # fmt: skip
_SAYING = frozenset(
    {"say", "add", "claim", "announce", "insist", "confirm", "admit", "deny", "argue", "warn", "believe", "think"}
)
_OPENERS = frozenset({"that", ":", '"', "“", "``"})


def find_frames(words: Sequence[Word], forms: Sequence[Collection[str]], clauses: Sequence[Clause]) -> frozenset[int]:
    """Give the indices of the words that only report.

    A clause is a frame when its verb is one of saying and the statement stands in another clause: after it ("police said that
    ..."), before it ("..., police said"), or around it. "According to X" is one up to its comma.
    """
    framed: set[int] = set()
    for number, clause in enumerate(clauses):
        framed |= _according(words, clause)
        if (
            number + 1 < len(clauses)
            and words[clauses[number + 1].start].lower == "that"
            and _first_time(words, clause)
        ):
            framed.update(range(clause.start, clause.end))
        if clause.verb is None or not _REPORTING.intersection(forms[clause.verb]) or clause.passive:
            continue
        after = words[clause.verb + 1] if clause.verb + 1 < len(words) else None
        rest = range(clause.verb + 1, clause.end)
        if (
            number + 1 < len(clauses)
            and words[clauses[number + 1].start].lower in _OPENERS
            and _no_object(words, clause)
        ):
            framed.update(range(clause.start, clause.end))
        elif after is not None and any(words[i].tag in {"VBD", "VBP", "VBZ", "MD"} for i in rest):
            framed.update(range(clause.start, clause.verb + 1))
        elif _is_inserted(words, clause) and _has_other_verb(clauses, number) and _no_object(words, clause):
            framed.update(range(clause.start, clause.end))
    framed |= _sources(words, forms)
    return frozenset(framed)


def _sources(words: Sequence[Word], forms: Sequence[Collection[str]]) -> set[int]:
    """Give the words up to a verb of saying that a whole statement follows: "officials who asked not to be named said the ..."."""
    framed: set[int] = set()
    start = 0
    for index, word in enumerate(words):
        if word.tag == ".":
            start = index + 1
        elif word.tag in {"VBD", "VBZ", "VBP"} and _SAYING.intersection(forms[index]) and index + 1 < len(words):
            rest = words[index + 1 : index + 16]
            opens = rest[0].tag in {"DT", "PRP", "NN", "NNS", "NNP", "NNPS", "PRP$", "JJ", "CD"}
            if opens and _states(rest) and _names_source(words[start:index]):
                framed.update(range(start, index + 1))
    return framed


def _names_source(words: Sequence[Word]) -> bool:
    """Tell whether words only name somebody: no verb but in a relative clause, no figure, no "than"."""
    relative = False
    for word in words:
        relative = relative or word.lower in {"who", "which", "that", "whose"}
        if word.lower == "than" or word.tag == "CD" or (word.tag in {"VBD", "VBZ", "VBP", "MD"} and not relative):
            return False
    return True


def _states(words: Sequence[Word]) -> bool:
    """Tell whether a finite verb follows before the clause ends."""
    for word in words[1:]:
        if word.tag in {"VBD", "VBZ", "VBP", "MD"}:
            return True
        if word.text in {",", ";", ":", "."} or word.lower in {"who", "which", "that"}:
            return False
    return False


def _no_object(words: Sequence[Word], clause: Clause) -> bool:
    """Tell whether nothing is said between the verb and what opens the statement but when, where and to whom."""
    if (
        clause.verb is None
        or clause.verb + 1 >= clause.end
        or words[clause.verb].lower in {"told", "tells", "tell", "warned"}
    ):
        return True
    return words[clause.verb + 1].tag in {"IN", "TO", "RB", ":", ",", "NNP"}


def _first_time(words: Sequence[Word], clause: Clause) -> bool:
    """Tell "It is the first time since the war that ..." from a statement."""
    lowers = [word.lower for word in words[clause.start : clause.end]]
    return lowers[:1] == ["it"] and "time" in lowers and any(w in {"first", "second", "third", "last"} for w in lowers)


def _according(words: Sequence[Word], clause: Clause) -> set[int]:
    """Give the words of "according to X" in a clause; a comma or a verb ends them."""
    for index in range(clause.start, clause.end - 1):
        if words[index].lower == "according" and words[index + 1].lower == "to":
            end = index
            while end < clause.end and words[end].tag not in {"VBD", "VBZ", "VBP", "MD", "."}:
                end += 1
            return set(range(index, end))
    return set()


def _is_inserted(words: Sequence[Word], clause: Clause) -> bool:
    """Tell whether a clause stands after a comma or a closing quotation mark, and is short: "..., the labour office says"."""
    first = words[clause.start]
    return clause.start > 0 and (first.text in {",", '"', "”", "—", "–"}) and clause.end - clause.start <= 14


def _has_other_verb(clauses: Sequence[Clause], number: int) -> bool:
    return any(other.verb is not None for index, other in enumerate(clauses) if index != number)
