from __future__ import annotations

import pytest

from factcheck.detection.claims import find_claims
from factcheck.detection.kinds import KIND_RULES
from factcheck.text.document import Document
from factcheck.vocabulary import Kind

# Each sentence holds one claim; the rule names the fact of language that decides between two kinds.
CASES = [
    ("dozens are a number", "Dozens of sheep were killed.", Kind.QUANTITY),
    ("several are none", "Several shops were looted.", Kind.EVENT),
    ("'fell on' is no change", "Suspicion fell on the guards.", Kind.EVENT),
    ("a change without an object compares", "Support has fallen since 2018.", Kind.COMPARISON),
    ("a change with an object is a cause", "The ruling increased tension among the tribes.", Kind.CAUSAL),
    ("'most' with a plural is a part of a whole", "Most pupils come from the islands.", Kind.COMPARISON),
    ("'the most' with an adjective ranks", "It is the most popular beach in Spain.", Kind.RANKING),
    (
        "a superlative inside the subject's phrase ranks nothing",
        "Leaders of the largest unions blamed the firm.",
        Kind.SUPPORT,
    ),
    ("a relative with a change noun still ranks", "Wales had the largest decline.", Kind.RANKING),
    ("'so ... that' is a cause", "The ice was so thin that the plough sank.", Kind.CAUSAL),
    ("'is' with a place says no identity", "The clinic is in Leeds.", Kind.EVENT),
    ("'known as' is an identity", "The group is known as the Blue Shirts.", Kind.IDENTITY),
    ("'must' under a law is law", "Under the law, drivers must carry a licence.", Kind.LAW),
    ("an illegal thing is no law", "Police cleared an illegal camp.", Kind.EVENT),
    ("'both' is no figure", "Both mayors resigned.", Kind.EVENT),
]


@pytest.mark.parametrize(("text", "kind"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_kind(text: str, kind: Kind) -> None:
    """The first rule that fits decides the kind."""
    (claim,) = find_claims(Document.from_text(text))
    assert claim.kind is kind


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("They lost around two-thirds of their seats.", "a decrease"),
        ("The bank shed a fifth of its staff.", "a decrease"),
        ("The party regained half of its voters.", "an increase"),
    ],
)
def test_a_changed_share_holds_before_against_after(text: str, way: str) -> None:
    """A share that was lost or won of one's own is a comparison, and says in which direction."""
    (claim,) = find_claims(Document.from_text(text))
    assert claim.kind is Kind.COMPARISON
    assert way in claim.reasons[0]


def test_rules_are_declared_once_in_the_order_of_the_vocabulary() -> None:
    """Behind the changed share every checkable kind but the last resort has one rule; only quotation stands earlier."""
    assert KIND_RULES[0][0] is Kind.COMPARISON
    kinds = [kind for kind, _ in KIND_RULES[1:]]
    assert len(kinds) == len(set(kinds))
    order = [kind for kind in Kind if kind in kinds and kind is not Kind.QUOTATION]
    assert [kind for kind in kinds if kind is not Kind.QUOTATION] == order
