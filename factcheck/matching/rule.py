"""What a rule of the decision is: its name, the fact of language it stands for, and its question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.matching.case import Case
from factcheck.matching.ground import Point
from factcheck.vocabulary import Relation

__all__ = ["MIRROR", "Outcome", "Rule"]

MIRROR = {Relation.NARROWER: Relation.BROADER, Relation.BROADER: Relation.NARROWER}
"""Relations that turn around when the claims change places; all others stay."""


class Outcome(NamedTuple):
    """Hold what a rule decided: the relation from the first to the second, the reason, what the texts leave out.

    `point` is where they differ, for a contradiction.
    """

    relation: Relation
    reason: str
    missing: tuple[str, ...] = ()
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Hold one rule: asked in order, the first that answers decides.

    Attributes:
        name: what `decided_by` says.
        fact: the fact of language it stands for, in one line.
        decide: gives an outcome, or None where the rule does not apply.
    """

    name: str
    fact: str
    decide: Callable[[Case], Outcome | None]
