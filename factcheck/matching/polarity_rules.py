"""Rules about which way a claim goes: rank, rose or fell, is or is not."""

from __future__ import annotations

from factcheck.matching.alignment import TermPair
from factcheck.matching.amounts import RANK
from factcheck.matching.case import Case
from factcheck.matching.ground import Point, point_of_terms
from factcheck.matching.lexicon import load_lexicon
from factcheck.matching.rule import Outcome
from factcheck.matching.subject_rules import agents_kept
from factcheck.matching.terms import Term
from factcheck.vocabulary import Relation

__all__ = ["decide_direction", "decide_rank"]


_ORDINALS = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "last",
        "runner-up",
        "winner",
        "top",
        "bottom",
    ]
)


def decide_rank(case: Case) -> Outcome | None:
    """Third is not first, and the most is not the least."""
    for pair in case.al.amounts:
        if pair.a.scale == RANK and pair.same_thing and not pair.agrees:
            return Outcome(
                Relation.CONFLICT,
                f"rank differs: {pair.a.text} against {pair.b.text}",
                point=case.point_of_amounts(pair),
            )
    for left, right in case.heavy_swaps:
        if left.word in _ORDINALS and right.word in _ORDINALS:
            return Outcome(
                Relation.CONFLICT, f"rank differs: {left.text} against {right.text}", point=point_of_terms(left, right)
            )
    for met in case.al.pairs:
        if _place_of(met.a) != _place_of(met.b):
            return Outcome(
                Relation.CONFLICT,
                f"rank differs: {met.a.text} against {met.b.text}",
                point=point_of_terms(met.a, met.b),
            )
    ranks_a = [x for x in case.al.amounts_a if x.scale == RANK and x.value and x.value != 1]
    ranks_b = [x for x in case.al.amounts_b if x.scale == RANK and x.value and x.value != 1]
    if bool(ranks_a) != bool(ranks_b) and any(
        axis.startswith("extreme") for p in case.al.pairs for axis, _ in p.a.poles
    ):
        rank = (ranks_a or ranks_b)[0]
        top = next(p for p in case.al.pairs if any(axis.startswith("extreme") for axis, _ in p.a.poles))
        return Outcome(
            Relation.CONFLICT, f"rank differs: {rank.text} against the first", point=point_of_terms(top.a, top.b)
        )
    return None


def _place_of(term: Term) -> str:
    """Give the ordinal that a superlative is written with: "second" of "second-busiest"; empty for the first."""
    head, _, tail = term.text.lower().partition("-")
    return head if head in _ORDINALS and head != "first" and tail else ""


def decide_direction(case: Case) -> Outcome | None:
    """Rose against fell, is against is not: opposite statements of one fact."""
    for pair in case.al.pairs:
        sign = _sign(case, pair)
        if sign is None:
            continue
        if sign < 0:
            if case.other_time and case.print_days and case.says_no_longer:
                return Outcome(Relation.UPDATED, f"no longer: {pair.a.text} and {pair.b.text}")
            return Outcome(
                Relation.CONFLICT,
                f"opposite: {pair.a.text} against {pair.b.text}",
                point=point_of_terms(pair.a, pair.b),
            )
        if sign == 0:
            return Outcome(
                Relation.RELATED, f"cannot decide: {pair.a.text} and {pair.b.text} leave a middle", ("the direction",)
            )
    votes = [_denied(case, p) for p in case.al.pairs if p.a.weight and p.a.sort in {"verb", "adjective", "phrase"}]
    votes = votes or [_denied(case, p) for p in case.al.pairs if p.a.weight]
    if votes and sum(votes) * 2 > len(votes) and not any(_sign(case, p) for p in case.al.pairs):
        if case.says_no_longer and case.print_days:
            return Outcome(Relation.UPDATED, "no longer so at the later date")
        denied = max(
            (p for p in case.al.pairs if p.a.weight and _denied(case, p)),
            key=lambda p: (p.a.sort == "verb", p.a.weight),
        )
        return Outcome(
            Relation.CONFLICT,
            "one denies what the other states",
            point=Point(denied.a.at[0], denied.b.at[0]),
        )
    return None


def _sign(case: Case, pair: TermPair) -> int | None:
    """Give 1 where opposites and denials leave the two alike, -1 where they contradict, 0 where a middle is left."""
    if pair.how == "denied" and pair.a.weight and pair.b.weight:
        return 1 if _denied(case, pair) else -1  # "aware" against "unaware", and "not aware" with it
    if pair.how != "opposite" or not pair.a.weight or not pair.b.weight:
        return None
    if pair.a.sort == pair.b.sort == "noun" and {pair.a.slot, pair.b.slot} <= {"agent", "of"}:
        return None  # profit rose, losses rose: two subjects, no two directions
    axis = next((x for x, pole in pair.a.poles if (x, -pole) in pair.b.poles), None)
    if axis is None or axis in load_lexicon().siblings:
        return None
    if (
        any((turn, -end) in pair.b.converses for turn, end in pair.a.converses)
        and not agents_kept(case)
        and case.al.names
    ):
        return None  # one event told from its other end: "lost to", "beat"
    if not _denied(case, pair):
        return -1
    return 1 if axis in load_lexicon().complementary else 0


def _denied(case: Case, pair: TermPair) -> bool:
    """Tell whether exactly one of the two stands in a denied clause."""
    first = case.al.a.clauses[pair.a.clause].denied
    second = case.al.b.clauses[pair.b.clause].denied
    return first != second
