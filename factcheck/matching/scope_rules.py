"""Rules about scope: all and some, whole and part of a place, a period or a group."""

from __future__ import annotations

from factcheck.matching.amounts import Amount
from factcheck.matching.case import Case
from factcheck.matching.fingerprint import Fingerprint
from factcheck.matching.ground import Point
from factcheck.matching.rule import Outcome
from factcheck.matching.terms import Term
from factcheck.vocabulary import Relation

__all__ = ["decide_amount_of_group", "decide_group", "decide_period", "decide_place", "decide_quantifier"]


_LIMITS = frozenset({"under", "over", "aged", "above", "below", "older", "younger"})


def _part(left: bool, what: str) -> Outcome:
    return Outcome(Relation.NARROWER if left else Relation.BROADER, what)


def _quantifiers(print_: Fingerprint) -> set[str]:
    """Give the quantifiers that govern a noun of the claim."""
    return {sort for sort, _ in print_.quantifiers}


def decide_quantifier(case: Case) -> Outcome | None:
    """Some of a group is less than all of it; none against all is a contradiction and decided elsewhere."""
    first, second = _quantifiers(case.al.a), _quantifiers(case.al.b)
    if case.numbers_differ or "none" in first | second or case.heavy_swaps:
        return None
    for side, (mine, others) in enumerate(((first, second), (second, first))):
        counted = [
            x
            for x in (case.al.amounts_a, case.al.amounts_b)[side]
            if x.scale in {"count", "share"}
            and (x.counts_part or (x.scale == "count" and x.unit and not case.al.amounts))
        ]
        if counted and "all" in others and "all" not in mine:
            return _part(side == 0, f"{counted[0].text} against all")
    for part, whole in (("some", "all"), ("most", "all"), ("some", "most")):
        if part in first and whole in second and whole not in first:
            return _part(True, f"{part} against {whole}")
        if part in second and whole in first and whole not in second:
            return _part(False, f"{part} against {whole}")
    return None


_SHARES = {
    "all": (1.0, 1.0),
    "nearly all": (0.8, 1.0),
    "most": (0.5, 1.0),
    "hardly any": (0.0, 0.2),
    "none": (0.0, 0.0),
}
"""What share of a group each quantifier allows, from and to."""


def decide_amount_of_group(case: Case) -> Outcome | None:
    """A quantifier allows a range of shares: "nearly all" leaves no room for a third, nor "hardly any" for "most"."""
    if case.heavy_swaps or case.al.names_a or case.al.names_b:
        return None
    first, second = _quantifiers(case.al.a), _quantifiers(case.al.b)
    for mine, others, amounts in ((first, second, case.al.amounts_b), (second, first, case.al.amounts_a)):
        for word in sorted(mine & _SHARES.keys()):
            low, high = _SHARES[word]
            for share in (x for x in amounts if x.scale == "share" and x.low is not None and x.high is not None):
                if not mine & others and (float(share.high or 0) < low or float(share.low or 0) > high):
                    return Outcome(Relation.CONFLICT, f"{word} against {share.text}", point=_point(case, word, share))
            for other in sorted(others & _SHARES.keys()):
                if "none" not in {word, other} and (_SHARES[other][1] < low or _SHARES[other][0] > high):
                    return Outcome(Relation.CONFLICT, f"{word} against {other}", point=_point(case, word, other))
    return None


def _point(case: Case, word: str, other: str | Amount) -> Point:
    """Give where a quantifier of one claim meets a share or quantifier of the other."""
    at_a = dict(case.al.a.quantifiers)
    at_b = dict(case.al.b.quantifiers)
    if isinstance(other, str):
        return Point(at_a.get(word, at_a.get(other, 0)), at_b.get(other, at_b.get(word, 0)))
    if any(other is amount for amount in case.al.a.amounts):
        return Point(other.start, at_b.get(word, 0))
    return Point(at_a.get(word, 0), other.start)


def decide_place(case: Case) -> Outcome | None:
    """A district or the capital is part of the place that the other claim names whole."""
    al = case.al
    left, right = _place_part(al.only_a, al.a), _place_part(al.only_b, al.b)
    if (left is None) == (right is None):
        return None
    narrow, broad = (al.a, al.b) if left is not None else (al.b, al.a)
    part = left or right
    if part is None or not (_says_whole(broad) or (al.names and _governs_name(narrow, part))):
        return None
    return _part(left is not None, f"{part.text} is part of the place named")


