"""Explain a pair: both claims with their differences marked, the features, and the rule that decided."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.matching.alignment import Alignment, align
from factcheck.matching.compare import ClaimText, claim_text, compare_fingerprints
from factcheck.matching.fingerprint import Fingerprint, make_fingerprint
from factcheck.matching.rules import FACTS
from factcheck.matching.values import Comparison
from factcheck.values import Value

__all__ = ["Explanation", "MarkedWord", "explain_pair"]


@dataclass(frozen=True, slots=True)
class MarkedWord(Value):
    """Hold one word of a claim.

    Attributes:
        text: the word as written.
        mark: "shared" (the other claim has it, or a word for it), "differs" (something else stands in its place there),
            "only" (the other claim has nothing for it), or "plain" (a word without a meaning of its own).
        partner: the other claim's words for it, or in its place; empty when there are none.
    """

    text: str
    mark: str
    partner: str = ""


@dataclass(frozen=True, slots=True)
class Explanation(Value):
    """Say why two claims stand as they do.

    Attributes:
        a: the first claim's words, marked.
        b: the second's.
        comparison: relation, score, reasons and features.
        fact: the fact of language that the deciding rule stands for.
    """

    a: tuple[MarkedWord, ...]
    b: tuple[MarkedWord, ...]
    comparison: Comparison
    fact: str


def explain_pair(
    a: str | Mapping[str, object] | ClaimText,
    b: str | Mapping[str, object] | ClaimText,
    a_date: datetime.date | None = None,
    b_date: datetime.date | None = None,
) -> Explanation:
    """Hold two claims side by side, word by word, and say what decided.

    >>> shown = explain_pair("The bridge is 40 metres long.", "The bridge is 44 metres long.")
    >>> [(word.text, word.partner) for word in shown.a if word.mark == "differs"]
    [('40', '44 metres'), ('metres', '44 metres')]
    """
    first, second = make_fingerprint(claim_text(a), a_date), make_fingerprint(claim_text(b), b_date)
    comparison = compare_fingerprints(first, second)
    alignment = align(first, second)
    fact = FACTS.get(comparison.decided_by, "")
    return Explanation(_marked(first, alignment, "a"), _marked(second, alignment, "b"), comparison, fact)


def _marked(print_: Fingerprint, alignment: Alignment, side: str) -> tuple[MarkedWord, ...]:
    """Mark one claim's words."""
    marks: dict[int, tuple[str, str]] = {}
    for pair in alignment.pairs:
        mine, other = (pair.a, pair.b) if side == "a" else (pair.b, pair.a)
        mark = "differs" if pair.how in {"opposite", "converse"} else "shared"
        _set(marks, mine.at, mark, other.text)
    for term in alignment.only_a if side == "a" else alignment.only_b:
        _set(marks, term.at, "only", "")
    for left, right in alignment.swaps:
        mine, other = (left, right) if side == "a" else (right, left)
        _set(marks, mine.at, "differs", other.text)
    for amounts in alignment.amounts:
        one, two = (amounts.a, amounts.b) if side == "a" else (amounts.b, amounts.a)
        _set(marks, range(one.start, one.end), "shared" if amounts.agrees else "differs", two.text)
    for amount in alignment.amounts_a if side == "a" else alignment.amounts_b:
        _set(marks, range(amount.start, amount.end), "only", "")
    for found in alignment.periods:
        mine_index, other_index = (found.a, found.b) if side == "a" else (found.b, found.a)
        period, partner = print_.periods[mine_index], (alignment.b if side == "a" else alignment.a).periods[other_index]
        mark = "differs" if found.stand in {"apart", "overlap"} else "shared"
        _set(marks, range(period.start, period.end), mark, partner.text)
    return tuple(MarkedWord(word.text, *marks.get(i, ("plain", ""))) for i, word in enumerate(print_.words))


def _set(marks: dict[int, tuple[str, str]], at: Sequence[int], mark: str, partner: str) -> None:
    for index in at:
        marks[index] = (mark, partner)
