"""The declared list of rules."""

from __future__ import annotations

from factcheck.matching.rules import RULES


def test_every_rule_has_a_name_and_a_fact_of_its_own() -> None:
    """Names are unique, each with the fact of language it stands for; the last rule always answers."""
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(rule.fact and rule.decide.__doc__ for rule in RULES[:-1])
    assert names[-1] == "related"