def _place_part(terms: tuple[Term, ...], print_: Fingerprint) -> Term | None:
    for term in terms:
        if term.is_marked("part", "place") and term.weight and term.sort != "name":
            return term
    return None


def _says_whole(print_: Fingerprint) -> bool:
    return any(sort == "all" for sort, _ in print_.quantifiers)


def _governs_name(print_: Fingerprint, part: Term) -> bool:
    """Tell whether a part word stands beside a name: "southern district of Marrowby", "Tarvia's capital"."""
    near = range(part.at[0] - 3, part.at[-1] + 4)
    return part.slot in {"in", "at", "across", "of"} and any(
        print_.terms[i].at[0] in near for n in print_.names for i in n
    )


def decide_period(case: Case) -> Outcome | None:
    """A part of a period is less than the whole of it, where something holds throughout; a plain date is only less exact."""
    if case.numbers_differ:
        return None
    for pair in case.al.periods:
        if pair.stand not in {"within", "around"}:
            continue
        whole = case.al.b if pair.stand == "within" else case.al.a
        period = whole.periods[pair.b if pair.stand == "within" else pair.a]
        if _lasts(whole) or period.preposition in {"throughout", "from", "during", "between", "over"} or _moves(case):
            return _part(pair.stand == "within", "a part of the period against the whole of it")
    return None


def _lasts(print_: Fingerprint) -> bool:
    return any(sort == "all" for sort, _ in print_.quantifiers)


def _moves(case: Case) -> bool:
    """Tell whether both claims say that something rose or fell: over half a year is less than over the year."""
    return any(axis == "level" for p in case.al.pairs for axis, _ in p.a.poles) and not case.al.amounts


def decide_group(case: Case) -> Outcome | None:
    """A kind within a group is less than the group that the other claim names whole."""
    al = case.al
    if case.numbers_differ and not al.names:
        return None
    if (_none(al.a) and al.b.quantifiers) or (_none(al.b) and al.a.quantifiers):
        return None  # none against some or all is a contradiction
    left, right = _says_whole(al.a) or _none(al.a), _says_whole(al.b) or _none(al.b)
    if left == right:
        return None
    narrow_terms = al.only_b if left else al.only_a
    extra = [t for t in narrow_terms if t.weight and (t.is_marked("part") or t.sort in {"name", "adjective"})]
    lone_names = al.names_b if left else al.names_a
    if not extra and not al.amounts and (al.cover_a if left else al.cover_b) >= 0.7:
        extra = [t for t in narrow_terms if t.sort == "noun" and t.weight >= 0.5 and t.slot in {"agent", "patient"}]
    aged = [x for x in (al.amounts_b if left else al.amounts_a) if x.preposition in _LIMITS or not x.exact]
    if aged and not extra:
        return _part(not left, f"only {aged[0].text}")
    if extra or lone_names:
        text = extra[0].text if extra else "a named one"
        return _part(not left, f"{text} is one part of all")
    return None


def _none(print_: Fingerprint) -> bool:
    return any(sort == "none" for sort, _ in print_.quantifiers)


def _is_none(print_: Fingerprint, term: Term) -> bool:
    """Tell "not a single" from "single people"."""
    return term.word == "single" and print_.words[term.at[0] - 1].lower in {"a", "every"}


def decide_restriction(case: Case) -> Outcome | None:
    """A group word on one side only, beside the same noun, restricts it."""
    al = case.al
    if al.amounts and not case.numbers_agree:
        return None
    met_a, met_b = case.center
    left = [
        t
        for t in al.only_a
        if t.is_marked("part", "group")
        and t.weight
        and t.clause in met_a
        and t.slot != "complement"
        and not _is_none(al.a, t)
    ]
    right = [
        t
        for t in al.only_b
        if t.is_marked("part", "group")
        and t.weight
        and t.clause in met_b
        and t.slot != "complement"
        and not _is_none(al.b, t)
    ]
    if bool(left) == bool(right) or case.heavy_swaps:
        return None
    term = (left or right)[0]
    return _part(bool(left), f"only {term.text}")
