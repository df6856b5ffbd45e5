"""Rules about numbers and dates: percent and points, other measures, what is left unstated, updates, contradictions."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.matching.alignment import AmountPair, PeriodPair
from factcheck.matching.amounts import COUNT, POINTS, RANK, SHARE, Amount
from factcheck.matching.case import Case
from factcheck.matching.fingerprint import Fingerprint
from factcheck.matching.ground import Point
from factcheck.matching.rule import Outcome
from factcheck.matching.terms import Term
from factcheck.vocabulary import Relation

__all__ = ["decide_date", "decide_measure", "decide_number", "decide_points", "decide_unstated", "decide_updated"]


def decide_points(case: Case) -> Outcome | None:
    """Percent of a value and points of a percentage are different things, even with one numeral."""
    for pair in case.al.amounts:
        points = {pair.a.scale, pair.b.scale} == {SHARE, POINTS} or (
            {pair.a.scale, pair.b.scale} == {SHARE, COUNT} and "point" in {pair.a.unit, pair.b.unit}
        )
        if points and not case.apart:
            return Outcome(
                Relation.CONFLICT,
                f"percent against points: {pair.a.text} and {pair.b.text}",
                point=case.point_of_amounts(pair),
            )
    return None


def decide_measure(case: Case) -> Outcome | None:
    """Another thing counted, or another thing said of it, is another fact about the topic."""
    for pair in case.al.amounts:
        if not pair.same_thing and RANK not in {pair.a.scale, pair.b.scale}:
            return Outcome(Relation.RELATED, f"other thing counted: {pair.a.text} and {pair.b.text}")
    if (
        case.al.amounts_a
        and case.al.amounts_b
        and not case.numbers_derived
        and not any(p.agrees for p in case.al.amounts)
    ):
        one, two = case.al.amounts_a[0], case.al.amounts_b[0]
        if one.scale != two.scale:
            return Outcome(Relation.RELATED, f"other measure: {one.text} and {two.text}")
    if case.heavy_swaps and not case.numbers_derived:
        left, right = case.heavy_swaps[0]
        if {left.sort, right.sort} == {"name", "noun"} and _stands_for(case, left, right):
            what = f"whether {left.text} is {right.text}"
            return Outcome(Relation.RELATED, f"cannot decide: {what}", (what,))
        return Outcome(Relation.RELATED, f"other measure: {left.text} and {right.text}")
    return None


def _stands_for(case: Case, left: Term, right: Term) -> bool:
    """Tell whether a noun with "the" may stand for the other claim's name: "the town", Kestrel Bay."""
    noun, print_ = (left, case.al.a) if left.sort == "noun" else (right, case.al.b)
    return noun.at[0] > 0 and print_.words[noun.at[0] - 1].lower in {"the", "its", "their"}


def decide_unstated(case: Case) -> Outcome | None:
    """Where only one side states the base or the period of a rate, the texts do not tell whether they contradict."""
    for pair in case.al.amounts:
        if pair.agrees or SHARE not in {pair.a.scale, pair.b.scale}:
            continue
        missing = _missing_base(case, pair) or _missing_period(case, pair) or _missing_scope(case, pair)
        if missing:
            return Outcome(Relation.RELATED, f"cannot decide: {missing}", (missing,))
    return None


def _missing_base(case: Case, pair: AmountPair) -> str | None:
    left, right = _base(case.al.a, pair.a), _base(case.al.b, pair.b)
    if left and not right:
        return f"what {pair.b.text} is a share of ({pair.a.text} is of {left})"
    if right and not left:
        return f"what {pair.a.text} is a share of ({pair.b.text} is of {right})"
    return None


def _base(print_: Fingerprint, amount: Amount) -> str | None:
    """Give the noun that a share is of, where the text states it."""
    words = print_.words[amount.end - 1 : amount.end + 1] if amount.unit else print_.words[amount.end : amount.end + 1]
    if amount.unit and amount.unit not in {"%", "percent"}:
        return amount.unit
    start = amount.start
    while start > 0 and print_.words[start - 1].text not in {".", ";"} and amount.start - start < 12:
        start -= 1
    opener = print_.words[start].lower
    if opener in {"among", "of", "in"} and (
        opener == "among" or any(w.text == "," for w in print_.words[start : amount.start])
    ):
        return next((w.text for w in print_.words[start + 1 : amount.start] if w.tag.startswith("NN")), None)
    if words and words[0].lower == "of":
        after = print_.words[amount.end + 1 : amount.end + 6]
        return next((w.text for w in after if w.tag.startswith("NN")), None)
    return None


def _missing_scope(case: Case, pair: AmountPair) -> str | None:
    """Give what only one side says the rate is limited to: "wages in the building trade" beside "wages"."""
    left = _limits(case.al.only_a, pair.a)
    right = _limits(case.al.only_b, pair.b)
    if bool(left) == bool(right) or case.heavy_swaps:
        return None
    side = pair.b if left else pair.a
    return f"whether {side.text} is limited to {(left or right)[0].text} too"


