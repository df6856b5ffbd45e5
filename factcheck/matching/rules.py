"""The decision: one ordered list of rules; the first that answers decides, and its name is given with the relation."""

from __future__ import annotations

from factcheck.matching.case import Case
from factcheck.matching.doubts import DOUBTS, Doubt, doubt_of
from factcheck.matching.polarity_rules import decide_direction, decide_rank
from factcheck.matching.rule import Outcome, Rule
from factcheck.matching.scope_rules import (
    decide_amount_of_group,
    decide_group,
    decide_period,
    decide_place,
    decide_quantifier,
    decide_restriction,
)
from factcheck.matching.subject_rules import (
    decide_converse,
    decide_holder,
    decide_occasion,
    decide_other_subject,
    decide_record,
    decide_roles,
    decide_speaker,
    decide_topic,
)
from factcheck.matching.value_rules import (
    decide_date,
    decide_measure,
    decide_number,
    decide_points,
    decide_unstated,
    decide_updated,
)
from factcheck.vocabulary import Relation

__all__ = ["FACTS", "RULES", "Decider", "decide"]

Decider = Rule | Doubt
"""What decides: a rule, or a doubt about its answer."""


def _same(case: Case) -> Outcome | None:
    """What is left over on one side only is another fact beside it, not another fact in its place."""
    if case.unread_digits and not case.numbers_derived:
        left, right = case.unread_digits
        return Outcome(
            Relation.RELATED, f"cannot decide: {left} and {right} are not understood", ("what the figures are",)
        )
    best = max(case.al.cover_a, case.al.cover_b)
    if best >= 0.6:
        return Outcome(Relation.SAME, "the same words or their synonyms, and nothing that contradicts")
    if case.numbers_agree and best >= 0.45:
        return Outcome(Relation.SAME, "the same numbers of the same thing, and nothing that contradicts")
    return None


def _related(case: Case) -> Outcome | None:
    return Outcome(Relation.RELATED, "one topic, and nothing to hold against each other")


RULES: tuple[Rule, ...] = (
    Rule("topic", "a shared name or turn of phrase is not a topic", decide_topic),
    Rule("roles", "who did it and to whom it was done cannot change places", decide_roles),
    Rule("converse", "sold to is bought by, turned around", decide_converse),
    Rule("record", "a record stands until it is broken", decide_record),
    Rule("holder", "a role or a single act has one holder", decide_holder),
    Rule("place", "a district lies in its country", decide_place),
    Rule("amount of a group", "nearly all leaves no room for a third", decide_amount_of_group),
    Rule("group", "each one is part of all", decide_group),
    Rule("speaker", "the same words in two mouths are two quotations", decide_speaker),
    Rule("other subject", "the same said of another is another fact", decide_other_subject),
    Rule("other occasion", "another year's election is another election", decide_occasion),
    Rule("percent and points", "a change in percent is relative, in points absolute", decide_points),
    Rule("quantifier", "some is less than all", decide_quantifier),
    Rule("period", "a part of a period is less than the whole", decide_period),
    Rule("rank", "third is not first", decide_rank),
    Rule("other measure", "another thing counted is another fact", decide_measure),
    Rule("unstated", "a rate without its base cannot be held against another", decide_unstated),
    Rule("update", "a running figure changes with time", decide_updated),
    Rule("number", "one thing has one number at one time", decide_number),
    Rule("direction", "rose is not fell, and is is not is not", decide_direction),
    Rule("date", "one event has one date", decide_date),
    Rule("restriction", "a group word restricts the noun beside it", decide_restriction),
    Rule("same", "synonyms say the same", _same),
    Rule("related", "one topic is not one fact", _related),
)


FACTS: dict[str, str] = {rule.name: rule.fact for rule in RULES} | {doubt.name: doubt.fact for doubt in DOUBTS}
"""The fact of language that each rule and each doubt stands for, by its name."""


def decide(case: Case) -> tuple[Decider, Outcome]:
    """Ask the rules in order; an answer of the same or a contradiction that is in doubt is put off.

    Where the rules behind it find nothing but the same, the doubt stands.
    """
    put_off: tuple[Decider, Outcome] | None = None
    for rule in RULES:
        outcome = rule.decide(case)
        if outcome is None:
            continue
        doubted = doubt_of(case, outcome)
        if doubted is not None:
            put_off = put_off or doubted
            continue
        if put_off is not None and outcome.relation not in {Relation.CONFLICT, Relation.UNRELATED}:
            return put_off
        return rule, outcome
    raise AssertionError("the last rule always answers")  # pragma: no cover
