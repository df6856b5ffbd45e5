"""Ground: how far two claims make one statement, apart from the point in which they differ.

A contradiction needs one statement made twice with one thing changed. What a claim says beside it, in clauses of its own, does
not count; what it says of the same thing in the same statement does.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from factcheck.matching.alignment import Alignment
from factcheck.matching.clauses import find_statements
from factcheck.matching.fingerprint import Fingerprint
from factcheck.matching.terms import Term

__all__ = ["LIMITING", "Ground", "Point", "find_ground", "point_of_terms", "told_clauses"]

_HEAVY = 0.5


@dataclass(frozen=True, slots=True)
class Point:
    """Hold where two claims differ.

    Attributes:
        a: a word of the first claim in the statement that is contradicted, by its index.
        b: the same of the second.
        terms_a: the places of the first claim's terms that make the difference: they are not asked for a partner.
        terms_b: the same of the second.
    """

    a: int
    b: int
    terms_a: frozenset[tuple[int, ...]] = frozenset()
    terms_b: frozenset[tuple[int, ...]] = frozenset()


def point_of_terms(a: Term, b: Term) -> Point:
    """Give the point of two terms that stand against each other."""
    return Point(a.at[0], b.at[0], frozenset({a.at}), frozenset({b.at}))


@dataclass(frozen=True, slots=True)
class Ground:
    """Hold what two statements share.

    Attributes:
        shared: the weight of the terms that both statements hold.
        share_a: the shared weight as a share of the first statement's.
        share_b: the same of the second's.
        lone_a: the heavy terms that only the first statement has.
        lone_b: the same of the second.
        said: the shared weight of other words than names.
        predicates: whether the verbs stand for each other, or one of them says nothing by itself.
    """

    shared: float
    share_a: float
    share_b: float
    lone_a: tuple[Term, ...]
    lone_b: tuple[Term, ...]
    said: float
    predicates: bool


def find_ground(alignment: Alignment, point: Point) -> Ground:
    """Hold the two statements that a point lies in side by side."""
    a, b = alignment.a, alignment.b
    in_a, in_b = _statement(a, point.a), _statement(b, point.b)
    pairs = [
        p
        for p in alignment.pairs
        if p.a.clause in in_a
        and p.b.clause in in_b
        and p.how not in {"opposite", "converse"}
        and p.a.at not in point.terms_a
        and p.b.at not in point.terms_b
    ]
    shared = sum(min(p.a.weight, p.b.weight) for p in pairs)
    shared += sum(p.agrees and p.a.clause in in_a and p.b.clause in in_b for p in alignment.amounts)
    used_a, used_b = {p.a.at for p in pairs}, {p.b.at for p in pairs}
    met = [p for p in alignment.pairs if p.how not in {"opposite", "converse"}]
    lone_a = _lone(a, in_a, point.a, point.terms_a | used_a, {p.a.at for p in met})
    lone_b = _lone(b, in_b, point.b, point.terms_b | used_b, {p.b.at for p in met})
    weight_a, weight_b = sum(t.weight for t in lone_a), sum(t.weight for t in lone_b)
    if (alignment.amounts or any(p.stand == "equal" for p in alignment.periods)) and bool(weight_a) != bool(weight_b):
        # A figure's place or group that only one side repeats is context, where the other adds nothing of its own.
        weight_a, weight_b = (
            sum(t.weight * (0.5 if t.slot in LIMITING else 1.0) for t in ts) for ts in (lone_a, lone_b)
        )
    return Ground(
        shared=shared,
        share_a=shared / (shared + weight_a) if shared else 0.0 if weight_a else 1.0,
        share_b=shared / (shared + weight_b) if shared else 0.0 if weight_b else 1.0,
        lone_a=tuple(t for t in lone_a if t.weight >= _HEAVY),
        lone_b=tuple(t for t in lone_b if t.weight >= _HEAVY),
        said=sum(min(p.a.weight, p.b.weight) for p in pairs if "name" not in {p.a.sort, p.b.sort}),
        predicates=_predicates_meet(a, b, in_a, in_b, {(p.a.at, p.b.at) for p in alignment.pairs}, point),
    )


LIMITING = frozenset({"in", "among", "of", "for", "at", "across", "throughout", "within", "through", "over", "around"})
"""Prepositions that limit a statement to a place or a group."""


def _statement(print_: Fingerprint, index: int) -> frozenset[int]:
    """Give the clauses of the statement that a word stands in."""
    owner = find_statements(print_.clauses, print_.words)
    here = next((n for n, c in enumerate(print_.clauses) if c.start <= index < c.end), 0)
    return frozenset(n for n, statement in enumerate(owner) if statement == owner[here]) if owner else frozenset()


def told_clauses(print_: Fingerprint, point: int) -> frozenset[int]:
    """Give the clauses of the statement around a word that do more than add something without a verb."""
    return frozenset(
        n
        for n in _statement(print_, point)
        if print_.clauses[n].verb is not None or print_.clauses[n].start <= point < print_.clauses[n].end
    )


def _lone(
    print_: Fingerprint,
    clauses: frozenset[int],
    point: int,
    excused: Collection[tuple[int, ...]],
    met: Collection[tuple[int, ...]],
) -> list[Term]:
    """Give the terms of a statement that the other lacks; what an adjunct without a verb adds of its own is said beside it.

    A name of which one word is met is met: "the bay" may be Kestrel Bay.
    """
    told = told_clauses(print_, point)
    named = {print_.terms[i].at for name in print_.names if any(print_.terms[i].at in met for i in name) for i in name}
    return [
        t
        for t in print_.terms
        if t.clause in clauses and t.clause in told and t.weight and t.at not in excused and t.at not in named
    ]


def _verb(print_: Fingerprint, clauses: frozenset[int]) -> Term | None:
    """Give the term of a statement's verb, where it says something by itself."""
    for number in sorted(clauses):
        verb = print_.clauses[number].verb
        if verb is not None:
            return next((t for t in print_.terms if verb in t.at and t.weight >= _HEAVY), None)
    return None


def _predicates_meet(
    a: Fingerprint,
    b: Fingerprint,
    in_a: frozenset[int],
    in_b: frozenset[int],
    met: set[tuple[tuple[int, ...], tuple[int, ...]]],
    point: Point,
) -> bool:
    first, second = _verb(a, in_a), _verb(b, in_b)
    if first is None and second is None:
        return True
    met_a, met_b = {x for x, _ in met} | point.terms_a, {y for _, y in met} | point.terms_b
    return (first is None or first.at in met_a) and (second is None or second.at in met_b)