def _limits(terms: Sequence[Term], amount: Amount) -> list[Term]:
    """Give the leftover nouns that a preposition ties to the amount's clause, before its number."""
    return [
        term
        for term in terms
        if term.weight >= 0.5
        and term.clause == amount.clause
        and term.slot in _LIMITING
        and term.sort in {"noun", "name"}
        and term.at[0] < amount.start
    ]


_LIMITING = frozenset({"in", "among", "for", "of", "at", "within"})


def _missing_period(case: Case, pair: AmountPair) -> str | None:
    if not any(axis == "level" for p in case.al.pairs for axis, _ in p.a.poles):
        return None
    if bool(case.al.a.periods) == bool(case.al.b.periods):
        return None
    side = pair.a if not case.al.a.periods else pair.b
    return f"the period of {side.text}"


def decide_updated(case: Case) -> Outcome | None:
    """A figure that runs on has another value at another time: a toll within days, a level at any date."""
    differing = [p for p in case.al.amounts if p.same_thing and not p.agrees]
    if not differing:
        return None
    pair = differing[0]
    update = Outcome(Relation.UPDATED, f"another time's figure: {pair.a.text} and {pair.b.text}")
    headcount = case.counted_then_and_now and pair.a.scale == COUNT and not case.same_time
    if case.now_and_then or headcount or case.so_far:
        return Outcome(Relation.UPDATED, f"then and now: {pair.a.text} and {pair.b.text}")
    if not case.other_time:
        return None
    if not case.running:
        return update if case.apart is not None and _are_figures_of_periods(case, case.apart) else None
    lasting = case.running & {"level", "record"}
    if not lasting and pair.a.scale != COUNT and case.apart is None:
        return None  # a toll counts heads; a share of them does not run on
    if not lasting and case.print_days is not None and case.print_days > 120 and case.apart is None:
        return None  # a toll does not run on for months
    return update


def _are_figures_of_periods(case: Case, pair: PeriodPair) -> bool:
    """Tell the figures of two months, quarters or years ("in October", "in 2018") from two events on two days."""
    left, right = case.period("a", pair.a), case.period("b", pair.b)
    if not {left.preposition, right.preposition} <= {"in", "during", "for", "of", "throughout", "'s", "’s"}:
        return False
    lengths = [left.days, right.days]
    return all(days is None or days >= _MONTH for days in lengths)


_MONTH, _YEAR = 28, 200


def decide_number(case: Case) -> Outcome | None:
    """Two values for one thing at one time contradict each other."""
    if case.numbers_derived:
        return None
    for pair in case.al.amounts:
        if pair.same_thing and not pair.agrees:
            if case.apart is not None:
                left, right = case.period("a", case.apart.a).text, case.period("b", case.apart.b).text
                return Outcome(Relation.RELATED, f"another time: {left} and {right}")
            year = case.stated_elsewhen
            if year is not None:
                what = f"whether both speak of {year}"
                return Outcome(Relation.RELATED, f"cannot decide: {what}", (what,))
            return Outcome(Relation.CONFLICT, f"{pair.a.text} against {pair.b.text}", point=case.point_of_amounts(pair))
    return None


def derived_share(case: Case) -> bool:
    """Tell whether counts on one side make the share on the other: 50 of 250 buses, a fifth of the 250-bus fleet."""
    return _derives(case.al.a, case.al.b) or _derives(case.al.b, case.al.a)


def _derives(counts: Fingerprint, shares: Fingerprint) -> bool:
    numbers = [x for x in counts.amounts if x.scale == COUNT and x.value]
    for share in (x for x in shares.amounts if x.scale == SHARE and x.part is None):
        for part in numbers:
            for whole in numbers:
                if (
                    part.value is None
                    or not whole.value
                    or part.value >= whole.value
                    or share.low is None
                    or share.high is None
                ):
                    continue
                ratio = part.value / whole.value
                if share.low - share.step <= ratio <= share.high + share.step:
                    return True
    return False


def decide_date(case: Case) -> Outcome | None:
    """One event has one date."""
    pair = case.apart
    if pair is None or case.running & {"level", "record"}:
        return None
    left, right = case.period("a", pair.a), case.period("b", pair.b)
    undated = not (left.tells_year and right.tells_year)
    if undated and ((case.print_days or 0) > _YEAR or (left.names_month and right.names_month and not case.same_print)):
        what = f"whether {left.text} and {right.text} are one event's date"
        return Outcome(Relation.RELATED, f"cannot decide: {what}", (what,))
    return Outcome(
        Relation.CONFLICT, f"date differs: {left.text} against {right.text}", point=Point(left.start, right.start)
    )
