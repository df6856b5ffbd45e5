"""What comparing and matching return."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck.values import Value
from factcheck.vocabulary import Relation

__all__ = ["Comparison", "Match"]


@dataclass(frozen=True, slots=True)
class Comparison(Value):
    """Say how one claim stands to another, and why.

    Attributes:
        relation: read from the first claim to the second.
        score: 0..1, how alike they are; it never decides the relation by itself.
        reasons: what was held against what, in words, the decisive one first.
        decided_by: the name of the rule that decided.
        missing: what the texts do not state and would decide it; empty when it is decided.
        features: (name, score, reason) of each feature that took part.
    """

    relation: Relation
    score: float
    reasons: tuple[str, ...]
    decided_by: str
    missing: tuple[str, ...] = ()
    features: tuple[tuple[str, float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Match(Value):
    """Hold one earlier claim found for a text.

    Attributes:
        claim_id: the earlier claim's id, as it was given.
        relation: how the text stands to the earlier claim.
        score: 0..1 with best first.
        reasons: the decisive one first.
        text: the earlier claim's words.
        decided_by: the rule that decided the relation.
        earlier: the earlier claim's other fields (title, date, claimant, verdict ...).
    """

    claim_id: Any
    relation: Relation
    score: float
    reasons: tuple[str, ...]
    text: str = ""
    decided_by: str = ""
    earlier: Mapping[str, Any] = field(default_factory=dict)
