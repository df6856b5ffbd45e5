"""Compare two claims: fingerprint, features, decision.

String similarity cannot tell a repeat from a contradiction, so it decides nothing here: the relation comes from the first rule
of `rules.py` that fits, and the score only says how much of each claim the other holds.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Protocol

from factcheck.matching.alignment import align
from factcheck.matching.case import Case
from factcheck.matching.features import feature_list, likeness
from factcheck.matching.fingerprint import Fingerprint, make_fingerprint
from factcheck.matching.rule import MIRROR
from factcheck.matching.rules import decide
from factcheck.matching.values import Comparison
from factcheck.vocabulary import Relation

__all__ = ["ClaimText", "claim_text", "compare", "compare_fingerprints"]


class ClaimText(Protocol):
    """Say what a claim needs to be compared: its words."""

    @property
    def text(self) -> str:
        """The claim's words."""


def claim_text(claim: str | Mapping[str, object] | ClaimText) -> str:
    """Give the words of a claim, however it comes: as text, as a mapping with `text`, or as an object with `text`."""
    if isinstance(claim, str):
        return claim
    if isinstance(claim, Mapping):
        return str(claim.get("text") or "")
    return claim.text


def compare(
    a: str | Mapping[str, object] | ClaimText,
    b: str | Mapping[str, object] | ClaimText,
    a_date: datetime.date | None = None,
    b_date: datetime.date | None = None,
) -> Comparison:
    """Say how one claim stands to another.

    The dates are the days of print: relative dates ("last month") count from them, and a running figure (a toll, a monthly
    figure) of another day is an update. They decide nothing else. `compare(b, a)` gives the mirrored relation.

    >>> compare("The Civic Union won 73 of 329 seats.", "The Civic Union won 75 of 329 seats.").relation.value
    'conflict'
    """
    return compare_fingerprints(make_fingerprint(claim_text(a), a_date), make_fingerprint(claim_text(b), b_date))


def compare_fingerprints(a: Fingerprint, b: Fingerprint) -> Comparison:
    """Compare two claims that were read before."""
    if not any(c.isalnum() for c in a.plain) or not any(c.isalnum() for c in b.plain):
        return _nothing("a claim without a letter or digit")
    # One order for both ways round, so that the answer cannot depend on it.
    if (b.plain, str(b.date)) < (a.plain, str(a.date)):
        return _mirrored(_compare_ordered(b, a))
    return _compare_ordered(a, b)


def _compare_ordered(a: Fingerprint, b: Fingerprint) -> Comparison:
    if a.plain == b.plain and _same_days(a, b):
        return Comparison(Relation.SAME, 1.0, ("the same words",), "same words", (), (("words", 1.0, "equal"),))
    if not (a.terms or a.amounts) or not (b.terms or b.amounts):
        return _nothing("a claim without a word of meaning")
    alignment = align(a, b)
    case = Case(alignment)
    rule, outcome = decide(case)
    features = feature_list(case)
    reasons = (outcome.reason, *(reason for _, _, reason in features if reason and reason != outcome.reason))
    return Comparison(outcome.relation, likeness(case, outcome.relation), reasons, rule.name, outcome.missing, features)


def _same_days(a: Fingerprint, b: Fingerprint) -> bool:
    return [(p.first, p.last) for p in a.periods] == [(p.first, p.last) for p in b.periods]


def _nothing(reason: str) -> Comparison:
    return Comparison(Relation.UNRELATED, 0.0, (reason,), "nothing to compare")


def _mirrored(found: Comparison) -> Comparison:
    return Comparison(
        MIRROR.get(found.relation, found.relation),
        found.score,
        found.reasons,
        found.decided_by,
        found.missing,
        found.features,
    )
