"""Features: one function a comparison, each with a score 0..1 and its reason in words."""

from __future__ import annotations

from factcheck.matching.case import Case
from factcheck.vocabulary import Relation

__all__ = ["feature_list", "likeness"]

_CEILING = {
    Relation.SAME: 1.0,
    Relation.CONFLICT: 0.95,
    Relation.UPDATED: 0.9,
    Relation.NARROWER: 0.85,
    Relation.BROADER: 0.85,
    Relation.RELATED: 0.7,
    Relation.UNRELATED: 0.2,
}


def likeness(case: Case, relation: Relation) -> float:
    """Give how alike two claims are: the shared meaning, under a ceiling that the relation sets."""
    al = case.al
    high, low = max(al.cover_a, al.cover_b), min(al.cover_a, al.cover_b)
    return round(_CEILING[relation] * (0.7 * high + 0.3 * low), 4)


def feature_list(case: Case) -> tuple[tuple[str, float, str], ...]:
    """List every feature of a pair: (name, score, reason)."""
    return tuple(
        feature
        for feature in (
            _words(case), _topic(case), _names(case), _amounts(case), _periods(case), _denial(case),
        )
        if feature is not None
    )  # fmt: skip


def _words(case: Case) -> tuple[str, float, str]:
    al = case.al
    score = round((al.cover_a + al.cover_b) / 2, 4)
    swapped = ", ".join(f"{x.text} / {y.text}" for x, y in al.swaps[:3])
    return "words", score, f"in each other's place: {swapped}" if swapped else ""


def _topic(case: Case) -> tuple[str, float, str]:
    return "topic", round(min(1.0, case.topic_share), 4), ""


def _names(case: Case) -> tuple[str, float, str] | None:
    al = case.al
    total = len(al.names) + max(len(al.names_a), len(al.names_b))
    if not total:
        return None
    lone = [
        " ".join(p.terms[i].text for i in p.names[n]) for p, ns in ((al.a, al.names_a), (al.b, al.names_b)) for n in ns
    ]
    return "names", round(len(al.names) / total, 4), f"only on one side: {', '.join(lone)}" if lone else ""


def _amounts(case: Case) -> tuple[str, float, str] | None:
    if not case.al.amounts:
        return None
    agreeing = [p for p in case.al.amounts if p.agrees]
    differing = [f"{p.a.text} / {p.b.text}" for p in case.al.amounts if not p.agrees]
    reason = f"numbers differ: {', '.join(differing)}" if differing else "numbers agree"
    return "numbers", round(len(agreeing) / len(case.al.amounts), 4), reason


def _periods(case: Case) -> tuple[str, float, str] | None:
    if not case.al.periods:
        return None
    pair = case.al.periods[0]
    score = {"equal": 1.0, "within": 0.8, "around": 0.8, "overlap": 0.5, "unknown": 0.5, "apart": 0.0}[pair.stand]
    return "dates", score, f"{case.period('a', pair.a).text} / {case.period('b', pair.b).text}: {pair.stand}"


def _denial(case: Case) -> tuple[str, float, str] | None:
    opposite = [f"{p.a.text} / {p.b.text}" for p in case.al.pairs if p.how == "opposite"]
    if not opposite:
        return None
    return "direction", 0.0, f"opposites: {', '.join(opposite)}"
